"""What an operation costs, known before it is executed: the objects that its answer may hold, and leaves."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from graphql import (
    DocumentNode,
    FieldNode,
    FragmentDefinitionNode,
    FragmentSpreadNode,
    InlineFragmentNode,
    IntValueNode,
    ListValueNode,
    NullValueNode,
    ObjectValueNode,
    OperationDefinitionNode,
    SelectionSetNode,
    ValueNode,
    VariableNode,
)

from schema.limits.cost_directives import ASSUMED_LIST_SIZE, FieldSize, FieldSizes

MAX_COST = 10**12
"""Nothing is counted further."""

LEAVES_PER_COST_UNIT = 5
"""So many leaves that are asked of an object take about as long as another object."""


class _Cost(NamedTuple):
    """Of what is chosen of one object: so much, and so much more for each item that its field asked for.

    Leaves are counted together only where the whole choice is known: what fragments bring adds up.
    """

    once: int = 0
    each: int = 0
    leaves: int = 0

    def of(self, length: int) -> int:
        return min(MAX_COST, self.once + self.each * length + self.leaves // LEAVES_PER_COST_UNIT)


def operation_cost(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    variables: Mapping[str, Any],
    sizes: FieldSizes,
    root: str,
    known: Mapping[str, int] | None = None,
) -> int:
    """Return the cost, at most MAX_COST; `root` is the name of the operation's type. The document is valid.

    `known` says how long lists are that depend on the caller, by "Type.field".

    Variables are taken as they were sent: one of the wrong kind is as good as none here, and is refused when
    the operation begins.
    """
    given = {
        one.variable.name.value: one.default_value
        for one in operation.variable_definitions or ()
        if one.default_value is not None
    }
    counted = _Operation(document, {**given, **variables}, sizes, known or {})
    return counted.selections(operation.selection_set, root).of(ASSUMED_LIST_SIZE)


class _Operation:
    def __init__(
        self,
        document: DocumentNode,
        variables: Mapping[str, Any],
        sizes: FieldSizes,
        lengths: Mapping[str, int],
    ) -> None:
        self._variables, self._sizes, self._lengths = variables, sizes, lengths
        self._known: dict[str, _Cost] = {}
        self._fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }

    def selections(self, chosen: SelectionSetNode, kind: str) -> _Cost:
        once = each = leaves = 0
        for node in chosen.selections:
            if isinstance(node, FieldNode):
                found = self._field(node, self._sizes[kind].get(node.name.value), kind)
            elif isinstance(node, FragmentSpreadNode):
                found = self._fragment(node.name.value)
            else:
                assert isinstance(node, InlineFragmentNode)  # noqa: S101  there is no fourth kind
                condition = node.type_condition
                found = self.selections(node.selection_set, condition.name.value if condition else kind)
            once, each = min(MAX_COST, once + found.once), min(MAX_COST, each + found.each)
            leaves = min(MAX_COST, leaves + found.leaves)
        return _Cost(once, each, leaves)

    def _fragment(self, name: str) -> _Cost:
        if name not in self._known:
            one = self._fragments[name]
            self._known[name] = self.selections(one.selection_set, one.type_condition.name.value)
        return self._known[name]

    def _field(self, node: FieldNode, size: FieldSize | None, kind: str) -> _Cost:
        if size is None:  # __typename
            return _Cost(leaves=1)
        if not size.composite or node.selection_set is None:
            return _Cost(size.weight, leaves=1)
        under = self.selections(node.selection_set, size.kind)
        if size.sized_from_above:
            return _Cost(size.weight, 1 + under.of(ASSUMED_LIST_SIZE))
        length = self._lengths.get(f"{kind}.{node.name.value}") or self._length(node, size)
        if size.a_list:
            return _Cost(min(MAX_COST, size.weight + length * (1 + under.of(ASSUMED_LIST_SIZE))))
        # What a mutation changes is work, whether or not it is asked back.
        return _Cost(min(MAX_COST, size.weight + size.each * length + under.of(length)))

    def _length(self, node: FieldNode, size: FieldSize) -> int:
        said = [n for path in size.slicing if (n := self._number(self._argument(node, path))) is not None]
        return max(said, default=size.assumed)

    def _argument(self, node: FieldNode, path: tuple[str, ...]) -> object:
        """What an argument holds there: a node of the document, a value of a variable, or None."""
        found: object = next((a.value for a in node.arguments or () if a.name.value == path[0]), None)
        for step in (*path[1:], None):
            if isinstance(found, VariableNode):
                found = self._variables.get(found.name.value)
            if isinstance(found, ObjectValueNode):
                found = {one.name.value: one.value for one in found.fields}
            if step is not None:
                found = found.get(step) if isinstance(found, dict) else None
        if isinstance(found, VariableNode):
            return self._variables.get(found.name.value)
        return found

    def _number(self, value: object) -> int | None:
        """Of items asked for: a number, or the length of a list; what is below 0 asks for nothing."""
        match value:
            case None | bool() | NullValueNode():
                return None
            case int() | float():
                return int(min(max(value, 0), MAX_COST))
            case list():
                return len(value)
            case IntValueNode():
                return min(max(int(value.value), 0), MAX_COST)
            case ListValueNode():
                return len(value.values)
            case str() | ValueNode():
                return 1  # one item where a list is wanted is a list of one
        return None
