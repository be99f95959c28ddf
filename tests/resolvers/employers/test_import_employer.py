"""Importing an employer: all of it or nothing, once, with the history of each of its accounts (H1, T2)."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError

from models.database import query
from models.rules.accounts.account import Details
from models.rules.accounts.expiry import expiry_date
from models.rules.employers.employer import LegalRepresentative
from models.rules.employers.employer_import import EmployerImport, ImportedAccount
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
from tests.resolvers.history_check import Snapshot, snapshot
from tests.resolvers.requests import a_creation

pytestmark = pytest.mark.usefixtures("database")

CREATED = NOW - timedelta(days=60)
REPRESENTATIVE = LegalRepresentative(Civility.MADAME, "Le Goff", "Anne", "Directrice générale")


def an_imported_account(
    identifier: str, profile: Profile = Profile.USER, **values: object
) -> ImportedAccount:
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
    return replace(account, **values)  # type: ignore[arg-type]


ADMINISTRATOR = an_imported_account(
    "JLO000439",
    Profile.ADMINISTRATOR,
    password_created_at=CREATED + timedelta(hours=1),
    password=PASSWORD,
    last_sign_in_at=NOW - timedelta(days=1),
)
PENDING = an_imported_account("JLO000002", created_at=NOW - timedelta(days=3))
LAPSED = an_imported_account("JLO000003")
EXPIRED = an_imported_account("JLO000004", expires_on=paris_day(NOW) - timedelta(days=1))
DELETED = an_imported_account(
    "JLO000005",
    password_created_at=CREATED + timedelta(hours=2),
    deleted_at=NOW - timedelta(days=2),
)


def an_import(*accounts: ImportedAccount) -> EmployerImport:
    return EmployerImport(
        name="CHRU DE NANTES",
        siret="26000001300011",
        contract_number="VF201",
        postal_address=ADDRESS,
        representative=REPRESENTATIVE,
        funds=frozenset({"CNRACL", "RAFP"}),
        accounts=accounts,
    )


async def snapshot_after_import(*accounts: ImportedAccount) -> Snapshot:
    assert await import_employer(an_import(*accounts), NOW, POLICY)
    return await snapshot()


async def test_each_account_is_as_it_was_imported() -> None:
    imported = await snapshot_after_import(ADMINISTRATOR, PENDING, EXPIRED, DELETED)
    today = paris_day(NOW)
    assert [account.status(today) for _, account in sorted(imported.accounts.items())] == [
        AccountStatus.ACTIVE,
        AccountStatus.PENDING,
        AccountStatus.EXPIRED,
        AccountStatus.DELETED,
    ]
    for number, expected in zip(
        sorted(imported.accounts), (ADMINISTRATOR, PENDING, EXPIRED, DELETED), strict=True
    ):
        account = imported.accounts[number]
        assert (account.identifier, account.details, account.profile) == (
            expected.identifier,
            expected.details,
            expected.profile,
        )
        assert (account.created_at, account.expires_on) == (expected.created_at, expected.expires_on)
        assert (account.last_sign_in_at, account.deleted_at) == (
            expected.last_sign_in_at,
            expected.deleted_at,
        )
        assert imported.rights[number] == {"RAFP-01": AccessLevel.READ, "CNRACL-01": AccessLevel.WRITE}


async def test_no_account_is_without_its_history() -> None:
    imported = await snapshot_after_import(ADMINISTRATOR, DELETED)
    administrator, deleted = sorted(imported.accounts)
    assert [(e.account_id, e.operation, e.account_version, e.at) for e in imported.entries.values()] == [
        (administrator, Operation.ACCOUNT_CREATED, 1, CREATED),
        (deleted, Operation.ACCOUNT_CREATED, 1, CREATED),
        (administrator, Operation.PASSWORD_CREATED, 1, CREATED + timedelta(hours=1)),
        (deleted, Operation.PASSWORD_CREATED, 1, CREATED + timedelta(hours=2)),
        (deleted, Operation.ACCOUNT_DELETED, 2, NOW - timedelta(days=2)),
    ]
    actors = [entry.actor_id or entry.actor_name for entry in imported.entries.values()]
    assert actors == ["system", "system", administrator, deleted, "system"]
    assert all(fault is None for _, fault in (await verify_history()).values())


async def test_a_creation_is_recorded_field_by_field_as_any_other() -> None:
    imported = await snapshot_after_import(an_imported_account("JLO000002"))
    (entry,) = imported.entries.values()
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


async def test_the_feed_holds_every_status_that_an_account_has_had() -> None:
    imported = await snapshot_after_import(EXPIRED, DELETED)
    expired, deleted = sorted(imported.accounts)
    assert imported.feed == (
        (expired, None, "PENDING"),
        (deleted, None, "PENDING"),
        (deleted, "PENDING", "ACTIVE"),
        (deleted, "ACTIVE", "DELETED"),
        (expired, "PENDING", "EXPIRED"),
    )


async def test_only_holders_with_a_password_can_sign_in() -> None:
    await snapshot_after_import(ADMINISTRATOR, PENDING, DELETED)
    assert (await sign_in("jlo000439", PASSWORD, NOW, POLICY)).caller.signed_in().identifier == "JLO000439"
    for identifier in ("JLO000002", "JLO000005"):
        async with refused(ErrorCode.BAD_CREDENTIALS):
            await sign_in(identifier, PASSWORD, NOW, POLICY)


async def test_accounts_without_a_password_have_been_invited() -> None:
    imported = await snapshot_after_import(ADMINISTRATOR, PENDING, LAPSED)
    _, pending, lapsed = sorted(imported.accounts)
    invitations = await latest_invitations(imported.accounts, NOW)
    assert {number: invitation.state for number, invitation in invitations.items()} == {
        pending: InvitationState.SENT,
        lapsed: InvitationState.LAPSED,
    }
    (row,) = await query(f"SELECT facts FROM outgoing WHERE account_id = {pending}", [])
    assert "JLO000002" not in row["facts"], "C2: the e-mail never holds the identifier"


async def test_without_an_administrator_no_account_is_invited() -> None:
    imported = await snapshot_after_import(PENDING)
    assert await latest_invitations(imported.accounts, NOW) == {}


async def test_an_employer_without_accounts_can_be_founded() -> None:
    imported = await snapshot_after_import()
    assert (imported.accounts, imported.entries, imported.feed) == ({}, {}, ())


async def test_an_employer_that_exists_stays_as_it_is() -> None:
    await snapshot_after_import(ADMINISTRATOR)
    async with nothing_is_written():
        assert not await import_employer(replace(an_import(PENDING), contract_number="VF999"), NOW, POLICY)


async def test_of_two_imports_of_the_same_employer_at_once_one_writes() -> None:
    request = an_import(ADMINISTRATOR, PENDING)
    outcomes = await asyncio.gather(
        import_employer(request, NOW, POLICY), import_employer(request, NOW, POLICY)
    )
    assert sorted(outcomes) == [False, True]
    assert len((await snapshot()).accounts) == 2


async def test_another_employers_contract_number_is_refused() -> None:
    await snapshot_after_import(ADMINISTRATOR)
    async with refused(ErrorCode.CONFLICT) as refusals:
        await import_employer(replace(an_import(PENDING), siret="21000002200017"), NOW, POLICY)
    assert refusals[0].field == ("contractNumber",)


async def test_an_import_that_fails_in_the_middle_writes_nothing() -> None:
    async with nothing_is_written():
        with pytest.raises(IntegrityError):
            await import_employer(an_import(ADMINISTRATOR, PENDING, PENDING), NOW, POLICY)
    assert await import_employer(an_import(ADMINISTRATOR, PENDING), NOW, POLICY)


async def test_accounts_can_be_created_after_an_import() -> None:
    imported = await snapshot_after_import(ADMINISTRATOR)
    (employer_id,) = {account.employer_id for account in imported.accounts.values()}
    administrator = await account_by_identifier("JLO000439", [employer_id])
    assert administrator is not None
    created = await create(signed_in(administrator), a_creation(employer_id), NOW, POLICY)
    assert created.id > administrator.id
    assert all(fault is None for _, fault in (await verify_history()).values())
