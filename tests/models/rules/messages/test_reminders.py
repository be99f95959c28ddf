"""When holders and administrators are reminded (V1)."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.messages.reminders import expiring_until, lapsing_until
from models.rules.paris_calendar import add_months
from tests.models.rules.account_facts import NOW


@pytest.mark.parametrize(
    ("today", "until"),
    [
        (date(2026, 1, 19), date(2026, 1, 31)),
        (date(2026, 1, 20), date(2026, 2, 28)),
        (date(2028, 1, 20), date(2028, 2, 29)),
        (date(2026, 2, 1), date(2026, 2, 28)),
        (date(2026, 2, 28), date(2026, 3, 31)),
        (date(2026, 11, 20), date(2026, 12, 31)),
        (date(2026, 12, 19), date(2026, 12, 31)),
        (date(2026, 12, 31), date(2027, 1, 31)),
    ],
)
def test_from_the_20th_accounts_that_expire_next_month_have_a_reminder(today: date, until: date) -> None:
    assert expiring_until(today, 20) == until


@given(
    today=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    ahead=st.integers(min_value=0, max_value=70),
    day=st.integers(min_value=1, max_value=28),
)
def test_an_account_has_a_reminder_from_that_day_of_the_month_before_until_it_expires(
    today: date, ahead: int, day: int
) -> None:
    expires_on = today + timedelta(days=ahead)
    first_day = add_months(expires_on.replace(day=1), -1).replace(day=day)
    assert (expires_on <= expiring_until(today, day)) is (today >= first_day)


@given(today=st.dates(date(2000, 1, 1), date(2100, 1, 1)), day=st.integers(min_value=1, max_value=28))
def test_the_last_expiry_reminded_is_always_the_end_of_a_month(today: date, day: int) -> None:
    until = expiring_until(today, day)
    assert until.day == monthrange(until.year, until.month)[1]
    assert today <= until


def test_invitations_have_a_reminder_in_their_last_days() -> None:
    assert lapsing_until(NOW, 3) == NOW + timedelta(days=3)
