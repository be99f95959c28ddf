"""Pages found by key: what first, after, last and before ask for; cursors that cannot be forged."""

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
from schema.limits.cost_directives import Cost, ListSize

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
COUNTED = Cost(weight=200)
"""Going through all of a large list takes as long as reading so many of it."""


@strawberry.type(description="Where a page stands in its list.")
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
        came_from = self.beyond is not None
        return PageInfo(
            has_next_page=came_from if self.backward else more,
            has_previous_page=more if self.backward else came_from,
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
    """The part of the list `of` (employer, search, filter and order) that is asked for (L3).

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
    """Raises: Refused(INVALID) unless from 1 to 100 are asked for."""
    if not 1 <= first <= policy.page:
        raise Refused(out_of_range(name, 1, policy.page).under(name))


def write_cursor(key: tuple[Any, ...], of: Hashable, policy: Policy) -> str:
    """A cursor that stands for this key in this list, and in no other; it cannot be read elsewhere."""
    body = orjson.dumps(key, default=_packed, option=orjson.OPT_PASSTHROUGH_DATETIME)
    body += b" " * (-len(body) % _STEP)
    seal = _seal(body, of, policy)
    return base64.urlsafe_b64encode(seal + _veiled(body, seal, policy)).decode().rstrip("=")


def read_cursor(cursor: str, of: Hashable, policy: Policy, *field: str) -> tuple[Any, ...]:
    """Raises: Refused(INVALID) for a cursor of another list, or that was not written here."""
    if len(cursor) > _LONGEST:
        raise Refused(foreign_cursor().under(*field))
    try:
        raw = base64.b64decode(cursor + "=" * (-len(cursor) % 4), b"-_", validate=True)
    except (binascii.Error, ValueError):
        raise Refused(foreign_cursor().under(*field)) from None
    body = _veiled(raw[_SEAL:], raw[:_SEAL], policy)
    if not hmac.compare_digest(raw[:_SEAL], _seal(body, of, policy)):
        raise Refused(foreign_cursor().under(*field))
    return tuple(_unpacked(value) for value in orjson.loads(body))


_SEAL = 12
_STEP = 16
"""Bytes: how long a place's number is, is not to be seen."""
_LONGEST = 2_000
"""Characters; keys hold a name or two."""


def _veiled(body: bytes, seal: bytes, policy: Policy) -> bytes:
    """The body under a mask that the key and its own seal make; applied twice, the body again."""
    mask = hashlib.shake_256(policy.secret_key + b":cursor-veil:" + seal).digest(len(body))
    return bytes(a ^ b for a, b in zip(body, mask, strict=True))


def _seal(body: bytes, of: Hashable, policy: Policy) -> bytes:
    seal = _begun(of, policy.secret_key).copy()
    seal.update(body)
    return seal.digest()[:_SEAL]


@lru_cache(maxsize=256)
def _begun(of: Hashable, secret_key: bytes) -> hmac.HMAC:
    """The part of a seal that all cursors of a list share."""
    return hmac.new(secret_key, f"cursor:{of!r}:".encode(), hashlib.sha256)


def _packed(value: object) -> object:
    if isinstance(value, datetime):
        return {"moment": value.isoformat()}
    assert isinstance(value, date)  # noqa: S101  keys hold text, numbers, days and moments
    return {"day": value.isoformat()}


def _unpacked(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if "moment" in value:
        return datetime.fromisoformat(value["moment"])
    return date.fromisoformat(value["day"])
