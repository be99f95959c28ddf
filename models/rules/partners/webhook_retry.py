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
    """How long after so many attempts in vain; None when it is given up, after three days.

    `drawn`, from 0 to 1, spreads what failed together: up to a tenth more.
    """
    return RETRY_DELAYS[attempts - 1] * (1 + drawn / 10) if attempts <= len(RETRY_DELAYS) else None


def failures_in_a_row(failures: int, *, there: bool) -> int:
    """The turns in a row in which nobody was there, after one more."""
    return 0 if there else failures + 1


def pause_duration(failures: int) -> timedelta:
    """How long a webhook is left alone after so many turns in a row in which nobody was there."""
    doubled: int = 1 << min(failures, 10) >> 1
    return min(MIN_PAUSE * doubled, MAX_PAUSE)
