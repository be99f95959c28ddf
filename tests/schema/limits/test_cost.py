"""The cost of an operation, before it is executed: the objects and leaves that its response may hold."""

import re
from typing import Any

import pytest
from graphql import OperationDefinitionNode, get_introspection_query, parse

from models.catalogue import themes
from resolvers.caller import ANONYMOUS
from schema.accounts.rights import SERVICES, THEMES
from schema.context import Context
from schema.limits.cost import operation_cost
from schema.limits.cost_directives import field_sizes
from schema.limits.document import measure_document
from schema.schema import build_schema
from server.graphql.persisted_documents import trusted_documents
from server.settings import Settings
from tests.factories import NOW, POLICY

MAX_OPERATION_COST = Settings.model_fields["cost_limit"].default


def cost(document: str, variables: dict[str, Any] | None = None, known: dict[str, int] | None = None) -> int:
    schema, parsed = build_schema()._schema, parse(document)
    (operation,) = [one for one in parsed.definitions if isinstance(one, OperationDefinitionNode)]
    root = schema.get_root_type(operation.operation)
    assert root
    return operation_cost(operation, parsed, variables or {}, field_sizes(schema), root.name, known)


def many(leaf: str, count: int) -> str:
    return " ".join(f"a{n}: {leaf}" for n in range(count))


OWN_EMPLOYERS = {"Viewer.employers": 206, "Partner.employers": 206}


def test_what_depends_on_the_caller_is_counted_as_it_is() -> None:
    """An administrator of 206 employers selects 206, whatever size the schema assumes."""
    document = "{ viewer { employers { id } partner { employers { id } } } }"
    assert (cost(document), cost(document, known=OWN_EMPLOYERS)) == (62, 42 + 206 + 206)


LIST = "query ($n: Int = 7) { employer(id: 1) { accounts(first: $n) { nodes { id } } } }"
CONNECTION = " fragment C on AccountConnection { nodes { id } edges { node { id } } }"
ALL_OF = "query ($who: [String!]!) {{ accountStatuses(identifiers: $who) {{ {} }} }}"
F = " fragment F on AccountStatusReport { status ... { asOf } }"
SEARCH = """query ($s: [InvitationState!], $t: String = "zoé  martin") { employer(id: 1) {
    accounts(search: {text: $t}, filter: {invitation: $s}) { totalCount nodes { id } ...C } } }
    fragment C on AccountConnection { groups(by: STATUS) { key } }"""
BLANK = "{ employer(id: 1) { accounts(first: 0, filter: null) { totalCount } } }"
HISTORY = '{ employer(id: 1) { history(first: 5, filter: {text: "a b c", until: "x"}) { nodes { id } } } }'
STATES = ["SENT", "FAILED"]
BULK = "mutation ($input: BulkAccountsInput!) { renewAccounts(input: $input) { done results { id } } }"


