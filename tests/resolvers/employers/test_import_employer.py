"""Founding an employer: all of it or nothing, once, and with the history of each of its accounts (H1, T2)."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError

from models.database import query
from models.rules.accounts.account import Details
from models.rules.accounts.expiry import expiry_date
from models.rules.employer import LegalRepresentative
from models.rules.employer_import import EmployerImport, ImportedAccount
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import (
    AccessLevel,
    AccountStatus,
    Civility,
    ErrorCode,
    InvitationState,
    Operation,
    Profile,
)
from models.stores.accounts.accounts import account_by_identifier
from models.stores.sign_in.password_links import latest_invitations
from resolvers.accounts.create import create
from resolvers.employers.import_employer import import_employer
from resolvers.history.verify import verify_history
from resolvers.sign_in.sessions import sign_in
from tests.factories import ADDRESS, NOW, PASSWORD, POLICY, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.history_check import Picture, picture
from tests.resolvers.requests import a_creation

pytestmark = pytest.mark.usefixtures("database")

CREATED = NOW - timedelta(days=60)
REPRESENTATIVE = LegalRepresentative(Civility.MADAME, "Le Goff", "Anne", "Directrice générale")


def a_founded(identifier: str, profile: Profile = Profile.USER, **given: object) -> ImportedAccount:
    account = ImportedAccount(
        identifier=identifier,
        details=Details(
            civility=Civility.MONSIEUR,
            last_name="Louty",
            first_name="Jean",
            email="jean.louty@chu-nantes.example",
            phone="+33241051938",
            department=None,
            professional_address=ADDRESS if profile is Profile.ADMINISTRATOR else (),
        ),
        profile=profile,
        created_at=CREATED,
        expires_on=expiry_date(paris_day(CREATED), 18),
        rights={"RAFP-01": AccessLevel.READ, "CNRACL-01": AccessLevel.WRITE, "COM-01": AccessLevel.NONE},
    )
    return replace(account, **given)  # type: ignore[arg-type]


ADMINISTRATOR = a_founded(
    "JLO000439",
    Profile.ADMINISTRATOR,
    password_created_at=CREATED + timedelta(hours=1),
    password=PASSWORD,
    last_sign_in_at=NOW - timedelta(days=1),
)
PENDING = a_founded("JLO000002", created_at=NOW - timedelta(days=3))
LAPSED = a_founded("JLO000003")
EXPIRED = a_founded("JLO000004", expires_on=paris_day(NOW) - timedelta(days=1))
DELETED = a_founded(
    "JLO000005",
    password_created_at=CREATED + timedelta(hours=2),
    deleted_at=NOW - timedelta(days=2),
)


def a_founding(*accounts: ImportedAccount) -> EmployerImport:
    return EmployerImport(
        name="CHRU DE NANTES",
        siret="26000001300011",
        contract_number="VF201",
        postal_address=ADDRESS,
        representative=REPRESENTATIVE,
        funds=frozenset({"CNRACL", "RAFP"}),
        accounts=accounts,
    )


async def founded(*accounts: ImportedAccount) -> Picture:
    assert await import_employer(a_founding(*accounts), NOW, POLICY)
    return await picture()


async def test_each_account_is_what_it_was_founded_as() -> None:
    kept = await founded(ADMINISTRATOR, PENDING, EXPIRED, DELETED)
    today = paris_day(NOW)
    assert [account.status(today) for _, account in sorted(kept.accounts.items())] == [
        AccountStatus.ACTIVE,
        AccountStatus.PENDING,
        AccountStatus.EXPIRED,
        AccountStatus.DELETED,
    ]
    for number, asked in zip(sorted(kept.accounts), (ADMINISTRATOR, PENDING, EXPIRED, DELETED), strict=True):
        account = kept.accounts[number]
        assert (account.identifier, account.details, account.profile) == (
            asked.identifier,
            asked.details,
            asked.profile,
        )
        assert (account.created_at, account.expires_on) == (asked.created_at, asked.expires_on)
        assert (account.last_sign_in_at, account.deleted_at) == (asked.last_sign_in_at, asked.deleted_at)
        assert kept.rights[number] == {"RAFP-01": AccessLevel.READ, "CNRACL-01": AccessLevel.WRITE}


async def test_no_account_is_without_its_history() -> None:
    kept = await founded(ADMINISTRATOR, DELETED)
    administrator, deleted = sorted(kept.accounts)
    assert [(e.account_id, e.operation, e.account_version, e.at) for e in kept.entries.values()] == [
        (administrator, Operation.ACCOUNT_CREATED, 1, CREATED),
        (deleted, Operation.ACCOUNT_CREATED, 1, CREATED),
        (administrator, Operation.PASSWORD_CREATED, 1, CREATED + timedelta(hours=1)),
        (deleted, Operation.PASSWORD_CREATED, 1, CREATED + timedelta(hours=2)),
        (deleted, Operation.ACCOUNT_DELETED, 2, NOW - timedelta(days=2)),
    ]
    actors = [entry.actor_id or entry.actor_name for entry in kept.entries.values()]
    assert actors == ["system", "system", administrator, deleted, "system"]
    assert all(fault is None for _, fault in (await verify_history()).values())


async def test_a_creation_is_told_field_by_field_as_any_other() -> None:
    kept = await founded(a_founded("JLO000002"))
    (entry,) = kept.entries.values()
    assert entry.changes is not None
    assert [(c.field, c.before, c.after) for c in entry.changes] == [
        ("identifier", None, "JLO000002"),
        ("civility", None, "MONSIEUR"),
        ("lastName", None, "Louty"),
        ("firstName", None, "Jean"),
        ("email", None, "jean.louty@chu-nantes.example"),
        ("phone", None, "+33241051938"),
        ("profile", None, "USER"),
        ("expiresOn", None, expiry_date(paris_day(CREATED), 18).isoformat()),
        ("rights.CNRACL-01", "NONE", "WRITE"),
        ("rights.RAFP-01", "NONE", "READ"),
    ]


async def test_partners_are_told_every_status_that_an_account_has_had() -> None:
    kept = await founded(EXPIRED, DELETED)
    expired, deleted = sorted(kept.accounts)
    assert kept.feed == (
        (expired, None, "PENDING"),
        (deleted, None, "PENDING"),
        (deleted, "PENDING", "ACTIVE"),
        (deleted, "ACTIVE", "DELETED"),
        (expired, "PENDING", "EXPIRED"),
    )


async def test_whoever_has_a_password_signs_in_with_it_and_nobody_else_does() -> None:
    await founded(ADMINISTRATOR, PENDING, DELETED)
    assert (await sign_in("jlo000439", PASSWORD, NOW, POLICY)).caller.signed_in().identifier == "JLO000439"
    for identifier in ("JLO000002", "JLO000005"):
        async with refused(ErrorCode.BAD_CREDENTIALS):
            await sign_in(identifier, PASSWORD, NOW, POLICY)


async def test_who_waits_for_a_password_has_been_invited() -> None:
    kept = await founded(ADMINISTRATOR, PENDING, LAPSED)
    _, pending, lapsed = sorted(kept.accounts)
    invitations = await latest_invitations(kept.accounts, NOW)
    assert {number: import_employer.state for number, import_employer in invitations.items()} == {
        pending: InvitationState.SENT,
        lapsed: InvitationState.LAPSED,
    }
    (row,) = await query(f"SELECT facts FROM outgoing WHERE account_id = {pending}", [])
    assert "JLO000002" not in row["facts"], "C2: the e-mail never holds the identifier"


async def test_nobody_is_invited_where_nobody_administers() -> None:
    kept = await founded(PENDING)
    assert await latest_invitations(kept.accounts, NOW) == {}


async def test_an_employer_without_accounts_can_be_founded() -> None:
    kept = await founded()
    assert (kept.accounts, kept.entries, kept.feed) == ({}, {}, ())


async def test_an_employer_that_exists_stays_as_it_is() -> None:
    await founded(ADMINISTRATOR)
    async with nothing_is_written():
        assert not await import_employer(replace(a_founding(PENDING), contract_number="VF999"), NOW, POLICY)


async def test_of_two_who_found_the_same_employer_at_once_one_does() -> None:
    asked = a_founding(ADMINISTRATOR, PENDING)
    done = await asyncio.gather(import_employer(asked, NOW, POLICY), import_employer(asked, NOW, POLICY))
    assert sorted(done) == [False, True]
    assert len((await picture()).accounts) == 2


async def test_another_employers_contract_number_is_refused() -> None:
    await founded(ADMINISTRATOR)
    async with refused(ErrorCode.CONFLICT) as told:
        await import_employer(replace(a_founding(PENDING), siret="21000002200017"), NOW, POLICY)
    assert told[0].field == ("contractNumber",)


async def test_a_founding_that_fails_in_the_middle_leaves_nothing() -> None:
    async with nothing_is_written():
        with pytest.raises(IntegrityError):
            await import_employer(a_founding(ADMINISTRATOR, PENDING, PENDING), NOW, POLICY)
    assert await import_employer(a_founding(ADMINISTRATOR, PENDING), NOW, POLICY)


async def test_life_goes_on_after_a_founding() -> None:
    kept = await founded(ADMINISTRATOR)
    (employer_id,) = {account.employer_id for account in kept.accounts.values()}
    administrator = await account_by_identifier("JLO000439", [employer_id])
    assert administrator is not None
    created = await create(signed_in(administrator), a_creation(employer_id), NOW, POLICY)
    assert created.id > administrator.id
    assert all(fault is None for _, fault in (await verify_history()).values())
