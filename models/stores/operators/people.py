"""One person, by exact identifier or e-mail address, at any employer: for operators (N3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from models.rules.accounts.account import ERASED_TEXT, Account
from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement, as_datetime, as_datetime_or_none


@dataclass(frozen=True, slots=True)
class MessageStatus:
    """Whether a message has left: neither its text nor its recipient."""

    kind: MessageKind
    channel: Channel
    state: OutgoingState
    queued_at: datetime
    sent_at: datetime | None
    failure: str | None
    """Why it was not sent, or not yet; without personal data."""


async def people_by_identifier(identifier: str) -> list[Account]:
    """The account with this identifier, unless it is erased, in a list."""
    statement = Statement()
    return await _people(statement, f"identifier = {statement.value(identifier)}", 1)


async def people_by_email(email: str, limit: int) -> list[Account]:
    """The accounts with this e-mail address, in any case, that are not erased: at most `limit`."""
    statement = Statement()
    return await _people(statement, f"lower(email) = {statement.value(email.lower())}", limit)


async def person_by_id(account_id: int) -> Account | None:
    """The account, unless it is erased."""
    statement = Statement()
    people = await _people(statement, f"id = {statement.value(account_id)}", 1)
    return people[0] if people else None


async def latest_messages(account_ids: Collection[int], limit: int) -> dict[int, list[MessageStatus]]:
    """The latest messages of each account, the newest first, at most `limit` of each."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT * FROM (SELECT account_id, kind, channel, state, created_at, sent_at, last_error, id, "
        "ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY id DESC) AS number FROM outgoing "
        f"WHERE {statement.among('account_id', account_ids)}) m "
        f"WHERE number <= {statement.value(limit)} ORDER BY id DESC"
    )
    messages: dict[int, list[MessageStatus]] = {}
    for row in rows:
        messages.setdefault(row["account_id"], []).append(
            MessageStatus(
                kind=MessageKind(row["kind"]),
                channel=Channel(row["channel"]),
                state=OutgoingState(row["state"]),
                queued_at=as_datetime(row["created_at"]),
                sent_at=as_datetime_or_none(row["sent_at"]),
                failure=row["last_error"],
            )
        )
    return messages


async def _people(statement: Statement, condition: str, limit: int) -> list[Account]:
    rows = await statement.rows(
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE {condition} "
        f"AND last_name <> {statement.value(ERASED_TEXT)} ORDER BY id LIMIT {int(limit)}"
    )
    return [account_from_row(row) for row in rows]
