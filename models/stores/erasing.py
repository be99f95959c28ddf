"""Erasing what is personal of accounts deleted for good (D1). Identifiers, chain and feed stay."""

from collections.abc import Collection
from datetime import datetime

from models.rules.account import ERASED
from models.stores.statement import Statement
from models.tables.access import IdempotencyRow, SessionRow
from models.tables.account import AccountRow, CredentialRow, RightRow
from models.tables.history import HistoryRow
from models.tables.outgoing import OutgoingRow


async def deleted_before(before: datetime, limit: int) -> dict[int, list[int]]:
    """At most `limit` accounts deleted before then and not erased yet, by employer."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id, employer_id FROM account WHERE deleted_at < {statement.value(before)} "
        f"AND last_name <> {statement.value(ERASED)} ORDER BY employer_id, id LIMIT {limit}"
    )
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["employer_id"], []).append(row["id"])
    return found


async def erase(ids: Collection[int], before: datetime) -> int:
    """Those that are still deleted, since before then, and not erased yet; how many. The employer is locked.

    What is left of an account is its identifier and its dates.
    """
    still = AccountRow.filter(id__in=list(ids), deleted_at__lt=before).exclude(last_name=ERASED)
    wanted = [row.id for row in await still.only("id")]
    await AccountRow.filter(id__in=wanted).update(
        last_name=ERASED,
        first_name=ERASED,
        email=ERASED,
        phone=None,
        department=None,
        professional_address=ERASED,
        last_name_key="",
        first_name_key="",
        department_key="",
        search_key="",
    )
    await HistoryRow.filter(account_id__in=wanted).update(changes=None, salt=None)
    await OutgoingRow.filter(account_id__in=wanted).update(recipient=ERASED, facts="{}", last_error=None)
    await CredentialRow.filter(account_id__in=wanted).delete()
    await RightRow.filter(account_id__in=wanted).delete()
    await SessionRow.filter(account_id__in=wanted).delete()
    await IdempotencyRow.filter(account_id__in=wanted).delete()
    return len(wanted)
