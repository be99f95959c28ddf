"""Idempotency keys: a request that is sent again gets the response to the first, and is not done twice."""

import hashlib
import json
from collections.abc import Awaitable, Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from typing import Any

from models.rules.accounts.account import check_text
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused, idempotency_mismatch, required
from models.stores.idempotency import StoredAnswer, find_answer, store_answer

MAX_IDEMPOTENCY_KEY_CHARACTERS = 100


def check_idempotency_key(key: str | None) -> str | None:
    """Return the key, trimmed. Raises: Refused, if it is blank or longer than 100 characters."""
    if key is None:
        return None
    checked = check_text(key, MAX_IDEMPOTENCY_KEY_CHARACTERS) or required()
    if isinstance(checked, Refusal):
        raise Refused(checked.under("idempotencyKey"))
    return checked


async def run_once(
    caller_id: int,
    key: str | None,
    request: object,
    now: datetime,
    policy: Policy,
    act: Callable[[], Awaitable[Any]],
) -> Any:
    """Return the JSON value that `act` returns, or returned when this key came first with the same request.

    Called inside the transaction in which `act` writes, so that the key is stored if and only if the rest is.
    Raises: Refused(IDEMPOTENCY_MISMATCH), if the key came with another request within 24 hours.
    """
    if key is None:
        return await act()
    since = now - timedelta(hours=policy.idempotency_hours)
    digest = request_digest(request)
    stored = await find_answer(caller_id, key, since)
    if stored is None:
        outcome = await act()
        await store_answer(caller_id, key, StoredAnswer(digest, json.dumps(outcome)), now, since)
        return outcome
    if stored.digest != digest:
        raise Refused(idempotency_mismatch())
    return json.loads(stored.outcome)


def request_digest(request: object) -> str:
    """Return a hash of the request, equal for equal requests.

    Fields that have their default are left out, so that a version that adds one knows the requests of the
    version before.
    """
    text = json.dumps(request, default=_plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        given = {f.name: getattr(value, f.name) for f in fields(value) if getattr(value, f.name) != f.default}
        return [type(value).__name__, given]
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no place in a request")
