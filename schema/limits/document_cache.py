"""A cache of parsed, measured and valid documents, shared by all requests; others are not cached.

A small query would spend most of its time on these steps. Their results do not depend on the request.
"""

from collections import OrderedDict
from dataclasses import dataclass, field
from typing import Any

from graphql import DocumentNode

from schema.limits.document import DocumentMeasures

MAX_CACHED_CHARACTERS = 200_000
"""Of all cached documents together: a character takes up to half a kilobyte once parsed."""
MAX_CACHEABLE_CHARACTERS = 4_000
"""A longer document is parsed for each request."""
STEPS_PER_CHARACTER = 0.75
"""Of a document, for the plans that are kept with it; one plan of the panel's needs 0.13 at most."""


def is_cacheable(text: str) -> bool:
    """Whether a document is short, and cannot hold a password as a literal."""
    return len(text) <= MAX_CACHEABLE_CHARACTERS and "assword" not in text


class PlanRoom:
    """How many more steps the plans of one document may have; each takes some 2 kilobytes.

    It grows with the text of the document: a short one may spread its fragments a hundred times, and have
    plans for many variants.
    """

    __slots__ = ("left",)

    def __init__(self, characters: int = 0) -> None:
        self.left = int(characters * STEPS_PER_CHARACTER)


@dataclass(frozen=True, slots=True)
class CachedDocument:
    document: DocumentNode
    measures: DocumentMeasures
    prepared: dict[str | None, Any] = field(default_factory=dict)
    """What execution has prepared for its operations, by the name that requests give."""
    room: PlanRoom = field(default_factory=PlanRoom)
    """For the plans of all its operations; there is none before it is cached."""


class DocumentCache:
    """The documents used last, of `max_characters` at most."""

    def __init__(self, max_characters: int) -> None:
        self._max_characters, self._characters = max_characters, 0
        self._documents: OrderedDict[str, CachedDocument] = OrderedDict()
        self.hits = self.misses = 0

    def find(self, text: str) -> CachedDocument | None:
        """Return the document with this text, counting a hit; None, counting a miss."""
        cached = self._documents.get(text)
        if cached is None:
            self.misses += 1
            return None
        self.hits += 1
        self._documents.move_to_end(text)
        return cached

    def __contains__(self, text: str) -> bool:
        return text in self._documents

    def add(self, text: str, document: CachedDocument) -> None:
        """Cache a document if its text may be; the ones unused for longest make room for it."""
        if not is_cacheable(text) or text in self._documents:
            return
        self._documents[text] = document
        document.room.left = PlanRoom(len(text)).left
        self._characters += len(text)
        while self._characters > self._max_characters:
            longest_unused, _ = self._documents.popitem(last=False)
            self._characters -= len(longest_unused)

    @property
    def characters(self) -> int:
        return self._characters


DOCUMENT_CACHE = DocumentCache(MAX_CACHED_CHARACTERS)
"""The cache of this process."""
