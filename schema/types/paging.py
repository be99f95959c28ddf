"""Keyset pagination: the arguments first, after, last and before; cursors that cannot be forged."""

import base64
import binascii
import hashlib
import hmac
from collections.abc import Hashable
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Annotated, Any, TypeAlias

import orjson
import strawberry

from models.rules.policy import Policy
from models.rules.refusals import Refused, foreign_cursor, one_page_direction, out_of_range
from schema.limits.cost_directives import COUNT_WEIGHT, Cost, ListSize

First: TypeAlias = Annotated[
    int | None, strawberry.argument(description="How many from the start: 1 to 100. Give this or `last`.")
]
After: TypeAlias = Annotated[
    str | None, strawberry.argument(description="Only what follows this cursor; goes with `first`.")
]
Last: TypeAlias = Annotated[
    int | None, strawberry.argument(description="How many from the end: 1 to 100. Give this or `first`.")
]
Before: TypeAlias = Annotated[
    str | None, strawberry.argument(description="Only what precedes this cursor; goes with `last`.")
]


PAGED = ListSize(assumed_size=100, slicing_arguments=["first", "last"], sized_fields=["nodes", "edges"])
COUNTED = Cost(weight=COUNT_WEIGHT)
"""Counting a large list takes about as long as reading 200 objects of it."""
SEARCHED_WHOLE = COUNTED
"""A page of what few items match may read as much as a count."""


@strawberry.type(description="The position of a page in its list.")
class PageInfo:
    has_next_page: bool = strawberry.field(description="More follows this page.")
    has_previous_page: bool = strawberry.field(description="Something precedes this page.")
    start_cursor: str | None = strawberry.field(description="Of the first item; null on an empty page.")
    end_cursor: str | None = strawberry.field(description="Of the last item; null on an empty page.")


@dataclass(frozen=True, slots=True)
class Window:
    """At most `limit` items after the key `beyond`; before it, if `backward`."""

    limit: int
    beyond: tuple[Any, ...] | None
    backward: bool

    def page_info(self, cursors: list[str], more: bool) -> PageInfo:
        has_cursor = self.beyond is not None
        return PageInfo(
            has_next_page=has_cursor if self.backward else more,
            has_previous_page=more if self.backward else has_cursor,
            start_cursor=cursors[0] if cursors else None,
            end_cursor=cursors[-1] if cursors else None,
        )


def window(
    first: int | None,
    after: str | None,
    last: int | None,
    before: str | None,
    *,
    of: Hashable,
    policy: Policy,
) -> Window:
    """Return the part of the list `of` (employer, search, filter and order) that the arguments select (L3).

    Raises: Refused(INVALID) unless exactly one of first and last is given, from 1 to 100, with the cursor
    that goes with it, of this very list.
    """
    if (first is None) == (last is None) or (before if last is None else after):
        raise Refused(one_page_direction().under("first"))
    name, limit = ("first", first) if last is None else ("last", last)
    check_page(limit or 0, policy, name)
    cursor, label = (after, "after") if last is None else (before, "before")
    beyond = None if cursor is None else read_cursor(cursor, of, policy, label)
    return Window(limit or 0, beyond, backward=last is not None)


def check_page(first: int, policy: Policy, name: str = "first") -> None:
    """Raises: Refused(INVALID) unless `first` is from 1 to 100; `name` is that of the argument."""
    if not 1 <= first <= policy.page:
        raise Refused(out_of_range(name, 1, policy.page).under(name))


def write_cursor(key: tuple[Any, ...], of: Hashable, policy: Policy) -> str:
    """Return a cursor for this key of the list `of`: signed for that list alone, and encrypted."""
    body = orjson.dumps(key, default=_to_json, option=orjson.OPT_PASSTHROUGH_DATETIME)
    body += b" " * (-len(body) % _PADDING_STEP)
    seal = _seal(body, of, policy)
    return base64.urlsafe_b64encode(seal + _masked(body, seal, policy)).decode().rstrip("=")


def read_cursor(cursor: str, of: Hashable, policy: Policy, *field: str) -> tuple[Any, ...]:
    """Return the key of a cursor. Raises: Refused(INVALID) for a cursor of another list, or a forged one."""
    if len(cursor) > _MAX_CURSOR_CHARACTERS:
        raise Refused(foreign_cursor().under(*field))
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refused(foreign_cursor().under(*field)) from None
    body = _masked(raw[_SEAL_BYTES:], raw[:_SEAL_BYTES], policy)
    if not hmac.compare_digest(raw[:_SEAL_BYTES], _seal(body, of, policy)):
        raise Refused(foreign_cursor().under(*field))
    return tuple(_from_json(value) for value in orjson.loads(body))


_SEAL_BYTES = 12
_PADDING_STEP = 16
"""Bytes: cursors are padded so that their length does not reveal how large a number is."""
_MAX_CURSOR_CHARACTERS = 2_000
"""Keys hold a name or two."""


def _masked(body: bytes, seal: bytes, policy: Policy) -> bytes:
    """The body XORed with a mask made from the secret key and the seal; applied twice, the body again."""
    mask = hashlib.shake_256(policy.secret_key + b":cursor-veil:" + seal).digest(len(body))
    return bytes(a ^ b for a, b in zip(body, mask, strict=True))


def _seal(body: bytes, of: Hashable, policy: Policy) -> bytes:
    seal = _list_seal(of, policy.secret_key).copy()
    seal.update(body)
    return seal.digest()[:_SEAL_BYTES]


@lru_cache(maxsize=256)
def _list_seal(of: Hashable, secret_key: bytes) -> hmac.HMAC:
    """The start of the HMAC, which all cursors of a list share."""
    return hmac.new(secret_key, f"cursor:{of!r}:".encode(), hashlib.sha256)


def _to_json(value: object) -> object:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    assert isinstance(value, date)  # noqa: S101  keys hold text, numbers, days and moments
    return {"day": value.isoformat()}


def _from_json(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "moment" in value:
        return datetime.fromisoformat(value["moment"])
    return date.fromisoformat(value["day"])
