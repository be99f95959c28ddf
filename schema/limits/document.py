"""How much a document is, measured before anything else looks at it: validation itself can be made to work.

Each fragment is measured once, whatever spreads it: a document that would be endless when written out takes
no longer than a short one.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    OperationDefinitionNode,
    SelectionSetNode,
)

from models.rules.refusals import Refused, document_exceeds

MAX_DOCUMENT_CHARACTERS, MAX_DOCUMENT_LINES = 20_000, 2_000
"""What graphql-core says of a document it says of a line, which it counts out each time, repeating names."""
MAX_DOCUMENT_TOKENS = 2_000
MAX_FIELD_DEPTH = 15
"""What GraphiQL and code generators ask of the schema is as deep as that; the panel asks 7 deep at most."""
MAX_ALIASES = 100
MAX_DIRECTIVES = 50
MAX_FIELD_COMPARISONS = 1_000
"""Validation compares all fields of one name that stand together, each with each: the square of their number.
What GraphiQL asks of the schema takes 486, the panel's largest document 131."""
MAX_NESTED_LEVELS = 100
"""Of fields, inline fragments and spreads within each other; no document of people comes near."""
_INTROSPECTION = frozenset({"__schema", "__type", "_service"})


@dataclass(frozen=True, slots=True)
class DocumentMeasures:
    """Of a selection set, with all fragments that it spreads written out."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    comparisons: int = 0
    levels: int = 0
    introspects: bool = False
    names: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """How often each name stands there, and the comparisons that what is under it takes."""

    def check(self) -> "DocumentMeasures":
        """Raises: Refused(LIMIT_EXCEEDED)."""
        for limit, count, french, english in (
            (MAX_FIELD_DEPTH, self.depth, "niveaux de champs", "levels of fields"),
            (MAX_ALIASES, self.aliases, "alias", "aliases"),
            (MAX_DIRECTIVES, self.directives, "directives", "directives"),
            (MAX_NESTED_LEVELS, self.levels, "niveaux imbriqués", "nested levels"),
            (MAX_FIELD_COMPARISONS, self.comparisons, "champs et répétitions", "fields and repetitions"),
        ):
            if count > limit:
                raise Refused(document_exceeds(french, english, limit))
        return self


_NOTHING = DocumentMeasures()


def check_document_text(text: str) -> None:
    """Before it is read at all. Raises: Refused(LIMIT_EXCEEDED)."""
    if len(text) > MAX_DOCUMENT_CHARACTERS:
        raise Refused(document_exceeds("caractères", "characters", MAX_DOCUMENT_CHARACTERS))
    if text.count("\n") + text.count("\r") >= MAX_DOCUMENT_LINES:
        raise Refused(document_exceeds("lignes", "lines", MAX_DOCUMENT_LINES))


def measure_document(document: DocumentNode) -> DocumentMeasures:
    """Of all operations together; a fragment that none of them spreads is within the limits by itself.

    Raises: Refused(LIMIT_EXCEEDED).
    """
    return _Document(document).operations


class _Document:
    def __init__(self, document: DocumentNode) -> None:
        self._definitions = [
            one
            for one in document.definitions
            if isinstance(one, OperationDefinitionNode | FragmentDefinitionNode)
        ]
        self._fragments = {
            one.name.value: one for one in self._definitions if isinstance(one, FragmentDefinitionNode)
        }
        self._known: dict[str, DocumentMeasures] = {}

    @cached_property
    def operations(self) -> DocumentMeasures:
        found: list[DocumentMeasures] = []
        comparisons = 0
        for one in self._definitions:
            part = self._definition(one)
            comparisons += part.comparisons
            if isinstance(one, OperationDefinitionNode):
                found.append(part)
        return DocumentMeasures(
            depth=max((part.depth for part in found), default=0),
            aliases=sum(part.aliases for part in found),
            directives=sum(part.directives for part in found),
            comparisons=comparisons,
            levels=max((part.levels for part in found), default=0),
            introspects=any(part.introspects for part in found),
        ).check()

    def _definition(self, one: OperationDefinitionNode | FragmentDefinitionNode) -> DocumentMeasures:
        if isinstance(one, FragmentDefinitionNode) and self._fragments[one.name.value] is one:
            return self._fragment(one.name.value, 0)
        held = [
            *(one.directives or ()),
            *(d for v in one.variable_definitions or () for d in v.directives or ()),
        ]
        return self._selections(one.selection_set, 0, len(held))

    def _fragment(self, name: str, level: int) -> DocumentMeasures:
        """Nothing for one that is unknown or spreads itself: validation will say so."""
        if name not in self._known:
            self._known[name] = _NOTHING
            one = self._fragments.get(name)
            if one:
                self._known[name] = self._selections(one.selection_set, level, len(one.directives or ()))
        return self._known[name]

    def _selections(self, chosen: SelectionSetNode, level: int, directives: int = 0) -> DocumentMeasures:
        if level >= MAX_NESTED_LEVELS:  # known before it is measured: no deeper do we call ourselves
            raise Refused(document_exceeds("niveaux imbriqués", "nested levels", MAX_NESTED_LEVELS))
        depth = aliases = levels = 0
        introspects = False
        names: dict[str, tuple[int, int]] = {}
        parts: list[tuple[DocumentMeasures, int]] = []
        spreads: Counter[str] = Counter()
        for node in chosen.selections:
            directives += len(node.directives or ())
            if isinstance(node, FragmentSpreadNode):
                spreads[node.name.value] += 1
            elif isinstance(node, FieldNode):
                under = self._selections(node.selection_set, level + 1) if node.selection_set else _NOTHING
                aliases += under.aliases + (node.alias is not None)
                directives += under.directives
                levels = max(levels, under.levels)
                depth = max(depth, under.depth + 1)
                introspects |= under.introspects or node.name.value in _INTROSPECTION
                _add(names, (node.alias or node.name).value, 1, under.comparisons)
            else:
                assert isinstance(node, InlineFragmentNode)  # noqa: S101  there is no fourth kind
                parts.append((self._selections(node.selection_set, level + 1), 1))
        parts += [(self._fragment(name, level + 1), times) for name, times in spreads.items()]
        for part, times in parts:
            depth, levels = max(depth, part.depth), max(levels, part.levels)
            aliases += times * part.aliases
            directives += times * part.directives
            introspects |= part.introspects
            for name, (count, under_it) in part.names.items():
                _add(names, name, times * count, times * under_it)
        comparisons = sum(count * (count + under_it) for count, under_it in names.values())
        comparisons += spreads.total() ** 2
        return DocumentMeasures(
            depth, aliases, directives, comparisons, levels + 1, introspects, names
        ).check()


def _add(names: dict[str, tuple[int, int]], name: str, count: int, under_it: int) -> None:
    before = names.get(name, (0, 0))
    names[name] = (before[0] + count, before[1] + under_it)
