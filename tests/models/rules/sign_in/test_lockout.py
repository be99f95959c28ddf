"""Wrong passwords, and the locks that they cause (P3)."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from models.rules.sign_in.lockout import LockoutState, lock_duration, state_after_failure
from tests.models.rules.account_facts import NOW

MINUTE = timedelta(minutes=1)
TICK = timedelta(microseconds=1)
DAY_OF_MINUTES = 24 * 60

waits = st.lists(st.integers(min_value=0, max_value=2 * DAY_OF_MINUTES), max_size=120)
"""Minutes between one wrong password and the next."""


def after_failures(count: int, state: LockoutState | None = None, now: datetime = NOW) -> LockoutState:
    state = state or LockoutState()
    for _ in range(count):
        state = state_after_failure(state, now)
    return state


def test_four_wrong_passwords_lock_nothing_and_the_fifth_locks_for_15_minutes() -> None:
    assert [after_failures(count).locked(NOW) for count in range(5)] == [False] * 5
    assert after_failures(5) == LockoutState(0, 1, NOW + 15 * MINUTE)


def test_a_lock_is_over_at_its_last_moment() -> None:
    locked = after_failures(5)
    assert locked.locked(NOW + 15 * MINUTE - TICK)
    assert not locked.locked(NOW + 15 * MINUTE)


def test_attempts_while_locked_do_not_count() -> None:
    assert after_failures(1_000, now=NOW) == after_failures(5, now=NOW)


def test_each_lock_is_twice_as_long_as_the_one_before_up_to_a_day() -> None:
    minutes = [lock_duration(number) / MINUTE for number in range(1, 10)]
    assert minutes == [15, 30, 60, 120, 240, 480, 960, 1440, 1440]
    assert lock_duration(10_000) == timedelta(hours=24)


def test_after_a_lock_there_are_five_more_attempts() -> None:
    later = NOW + 15 * MINUTE
    state = after_failures(4, after_failures(5), later)
    assert state == LockoutState(4, 1, None)
    assert state_after_failure(state, later) == LockoutState(0, 2, later + 30 * MINUTE)


@given(waits)
def test_at_any_pace_of_guesses_the_locks_are_these(minutes: list[int]) -> None:
    """The rule computed another way: the guesses that counted, in groups of five."""
    state, now = LockoutState(), NOW
    counted, free_from = 0, NOW
    for wait in minutes:
        now += wait * MINUTE
        state = state_after_failure(state, now)
        if now >= free_from:
            counted += 1
            if counted % 5 == 0:
                free_from = now + min(15 * 2 ** (counted // 5 - 1), DAY_OF_MINUTES) * MINUTE
        assert state.locked(now) is (now < free_from)
        assert (state.failures, state.locks) == (counted % 5, counted // 5)
        assert not state.locked(free_from)


@given(waits)
def test_guesses_are_limited_to_40_in_the_first_day_and_five_a_day_after(minutes: list[int]) -> None:
    """The purpose of the lock: 35 guesses at most before the first lock of a day, then five for each."""
    state, now, guesses = LockoutState(), NOW, 0
    for wait in minutes:
        now += wait * MINUTE
        guesses += not state.locked(now)
        state = state_after_failure(state, now)
    days = (now - NOW) // timedelta(days=1)
    assert guesses <= 40 + 5 * days
