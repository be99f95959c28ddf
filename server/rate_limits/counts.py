"""Counts in a plain dictionary, which holds no key whose count is 0.

They are kept several times for each request. A `collections.Counter` calls a function of Python for each key
that it lacks or loses.
"""

from collections.abc import Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def count_up(counts: dict[K, int], key: K) -> None:
    counts[key] = counts.get(key, 0) + 1


def count_down(counts: dict[K, int], key: K) -> None:
    """Raises: KeyError, if the count is 0."""
    left = counts[key] - 1
    if left:
        counts[key] = left
    else:
        del counts[key]
