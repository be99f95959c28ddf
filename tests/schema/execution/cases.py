"""Random cases: a document, one to three requests of it, and sometimes a fault of the database."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import GraphQLObjectType
from hypothesis import strategies as st
from strawberry.utils.str_converters import to_snake_case

from tests.schema.execution.arguments import variable_value
from tests.schema.execution.comparison import ENDLESS, Case, Request
from tests.schema.execution.damage import Columns, Fault
from tests.schema.execution.documents import Documents
from tests.schema.execution.values import READERS, Pools
from tests.schema.field_queries import SCHEMA, paths_by_type

Step = tuple[str, str]
Path = tuple[Step, ...]
"""The fields, each with its type, from Query or Mutation down to one field."""
MAX_FIELDS = 20


@dataclass(frozen=True, slots=True)
class Material:
    """What cases are made of."""

    pools: Pools
    callers: Sequence[str]
    columns: Columns


def paths_of_queries() -> dict[str, list[Path]]:
    """The fields that a query can reach, by the name of their type, each with its shortest path."""
    paths: dict[str, list[Path]] = {}
    for name, steps in paths_by_type().items():
        above = tuple((step.kind, step.field) for step in steps)
        kind = SCHEMA.type_map[name]
        assert isinstance(kind, GraphQLObjectType)
        paths[name] = [(*above, (name, field)) for field in kind.fields]
    return paths


def paths_of_mutations() -> list[Path]:
    assert SCHEMA.mutation_type
    return [(("Mutation", name),) for name in SCHEMA.mutation_type.fields]


@st.composite
def cases(draw: st.DrawFn, material: Material, paths: Sequence[Path]) -> Case:
    """A case whose first operation selects the last field of one of the paths, if its values allow it."""
    documents = Documents(
        draw=draw, pools=material.pools, schema=SCHEMA, size=draw(st.integers(1, MAX_FIELDS))
    )
    path = documents.pick(paths)
    roots = {"Query": (SCHEMA.query_type, "query"), "Mutation": (SCHEMA.mutation_type, "mutation")}
    root, keyword = roots[path[0][0]]
    assert root
    names = ("One", "Two") if documents.chance(8) else (documents.pick(("", "One")),)
    parts = [documents.operation(root, keyword, names[0], [name for _, name in path])]
    parts += [documents.operation(root, keyword, name, ()) for name in names[1:]]
    document = "\n".join([*parts, *documents.definitions()])
    if not names[0] and not documents.variables and keyword == "query" and documents.chance(50):
        document = document.removeprefix("query ").lstrip()
    reader = next((READERS[step] for step in reversed(path) if step in READERS), "administrator")
    count = documents.pick((1, 1, 1, 1, 2, 2, 3))
    requests = tuple(_request(documents, material, names, reader) for _ in range(count))
    return Case(document, requests, _fault(documents, material, path) if documents.chance(30) else None)


def _request(documents: Documents, material: Material, names: Sequence[str], reader: str) -> Request:
    caller = documents.pick(material.callers) if documents.chance(40) else reader
    operation_name = names[-1] if len(names) > 1 and documents.chance(50) else names[0] or None
    if documents.chance(4):
        operation_name = documents.pick((None, "Three", ""))
    return Request(
        caller,
        _variables(documents),
        operation_name,
        "en" if documents.chance(10) else "fr",
        documents.pick((150, 99, 2_000)) if documents.chance(4) else ENDLESS,
    )


def _variables(documents: Documents) -> Mapping[str, Any] | None:
    values = {
        name: variable_value(documents, variable.kind, variable.path)
        for name, variable in documents.variables.items()
        if not documents.chance(3 if variable.is_required else 15)
    }
    return values or None


def _fault(documents: Documents, material: Material, path: Path) -> Fault:
    """Mostly in a table that the fields of the path are read from, often in the column of one of them."""
    names = [kind for kind, _ in reversed(path)]
    read = next((_READ_FROM[start] for kind in names for start in _READ_FROM if kind.startswith(start)), ())
    tables = [*read, *read, *_OFTEN_READ] if documents.chance(85) else sorted(material.columns)
    table = documents.pick(tables)
    if documents.chance(15):
        return Fault(table)
    row = documents.draw(st.integers(0, 5)) if documents.chance(50) else None
    columns = material.columns[table][1:]
    named = [name for _, field in path if (name := to_snake_case(field)) in columns]
    column = documents.pick(named if named and documents.chance(70) else columns)
    return Fault(table, column, documents.pick(("PIRATE", None, None, "", "7")), row)


_OFTEN_READ = ("account", "employer", "history")
_READ_FROM = {
    "AccountStatusChange": ("status_change", "account"),
    "Account": ("account", "account", "access_right"),
    "Right": ("access_right",),
    "Invitation": ("password_link", "outgoing"),
    "Employer": ("employer", "employer", "contract"),
    "LegalRepresentative": ("employer",),
    "History": ("history",),
    "Change": ("history",),
    "Mandate": ("mandate", "mandate_holder"),
    "Administered": ("employer", "account", "mandate"),
    "Session": ("session",),
    "Webhook": ("webhook", "webhook_delivery"),
    "Delivery": ("webhook_delivery", "status_change"),
    "Queued": ("registration",),
    "Registration": ("registration",),
    "Saved": ("registration",),
    "Failed": ("outgoing", "webhook_delivery"),
}
"""Tables by how the name of a type begins, the longer first."""
