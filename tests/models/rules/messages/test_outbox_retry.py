"""When a message that could not be sent is retried, and when it is given up."""

from datetime import timedelta

import pytest

from models.rules.messages.outbox_retry import is_retry_period_over, next_attempt
from tests.factories import NOW


@pytest.mark.parametrize(
    ("failures", "minutes"),
    [(1, 1), (2, 2), (3, 4), (4, 8), (5, 16), (6, 32), (7, 60), (8, 60), (10_000, 60)],
)
def test_the_wait_doubles_from_a_minute_to_an_hour(failures: int, minutes: int) -> None:
    assert next_attempt(NOW, failures, 0.5) == NOW + timedelta(minutes=minutes)


def test_chance_spreads_the_wait_from_half_to_one_and_a_half() -> None:
    assert next_attempt(NOW, 3, 0.0) == NOW + timedelta(minutes=2)
    assert next_attempt(NOW, 3, 1.0) == NOW + timedelta(minutes=6)


def test_a_message_is_given_up_after_three_days() -> None:
    almost = NOW + timedelta(days=3) - timedelta(seconds=1)
    assert not is_retry_period_over(NOW, almost)
    assert is_retry_period_over(NOW, NOW + timedelta(days=3))
