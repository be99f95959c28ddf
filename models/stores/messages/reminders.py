"""Accounts about to expire, and invitations about to lapse, to send reminders of (V1)."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement, as_datetime
from models.tables.employers import EmployerRow


@dataclass(frozen=True, slots=True)
class LapsingInvitation:
    """A pending account, and the link of its invitation."""

    account: Account
    link_id: int
    lapses_at: datetime


async def expiring_accounts(employer_id: int, today: date, until: date) -> list[Account]:
    """Active accounts that expire by the day `until`, the first to expire first."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE employer_id = {statement.value(employer_id)} "
        f"AND deleted_at IS NULL AND password_created_at IS NOT NULL "
        f"AND expires_on >= {statement.value(today)} AND expires_on <= {statement.value(until)} "
        "ORDER BY expires_on, last_name_key, first_name_key, id"
    )
    return [account_from_row(row) for row in rows]


async def lapsing_invitations(
    employer_id: int, today: date, now: datetime, until: datetime
) -> list[LapsingInvitation]:
    """Pending accounts whose invitation lapses by the moment `until`, the first to lapse first."""
    statement = Statement()
    columns = ", ".join(f"account.{name.strip()}" for name in ACCOUNT_COLUMNS.split(","))
    rows = await statement.rows(
        f"SELECT {columns}, l.id AS link_id, l.expires_at AS lapses_at FROM account "
        "JOIN password_link l ON l.account_id = account.id AND l.purpose = 'CREATE' "
        "AND l.used_at IS NULL AND l.revoked_at IS NULL "
        f"WHERE account.employer_id = {statement.value(employer_id)} AND account.deleted_at IS NULL "
        f"AND account.password_created_at IS NULL AND account.expires_on >= {statement.value(today)} "
        f"AND l.expires_at > {statement.value(now)} AND l.expires_at <= {statement.value(until)} "
        "ORDER BY l.expires_at, account.id"
    )
    return [
        LapsingInvitation(account_from_row(row), row["link_id"], as_datetime(row["lapses_at"]))
        for row in rows
    ]


async def employer_ids() -> list[int]:
    return [row.id for row in await EmployerRow.all().order_by("id")]
