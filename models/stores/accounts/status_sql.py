"""The status of an account in SQL, equal to the rule in `models.rules.accounts.expiry` (A5)."""

from datetime import date

from models.rules.vocabulary import AccountStatus
from models.stores.sql import Statement

_STATUSES = {
    AccountStatus.DELETED: "deleted_at IS NOT NULL",
    AccountStatus.EXPIRED: "expires_on < {today}",
    AccountStatus.PENDING: "password_created_at IS NULL",
    AccountStatus.ACTIVE: "id IS NOT NULL",
}
"""A5 in SQL: the status is the first whose condition is true. A test compares this with the rule."""


def status_sql(statement: Statement, today: date) -> str:
    """The position of an account's status in `AccountStatus`, as SQL for grouping."""
    today_value, statuses = statement.value(today), list(AccountStatus)
    cases = " ".join(
        f"WHEN {condition.format(today=today_value)} THEN {statuses.index(status)}"
        for status, condition in _STATUSES.items()
    )
    return f"CASE {cases} END"


def has_status(statement: Statement, status: AccountStatus, today: date) -> str:
    """The condition for one status: its own is true and none before it. The planner can estimate it."""
    statuses = list(_STATUSES)
    earlier = [f"NOT ({_STATUSES[each]})" for each in statuses[: statuses.index(status)]]
    text = " AND ".join([*earlier, f"({_STATUSES[status]})"])
    return text.format(today=statement.value(today)) if "{today}" in text else text
