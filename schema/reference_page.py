"""The reference page of the docs, generated from the schema and its descriptions."""

from collections.abc import Iterable, Iterator

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputField,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLScalarType,
    GraphQLSchema,
    GraphQLUnionType,
    Undefined,
    ast_from_value,
    get_named_type,
    is_specified_scalar_type,
    print_ast,
)

_HEAD = """# The schema

Written from `schema/schema.graphql` by `make schema`: change the descriptions there, not here.
"""
_PARTS: tuple[tuple[str, type | tuple[type, ...]], ...] = (
    ("Objects", (GraphQLObjectType, GraphQLInterfaceType)),
    ("Unions", GraphQLUnionType),
    ("Inputs", GraphQLInputObjectType),
    ("Enums", GraphQLEnumType),
    ("Scalars", GraphQLScalarType),
)


def schema_page(schema: GraphQLSchema) -> str:
    """Return the page in Markdown: queries, mutations, subscriptions, then the types by kind and name."""
    roots = [schema.query_type, schema.mutation_type, schema.subscription_type]
    own_types = [
        kind
        for name, kind in sorted(schema.type_map.items())
        if not name.startswith("__") and not is_specified_scalar_type(kind) and kind not in roots
    ]
    lines = [_HEAD]
    for root in roots:
        if root is not None:
            lines += _named(root, "##")
    for title, kinds in _PARTS:
        kinds_of_part = [kind for kind in own_types if isinstance(kind, kinds)]
        if kinds_of_part:
            lines += [f"## {title}\n", *(line for kind in kinds_of_part for line in _named(kind, "###"))]
    return "\n".join(lines).rstrip() + "\n"


def _named(kind: GraphQLNamedType, heading: str) -> Iterator[str]:
    yield f"{heading} {kind.name}\n"
    if kind.description:
        yield f"{_line(kind.description)}\n"
    match kind:
        case GraphQLObjectType() | GraphQLInterfaceType():
            yield from _table(_field(name, field) for name, field in kind.fields.items())
        case GraphQLInputObjectType():
            yield from _table(_input(name, field) for name, field in kind.fields.items())
        case GraphQLEnumType():
            yield from _table((name, "", value.description) for name, value in kind.values.items())
        case GraphQLUnionType():
            yield f"{', '.join(_link(one) for one in kind.types)}\n"


def _table(rows: Iterable[tuple[str, str, str | None]]) -> Iterator[str]:
    yield "| | | |\n|---|---|---|"
    for name, type_text, description in rows:
        yield f"| `{name}` | {type_text} | {_line(description or '')} |"
    yield ""


def _field(name: str, field: GraphQLField) -> tuple[str, str, str | None]:
    arguments = "".join(
        f"<br>`{key}`: {_typed(one)} {_line(one.description or '')}" for key, one in field.args.items()
    )
    return name, _linked(str(field.type), get_named_type(field.type)), _description(field) + arguments


def _input(name: str, field: GraphQLInputField) -> tuple[str, str, str | None]:
    return name, _typed(field), _description(field)


def _typed(argument: GraphQLArgument | GraphQLInputField) -> str:
    """The type, with the default value."""
    linked = _linked(str(argument.type), get_named_type(argument.type))
    if argument.default_value is Undefined or argument.default_value is None:
        return linked
    node = ast_from_value(argument.default_value, argument.type)
    return f"{linked} = `{print_ast(node)}`" if node else linked


def _description(field: GraphQLField | GraphQLInputField) -> str:
    deprecation = f" **Deprecated.** {field.deprecation_reason}" if field.deprecation_reason else ""
    return (field.description or "") + deprecation


def _linked(text: str, kind: GraphQLNamedType) -> str:
    """The type as the schema writes it, with a link to its section unless it is a standard scalar."""
    return f"`{text}`" if is_specified_scalar_type(kind) else f"`{text}` [→](#{kind.name.lower()})"


def _link(kind: GraphQLNamedType) -> str:
    return f"[{kind.name}](#{kind.name.lower()})"


def _line(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
