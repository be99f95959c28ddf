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
    if any(holds_variable(argument.value) for argument in node.arguments or ()):
        return lambda run: converted(run.variables)
    constant: list[Mapping[str, Any]] = []

    def once(_run: Run) -> Mapping[str, Any]:
        if not constant:
            constant.append(converted(None))
        return constant[0]

    return once


def holds_variable(value: ValueNode) -> bool:
    """Return whether a value of the document is a variable, or holds one."""
    if isinstance(value, VariableNode):
        return True
    if isinstance(value, ListValueNode):
        return any(map(holds_variable, value.values))
    if isinstance(value, ObjectValueNode):
        return any(holds_variable(field.value) for field in value.fields)
    return False
