"""Erasing what is personal of accounts deleted for good (D1). Identifiers, chain and feed stay."""

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
    """At most `limit` accounts deleted before then and not erased yet, by employer."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id, employer_id FROM account WHERE deleted_at < {statement.value(before)} "
        f"AND last_name <> {statement.value(ERASED_TEXT)} ORDER BY employer_id, id LIMIT {limit}"
    )
    found: dict[int, list[int]] = {}
    for row in rows:
        found.setdefault(row["employer_id"], []).append(row["id"])
    return found


async def erase_accounts(ids: Collection[int], before: datetime) -> int:
    """Those that are still deleted, since before then, and not erased yet; how many. The employer is locked.

    What is left of an account is its identifier and its dates.
    """
    still = AccountRow.filter(id__in=list(ids), deleted_at__lt=before).exclude(last_name=ERASED_TEXT)
    wanted = [row.id for row in await still.only("id")]
    await AccountRow.filter(id__in=wanted).update(
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
    await HistoryRow.filter(account_id__in=wanted).update(changes=None, salt=None)
    about = OutgoingRow.filter(account_id__in=wanted)
    # Without its facts a message cannot be written any more: what has waited all this time stays here.
    await about.filter(state=OutgoingState.QUEUED).update(state=OutgoingState.REVOKED)
    await about.update(recipient=ERASED_TEXT, facts=NO_FACTS, last_error=None)
    await CredentialRow.filter(account_id__in=wanted).delete()
    await RightRow.filter(account_id__in=wanted).delete()
    await SessionRow.filter(account_id__in=wanted).delete()
    await IdempotencyRow.filter(account_id__in=wanted).delete()
    return len(wanted)


async def erase_message_facts(before: datetime, after_id: int, limit: int) -> int | None:
    """Of messages older than that which are out of the queue, what their text was made of; the last one's id.

    At most `limit` of those that come after `after_id`; None if there is none. A message about one account
    names others too: who created it, who expires. Nothing reads the facts of what will not be sent again.
    """
    past = OutgoingRow.filter(id__gt=after_id, created_at__lt=before)
    past = past.exclude(state=OutgoingState.QUEUED).exclude(facts=NO_FACTS)
    ids = [row.id for row in await past.order_by("id").limit(limit).only("id")]
    await OutgoingRow.filter(id__in=ids).update(facts=NO_FACTS)
    return ids[-1] if ids else None
