"""People and employers for tests: real rows in the real database, made by the product's own use cases."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import count

from models.rules.accounts.account import Account, Details
from models.rules.accounts.expiry import expiry_date
from models.rules.employers.searched_employer import employer_keys
from models.rules.folding import fold
from models.rules.operators.operator import Operator
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import AccessLevel, Civility, MandateScope, Profile, Scope
from models.stores.accounts.account_writes import NewAccount, insert_account
from models.stores.accounts.accounts import accounts_by_id
from models.stores.operators.operator_sessions import insert_operator_session
from models.stores.operators.operators import NewOperator, insert_operator
from models.stores.sign_in.credentials import save_password_hash
from models.tables.accounts import AccountRow, RightRow
from models.tables.employers import ContractRow, EmployerRow
from models.tables.mandates import MandateHolderRow, MandateRow
from resolvers.caller import Caller
from resolvers.operators.sign_in import recognise_operator
from resolvers.partners import manage, recognise

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = paris_day(NOW)
POLICY = Policy(secret_key=b"a secret of the tests, of no use elsewhere")
PASSWORD = "Comptoir#2026"
ADDRESS = ("CHRU de Nantes", "5 allée de l'Île-Gloriette", "44035 Nantes Cedex 1")

_numbers = count(1)


@dataclass(frozen=True, slots=True)
class House:
    """An employer with two administrators and a user, all active."""

    employer_id: int
    jean: Account
    sara: Account
    paul: Account


async def an_employer(name: str = "CHRU DE NANTES", funds: tuple[str, ...] = ("CNRACL", "RAFP")) -> int:
    number = next(_numbers)
    siret, contract_number = f"{number:014d}", f"VF{number}"
    address = ("5 ALLEE DE L'ILE GLORIETTE", "BP 1005", "44035 NANTES CEDEX 1")
    keys = employer_keys(name=name, siret=siret, contract_number=contract_number, postal_address=address)
    row = await EmployerRow.create(
        name=name,
        siret=siret,
        contract_number=contract_number,
        postal_address="\n".join(address),
        representative_civility=Civility.MADAME,
        representative_last_name="Le Goff",
        representative_first_name="Anne",
        representative_title="Directrice générale",
        expiries_told_on=TODAY,
        name_key=keys["name_key"],
        search_key=keys["search_key"],
    )
    for fund in funds:
        await ContractRow.create(employer_id=row.id, fund=fund)
    return int(row.id)


async def an_account(
    employer_id: int,
    last_name: str = "Durant",
    first_name: str = "Christophe",
    *,
    profile: Profile = Profile.USER,
    active: bool = True,
    expires_on: date | None = None,
    deleted_at: datetime | None = None,
    last_sign_in_at: datetime | None = None,
    department: str | None = "Service paye",
    civility: Civility = Civility.MONSIEUR,
    identifier: str | None = None,
    rights: dict[str, AccessLevel] | None = None,
    password_hash: str | None = None,
) -> Account:
    """Written straight into the table, without history: what a test starts from, not what it is about."""
    details = Details(
        civility=civility,
        last_name=last_name,
        first_name=first_name,
        email=f"{(fold(first_name) or 'x').replace(' ', '')}@chu-nantes.example",
        phone="+33241051938",
        department=department,
        professional_address=ADDRESS if profile is Profile.ADMINISTRATOR else (),
    )
    new = NewAccount(
        employer_id=employer_id,
        identifier=identifier or f"TST{next(_numbers):06d}",
        details=details,
        profile=profile,
        expires_on=expires_on or expiry_date(TODAY, 12),
        created_at=NOW - timedelta(days=100),
    )
    account = await insert_account(new)
    await AccountRow.filter(id=account.id).update(
        password_created_at=NOW - timedelta(days=99) if active else None,
        deleted_at=deleted_at,
        last_sign_in_at=last_sign_in_at,
    )
    for code, level in (rights or {}).items():
        await RightRow.create(account_id=account.id, service_id=code, level=level)
    if password_hash:
        await save_password_hash(account.id, password_hash, NOW)
    return await read(account)


async def a_house(name: str = "CHRU DE NANTES", funds: tuple[str, ...] = ("CNRACL", "RAFP")) -> House:
    employer_id = await an_employer(name, funds)
    return House(
        employer_id,
        jean=await an_account(employer_id, "Louty", "Jean", profile=Profile.ADMINISTRATOR),
        sara=await an_account(
            employer_id, "Dupont", "Sara", profile=Profile.ADMINISTRATOR, civility=Civility.MADAME
        ),
        paul=await an_account(employer_id, "Martin", "Paul"),
    )


async def a_mandate(
    holder: Account, giver_id: int, scope: MandateScope = MandateScope.MANAGE, days: int = 30
) -> int:
    """The id of a mandate in force, of which an administrator of the centre is the holder."""
    mandate = await MandateRow.create(
        giver_id=giver_id,
        centre_id=holder.employer_id,
        scope=scope,
        starts_on=TODAY,
        ends_on=TODAY + timedelta(days=days),
        proposed_at=NOW - timedelta(days=2),
        accepted_at=NOW - timedelta(days=1),
    )
    await MandateHolderRow.create(mandate_id=mandate.id, account_id=holder.id, named_at=NOW)
    return int(mandate.id)


@dataclass(frozen=True, slots=True)
class APartner:
    """A partner system with its first key."""

    id: int
    name: str
    key: str


async def a_partner(
    *employers: int, name: str | None = None, scopes: Collection[Scope] = (Scope.STATUS, Scope.CHANGES)
) -> APartner:
    known = await EmployerRow.filter(id__in=list(employers))
    name = name or f"Partenaire {next(_numbers)}"
    made = await manage.create_partner(name, [row.contract_number for row in known], scopes, NOW)
    assert made.key
    return APartner(made.partner_id, name, made.key)


async def asking(partner: APartner, now: datetime = NOW) -> Caller:
    """The caller that this partner's key gives."""
    known = await recognise.recognise_key(partner.key, now)
    assert known
    return known.caller


def signed_in(
    account: Account,
    *more_employers: int,
    profile: Profile | None = None,
    scope: MandateScope = MandateScope.MANAGE,
) -> Caller:
    """The caller that a session of this account would give; it has mandates for `more_employers`."""
    in_force = profile or account.profile
    administers = (
        frozenset({account.employer_id, *more_employers})
        if in_force is Profile.ADMINISTRATOR
        else frozenset[int]()
    )
    mandates = {employer_id: scope for employer_id in more_employers if administers}
    return Caller(account, in_force, None, administers, mandates=mandates)


async def an_operator(sign_in_name: str | None = None, password_hash: str = "none") -> Operator:
    """Odile Brun, who looks after the platform (N3)."""
    name = sign_in_name or f"odile{next(_numbers)}"
    new = NewOperator(name, "Brun", "Odile", f"{name}@plateforme.example", password_hash)
    operator = await insert_operator(new, NOW)
    assert operator
    return operator


async def operating(operator: Operator, now: datetime = NOW) -> Caller:
    """The caller that a session of this operator gives."""
    token = f"session of {operator.id} {next(_numbers)}"
    await insert_operator_session(operator.id, token_hash(token), now)
    caller = await recognise_operator(token, now)
    assert caller
    return caller


async def read(account: Account) -> Account:
    """The account as it is now."""
    return (await accounts_by_id([account.id], [account.employer_id]))[account.id]
