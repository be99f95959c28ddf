"""Days that the guide counts from today, as the panel shows them."""

from datetime import UTC, datetime, timedelta

from models.rules.paris_calendar import add_months, paris_day


def shown_in_days(days: int) -> str:
    """02/12/2026: today in Paris and this many days."""
    return f"{paris_day(datetime.now(UTC)) + timedelta(days):%d/%m/%Y}"


def shown_in_months(months: int) -> str:
    """02/12/2026: today in Paris and this many months."""
    return f"{add_months(paris_day(datetime.now(UTC)), months):%d/%m/%Y}"
