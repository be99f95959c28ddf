"""When failed webhook deliveries are retried, and how long an unreachable webhook is paused (T2)."""

from datetime import timedelta

from models.rules.partners.webhook_retry import pause_duration, retry_delay


def test_retries_spread_over_three_days_and_end() -> None:
    delays = [retry_delay(attempts, 0.0) for attempts in range(1, 11)]
    assert delays[-1] is None
    retries = [delay for delay in delays if delay is not None]
    assert retries == sorted(retries)
    assert timedelta(days=3) < sum(retries, timedelta()) < timedelta(days=4)
    assert retry_delay(1, 1.0) == timedelta(seconds=5.5)


def test_a_webhook_that_does_not_respond_is_paused_with_exponential_backoff() -> None:
    pauses = [pause_duration(failures) for failures in range(1, 40)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (timedelta(seconds=5), timedelta(minutes=5))
