"""When a failed webhook delivery is retried, and how long an unreachable webhook is paused (T2)."""

from datetime import timedelta

RETRY_DELAYS = (
    timedelta(seconds=5),
    timedelta(minutes=5),
    timedelta(minutes=30),
    *(timedelta(hours=hours) for hours in (2, 5, 10, 14, 20, 24)),
)
MIN_PAUSE, MAX_PAUSE = timedelta(seconds=5), timedelta(minutes=5)


def retry_delay(attempts: int, drawn: float) -> timedelta | None:
    """Return the delay before the next attempt; None when the delivery is dead-lettered, after three days.

    `drawn`, a random number from 0 to 1, adds up to a tenth of the delay: deliveries that failed together are
    retried apart.
    """
    return RETRY_DELAYS[attempts - 1] * (1 + drawn / 10) if attempts <= len(RETRY_DELAYS) else None


def failures_in_a_row(failures: int, *, responded: bool) -> int:
    """Return the number of consecutive leases without a response, after one more lease.

    `responded`: the receiver responded during that lease.
    """
    return 0 if responded else failures + 1


def pause_duration(failures: int) -> timedelta:
    """Return how long a webhook is paused after this many leases in a row without a response."""
    doubled: int = 1 << min(failures, 10) >> 1
    return min(MIN_PAUSE * doubled, MAX_PAUSE)
