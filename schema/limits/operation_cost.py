"""The cost of a prepared operation: computed once for each value of the variables on which it depends."""

from collections.abc import Mapping
from typing import Any

from graphql import DocumentNode, OperationDefinitionNode

from schema.limits.cost import cost_and_variables, lengths_of_lists
from schema.limits.cost_directives import FieldSizes
from schema.limits.remembered import Remembered, values_of

_MAX_KNOWN = 64


class OperationCost:
    """The cost of one operation of a valid document."""

    def __init__(
        self, operation: OperationDefinitionNode, document: DocumentNode, sizes: FieldSizes, root: str
    ) -> None:
        self._operation, self._document, self._sizes, self._root = operation, document, sizes, root
        self._known = Remembered[int](_MAX_KNOWN)
        self._matter: tuple[str, ...] | None = None
        """The variables on which the cost depends; they are the same for all values."""

    def __call__(self, inputs: Mapping[str, Any], own_employers: int) -> int:
        """Return what `operation_cost` returns, where the caller has this number of employers."""
        if self._matter is None:
            return self._computed(inputs, own_employers)
        values = (own_employers, *values_of(self._matter, inputs))
        return self._known.get(values, lambda: self._computed(inputs, own_employers))

    def _computed(self, inputs: Mapping[str, Any], own_employers: int) -> int:
        lengths = lengths_of_lists(own_employers)
        cost, read = cost_and_variables(
            self._operation, self._document, inputs, self._sizes, self._root, lengths
        )
        self._matter = tuple(sorted({*read, *(self._matter or ())}))
        return cost
