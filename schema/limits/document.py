"""The limits of a document, measured before validation, whose own rules can be made to take very long.

Each fragment is measured once, however often it is spread: a document that would be endless with all its
fragments written out takes no longer than a short one.
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
"""graphql-core counts lines again for each location of an error, and its errors repeat names."""
MAX_DOCUMENT_TOKENS = 2_000
MAX_FIELD_DEPTH = 15
"""The introspection query of GraphiQL and code generators is 15 deep; the panel's queries at most 7."""
MAX_ALIASES = 100
MAX_DIRECTIVES = 50
MAX_FIELD_COMPARISONS = 1_000
"""Validation compares all fields of one name in a selection set pairwise: the square of their number.
The introspection query of GraphiQL takes 486, the panel's largest document 131."""
MAX_NESTED_LEVELS = 100
"""Nested fields, inline fragments and spreads; documents that people write stay far below."""
_INTROSPECTION = frozenset({"__schema", "__type", "_service"})


@dataclass(frozen=True, slots=True)
class DocumentMeasures:
    """The size of a selection set, its fragments included as often as they are spread."""

    depth: int = 0
    aliases: int = 0
    directives: int = 0
    comparisons: int = 0
    levels: int = 0
    introspects: bool = False
    names: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """By name of a field: how often it occurs, and the comparisons that its selection sets take."""

    def check(self) -> "DocumentMeasures":
        """Return itself. Raises: Refused(LIMIT_EXCEEDED)."""
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
    """Check the length of a document before it is parsed. Raises: Refused(LIMIT_EXCEEDED)."""
    if len(text) > MAX_DOCUMENT_CHARACTERS:
        raise Refused(document_exceeds("caractères", "characters", MAX_DOCUMENT_CHARACTERS))
    if text.count("\n") + text.count("\r") >= MAX_DOCUMENT_LINES:
        raise Refused(document_exceeds("lignes", "lines", MAX_DOCUMENT_LINES))


def measure_document(document: DocumentNode) -> DocumentMeasures:
    """Measure all operations of a document together; unused fragments are checked one by one.

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
        parts: list[DocumentMeasures] = []
        comparisons = 0
        for definition in self._definitions:
            measures = self._definition(definition)
            comparisons += measures.comparisons
            if isinstance(definition, OperationDefinitionNode):
                parts.append(measures)
        return DocumentMeasures(
            depth=max((measures.depth for measures in parts), default=0),
            aliases=sum(measures.aliases for measures in parts),
            directives=sum(measures.directives for measures in parts),
            comparisons=comparisons,
            levels=max((measures.levels for measures in parts), default=0),
            introspects=any(measures.introspects for measures in parts),
        ).check()

    def _definition(self, definition: OperationDefinitionNode | FragmentDefinitionNode) -> DocumentMeasures:
        if (
            isinstance(definition, FragmentDefinitionNode)
            and self._fragments[definition.name.value] is definition
        ):
            return self._fragment(definition.name.value, 0)
        own_directives = [
            *(definition.directives or ()),
            *(d for v in definition.variable_definitions or () for d in v.directives or ()),
        ]
        return self._selections(definition.selection_set, 0, len(own_directives))

    def _fragment(self, name: str, level: int) -> DocumentMeasures:
        """An unknown fragment, or one that spreads itself, measures nothing: validation reports it."""
        if name not in self._known:
            self._known[name] = _NOTHING
            fragment = self._fragments.get(name)
            if fragment:
                self._known[name] = self._selections(
                    fragment.selection_set, level, len(fragment.directives or ())
                )
        return self._known[name]

    def _selections(
        self, selection_set: SelectionSetNode, level: int, directives: int = 0
    ) -> DocumentMeasures:
        if level >= MAX_NESTED_LEVELS:  # checked first: it also bounds our own recursion
            raise Refused(document_exceeds("niveaux imbriqués", "nested levels", MAX_NESTED_LEVELS))
        depth = aliases = levels = 0
        introspects = False
        names: dict[str, tuple[int, int]] = {}
        parts: list[tuple[DocumentMeasures, int]] = []
        spreads: Counter[str] = Counter()
        for node in selection_set.selections:
            directives += len(node.directives or ())
            if isinstance(node, FragmentSpreadNode):
                spreads[node.name.value] += 1
            elif isinstance(node, FieldNode):
                below = self._selections(node.selection_set, level + 1) if node.selection_set else _NOTHING
                aliases += below.aliases + (node.alias is not None)
                directives += below.directives
                levels = max(levels, below.levels)
                depth = max(depth, below.depth + 1)
                introspects |= below.introspects or node.name.value in _INTROSPECTION
                _add(names, (node.alias or node.name).value, 1, below.comparisons)
            else:
                assert isinstance(node, InlineFragmentNode)  # noqa: S101  there is no fourth kind of selection
                parts.append((self._selections(node.selection_set, level + 1), 1))
        parts += [(self._fragment(name, level + 1), times) for name, times in spreads.items()]
        for part, times in parts:
            depth, levels = max(depth, part.depth), max(levels, part.levels)
            aliases += times * part.aliases
            directives += times * part.directives
            introspects |= part.introspects
            for name, (count, below_it) in part.names.items():
                _add(names, name, times * count, times * below_it)
        comparisons = sum(count * (count + below_it) for count, below_it in names.values())
        comparisons += spreads.total() ** 2
        return DocumentMeasures(
            depth, aliases, directives, comparisons, levels + 1, introspects, names
        ).check()


def _add(names: dict[str, tuple[int, int]], name: str, count: int, below_it: int) -> None:
    before = names.get(name, (0, 0))
    names[name] = (before[0] + count, before[1] + below_it)
