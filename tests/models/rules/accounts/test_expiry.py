"""How long an account is valid, in calendar months and Paris days (A5, A6, R1)."""

from calendar import monthrange
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.accounts.expiry import expiry_date, status_on
from models.rules.history_entry import changes_between
from models.rules.paris_calendar import add_months, days_after, paris_day, start_of_paris_day
from models.rules.vocabulary import AccountStatus
from tests.models.rules.account_facts import TODAY, an_account

EVERY_DAY = [date(2023, 1, 1) + timedelta(days=n) for n in range((date(2030, 1, 1) - date(2023, 1, 1)).days)]
days = st.dates(date(1990, 1, 1), date(2090, 12, 31))
months = st.integers(-240, 240)


def month_number(day: date) -> int:
    return day.year * 12 + day.month


@pytest.mark.parametrize(
    ("created", "last_day"),
    [
        (date(2022, 8, 31), date(2024, 2, 29)),
        (date(2022, 8, 30), date(2024, 2, 29)),
        (date(2022, 8, 29), date(2024, 2, 29)),
        (date(2022, 8, 28), date(2024, 2, 28)),
        (date(2023, 8, 31), date(2025, 2, 28)),
        (date(2024, 8, 31), date(2026, 2, 28)),
        (date(2026, 8, 31), date(2028, 2, 29)),
        (date(2098, 8, 31), date(2100, 2, 28)),
        (date(2024, 2, 29), date(2025, 8, 29)),
        (date(2025, 12, 31), date(2027, 6, 30)),
        (date(2026, 6, 30), date(2027, 12, 30)),
        (date(2026, 1, 1), date(2027, 7, 1)),
    ],
)
def test_an_account_is_valid_for_18_calendar_months_from_its_creation(created: date, last_day: date) -> None:
    assert expiry_date(created, 18) == last_day


def test_18_months_from_every_day_of_2023_to_2029_end_on_that_day_or_on_a_shorter_months_last() -> None:
    for day in EVERY_DAY:
        last = expiry_date(day, 18)
        assert month_number(last) == month_number(day) + 18
        assert last.day == min(day.day, monthrange(last.year, last.month)[1])


@given(days, months)
def test_adding_months_changes_the_month_by_that_many_and_the_day_only_to_clamp_it(day: date, n: int) -> None:
    later = add_months(day, n)
    assert month_number(later) == month_number(day) + n
    assert later.day == day.day or (later.day < day.day and (later + timedelta(days=1)).day == 1)


@given(days, days, months, months)
def test_what_is_created_later_or_for_longer_never_expires_earlier(a: date, b: date, m: int, n: int) -> None:
    assert add_months(min(a, b), n) <= add_months(max(a, b), n)
    assert add_months(a, min(m, n)) <= add_months(a, max(m, n))


@given(st.sampled_from(EVERY_DAY), st.integers(1, 36))
def test_renewing_twice_on_a_day_leaves_nothing_to_write_the_second_time(today: date, length: int) -> None:
    account = an_account(expires_on=today - timedelta(days=9))
    once = replace(account, expires_on=expiry_date(today, length))
    twice = replace(once, expires_on=expiry_date(today, length))
    first, second = (
        changes_between({"expiresOn": str(before.expires_on)}, {"expiresOn": str(after.expires_on)})
        for before, after in ((account, once), (once, twice))
    )
    assert len(first) == 1
    assert second == ()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-03-28T22:59:59Z", "2026-03-28"),
        ("2026-03-28T23:00:00Z", "2026-03-29"),
        ("2026-03-28T23:30:00Z", "2026-03-29"),
        ("2026-03-29T00:59:59Z", "2026-03-29"),
        ("2026-03-29T21:59:59Z", "2026-03-29"),
        ("2026-03-29T22:00:00Z", "2026-03-30"),
        ("2026-03-29T23:30:00Z", "2026-03-30"),
        ("2026-10-24T21:59:59Z", "2026-10-24"),
        ("2026-10-24T22:00:00Z", "2026-10-25"),
        ("2026-10-25T22:30:00Z", "2026-10-25"),
        ("2026-10-25T23:00:00Z", "2026-10-26"),
        ("2026-10-25T23:30:00Z", "2026-10-26"),
        ("2026-12-31T22:59:59Z", "2026-12-31"),
        ("2026-12-31T23:30:00Z", "2027-01-01"),
        ("2027-01-01T10:00:00+14:00", "2026-12-31"),
        ("2026-12-31T18:30:00-05:00", "2027-01-01"),
    ],
)
def test_the_day_is_the_one_it_is_in_paris_even_when_the_clocks_change(moment: str, day: str) -> None:
    assert paris_day(datetime.fromisoformat(moment)) == date.fromisoformat(day)


def test_a_moment_without_an_offset_names_no_day() -> None:
    with pytest.raises(ValueError, match="has no offset"):
        paris_day(datetime(2026, 3, 12, 9, 30))  # noqa: DTZ001 that is the point


def test_a_paris_day_begins_right_after_the_one_before_and_lasts_23_24_or_25_hours() -> None:
    lengths = {}
    for day in EVERY_DAY:
        start = start_of_paris_day(day)
        assert start.tzinfo is UTC
        assert paris_day(start) == day
        assert paris_day(start - timedelta(microseconds=1)) == day - timedelta(days=1)
        lengths[day] = (start_of_paris_day(day + timedelta(days=1)) - start) // timedelta(hours=1)
    assert {day for day, hours in lengths.items() if hours == 23} == {_last_sunday(y, 3) for y in _YEARS}
    assert {day for day, hours in lengths.items() if hours == 25} == {_last_sunday(y, 10) for y in _YEARS}
    assert set(lengths.values()) == {23, 24, 25}


@given(st.datetimes(datetime(2000, 1, 1), datetime(2060, 1, 1)), st.integers(-14, 14))  # noqa: DTZ001
def test_the_offset_a_moment_is_written_with_does_not_change_its_day(moment: datetime, hours: int) -> None:
    utc = moment.replace(tzinfo=UTC)
    assert paris_day(utc.astimezone(timezone(timedelta(hours=hours)))) == paris_day(utc)


@pytest.mark.parametrize(
    ("deleted", "has_password", "days_left"),
    list(product([False, True], [False, True], [-99, -1, 0, 1, 99])),
)
def test_status_is_deleted_else_expired_the_day_after_else_pending_without_password_else_active(
    deleted: bool, has_password: bool, days_left: int
) -> None:
    claims = [
        (AccountStatus.DELETED, deleted),
        (AccountStatus.EXPIRED, days_left < 0),
        (AccountStatus.PENDING, not has_password),
        (AccountStatus.ACTIVE, True),
    ]
    expected = next(status for status, holds in claims if holds)
    expires_on = TODAY + timedelta(days=days_left)
    status = status_on(TODAY, deleted=deleted, expires_on=expires_on, has_password=has_password)
    assert status is expected


@given(days, st.integers(1, 36))
def test_an_account_is_valid_on_its_last_day_and_expired_on_the_next(created: date, length: int) -> None:
    last = expiry_date(created, length)
    on_last, on_next = (
        status_on(today, deleted=False, expires_on=last, has_password=True)
        for today in (last, last + timedelta(days=1))
    )
    assert (on_last, on_next) == (AccountStatus.ACTIVE, AccountStatus.EXPIRED)


def test_a_links_15_days_are_15_times_24_hours_even_when_the_clocks_change() -> None:
    sent = datetime(2026, 3, 20, 12, tzinfo=UTC)
    assert days_after(sent, 15) - sent == timedelta(hours=15 * 24)


_YEARS = range(2023, 2030)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() + 1) % 7)
