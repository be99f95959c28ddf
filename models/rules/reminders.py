"""When people are reminded (V1)."""

from datetime import date, datetime, timedelta

from models.rules.expiry import add_months


def reminder_from(expires_on: date, reminder_day: int) -> date:
    """The first day on which an account's expiry is reminded of: the 20th of the month before, say.

    Never after the month has begun: what expires on 3 March is reminded of from 20 February.
    """
    return add_months(expires_on.replace(day=1), -1).replace(day=reminder_day)


def expiring_until(today: date, reminder_day: int) -> date:
    """The last expiry that is reminded of today: the end of next month from the reminder's day on, of this
    month before it."""
    months = 2 if today.day >= reminder_day else 1
    return add_months(today.replace(day=1), months) - timedelta(days=1)


def lapsing_until(now: datetime, days: int) -> datetime:
    """Links that lapse by then are reminded of now."""
    return now + timedelta(days=days)
