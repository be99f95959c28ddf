"""When people are reminded (V1)."""

from datetime import date, datetime, timedelta

from models.rules.paris_calendar import add_months


def expiring_until(today: date, reminder_day: int) -> date:
    """The last expiry that is reminded of today: the end of next month from the reminder's day on, of this
    month before it. So what expires on 3 March is reminded of from 20 February."""
    months = 2 if today.day >= reminder_day else 1
    return add_months(today.replace(day=1), months) - timedelta(days=1)


def lapsing_until(now: datetime, days: int) -> datetime:
    """Links that lapse by then are reminded of now."""
    return now + timedelta(days=days)
