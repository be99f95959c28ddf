"""The status of an account in SQL, equal to the rule (A5)."""

from datetime import date

from models.rules.vocabulary import AccountStatus
from models.stores.sql import Statement

_STATUSES = {
    AccountStatus.DELETED: "deleted_at IS NOT NULL",
    AccountStatus.EXPIRED: "expires_on < {today}",
    AccountStatus.PENDING: "password_created_at IS NULL",
    AccountStatus.ACTIVE: "id IS NOT NULL",
}
"""A5, in SQL: a status is the first whose condition holds. A test holds this equal to the rule."""


def status_sql(statement: Statement, today: date) -> str:
    """The place of an account's status in `AccountStatus`, for orders and groups."""
    as_date, places = statement.value(today), list(AccountStatus)
    cases = " ".join(
        f"WHEN {condition.format(today=as_date)} THEN {places.index(status)}"
        for status, condition in _STATUSES.items()
    )
    return f"CASE {cases} END"


def has_status(statement: Statement, status: AccountStatus, today: date) -> str:
    """The same as a condition, which the databases can weigh: this holds, and none before it does."""
    known = list(_STATUSES)
    unlike = [f"NOT ({_STATUSES[each]})" for each in known[: known.index(status)]]
    text = " AND ".join([*unlike, f"({_STATUSES[status]})"])
    return text.format(today=statement.value(today)) if "{today}" in text else text
