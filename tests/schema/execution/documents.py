"""Random valid documents over the whole schema, drawn by Hypothesis, with the variables that they need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from graphql import (
    GraphQLArgument,
    GraphQLCompositeType,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNamedType,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    Undefined,
    get_named_type,
    is_abstract_type,
    is_composite_type,
    is_required_argument,
    is_required_input_field,
)
from hypothesis import strategies as st

from tests.schema.execution.values import Pools, literal, pool

T = TypeVar("T")
MAX_DEPTH = 9
_ALIASES = ("a", "b", "c", "nodes", "id")
"""The last two are names of fields as well."""
FORWARD, BACKWARD = ("first", "after"), ("last", "before")


@cache
def _below(number: int) -> st.SearchStrategy[int]:
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
class Fragment:
    kind: GraphQLCompositeType
    text: str
    variables: set[str]


@dataclass(slots=True)
class Documents:
    """Draws one document. Every response name has one meaning in it, so that all its selections merge."""

    draw: st.DrawFn
    schema: GraphQLSchema
    pools: Pools
    size: int
    """How many more fields it may have, about."""
    variables: dict[str, Variable] = field(default_factory=dict)
    fragments: dict[str, Fragment] = field(default_factory=dict)
    meanings: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """The field, arguments and shape of each response name."""
    repeatable: list[tuple[GraphQLCompositeType, str, str, str, set[str]]] = field(default_factory=list)
    """Type, field, arguments and response name of earlier fields, and their variables."""
    used: set[str] = field(default_factory=set)
    """The variables of the operation or fragment that is being drawn."""

    def chance(self, percent: int) -> bool:
        return self.draw(_below(100)) >= 100 - percent

    def pick(self, values: Sequence[T]) -> T:
        return values[self.draw(_below(len(values)))] if len(values) > 1 else values[0]

    def operation(self, root: GraphQLObjectType, keyword: str, name: str, goal: Sequence[str]) -> str:
        """Return an operation; `goal` are the names of fields, each below the one before, that it selects."""
        self.used = set()
        body = self.selections(root, goal, 0)
        declared = ", ".join(self._declaration(one) for one in sorted(self.used, key=lambda n: int(n[1:])))
        return f"{keyword} {name}{f'({declared})' if declared else ''} {body}"

    def definitions(self) -> list[str]:
        return [
            f"fragment {name} on {fragment.kind.name} {fragment.text}"
            for name, fragment in self.fragments.items()
        ]

    def selections(self, kind: GraphQLCompositeType, goal: Sequence[str], depth: int) -> str:
        parts = [self._selection(kind, goal, depth)] if goal else []
        while not parts or (self.size > 0 and len(parts) < 6 and self.chance(60 if depth < 6 else 30)):
            parts.append(self._selection(kind, (), depth))
        if len(parts) > 1 and self.chance(50):
            parts.reverse()
        return "{ " + " ".join(parts) + " }"

    def _selection(self, kind: GraphQLCompositeType, goal: Sequence[str], depth: int) -> str:
        form = self.draw(_below(100))
        if depth < MAX_DEPTH and (form >= 76 or (is_abstract_type(kind) and form >= 20)):
            condition = self._condition(kind, goal)
            if form >= 90:
                return f"...{self._fragment(condition, goal, depth)}{self._directives()}"
            has_condition = condition is not kind or self.chance(50)
            on = f" on {condition.name}" if has_condition else ""
            return f"...{on}{self._directives()} {self.selections(condition, goal, depth + 1)}"
        return self._field(kind, goal, depth)

    def _condition(self, kind: GraphQLCompositeType, goal: Sequence[str]) -> GraphQLCompositeType:
        """A type that some objects of this type are of; for a goal, one that has the field."""
        if goal or not (is_abstract_type(kind) or self.chance(30)):
            return kind
        possible = self._possible(kind)
        interfaces = [one for name in sorted(possible) for one in self.schema.type_map[name].interfaces]  # type: ignore[attr-defined]
        objects = [self.schema.type_map[name] for name in sorted(possible)]
        return self.pick([*objects, *dict.fromkeys(interfaces), kind])  # type: ignore[list-item]

    def _possible(self, kind: GraphQLCompositeType) -> frozenset[str]:
        if is_abstract_type(kind):
            return frozenset(one.name for one in self.schema.get_possible_types(kind))
        return frozenset((kind.name,))

    def _fragment(self, kind: GraphQLCompositeType, goal: Sequence[str], depth: int) -> str:
        """The name of a fragment that may be spread here; a new one, unless one fits."""
        possible = self._possible(kind)
        fitting = [name for name, one in self.fragments.items() if self._possible(one.kind) & possible]
        if goal or not fitting or self.chance(40):
            outer, self.used = self.used, set()
            text = self.selections(kind, goal, depth + 1)
            fitting = [f"F{len(self.fragments)}"]
            self.fragments[fitting[0]] = Fragment(kind, text, self.used)
            self.used = outer
        name = self.pick(fitting)
        self.used |= self.fragments[name].variables
        return name

    def _field(self, kind: GraphQLCompositeType, goal: Sequence[str], depth: int) -> str:
        self.size -= 1
        earlier = [one for one in self.repeatable if one[0] is kind]
        if earlier and not goal and depth < MAX_DEPTH and self.chance(15):
            _, name, arguments, response_name, variables = self.pick(earlier)
            self.used |= variables
        else:
            name = goal[0] if goal else self._field_name(kind, depth)
            outer, self.used = self.used, set()
            arguments = self._arguments(kind, name)
            response_name = self._response_name(kind, name, arguments)
            self.repeatable.append((kind, name, arguments, response_name, self.used))
            self.used = outer | self.used
        alias = "" if response_name == name else f"{response_name}: "
        text = f"{alias}{name}{arguments}{self._directives()}"
        below = get_named_type(self._definition(kind, name).type)
        if not is_composite_type(below):
            return text
        return f"{text} {self.selections(below, goal[1:], depth + 1)}"

    def _definition(self, kind: GraphQLCompositeType, name: str) -> GraphQLField:
        definition = self.schema.get_field(kind, name)
        assert definition
        return definition

    def _field_name(self, kind: GraphQLCompositeType, depth: int) -> str:
        if isinstance(kind, GraphQLUnionType) or self.chance(4):
            return "__typename"
        names = list(kind.fields)
        if kind is self.schema.query_type and self.chance(4):
            return self.pick(("__type", "__schema"))
        if depth >= MAX_DEPTH or self.size <= 0:
            leaves = [n for n in names if not is_composite_type(get_named_type(kind.fields[n].type))]
            return self.pick([*leaves, "__typename"])
        return self.pick(names)

    def _response_name(self, kind: GraphQLCompositeType, name: str, arguments: str) -> str:
        definition = self._definition(kind, name)
        named = get_named_type(definition.type)
        shape = str(definition.type).replace(named.name, "{}") if is_composite_type(named) else str(definition.type)
        response_name = self.pick(_ALIASES) if self.chance(15) else name
        meaning, number = (name, arguments, shape), 1
        while self.meanings.setdefault(response_name, meaning) != meaning:
            response_name, number = f"{name}{number}", number + 1
        return response_name

    def _directives(self) -> str:
        if not self.chance(12):
            return ""
        names = ("@skip", "@include") if self.chance(20) else (self.pick(("@include", "@skip")),)
        return "".join(f" {name}(if: {self._condition_value(name)})" for name in names)

    def _condition_value(self, name: str) -> str:
        if self.chance(60):
            return self._variable(GraphQLNonNull(self.schema.type_map["Boolean"]), ("", name), Undefined)  # type: ignore[arg-type]
        return "true" if (name == "@include") is not self.chance(30) else "false"

    def _arguments(self, kind: GraphQLCompositeType, name: str) -> str:
        arguments = self._definition(kind, name).args
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
        texts = (f"{one}: {self._value(arguments[one], (kind.name, name, one))}" for one in chosen)
        return f"({', '.join(texts)})"

    def _value(self, place: GraphQLArgument | GraphQLInputField, path: tuple[str, ...]) -> str:
        has_default = place.default_value is not Undefined
        if self.chance(35):
            return self._variable(place.type, path, place.default_value if has_default else Undefined)
        return self._literal(place.type, path)

    def _variable(self, kind: GraphQLInputType, path: tuple[str, ...], default: Any) -> str:
        """A variable that may stand where a value of this type may."""
        fitting = [n for n, v in self.variables.items() if str(v.kind) == str(kind) and v.path[-1] == path[-1]]
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

    def _declaration(self, name: str) -> str:
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
            return "[" + ", ".join(self._item(kind.of_type, path, is_constant) for _ in self._places()) + "]"
        if isinstance(kind, GraphQLInputObjectType):
            fields = [
                f"{name}: {self._item(one.type, (kind.name, name), is_constant)}"
                for name, one in kind.fields.items()
                if is_required_input_field(one) or self.chance(30)
            ]
            return "{" + ", ".join(fields) + "}"
        if isinstance(kind, GraphQLEnumType):
            return str(self.pick(list(kind.values)))
        return literal(self.pick(pool(self.pools, path, kind.name)))

    def _item(self, kind: GraphQLInputType, path: tuple[str, ...], is_constant: bool) -> str:
        if not is_constant and self.chance(12):
            return self._variable(kind, path, Undefined)
        return self._literal(kind, path, is_constant)

    def _places(self) -> range:
        return range(self.pick((1, 2, 0, 3)))


def variable_value(documents: Documents, kind: Any, path: tuple[str, ...]) -> Any:
    """A JSON value for a variable, or an item or input field of one; rarely one of a wrong type."""
    if isinstance(kind, GraphQLNonNull):
        kind = kind.of_type
    elif documents.chance(8):
        return None
    if documents.chance(1):
        return documents.pick((None, 7, 1.5, True, "x", [], {}))
    if isinstance(kind, GraphQLList):
        return [variable_value(documents, kind.of_type, path) for _ in documents._places()]
    if isinstance(kind, GraphQLInputObjectType):
        return {
            name: variable_value(documents, one.type, (kind.name, name))
            for name, one in kind.fields.items()
            if is_required_input_field(one) or documents.chance(30)
        }
    if isinstance(kind, GraphQLEnumType):
        return documents.pick(list(kind.values))
    assert isinstance(kind, GraphQLNamedType)
    return documents.pick(pool(documents.pools, path, kind.name))
