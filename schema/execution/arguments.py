"""Arguments of fields: read from the document once, or from the variables once for each execution."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from graphql import FieldNode, GraphQLField, ValueNode, VariableNode
from graphql.execution.values import VariableValues, get_argument_values
from graphql.language import ListValueNode, ObjectValueNode
from strawberry.schema.schema_converter import GraphQLCoreConverter
from strawberry.types.arguments import convert_arguments
from strawberry.types.field import StrawberryField

from schema.execution.steps import Run
from schema.limits.remembered import Remembered, values_of

Arguments: TypeAlias = Callable[[Run], Mapping[str, Any]]
"""From an execution, the arguments of a field under their names in Python."""


def arguments_of(
    field: GraphQLField, definition: StrawberryField, node: FieldNode, converter: GraphQLCoreConverter
) -> Arguments:
    """Return how to read the arguments that this node gives to the field.

    What is returned raises GraphQLError for variables that do not fit, as stock execution does.
    """

    def converted(variables: VariableValues | None) -> dict[str, Any]:
        return convert_arguments(
            get_argument_values(field, node, variables),
            definition.arguments,
            converter.scalar_registry,
            converter.config,
        )

    if not field.args:
        nothing: Mapping[str, Any] = {}
        return lambda _run: nothing
    names = tuple({name for argument in node.arguments or () for name in variables_in(argument.value)})
    if names:
        return _remembered(names, converted)
    constant: list[Mapping[str, Any]] = []

    def once(_run: Run) -> Mapping[str, Any]:
        if not constant:
            constant.append(converted(None))
        return constant[0]

    return once


def _remembered(
    names: tuple[str, ...], converted: Callable[[VariableValues | None], Mapping[str, Any]]
) -> Arguments:
    """Read the arguments once for each combination of numbers and nulls; texts are those of people."""
    known = Remembered[Mapping[str, Any]](_MAX_KNOWN)

    def read(run: Run) -> Mapping[str, Any]:
        values = values_of(names, run.variables.coerced)
        return known.get(values, lambda: converted(run.variables))

    return read


_MAX_KNOWN = 8


def variables_in(value: ValueNode) -> set[str]:
    """Return the names of the variables that a value of the document is or holds."""
    if isinstance(value, VariableNode):
        return {value.name.value}
    if isinstance(value, ListValueNode):
        return set[str]().union(*map(variables_in, value.values))
    if isinstance(value, ObjectValueNode):
        return set[str]().union(*(variables_in(field.value) for field in value.fields))
    return set()
