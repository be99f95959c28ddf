"""The cost of an operation, before it is executed: how many objects and leaves its response may hold."""

from collections.abc import Mapping, Set
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
    StringValueNode,
    ValueNode,
    VariableNode,
)

from models.rules.accounts.search import MAX_SEARCH_CHARACTERS, search_terms
from schema.limits.cost_directives import ASSUMED_LIST_SIZE, COUNT_WEIGHT, FieldSize, FieldSizes

MAX_COST = 10**12
"""Costs are not counted beyond this."""

LEAVES_PER_COST_UNIT = 5
"""Reading this many leaves of an object takes about as long as reading another object."""


class _Cost(NamedTuple):
    """The cost of a selection set: `once`; `each`, for every item of the field it belongs to; leaves; counts.

    Leaves become cost units only for a whole selection set: those of its fragments are added first.
    """

    once: int = 0
    each: int = 0
    leaves: int = 0
    counts: int = 0
    """How many of its fields read all that the arguments of the field above select."""

    def of(self, length: int) -> int:
        return min(MAX_COST, self.once + self.each * length + self.leaves // LEAVES_PER_COST_UNIT)


def operation_cost(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    variables: Mapping[str, Any],
    sizes: FieldSizes,
    root: str,
    list_lengths: Mapping[str, int] | None = None,
) -> int:
    """Return the cost of an operation of a valid document, at most MAX_COST.

    `root` is the name of the operation's type; `list_lengths`, by "Type.field", are the lengths of lists that
    depend on the caller. A variable of the wrong type counts as missing: execution will refuse it.
    """
    return cost_and_variables(operation, document, variables, sizes, root, list_lengths)[0]


def cost_and_variables(
    operation: OperationDefinitionNode,
    document: DocumentNode,
    variables: Mapping[str, Any],
    sizes: FieldSizes,
    root: str,
    list_lengths: Mapping[str, int] | None = None,
) -> tuple[int, Set[str]]:
    """Return the cost, as `operation_cost`, and the names of the variables on which it depends."""
    defaults = {
        one.variable.name.value: one.default_value
        for one in operation.variable_definitions or ()
        if one.default_value is not None
    }
    counter = _Operation(document, {**defaults, **variables}, sizes, list_lengths or {})
    cost = counter.selections(operation.selection_set, root).of(ASSUMED_LIST_SIZE)
    return cost, counter.read


def lengths_of_lists(own_employers: int) -> dict[str, int]:
    """Return the lengths of the lists whose length is that of the caller's own employers."""
    return {"Viewer.employers": own_employers, "Partner.employers": own_employers}


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
        self.read: set[str] = set()
        """The variables that were looked at."""
        self._fragments = {
            one.name.value: one for one in document.definitions if isinstance(one, FragmentDefinitionNode)
        }

    def selections(self, selection_set: SelectionSetNode, type_name: str) -> _Cost:
        once = each = leaves = counts = 0
        for node in selection_set.selections:
            if isinstance(node, FieldNode):
                cost = self._field(node, self._sizes[type_name].get(node.name.value), type_name)
            elif isinstance(node, FragmentSpreadNode):
                cost = self._fragment(node.name.value)
            else:
                assert isinstance(node, InlineFragmentNode)  # noqa: S101  there is no fourth kind of selection
                condition = node.type_condition
                cost = self.selections(node.selection_set, condition.name.value if condition else type_name)
            once, each = min(MAX_COST, once + cost.once), min(MAX_COST, each + cost.each)
            leaves, counts = min(MAX_COST, leaves + cost.leaves), min(MAX_COST, counts + cost.counts)
        return _Cost(once, each, leaves, counts)

    def _fragment(self, name: str) -> _Cost:
        if name not in self._known:
            fragment = self._fragments[name]
            self._known[name] = self.selections(fragment.selection_set, fragment.type_condition.name.value)
        return self._known[name]

    def _field(self, node: FieldNode, size: FieldSize | None, type_name: str) -> _Cost:
        if size is None:  # __typename
            return _Cost(leaves=1)
        counts = int(size.weight >= COUNT_WEIGHT)
        if not size.composite or node.selection_set is None:
            return _Cost(size.weight, leaves=1, counts=counts)
        cost_below = self.selections(node.selection_set, size.kind)
        if size.sized_from_above:
            return _Cost(size.weight, 1 + cost_below.of(ASSUMED_LIST_SIZE))
        length = self._lengths.get(f"{type_name}.{node.name.value}") or self._length(node, size)
        if size.a_list:
            cost = min(MAX_COST, size.weight + length * (1 + cost_below.of(ASSUMED_LIST_SIZE)))
            return _Cost(cost, counts=counts)
        # A mutation works on each item, whether or not its result is selected.
        own = size.weight + size.each * length + self._argument_cost(node, size) * (1 + cost_below.counts)
        return _Cost(min(MAX_COST, own + cost_below.of(length)))

    def _argument_cost(self, node: FieldNode, size: FieldSize) -> int:
        """Return what the arguments add to the query of this field, and to each count of what it selects."""
        given = [(cost, self._argument(node, cost.path)) for cost in size.argument_costs]
        return sum(cost.weight + cost.each * _items(value) for cost, value in given if _is_given(value))

    def _length(self, node: FieldNode, size: FieldSize) -> int:
        numbers = [n for path in size.slicing if (n := self._number(self._argument(node, path))) is not None]
        return max(numbers, default=size.assumed)

    def _argument(self, node: FieldNode, path: tuple[str, ...]) -> object:
        """Return the argument at this path: a node of the document, a value of a variable, or None."""
        value: object = next((a.value for a in node.arguments or () if a.name.value == path[0]), None)
        for step in (*path[1:], None):
            if isinstance(value, VariableNode):
                value = self._variable(value)
            if isinstance(value, ObjectValueNode):
                value = {one.name.value: one.value for one in value.fields}
            if step is not None:
                value = value.get(step) if isinstance(value, dict) else None
        if isinstance(value, VariableNode):
            return self._variable(value)
        return value

    def _variable(self, node: VariableNode) -> object:
        name = node.name.value
        self.read.add(name)
        return self._variables.get(name)

    def _number(self, value: object) -> int | None:
        """How many items an argument selects: a number, 0 if negative, or the length of a list."""
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
                return 1  # a single value for a list is a list of one
        return None


def _is_given(value: object) -> bool:
    return value is not None and not isinstance(value, NullValueNode)


def _items(value: object) -> int:
    """Return the items of a list, or the words of a text; 1 for any other value."""
    match value:
        case list():
            return len(value)
        case ListValueNode():
            return len(value.values)
        case str():
            return _words(value)
        case StringValueNode():
            return _words(value.value)
    return 1


def _words(text: str) -> int:
    """Return the words of a text as a search takes them: folding parts some characters."""
    return max(len(text.split()), len(search_terms(text[:MAX_SEARCH_CHARACTERS])))
