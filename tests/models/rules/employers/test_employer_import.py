"""An employer imported with all its accounts: the events of their past (A5, H1, T2)."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.employers.employer import LegalRepresentative
from models.rules.employers.employer_import import (
    EmployerImport,
    ImportedAccount,
    account_from_import,
    life_events,
)
from models.rules.paris_calendar import paris_day, start_of_paris_day
from models.rules.vocabulary import AccountStatus, Civility, Operation, Profile
from tests.models.rules.account_facts import NOW, TODAY, an_account

PENDING, ACTIVE, EXPIRED, DELETED = AccountStatus
CREATED = NOW - timedelta(days=600)
LAST_DAY = TODAY - timedelta(days=50)
LAPSE = start_of_paris_day(LAST_DAY + timedelta(days=1))


def imported_account(
    password: datetime | None = None, deleted: datetime | None = None, expires_on: date = LAST_DAY
) -> ImportedAccount:
    return ImportedAccount(
        identifier="JLO000439",
        details=an_account().details,
        profile=Profile.USER,
        created_at=CREATED,
        expires_on=expires_on,
        rights={},
        password_created_at=password,
        password="Comptoir#2026",
        deleted_at=deleted,
    )


@pytest.mark.parametrize(
    ("account", "statuses"),
    [
        (imported_account(expires_on=TODAY), [PENDING]),
        (imported_account(CREATED + timedelta(days=1), expires_on=TODAY), [PENDING, ACTIVE]),
        (imported_account(), [PENDING, EXPIRED]),
        (imported_account(CREATED + timedelta(days=1)), [PENDING, ACTIVE, EXPIRED]),
        (imported_account(deleted=LAPSE - timedelta(microseconds=1)), [PENDING, DELETED]),
        (imported_account(deleted=LAPSE), [PENDING, EXPIRED, DELETED]),
        (imported_account(CREATED, NOW), [PENDING, ACTIVE, EXPIRED, DELETED]),
        (imported_account(CREATED, NOW, TODAY), [PENDING, ACTIVE, DELETED]),
    ],
)
def test_an_accounts_life_goes_through_these_statuses(
    account: ImportedAccount, statuses: list[AccountStatus]
) -> None:
    events = life_events(account, TODAY)
    assert [event.after for event in events] == statuses
    assert [event.before for event in events] == [None, *statuses[:-1]]


def test_expiry_has_no_operation_and_comes_as_the_last_day_ends_in_paris() -> None:
    events = {event.after: event for event in life_events(imported_account(CREATED, NOW), TODAY)}
    assert {after: event.operation for after, event in events.items()} == {
        PENDING: Operation.ACCOUNT_CREATED,
        ACTIVE: Operation.PASSWORD_CREATED,
        EXPIRED: None,
        DELETED: Operation.ACCOUNT_DELETED,
    }
    assert events[EXPIRED].at == LAPSE
    assert paris_day(LAPSE) == LAST_DAY + timedelta(days=1)


@given(st.integers(1, 700), st.booleans(), st.none() | st.integers(0, 600 * 24))
def test_a_life_ends_in_the_status_of_today_and_goes_forward_in_time(
    days: int, has_password: bool, deleted_after: int | None
) -> None:
    account = imported_account(
        CREATED + timedelta(hours=1) if has_password else None,
        None if deleted_after is None else CREATED + timedelta(hours=2 + deleted_after),
        paris_day(CREATED) + timedelta(days=days),
    )
    events = life_events(account, TODAY)
    assert events[-1].after is account_from_import(account, 7, 3).status(TODAY)
    assert [event.at for event in events] == sorted(event.at for event in events)


@pytest.mark.parametrize(("deleted", "version"), [(None, 1), (NOW, 2)])
def test_an_imported_account_keeps_its_details_and_its_deletion_counts_as_a_version(
    deleted: datetime | None, version: int
) -> None:
    imported = imported_account(CREATED, deleted)
    account = account_from_import(imported, 7, 3)
    assert imported.label == account.label
    assert account.details == an_account().details
    assert (account.id, account.employer_id, account.identifier) == (7, 3, "JLO000439")
    assert (account.version, account.deleted_at, account.locked_until) == (version, deleted, None)


def test_an_imported_password_is_not_shown_where_an_employer_is_printed() -> None:
    anne = LegalRepresentative(Civility.MADAME, "Le Goff", "Anne", "Directrice générale")
    funds = frozenset({"CNRACL"})
    employer = EmployerImport("CHRU DE NANTES", "26440013600471", "VF201", ("44035 NANTES",), anne, funds)
    assert employer.accounts == ()
    accounts = (imported_account(CREATED),)
    assert "Comptoir#2026" not in repr(EmployerImport("x", "y", "z", (), anne, funds, accounts))
