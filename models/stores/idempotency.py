"""Answers to earlier requests, by caller and idempotency key: a repeated request gets the stored answer."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.refusals import Refused, idempotency_mismatch
from models.stores.sql import Statement
from models.stores.write_together import Write, write_together


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """`digest` is of the whole request; `outcome` is the JSON from which its answer is built again."""

    digest: str
    outcome: str


async def find_answer(account_id: int, key: str, since: datetime) -> StoredAnswer | None:
    statement = Statement()
    rows = await statement.rows(
        f"SELECT digest, outcome FROM idempotency_key WHERE account_id = {statement.value(account_id)} "
        f"AND key = {statement.value(key)} AND created_at >= {statement.value(since)}"
    )
    return StoredAnswer(rows[0]["digest"], rows[0]["outcome"]) if rows else None


async def store_answer(
    account_id: int, key: str, answer: StoredAnswer, at: datetime, since: datetime
) -> None:
    """Store the answer, and delete this caller's answers from before `since`.

    Raises: Refused(IDEMPOTENCY_MISMATCH) if the key has just been used for a request about another employer,
    under whose lock it ran.
    """
    old, new = Statement(), Statement()
    deletion = (
        f"DELETE FROM idempotency_key WHERE account_id = {old.value(account_id)} "
        f"AND created_at < {old.value(since)} AND key <> {old.value(key)}"
    )
    values = ", ".join(map(new.value, (account_id, key, answer.digest, answer.outcome, at)))
    insertion = (
        f"INSERT INTO idempotency_key (account_id, key, digest, outcome, created_at) VALUES ({values}) "
        "ON CONFLICT (account_id, key) DO UPDATE SET digest = excluded.digest, outcome = excluded.outcome, "
        f"created_at = excluded.created_at WHERE idempotency_key.created_at < {new.value(since)} RETURNING id"
    )
    if not await write_together(Write(old, deletion), Write(new, insertion)):
        raise Refused(idempotency_mismatch())
