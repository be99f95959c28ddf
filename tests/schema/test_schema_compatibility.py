"""The schema stays compatible with existing clients: nothing breaks, and deprecations have a date."""

import re
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLInterfaceType,
    GraphQLObjectType,
    GraphQLSchema,
    build_schema,
    is_specified_directive,
    is_specified_scalar_type,
)

from schema.schema import schema_docs, schema_text
from tests.processes.node import run_audit

RELEASED = Path(__file__).parents[2] / "schema" / "released.graphql"
DATED_REASON = re.compile(r"Until (\d{4}-\d{2}-\d{2}): .+")


def breaking_changes(present: str, folder: Path) -> list[str]:
    """Return the changes that break clients of the released schema, according to graphql-inspector."""
    path = folder / "present.graphql"
    path.write_text(present, encoding="utf-8")
    audit = run_audit("breaking.mjs", str(RELEASED), str(path))
    assert audit.stderr == ""
    assert audit.returncode == (1 if audit.stdout else 0)
    return audit.stdout.splitlines()


def test_nothing_that_clients_of_the_last_release_use_is_broken(tmp_path: Path) -> None:
    assert breaking_changes(schema_text(), tmp_path) == []


@pytest.mark.parametrize(
    ("released", "changed"),
    [
        ("  contractNumber: String!\n", "  contract: String!\n"),
        ("  UNLOCK\n", "  OPEN\n"),
        ("  employer(\n", "  employer(strict: Boolean!\n"),
        ("  siret: String!", "  siret: String"),
    ],
)
def test_a_change_that_breaks_clients_is_found(tmp_path: Path, released: str, changed: str) -> None:
    assert released in schema_text()
    assert breaking_changes(schema_text().replace(released, changed, 1), tmp_path)


def test_an_addition_breaks_no_client(tmp_path: Path) -> None:
    assert (
        breaking_changes(schema_text().replace("type Query {", "type Query {\n  more: String\n", 1), tmp_path)
        == []
    )


def undated(schema: GraphQLSchema) -> list[str]:
    """Return what is deprecated without a reason that says until when."""
    undated_names = []
    for kind in schema.type_map.values():
        if kind.name.startswith("__"):
            continue
        if isinstance(kind, GraphQLEnumType):
            members = {f"{kind.name}.{name}": value.deprecation_reason for name, value in kind.values.items()}
        elif isinstance(kind, GraphQLInputObjectType | GraphQLObjectType | GraphQLInterfaceType):
            members = {f"{kind.name}.{name}": field.deprecation_reason for name, field in kind.fields.items()}
            if not isinstance(kind, GraphQLInputObjectType):
                for name, field in kind.fields.items():
                    members |= _arguments(f"{kind.name}.{name}", field.args)
        else:
            continue
        undated_names += _undated(members)
    for directive in schema.directives:
        if not is_specified_directive(directive):
            undated_names += _undated(_arguments(f"@{directive.name}", directive.args))
    return undated_names


def _arguments(owner: str, args: Mapping[str, GraphQLArgument]) -> dict[str, str | None]:
    return {f"{owner}({name})": argument.deprecation_reason for name, argument in args.items()}


def _undated(members: Mapping[str, str | None]) -> list[str]:
    return [name for name, reason in members.items() if reason is not None and not _dated(reason)]


def _dated(reason: str) -> bool:
    dated = DATED_REASON.fullmatch(reason)
    if dated is None:
        return False
    date.fromisoformat(dated[1])
    return True


def test_what_is_deprecated_says_until_when_and_what_to_use_instead() -> None:
    assert undated(build_schema(schema_text())) == []


def test_a_deprecation_without_a_date_is_found() -> None:
    sample = """
    type Query {
        old(way: Int @deprecated(reason: "bad")): String @deprecated
        older: String @deprecated(reason: "Until 2027-06-01: use old")
    }
    enum E { A @deprecated(reason: "soon") B }
    input I { a: Int @deprecated }
    interface N { old(way: Int @deprecated): String @deprecated }
    directive @d(way: Int @deprecated) on FIELD_DEFINITION
    """
    of_types = ["Query.old", "Query.old(way)", "E.A", "I.a", "N.old", "N.old(way)"]
    assert undated(build_schema(sample)) == [*of_types, "@d(way)"]


def test_the_page_of_the_docs_is_the_one_written_from_the_schema() -> None:
    page = (RELEASED.parents[1] / "docs" / "schema.md").read_text(encoding="utf-8")
    assert page == schema_docs(), "run `make schema`"
    for kind in build_schema(schema_text()).type_map.values():
        documented = not kind.name.startswith("__") and not is_specified_scalar_type(kind)
        assert (f" {kind.name}\n" in page) is documented, kind.name
