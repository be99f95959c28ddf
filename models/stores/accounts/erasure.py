"""Erasing the personal data of accounts deleted for good (D1). Identifiers, hash chain and feed stay."""

from collections.abc import Collection
from datetime import datetime

from models.rules.accounts.account import ERASED_TEXT
from models.rules.vocabulary import OutgoingState
from models.stores.sql import Statement
from models.tables.accounts import AccountRow, CredentialRow, RightRow
from models.tables.history import HistoryRow
from models.tables.messages import OutgoingRow
from models.tables.sign_in import IdempotencyRow, SessionRow

NO_FACTS = "{}"


async def find_deleted_accounts(before: datetime, limit: int) -> dict[int, list[int]]:
    """The ids of at most `limit` accounts deleted before this moment and not erased yet, by employer."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id, employer_id FROM account WHERE deleted_at < {statement.value(before)} "
        f"AND last_name <> {statement.value(ERASED_TEXT)} ORDER BY employer_id, id LIMIT {limit}"
    )
    ids: dict[int, list[int]] = {}
    for row in rows:
        ids.setdefault(row["employer_id"], []).append(row["id"])
    return ids


async def erase_accounts(ids: Collection[int], before: datetime) -> int:
    """Erase those of these accounts that were deleted before this moment and are not erased; return how many.

    The caller holds the lock of the employer. An erased account retains its identifier and its dates.
    """
    deleted = AccountRow.filter(id__in=list(ids), deleted_at__lt=before).exclude(last_name=ERASED_TEXT)
    account_ids = [row.id for row in await deleted.only("id")]
    await AccountRow.filter(id__in=account_ids).update(
        last_name=ERASED_TEXT,
        first_name=ERASED_TEXT,
        email=ERASED_TEXT,
        phone=None,
        department=None,
        professional_address=ERASED_TEXT,
        last_name_key="",
        first_name_key="",
        department_key="",
        search_key="",
    )
    await HistoryRow.filter(account_id__in=account_ids).update(changes=None, salt=None)
    messages = OutgoingRow.filter(account_id__in=account_ids)
    # Without its facts the text of a message cannot be composed: one that is still queued is never sent.
    await messages.filter(state=OutgoingState.QUEUED).update(state=OutgoingState.REVOKED)
    await messages.update(recipient=ERASED_TEXT, facts=NO_FACTS, last_error=None)
    await CredentialRow.filter(account_id__in=account_ids).delete()
    await RightRow.filter(account_id__in=account_ids).delete()
    await SessionRow.filter(account_id__in=account_ids).delete()
    await IdempotencyRow.filter(account_id__in=account_ids).delete()
    return len(account_ids)


async def erase_message_facts(before: datetime, after_id: int, limit: int) -> int | None:
    """Erase the facts of messages older than `before` that are no longer queued; return the last one's id.

    At most `limit` messages with an id above `after_id`; None if there is none. A message about one account
    names others too, such as its creator. The facts of a message that is not sent again are not needed.
    """
    old = OutgoingRow.filter(id__gt=after_id, created_at__lt=before)
    old = old.exclude(state=OutgoingState.QUEUED).exclude(facts=NO_FACTS)
    ids = [row.id for row in await old.order_by("id").limit(limit).only("id")]
    await OutgoingRow.filter(id__in=ids).update(facts=NO_FACTS)
    return ids[-1] if ids else None
