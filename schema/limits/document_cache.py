"""Documents that were read, measured and found valid, kept for all requests; of others nothing is kept.

A small query would spend most of its time there. Nothing that is found of a document depends on the request.
"""

from collections import OrderedDict
from dataclasses import dataclass

from graphql import DocumentNode

from schema.limits.document import DocumentMeasures

MAX_CACHED_CHARACTERS = 200_000
"""Characters of all documents that are kept: parsed, each takes up to half a kilobyte."""
MAX_CACHEABLE_CHARACTERS = 4_000
"""Characters: what is longer is read each time."""


def is_cacheable(text: str) -> bool:
    """Not a long one, nor one that may hold a password as a literal."""
    return len(text) <= MAX_CACHEABLE_CHARACTERS and "assword" not in text


@dataclass(frozen=True, slots=True)
class CachedDocument:
    document: DocumentNode
    measures: DocumentMeasures


class DocumentCache:
    """The latest used, as many as there is room for."""

    def __init__(self, room: int) -> None:
        self._room, self._taken = room, 0
        self._known: OrderedDict[str, CachedDocument] = OrderedDict()
        self.hits = self.misses = 0

    def find(self, text: str) -> CachedDocument | None:
        found = self._known.get(text)
        if found is None:
            self.misses += 1
            return None
        self.hits += 1
        self._known.move_to_end(text)
        return found

    def keep(self, text: str, known: CachedDocument) -> None:
        if not is_cacheable(text) or text in self._known:
            return
        self._known[text] = known
        self._taken += len(text)
        while self._taken > self._room:
            longest_unused, _ = self._known.popitem(last=False)
            self._taken -= len(longest_unused)

    @property
    def characters(self) -> int:
        return self._taken


DOCUMENT_CACHE = DocumentCache(MAX_CACHED_CHARACTERS)
"""Of this process."""
