"""What is about to end: accounts that expire, invitations that lapse (V1)."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.stores.accounts.accounts import COLUMNS, account_of
from models.stores.sql import Statement, moment
from models.tables.employers import EmployerRow


@dataclass(frozen=True, slots=True)
class Lapsing:
    """An account that waits for its password, and the link that it waits with."""

    account: Account
    link_id: int
    lapses_at: datetime


async def expiring(employer_id: int, today: date, until: date) -> list[Account]:
    """Active accounts that expire by then, the first to expire first."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT {COLUMNS} FROM account WHERE employer_id = {statement.value(employer_id)} "
        f"AND deleted_at IS NULL AND password_created_at IS NOT NULL "
        f"AND expires_on >= {statement.value(today)} AND expires_on <= {statement.value(until)} "
        "ORDER BY expires_on, last_name_key, first_name_key, id"
    )
    return [account_of(row) for row in rows]


async def lapsing(employer_id: int, today: date, now: datetime, until: datetime) -> list[Lapsing]:
    """Pending accounts whose invitation was sent and lapses by then, the first to lapse first."""
    statement = Statement()
    columns = ", ".join(f"account.{name.strip()}" for name in COLUMNS.split(","))
    rows = await statement.rows(
        f"SELECT {columns}, l.id AS link_id, l.expires_at AS lapses_at FROM account "
        "JOIN password_link l ON l.account_id = account.id AND l.purpose = 'CREATE' "
        "AND l.used_at IS NULL AND l.revoked_at IS NULL "
        f"WHERE account.employer_id = {statement.value(employer_id)} AND account.deleted_at IS NULL "
        f"AND account.password_created_at IS NULL AND account.expires_on >= {statement.value(today)} "
        f"AND l.expires_at > {statement.value(now)} AND l.expires_at <= {statement.value(until)} "
        "ORDER BY l.expires_at, account.id"
    )
    return [Lapsing(account_of(row), row["link_id"], moment(row["lapses_at"])) for row in rows]


async def every_employer() -> list[int]:
    return [row.id for row in await EmployerRow.all().order_by("id")]
