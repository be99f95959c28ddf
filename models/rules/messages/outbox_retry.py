"""When a message that could not be sent is retried, and when it is given up: exponential backoff."""

from datetime import datetime, timedelta

FIRST_RETRY_DELAY = timedelta(minutes=1)
MAX_RETRY_DELAY = timedelta(hours=1)
RETRY_PERIOD = timedelta(days=3)


def next_attempt(now: datetime, failures: int, draw: float) -> datetime:
    """Return when to retry after this number of failures, the present one included.

    The wait doubles from a minute to an hour. `draw`, from 0 to 1, multiplies it by 0.5 to 1.5, so that
    messages that failed together are not retried together.
    """
    wait = min(FIRST_RETRY_DELAY * (1 << min(failures - 1, 10)), MAX_RETRY_DELAY)
    return now + wait * (0.5 + draw)


def is_retry_period_over(created_at: datetime, now: datetime) -> bool:
    """Return whether a message that fails now was queued too long ago to be retried."""
    return now - created_at >= RETRY_PERIOD
