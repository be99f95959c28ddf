"""Calendar days in Paris. Nothing here reads the clock: the moment is passed in."""

from calendar import monthrange
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")


def paris_day(now: datetime) -> date:
    """The day in Paris at the moment `now`. Raises: ValueError if `now` has no offset."""
    if now.tzinfo is None:
        raise ValueError(f"{now!r} has no offset: a moment without one names no day")
    return now.astimezone(PARIS).date()


def start_of_paris_day(day: date) -> datetime:
    """The first moment, in UTC, of a day in Paris; 23 or 25 hours before the next when the clocks change."""
    return datetime.combine(day, time.min, tzinfo=PARIS).astimezone(UTC)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, clamped to the end of a shorter month (A6)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def days_after(moment: datetime, days: int) -> datetime:
    """`days` times 24 hours later: when a link lapses (C3), or the grace period after deletion ends (D1)."""
    return moment + timedelta(days=days)
