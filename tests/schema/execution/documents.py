"""Random valid documents over the whole schema, drawn by Hypothesis, with the variables that they need."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

from graphql import (
    GraphQLCompositeType,
    GraphQLField,
    GraphQLNonNull,
    GraphQLObjectType,
    GraphQLSchema,
    GraphQLUnionType,
    Undefined,
    get_named_type,
    is_abstract_type,
    is_composite_type,
)

from tests.schema.execution.arguments import Arguments, below

MAX_DEPTH = 9
_ALIASES = ("a", "b", "c", "nodes", "id")
"""The last two are names of fields as well."""


@dataclass(slots=True)
class Fragment:
    kind: GraphQLCompositeType
    text: str
    variables: set[str]


@dataclass(slots=True, kw_only=True)
class Documents(Arguments):
    """Draws one document. Every response name has one meaning in it, so that all its selections merge."""

    schema: GraphQLSchema
    size: int
    """How many more fields it may have, about."""
    fragments: dict[str, Fragment] = field(default_factory=dict)
    meanings: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    """The field, arguments and shape of each response name."""
    repeatable: list[tuple[GraphQLCompositeType, str, str, str, set[str]]] = field(default_factory=list)
    """Type, field, arguments and response name of earlier fields, and their variables."""

    def operation(self, root: GraphQLObjectType, keyword: str, name: str, goal: Sequence[str]) -> str:
        """Return an operation; `goal` are the names of fields, each below the one before, that it selects."""
        self.used = set()
        body = self.selections(root, goal, 0)
        declared = ", ".join(self.declaration(one) for one in sorted(self.used, key=lambda n: int(n[1:])))
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
        form = self.draw(below(100))
        if depth < MAX_DEPTH and (form >= 76 or (is_abstract_type(kind) and form >= 20)):
            condition = self._condition(kind, goal)
            if form >= 90:
                return f"...{self._fragment(kind, condition, goal, depth)}{self._directives()}"
            has_condition = condition is not kind or self.chance(50)
            on = f" on {condition.name}" if has_condition else ""
            return f"...{on}{self._directives()} {self.selections(condition, goal, depth + 1)}"
        return self._field(kind, goal, depth)

    def _condition(self, kind: GraphQLCompositeType, goal: Sequence[str]) -> GraphQLCompositeType:
        """A type that some objects of this type are of; for a goal, one that has the field."""
        if goal or not (is_abstract_type(kind) or self.chance(30)):
            return kind
        possible = self._possible(kind)
        objects = [cast(GraphQLObjectType, self.schema.type_map[name]) for name in sorted(possible)]
        interfaces = dict.fromkeys(one for each in objects for one in each.interfaces)
        conditions: list[GraphQLCompositeType] = [*objects, *interfaces, kind]
        return self.pick(conditions)

    def _possible(self, kind: GraphQLCompositeType) -> frozenset[str]:
        if is_abstract_type(kind):
            return frozenset(one.name for one in self.schema.get_possible_types(kind))
        return frozenset((kind.name,))

    def _fragment(
        self, parent: GraphQLCompositeType, kind: GraphQLCompositeType, goal: Sequence[str], depth: int
    ) -> str:
        """The name of a fragment that may be spread below this parent: one of `kind`, or an earlier one."""
        possible = self._possible(parent)
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
            arguments = self.arguments(kind.name, name, self._definition(kind, name))
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
        names: list[str] = [*kind.fields]
        if kind is self.schema.query_type and self.chance(4):
            return self.pick(("__type", "__schema"))
        if depth >= MAX_DEPTH or self.size <= 0:
            leaves = [n for n in names if not is_composite_type(get_named_type(kind.fields[n].type))]
            return self.pick([*leaves, "__typename"])
        return self.pick(names)

    def _response_name(self, kind: GraphQLCompositeType, name: str, arguments: str) -> str:
        definition = self._definition(kind, name)
        named = get_named_type(definition.type)
        shape = (
            str(definition.type).replace(named.name, "{}")
            if is_composite_type(named)
            else str(definition.type)
        )
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
            return self.variable(GraphQLNonNull(self.schema.type_map["Boolean"]), ("", name), Undefined)  # type: ignore[arg-type]
        return "true" if (name == "@include") is not self.chance(30) else "false"
