"""When a message that could not leave is tried again, and when it is given up."""

from datetime import datetime, timedelta

FIRST_RETRY_DELAY = timedelta(minutes=1)
MAX_RETRY_DELAY = timedelta(hours=1)
RETRY_PERIOD = timedelta(days=3)


def next_attempt(now: datetime, failures: int, draw: float) -> datetime:
    """After this many failures, the one just met included.

    The wait doubles from a minute to an hour; `draw`, from 0 to 1, spreads it from half to one and a half
    times that, so that what failed together does not come back together.
    """
    wait = min(FIRST_RETRY_DELAY * (1 << min(failures - 1, 10)), MAX_RETRY_DELAY)
    return now + wait * (0.5 + draw)


def is_retry_period_over(created_at: datetime, now: datetime) -> bool:
    """True if a message that fails now has been waiting too long to be tried again."""
    return now - created_at >= RETRY_PERIOD
