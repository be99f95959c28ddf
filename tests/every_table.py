"""A small database with rows in every table, for tests about all tables."""

from dataclasses import replace
from datetime import timedelta

from models.database import transaction
from models.rules.accounts.account import Account, Details
from models.rules.employers.employer import LegalRepresentative
from models.rules.employers.employer_import import EmployerImport, ImportedAccount
from models.rules.paris_calendar import add_months, paris_day
from models.rules.registrations.states import RegistrationKind
from models.rules.vocabulary import AccessLevel, Civility, Profile
from models.stores.accounts.accounts import account_by_identifier
from models.stores.idempotency import StoredAnswer, store_answer
from models.stores.sign_in.lockouts import count_failure
from models.stores.sign_in.sessions import insert_session
from models.tables.employers import EmployerRow
from models.tables.history import StatusChangeRow
from models.tables.messages import OutgoingRow
from models.tables.partners import AssertionRow, PartnerEmployerRow, PartnerKeyRow, PartnerRow
from models.tables.registrations import RegistrationRow
from models.tables.webhooks import DeliveryRow, WebhookRow
from resolvers.employers.import_employer import import_employer
from tests.factories import ADDRESS, NOW, PASSWORD, POLICY, a_mandate

BEFORE = NOW - timedelta(days=60)
SIRETS = ("26440013600471", "21440109300015")


async def fill_every_table() -> Account:
    """The first administrator of the first of two employers."""
    for number, siret in enumerate(SIRETS):
        assert await import_employer(an_employer_with_accounts(number, siret), NOW, POLICY)
    employers = [row.id for row in await EmployerRow.all().order_by("id")]
    jean = await account_by_identifier("JLO000430", employers)
    anne = await account_by_identifier("JLO000431", employers)
    assert jean
    assert anne
    await a_mandate(jean, anne.employer_id)
    await insert_session(jean.id, "a" * 64, jean.profile, NOW)
    await store_answer(jean.id, "key", StoredAnswer("b" * 64, "[]"), NOW, BEFORE)
    async with transaction():
        await count_failure("d" * 64, NOW)
    partner = await PartnerRow.create(name="Caisse", scopes="status changes", created_at=NOW)
    await PartnerEmployerRow.create(partner=partner, employer_id=jean.employer_id)
    key = await PartnerKeyRow.create(partner=partner, key_hash="c" * 64, hint="cptk_abcd", created_at=NOW)
    webhook = await WebhookRow.create(
        partner=partner, key=key, url="https://partenaire.example", nonce="f" * 32, place=0, created_at=NOW
    )
    change = await StatusChangeRow.filter(employer_id=jean.employer_id).order_by("id").first()
    assert change
    await DeliveryRow.create(
        webhook=webhook, change=change, account_id=change.account_id, next_attempt_at=NOW
    )
    await AssertionRow.create(key="e" * 64, expires_at=NOW)
    await _an_opened_registration(jean)
    return jean


async def _an_opened_registration(account: Account) -> None:
    """Beside its e-mail, which is the first message of the outbox."""
    registration = await RegistrationRow.create(
        kind=RegistrationKind.SUCCESSION,
        token_nonce="1" * 32,
        token_hash="2" * 64,
        email=account.email,
        siret=SIRETS[0],
        contract_number="VF200",
        employer_id=account.employer_id,
        account_id=account.id,
        details='{"reason": "Partie"}',
        created_at=BEFORE,
        lapses_at=NOW,
        submitted_at=BEFORE,
        approved_at=BEFORE,
        decided_by="operator",
        code_nonce="3" * 32,
        letters=1,
        letter_at=BEFORE,
        opened_at=BEFORE,
    )
    first = await OutgoingRow.all().order_by("id").first()
    assert first
    await OutgoingRow.filter(id=first.id).update(registration_id=registration.id)


def an_employer_with_accounts(number: int, siret: str) -> EmployerImport:
    jean = ImportedAccount(
        identifier=f"JLO00043{number}",
        details=Details(
            civility=Civility.MONSIEUR,
            last_name="Louty",
            first_name="Jean-Noël",
            email="jean@chu-nantes.example",
            phone="+33241051938",
            department="Service paye",
            professional_address=ADDRESS,
        ),
        profile=Profile.ADMINISTRATOR,
        created_at=BEFORE,
        expires_on=add_months(paris_day(BEFORE), 18),
        rights={"CNRACL-01": AccessLevel.WRITE},
        password_created_at=BEFORE + timedelta(hours=1),
        password=PASSWORD,
        last_sign_in_at=NOW - timedelta(days=1),
    )
    invited = replace(
        jean,
        identifier=f"SDU00043{number}",
        details=replace(
            jean.details, civility=Civility.MADAME, last_name="L'Hermitte", department=None, phone=None
        ),
        profile=Profile.USER,
        password_created_at=None,
        password=None,
        last_sign_in_at=None,
    )
    gone = replace(jean, identifier=f"PMA00043{number}", password=None, deleted_at=NOW - timedelta(days=2))
    return EmployerImport(
        name=f"CHU n° {number}",
        siret=siret,
        contract_number=f"VF20{number}",
        postal_address=ADDRESS,
        representative=LegalRepresentative(Civility.MADAME, "Le Goff", "Anne", None),
        funds=frozenset({"CNRACL", "RAFP"}),
        accounts=(jean, invited, gone),
    )
