"""The conditions, in SQL, that an account is in a selection: employer, filter and search (L1, L4)."""

from datetime import datetime

from models.rules.accounts.search import Selection
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import AccountStatus
from models.stores.accounts.search_sql import search_conditions
from models.stores.accounts.status_sql import has_status
from models.stores.sign_in.invitation_sql import has_invitation
from models.stores.sql import Statement


def selection_conditions(statement: Statement, selection: Selection, now: datetime) -> list[str]:
    """The conditions on a row of `account`, all of which it must meet."""
    wanted, today = selection.filter, paris_day(now)
    conditions = [f"employer_id = {statement.value(selection.employer_id)}"]
    if wanted.statuses is None or AccountStatus.DELETED not in wanted.statuses:
        conditions.append("deleted_at IS NULL")  # L4
    if wanted.statuses is not None:
        each = [f"({has_status(statement, status, today)})" for status in wanted.statuses]
        conditions.append(f"({' OR '.join(each) or '1 = 0'})")
    if wanted.profiles is not None:
        profiles = ", ".join(statement.value(profile.value) for profile in wanted.profiles) or "NULL"
        conditions.append(f"profile IN ({profiles})")
    if wanted.expires_before is not None:
        conditions.append(f"expires_on < {statement.value(wanted.expires_before)}")
    if wanted.expires_from is not None:
        conditions.append(f"expires_on >= {statement.value(wanted.expires_from)}")
    if wanted.service is not None:
        code, level = wanted.service
        # A subquery for one value: as a semi-join, PostgreSQL would read the rights of the whole platform.
        conditions.append(
            "(SELECT r.level FROM access_right r WHERE r.account_id = account.id "
            f"AND r.service_id = {statement.value(code)}) >= {statement.value(level.value)}"
        )
    if wanted.locked is not None:
        until = f"locked_until > {statement.value(now)}"
        conditions.append(until if wanted.locked else f"(locked_until IS NULL OR NOT {until})")
    if wanted.never_signed_in is not None:
        conditions.append(f"last_sign_in_at IS {'' if wanted.never_signed_in else 'NOT '}NULL")
    if wanted.invitations is not None:
        conditions.append(has_invitation(statement, wanted.invitations, now))
    return conditions + search_conditions(statement, selection.search)
