"""Answers to earlier requests, by caller and idempotency key: a repeated request gets the stored answer."""

from dataclasses import dataclass
from datetime import datetime

from tortoise.exceptions import IntegrityError

from models.rules.refusals import Refused, idempotency_mismatch
from models.tables.sign_in import IdempotencyRow


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """`digest` is of the whole request; `outcome` is the JSON from which its answer is built again."""

    digest: str
    outcome: str


async def find_answer(account_id: int, key: str, since: datetime) -> StoredAnswer | None:
    row = await IdempotencyRow.get_or_none(account_id=account_id, key=key, created_at__gte=since)
    return StoredAnswer(row.digest, row.outcome) if row else None


async def store_answer(
    account_id: int, key: str, answer: StoredAnswer, at: datetime, since: datetime
) -> None:
    """Store the answer, and delete this caller's answers from before `since`.

    Raises: Refused(IDEMPOTENCY_MISMATCH) if the key has just been used for a request about another employer,
    under whose lock it ran.
    """
    await IdempotencyRow.filter(account_id=account_id, created_at__lt=since).delete()
    try:
        await IdempotencyRow.create(
            account_id=account_id, key=key, digest=answer.digest, outcome=answer.outcome, created_at=at
        )
    except IntegrityError:
        raise Refused(idempotency_mismatch()) from None
