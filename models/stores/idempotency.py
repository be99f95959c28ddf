"""Requests already answered, by caller and key, so that sending one again does nothing more."""

from dataclasses import dataclass
from datetime import datetime

from tortoise.exceptions import IntegrityError

from models.rules.refusals import Refused, idempotency_mismatch
from models.tables.sign_in import IdempotencyRow


@dataclass(frozen=True, slots=True)
class StoredAnswer:
    """`digest` is of the whole request; `outcome` what it takes to answer it again."""

    digest: str
    outcome: str


async def find_answer(account_id: int, key: str, since: datetime) -> StoredAnswer | None:
    row = await IdempotencyRow.get_or_none(account_id=account_id, key=key, created_at__gte=since)
    return StoredAnswer(row.digest, row.outcome) if row else None


async def store_answer(
    account_id: int, key: str, answer: StoredAnswer, at: datetime, since: datetime
) -> None:
    """Keep it, and drop this caller's keys from before `since`.

    Raises: Refused(IDEMPOTENCY_MISMATCH) if the key has just been used for another employer, whose lock is
    not this one's.
    """
    await IdempotencyRow.filter(account_id=account_id, created_at__lt=since).delete()
    try:
        await IdempotencyRow.create(
            account_id=account_id, key=key, digest=answer.digest, outcome=answer.outcome, created_at=at
        )
    except IntegrityError:
        raise Refused(idempotency_mismatch()) from None
