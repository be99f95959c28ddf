"""Remembers what is computed of variables, while these are numbers, null or left out."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Generic, TypeVar

T = TypeVar("T")

LEFT_OUT = object()
"""In place of a variable that a request does not give."""
_SIMPLE = frozenset({int, type(None), object})
"""Not texts, which are those of people; nor booleans, which equal numbers."""


class Remembered(Generic[T]):
    """What was computed for the last combinations of values, `limit` of them at most."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._known: dict[tuple[Any, ...], T] = {}

    def get(self, values: Iterable[Any], compute: Callable[[], T]) -> T:
        """Return what `compute` returns for these values; it is not remembered if one is not simple."""
        key = tuple(values)
        if not _SIMPLE.issuperset(map(type, key)):
            return compute()
        if key not in self._known:
            if len(self._known) >= self._limit:
                self._known.clear()
            self._known[key] = compute()
        return self._known[key]


def values_of(names: Iterable[str], variables: Mapping[str, Any]) -> list[Any]:
    """Return the values of these variables, in order."""
    return [variables.get(name, LEFT_OUT) for name in names]