@pytest.mark.parametrize(
    ("document", "variables", "expected"),
    [
        ("{ __typename viewer { kind } }", {}, 1),
        ("{ viewer { kind ... { account { id } } ...F } } fragment F on Viewer { account { id } }", {}, 3),
        (LIST, {}, 80 + 7),
        (LIST, {"n": 50}, 80 + 50),
        (LIST, {"n": 50.0}, 80 + 50),
        (LIST, {"n": -50}, 80),
        (LIST, {"n": None}, 80 + 100),
        (LIST, {"n": True}, 80 + 100),
        (LIST, {"n": {"x": 1}}, 80 + 100),
        (LIST, {"n": 10**4_000}, 10**12),
        (LIST.replace("$n)", "-1)"), {}, 80),
        (LIST.replace("$n)", "null)"), {}, 80 + 100),
        (LIST.replace("first: $n)", f"first: 3, last: {10**30})"), {}, 10**12),
        (LIST.replace("nodes { id }", "...C") + CONNECTION, {}, 80 + 7 + 14),
        (LIST.replace("nodes { id }", "totalCount pageInfo { endCursor }"), {}, 80 + 200 + 1),
        (BLANK, {}, 80 + 200),
        (SEARCH, {}, 80 + 100 + 200 + 500 + 10 + (200 + 2 * 30 + 200) * 3),
        (SEARCH, {"t": None, "s": STATES}, 80 + 100 + 200 + 500 + 10 + (200 + 200 + 2 * 500) * 3),
        (SEARCH.replace("$s}", "[SENT, USED, LAPSED]}"), {"t": ""}, 890 + (200 + 200 + 3 * 500) * 3),
        (SEARCH.replace("$s}", "SENT}"), {"t": ""}, 890 + (200 + 200 + 500) * 3),
        (HISTORY, {}, 80 + 5 + 200 + 2_000 + 3 * 900 + 200),
        ("query ($i: ID!) { nodes(ids: [$i, 2, 3]) { id } }", {}, 20 + 3),
        ("query ($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": ["a"] * 30}, 20 + 30),
        ("query ($i: [ID!]!) { nodes(ids: $i) { id } }", {"i": "a"}, 20 + 1),
        ('{ nodes(ids: "a") { id } }', {}, 20 + 1),
        ("{ nodes { id } }", {}, 20 + 100),
        (BULK, {"input": {"matching": {}}}, 40_050),
        (BULK, {"input": {"ids": ["a"] * 5}}, 50 + 15 + 5),
        (BULK, {"input": "x"}, 40_050),
        (BULK.replace("input: $input)", 'input: {ids: ["a", "b"]})'), {}, 50 + 6 + 2),
        ("query Q($ids: [ID!]) { viewer { kind } }", {}, 1),
        ("mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }", {"ids": ["a"] * 9}, 77),
        ("mutation { signIn(input: {}) { errors { code } } }", {}, 510),
        (ALL_OF.format(many("asOf", 4)), {"who": ["a"] * 250}, 20 + 250),
        (ALL_OF.format(many("asOf", 99)), {"who": ["a"] * 250}, 20 + 250 * (1 + 19)),
        (ALL_OF.format("...F ...F a: status") + F, {"who": ["a"] * 10}, 20 + 10 * (1 + 1)),
        ("{ " + many("suggestedPassword", 100) + " }", {}, 100 * 5 + 20),
        ('{ __type(name: "Account") { enumValues { ' + many("name", 95) + " } } }", {}, 50 + 7 * (1 + 19)),
    ],
)  # fmt: skip
def test_a_cost_is_the_objects_that_the_answer_may_hold_and_a_fifth_of_the_leaves_of_each(
    document: str, variables: dict[str, Any], expected: int
) -> None:
    assert cost(document, variables) == expected


def test_a_cost_takes_no_longer_for_being_large() -> None:
    """Validation would refuse it. Read once for each spread, it would take 2^90 steps and never end."""
    spread = "history(first: 100) {{ nodes {{ account {{ ...{0} ...{0} }} }} }}"
    body = " ".join(f"fragment F{i} on Account {{ {spread.format(f'F{i + 1}')} }}" for i in range(90))
    document = f"{{ account {{ ...F0 }} }} {body} fragment F90 on Account {{ id }}"
    assert cost(document) == 10**12


def name_of(text: str) -> str:
    (name,) = re.findall(r"(?:query|mutation) (\w+)", text)
    return str(name)


def test_a_program_may_select_the_rights_of_all_matching_accounts() -> None:
    whole = "account { id status rights { level service { code } } } errors { code } }"
    assert 400_000 < cost(BULK.replace("id }", whole), LARGEST) <= MAX_OPERATION_COST


LARGEST = {"first": 100, "input": {"matching": {"employerId": "x"}}}


@pytest.mark.parametrize("text", trusted_documents().values(), ids=name_of)
def test_every_operation_of_the_panel_is_within_the_limits_at_its_largest(text: str) -> None:
    measure_document(parse(text))
    assert cost(text, LARGEST) <= MAX_OPERATION_COST


@pytest.mark.parametrize(
    "text",
    [
        get_introspection_query(),
        get_introspection_query(
            specified_by_url=True,
            schema_description=True,
            directive_is_repeatable=True,
            input_value_deprecation=True,
        ),
    ],
)
async def test_the_introspection_queries_of_graphiql_and_generators_are_within_the_limits(text: str) -> None:
    context = Context(ANONYMOUS, NOW, POLICY)
    assert (await build_schema().execute(text, context_value=context)).errors is None
    assert cost(text) <= MAX_OPERATION_COST


def test_the_schema_says_how_large_the_catalogue_is() -> None:
    assert (len(themes()), sum(len(theme.services) for theme in themes())) == (THEMES, SERVICES)


def test_every_connection_says_which_arguments_size_it() -> None:
    """Otherwise its pages would count as lists of the assumed size."""
    for kind, fields in field_sizes(build_schema()._schema).items():
        for name, size in fields.items():
            if size.kind.endswith(("Connection", "BulkAccountsPayload")):
                assert size.slicing, f"{kind}.{name}"
                assert size.sizes_fields, f"{kind}.{name}"
