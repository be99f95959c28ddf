"""How long an account is valid, and its status on a given day (A5, A6, R1, R3).

Days are calendar days in Europe/Paris. Nothing here reads the clock: the moment is passed in.
"""

from datetime import date

from models.rules.paris_calendar import add_months
from models.rules.vocabulary import AccountStatus


def expiry_date(today: date, validity_months: int) -> date:
    """The last day of an account created or renewed today (A6, R1)."""
    return add_months(today, validity_months)


def status_on(today: date, *, deleted: bool, expires_on: date, has_password: bool) -> AccountStatus:
    """The status of an account on this day (A5). It is still valid on the day of expiry itself."""
    if deleted:
        return AccountStatus.DELETED
    if expires_on < today:
        return AccountStatus.EXPIRED
    return AccountStatus.ACTIVE if has_password else AccountStatus.PENDING
