"""When holders and administrators are reminded (V1)."""

from datetime import date, datetime, timedelta

from models.rules.paris_calendar import add_months


def expiring_until(today: date, reminder_day: int) -> date:
    """Return the last expiry date for which reminders are sent today.

    It is the end of next month from the reminder day on, and the end of this month before it: with 20 as the
    reminder day, an account that expires on 3 March has its reminder from 20 February.
    """
    months = 2 if today.day >= reminder_day else 1
    return add_months(today.replace(day=1), months) - timedelta(days=1)


def full_years(since: date, today: date) -> int:
    """Return how many years have passed since a day; 29 February has its anniversary on the 28th."""
    years = today.year - since.year
    return years if add_months(since, 12 * years) <= today else years - 1


def lapsing_until(now: datetime, days: int) -> datetime:
    """Return the moment by which a link lapses if its reminder is sent now."""
    return now + timedelta(days=days)
