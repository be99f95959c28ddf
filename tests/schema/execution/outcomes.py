"""The outcome of an operation that was executed, and when two of them are equal."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, TypeAlias

import orjson

from tests.schema.execution.ways import Way

Place: TypeAlias = tuple[str | int, ...]
"""In the data of a response."""
Rows: TypeAlias = Mapping[str, list[str]]
"""Of each table, as text."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that clients and the server see of an operation that was executed."""

    body: bytes
    """The response without its errors."""
    errors: tuple[bytes, ...]
    """In an order of their own, without the random references of masked errors."""
    charges: tuple[tuple[int, int], ...]
    seconds_to_wait: int
    session: tuple[bool, bool]
    """Whether one was begun, and whether one was ended."""
    database_failed: bool
    rows: Rows | None = None
    """All rows of the database, if any were written."""


def are_equal(stock: Outcome, planned: Outcome) -> bool:
    """Of several fields whose errors make the same object null, any one may be reported.

    The specification of GraphQL says so; in stock execution, it is those that failed before the rest was
    cancelled.
    """
    if stock == planned:
        return True
    without_errors = (replace(one, errors=(), database_failed=False) for one in (stock, planned))
    if next(without_errors) != next(without_errors):
        return False
    ours, theirs = _errors_by_null(stock), _errors_by_null(planned)
    return ours.keys() == theirs.keys() and all(
        errors == others if path == other_path else not _is_within(path, other_path)
        for null in ours
        for path, errors in ours[null].items()
        for other_path, others in theirs[null].items()
    )


def _is_within(path: Place, other: Place) -> bool:
    """Whether both are places of the same field: it cannot fail in two ways."""
    length = min(len(path), len(other))
    return path[:length] == other[:length]


def _errors_by_null(outcome: Outcome) -> dict[Place, dict[Place, list[bytes]]]:
    """The errors by the place of the null that they cause, and by the field that failed."""
    data = (orjson.loads(outcome.body) or {}).get("data")
    errors: dict[Place, dict[Place, list[bytes]]] = {}
    for error in outcome.errors:
        path = tuple(orjson.loads(error).get("path") or ()) if error.startswith(b"{") else ()
        errors.setdefault(_place_of_null(data, path), {}).setdefault(path, []).append(error)
    return errors


def _place_of_null(data: Any, path: Place) -> Place:
    for length, step in enumerate(path):
        if data is None:
            return path[:length]
        data = data[step]
    return path


def differences(stock: Outcome, planned: Outcome) -> Iterator[str]:
    for part in fields(Outcome):
        values = getattr(stock, part.name), getattr(planned, part.name)
        if values[0] != values[1]:
            shown = map(str, values) if part.name != "rows" else map(str, _row_differences(*values))
            yield from (f"    {way}: {part.name} {text}" for way, text in zip(Way, shown, strict=True))


def _row_differences(stock: Rows | None, planned: Rows | None) -> tuple[Rows | None, Rows | None]:
    """The rows that only one of the two ways wrote."""
    if stock is None or planned is None:
        return stock, planned
    pairs = {table: (set(stock[table]), set(planned[table])) for table in stock}
    return (
        {table: sorted(a - b) for table, (a, b) in pairs.items() if a != b},
        {table: sorted(b - a) for table, (a, b) in pairs.items() if a != b},
    )


def in_order(errors: list[dict[str, Any]]) -> tuple[bytes, ...]:
    """The errors of a response as `Outcome.errors` holds them."""
    for error in errors:
        reference = error.get("extensions", {}).pop("reference", None)
        if reference:
            error["message"] = error["message"].replace(reference, "")
    return tuple(sorted(map(orjson.dumps, errors)))
