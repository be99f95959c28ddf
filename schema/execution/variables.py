"""Variables of an operation: those of simple types are read at once, all others by graphql-core."""

from collections.abc import Mapping
from typing import Any

from graphql import (
    GraphQLBoolean,
    GraphQLError,
    GraphQLID,
    GraphQLNonNull,
    GraphQLSchema,
    GraphQLString,
    OperationDefinitionNode,
    VariableDefinitionNode,
)
from graphql.execution.get_variable_signature import get_variable_signature
from graphql.execution.values import VariableValues, VariableValueSource, get_variable_values

from schema.execution.steps import Unplannable

_PYTHON_TYPES: Mapping[Any, type] = {GraphQLBoolean: bool, GraphQLID: str, GraphQLString: str}
"""The types whose values are read as they are, if they are of this Python type."""


class Variables:
    """The variables that one operation defines."""

    def __init__(self, schema: GraphQLSchema, operation: OperationDefinitionNode) -> None:
        self._schema, self._definitions = schema, tuple(operation.variable_definitions or ())
        self._simple = [self._simple_one(definition) for definition in self._definitions]

    def read(self, inputs: Mapping[str, Any]) -> VariableValues:
        """Return the values that a request gives. Raises: Unplannable, if graphql-core refuses them."""
        simple = self._read_simple(inputs)
        if simple is not None:
            return simple
        values = get_variable_values(self._schema, self._definitions, dict(inputs), max_errors=1)
        if not isinstance(values, VariableValues):
            raise Unplannable
        return values

    def _simple_one(self, definition: VariableDefinitionNode) -> tuple[str, Any, type | None, bool]:
        """Its name, its signature, the Python type of its values, and whether it must have one."""
        signature = get_variable_signature(self._schema, definition)
        if isinstance(signature, GraphQLError):
            raise Unplannable from signature
        required = isinstance(signature.type, GraphQLNonNull)
        named = signature.type.of_type if isinstance(signature.type, GraphQLNonNull) else signature.type
        kind = None if definition.default_value is not None else _PYTHON_TYPES.get(named)
        return signature.name, signature, kind, required

    def _read_simple(self, inputs: Mapping[str, Any]) -> VariableValues | None:
        """Return the values, unless one needs more than a look at its type."""
        sources: dict[str, VariableValueSource] = {}
        coerced: dict[str, Any] = {}
        for name, signature, kind, required in self._simple:
            if name in inputs:
                value = inputs[name]
                if (value is None and not required) or (kind is not None and type(value) is kind):
                    coerced[name] = value
                    sources[name] = VariableValueSource(signature, value)
                    continue
                return None
            if required or kind is None:
                return None
            sources[name] = VariableValueSource(signature)
        return VariableValues(sources, coerced)
