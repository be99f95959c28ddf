"""Days that the guide counts from today, as the panel shows them, and days of expiry that have come."""

from datetime import UTC, datetime, timedelta

from models.rules.paris_calendar import add_months, paris_day
from tests.panel.database import change

_EXPIRY = """UPDATE account SET expires_on = (now() AT TIME ZONE 'Europe/Paris')::date - $2::int
    WHERE identifier = $1"""


def expired_for(database: str, identifier: str, days: int) -> None:
    """The account expired this many days ago; with 0, today is its last day."""
    change(database, _EXPIRY, identifier, days)


def shown_in_days(days: int) -> str:
    """02/12/2026: today in Paris and this many days."""
    return f"{paris_day(datetime.now(UTC)) + timedelta(days):%d/%m/%Y}"


def shown_in_months(months: int) -> str:
    """02/12/2026: today in Paris and this many months."""
    return f"{add_months(paris_day(datetime.now(UTC)), months):%d/%m/%Y}"
