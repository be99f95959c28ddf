"""Random arguments of a field: literals and variables, and the values that requests give to variables."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    Undefined,
    is_required_argument,
    is_required_input_field,
)
from hypothesis import strategies as st

from tests.schema.execution.values import Pools, literal, pool

T = TypeVar("T")
FORWARD, BACKWARD = ("first", "after"), ("last", "before")


@cache
def below(number: int) -> st.SearchStrategy[int]:
    return st.integers(0, number - 1)


@dataclass(slots=True)
class Variable:
    """A variable of a document, with what the values of requests are drawn from."""

    kind: GraphQLInputType
    path: tuple[str, ...]
    default: str | None

    @property
    def is_required(self) -> bool:
        return isinstance(self.kind, GraphQLNonNull) and self.default is None


@dataclass(slots=True)
class Arguments:
    """Draws arguments, and remembers the variables of their document."""

    draw: st.DrawFn
    pools: Pools
    variables: dict[str, Variable] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    """The variables of the operation or fragment that is being drawn."""

    def chance(self, percent: int) -> bool:
        return self.draw(below(100)) >= 100 - percent

    def pick(self, values: Sequence[T]) -> T:
        return values[self.draw(below(len(values)))] if len(values) > 1 else values[0]

    def arguments(self, parent: str, name: str, definition: GraphQLField) -> str:
        """The arguments of a field in parentheses; an empty text for none."""
        arguments = definition.args
        chosen = [
            one
            for one, argument in arguments.items()
            if is_required_argument(argument) or (one not in {*FORWARD, *BACKWARD} and self.chance(35))
        ]
        if "first" in arguments and "first" not in chosen:
            ways = (FORWARD, BACKWARD) if "last" in arguments else (FORWARD,)
            size, cursor = self.pick(ways) if self.chance(40) else FORWARD
            chosen += [size] if not self.chance(8) else []
            chosen += [cursor] if self.chance(25) else []
        if not chosen:
            return ""
        texts = (f"{one}: {self._value(arguments[one], (parent, name, one))}" for one in chosen)
        return f"({', '.join(texts)})"

    def _value(self, place: GraphQLArgument | GraphQLInputField, path: tuple[str, ...]) -> str:
        has_default = place.default_value is not Undefined
        if self.chance(35):
            return self.variable(place.type, path, place.default_value if has_default else Undefined)
        return self._literal(place.type, path)

    def variable(self, kind: GraphQLInputType, path: tuple[str, ...], default: Any) -> str:
        """A variable that may stand where a value of this type may."""
        fitting = [
            n for n, v in self.variables.items() if str(v.kind) == str(kind) and v.path[-1] == path[-1]
        ]
        if fitting and self.chance(50):
            name = self.pick(fitting)
        else:
            name = f"v{len(self.variables)}"
            own_default = None
            nullable = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
            if self.chance(25):
                own_default = self._literal(GraphQLNonNull(nullable), path, is_constant=True)
                kind = nullable
            elif isinstance(kind, GraphQLNonNull) and default is not Undefined and self.chance(50):
                kind = nullable  # the place has a default of its own
            elif not isinstance(kind, GraphQLNonNull) and self.chance(20):
                kind = GraphQLNonNull(kind)
            self.variables[name] = Variable(kind, path, own_default)
        self.used.add(name)
        return f"${name}"

    def declaration(self, name: str) -> str:
        variable = self.variables[name]
        default = f" = {variable.default}" if variable.default is not None else ""
        return f"${name}: {variable.kind}{default}"

    def _literal(self, kind: GraphQLInputType, path: tuple[str, ...], is_constant: bool = False) -> str:
        """A literal of this type; lists and input objects may hold variables, unless it is constant."""
        if isinstance(kind, GraphQLNonNull):
            return self._literal_of(kind.of_type, path, is_constant)
        return "null" if self.chance(8) else self._literal_of(kind, path, is_constant)

    def _literal_of(self, kind: Any, path: tuple[str, ...], is_constant: bool) -> str:
        if isinstance(kind, GraphQLList):
            if self.chance(5):
                return self._literal(kind.of_type, path, is_constant)  # one item for a list of one
            return "[" + ", ".join(self._item(kind.of_type, path, is_constant) for _ in self.places()) + "]"
        if isinstance(kind, GraphQLInputObjectType):
            fields = [
                f"{name}: {self._item(one.type, (kind.name, name), is_constant)}"
                for name, one in kind.fields.items()
                if is_required_input_field(one) or self.chance(30)
            ]
            return "{" + ", ".join(fields) + "}"
        if isinstance(kind, GraphQLEnumType):
            return self.pick([*map(str, kind.values)])
        return literal(self.pick(pool(self.pools, path, kind.name)))

    def _item(self, kind: GraphQLInputType, path: tuple[str, ...], is_constant: bool) -> str:
        if not is_constant and self.chance(12):
            return self.variable(kind, path, Undefined)
        return self._literal(kind, path, is_constant)

    def places(self) -> range:
        return range(self.pick((1, 2, 0, 3)))


def variable_value(drawn: Arguments, kind: Any, path: tuple[str, ...]) -> Any:
    """A JSON value for a variable, or an item or input field of one; rarely one of a wrong type."""
    if isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    elif drawn.chance(8):
        return None
    if drawn.chance(1):
        return drawn.pick((None, 7, 1.5, True, "x", [], {}))
    if isinstance(kind, GraphQLList):
        return [variable_value(drawn, kind.of_type, path) for _ in drawn.places()]
    if isinstance(kind, GraphQLInputObjectType):
        return {
            name: variable_value(drawn, one.type, (kind.name, name))
            for name, one in kind.fields.items()
            if is_required_input_field(one) or drawn.chance(30)
        }
    if isinstance(kind, GraphQLEnumType):
        return drawn.pick(list(kind.values))
    assert isinstance(kind, GraphQLNamedType)
    return drawn.pick(pool(drawn.pools, path, kind.name))
