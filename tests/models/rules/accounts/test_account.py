"""The status and lock of an account, and its details in the history (A1, A5, P3, H1)."""

from datetime import timedelta

import pytest

from models.rules.accounts.account import Details
from models.rules.accounts.account_changes import details_for_history
from models.rules.vocabulary import AccountStatus, Civility
from tests.models.rules.account_facts import NOW, TODAY, an_account, an_account_that_is


@pytest.mark.parametrize("status", AccountStatus)
def test_an_account_has_a_status_on_a_day(status: AccountStatus) -> None:
    assert an_account_that_is(status).status(TODAY) is status


def test_an_account_that_was_active_yesterday_expires_by_the_passing_of_time_alone() -> None:
    account = an_account(expires_on=TODAY)
    assert account.status(TODAY) is AccountStatus.ACTIVE
    assert account.status(TODAY + timedelta(days=1)) is AccountStatus.EXPIRED


@pytest.mark.parametrize(
    ("minutes", "locked"), [(None, False), (-1, False), (0, False), (1, True), (24 * 60, True)]
)
def test_an_account_is_locked_until_a_moment_and_open_from_that_moment_on(
    minutes: int | None, locked: bool
) -> None:
    until = None if minutes is None else NOW + timedelta(minutes=minutes)
    assert an_account(locked_until=until).locked(NOW) is locked


def test_an_account_is_called_by_its_holders_name_and_identifier() -> None:
    assert an_account().label == "Jean Louty (JLO000439)"


def test_the_history_records_the_details_by_the_names_that_clients_know() -> None:
    account = an_account(phone=None)
    assert details_for_history(account.details) == {
        "civility": "MONSIEUR",
        "lastName": "Louty",
        "firstName": "Jean",
        "email": "jean.louty@chu-nantes.example",
        "phone": None,
        "department": "Service paye",
        "professionalAddress": "CHRU de Nantes\n44035 Nantes Cedex 1",
    }


def test_the_history_records_no_postal_address_where_there_is_none() -> None:
    details = Details(Civility.MADAME, "Ng", "O", "o@exemple.example", None, None, ())
    assert details_for_history(details)["professionalAddress"] is None
