"""Bad input to queries, and variables of a wrong form: a code, the path of the field, the remedy."""

from typing import Any

import pytest

from schema.ids import Kind, encode_id
from tests.client import ENGLISH, Browser, Service
from tests.factories import TODAY
from tests.nothing_written import rows_without_sessions
from tests.schema.callers import Town, a_town
from tests.schema.errors.refusal_messages import SENTENCES

pytestmark = pytest.mark.one_database

LIST = """query ($id: ID!, $search: AccountSearch, $filter: AccountFilter, $first: Int, $after: String) {
    employer(id: $id) { accounts(search: $search, filter: $filter, first: $first, after: $after) {
        totalCount } } }"""
HISTORY = """query ($id: ID!, $filter: HistoryFilter, $first: Int, $after: String) {
    employer(id: $id) { history(filter: $filter, first: $first, after: $after) { totalCount } } }"""
CREATE = "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { errors { code } } }"


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


@pytest.fixture
async def jean(town: Town, service: Service) -> Browser:
    return await service.browser(town.house.jean)


async def refused(browser: Browser, document: str, variables: dict[str, object]) -> list[Any]:
    """Return (code, field, key of the message) of each error, the same in both languages."""
    before = await rows_without_sessions()
    errors_by_language = []
    for position, language in enumerate((None, ENGLISH)):
        errors = (await browser.ask(document, variables, language))["errors"]
        sentences = {texts[position]: name for name, texts in SENTENCES.items()}
        refusals = [
            (e["extensions"]["code"], e["extensions"]["field"], sentences.get(e["message"], e["message"]))
            for e in errors
        ]
        errors_by_language.append(refusals)
    assert await rows_without_sessions() == before
    assert errors_by_language[0] == errors_by_language[1]
    return errors_by_language[0]


@pytest.mark.parametrize(
    ("document", "arguments", "code", "path", "message"),
    [
        (LIST, {"first": 0}, "INVALID", "first", "first"),
        (LIST, {"first": 101}, "INVALID", "first", "first"),
        (LIST, {}, "INVALID", "first", "one end"),
        (LIST, {"after": "x"}, "INVALID", "first", "one end"),
        (LIST, {"first": 1, "after": "x"}, "INVALID", "after", "cursor"),
        (LIST, {"search": {"text": "x" * 201}}, "TOO_LONG", "search.text", "201 characters"),
        (LIST, {"search": {"text": "\0"}}, "INVALID", "search.text", "control"),
        (
            LIST,
            {"filter": {"service": {"service": "NOPE-01", "atLeast": "READ"}}},
            "SERVICE_UNAVAILABLE_TO_EMPLOYER",
            "filter.service.service",
            "service",
        ),
        (HISTORY, {"first": 0}, "INVALID", "first", "first"),
        (HISTORY, {"first": 1, "after": "x"}, "INVALID", "after", "cursor"),
        (HISTORY, {"filter": {"text": "x" * 201}}, "TOO_LONG", "filter.text", "201 characters"),
        (HISTORY, {"filter": {"text": "Jean\0"}}, "INVALID", "filter.text", "control"),
    ],
    ids=lambda value: str(value)[:30],
)
async def test_a_list_with_invalid_arguments_is_refused(
    town: Town, jean: Browser, document: str, arguments: dict[str, object], code: str, path: str, message: str
) -> None:
    variables = {"id": encode_id(Kind.EMPLOYER, town.house.employer_id), **arguments}
    assert await refused(jean, document, variables) == [(code, path.split("."), message)]


@pytest.mark.parametrize("field", ["node", "employer"])
async def test_an_id_of_the_wrong_kind_is_refused(jean: Browser, field: str) -> None:
    document = f"query ($id: ID!) {{ {field}(id: $id) {{ id }} }}"
    assert await refused(jean, document, {"id": "garbage"}) == [("INVALID", ["id"], "id")]


async def test_what_a_creation_needs_and_lacks_is_required_by_name(town: Town, jean: Browser) -> None:
    creation = {"employerId": encode_id(Kind.EMPLOYER, town.house.employer_id), "email": None}
    assert await refused(jean, CREATE, {"input": creation}) == [
        ("REQUIRED", ["civility"], "required"),
        ("REQUIRED", ["lastName"], "required"),
        ("REQUIRED", ["firstName"], "required"),
        ("REQUIRED", ["email"], "required"),
    ]
    assert await refused(jean, CREATE, {}) == [("REQUIRED", ["input"], "required")]


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"civility": "DOCTEUR"}, "civility"),
        ({"lastName": 5}, "lastName"),
        (
            {"rights": [{"service": "COM-01", "level": "READ"}, {"service": "COM-02", "level": 2}]},
            "rights.1.level",
        ),
        ({"rights": "COM-01"}, "rights"),
        ({"nickname": "Jo"}, "input"),
    ],
    ids=str,
)
async def test_a_value_of_another_form_is_refused_by_its_path(
    town: Town, jean: Browser, fields: dict[str, object], path: str
) -> None:
    valid = {
        "employerId": encode_id(Kind.EMPLOYER, town.house.employer_id),
        "civility": "MADAME",
        "lastName": "Le Goff",
        "firstName": "Maëlle",
        "email": "maelle@chu-nantes.example",
    }
    before = await rows_without_sessions()
    for language, beginning in ((None, "Cette valeur n'est pas"), (ENGLISH, "This value does not have")):
        (error,) = (await jean.ask(CREATE, {"input": valid | fields}, language))["errors"]
        assert error["extensions"] == {"code": "INVALID", "field": path.split(".")}
        assert error["message"].startswith(beginning)
    assert await rows_without_sessions() == before


async def test_a_day_or_a_moment_that_never_was_is_refused_by_its_path(town: Town, jean: Browser) -> None:
    variables: dict[str, object] = {"id": encode_id(Kind.EMPLOYER, town.house.employer_id), "first": 1}
    filters = ({"expiresFrom": "2027-02-29"}, LIST), ({"from": "2027-05-23T08:00:00"}, HISTORY)
    for filter_, document in filters:
        (error,) = (await jean.ask(document, {**variables, "filter": filter_}))["errors"]
        assert error["extensions"] == {"code": "INVALID", "field": [*filter_]}
        assert "such as 2027-05-23" in error["message"]


async def test_at_least_none_is_everybody(town: Town, jean: Browser) -> None:
    """A7: a service left out is NONE."""
    variables = {
        "id": encode_id(Kind.EMPLOYER, town.house.employer_id),
        "first": 1,
        "filter": {"service": {"service": "COM-01", "atLeast": "NONE"}, "expiresFrom": TODAY.isoformat()},
    }
    assert (await jean.data(LIST, variables))["employer"]["accounts"]["totalCount"] == 5


@pytest.mark.parametrize("sign", ["", "-"])
@pytest.mark.parametrize("digits", [4_300, 4_301, 9_000])
@pytest.mark.parametrize(
    "document",
    [
        "{{ viewer {{ employers {{ accounts(first: {}) {{ totalCount }} }} }} }}",
        "query ($n: Int = {}) {{ viewer {{ employers {{ accounts(first: $n) {{ totalCount }} }} }} }}",
        "{{ ...A }} fragment A on Query {{ viewer {{ employers {{ "
        "accounts(first: {}) {{ totalCount }} }} }} }}",
    ],
    ids=["literal", "default", "fragment"],
)
async def test_an_integer_literal_too_long_to_parse_is_an_error_of_the_request(
    jean: Browser, document: str, digits: int, sign: str
) -> None:
    for _ in range(2):  # the second time, the document may be in the cache
        response = await jean.ask(document.format(sign + "9" * digits))
        (error,) = response["errors"]
        assert error["extensions"]["code"] == "BAD_REQUEST"
        assert error["message"].startswith("Int cannot represent")
        assert "999" not in error["message"]
        assert error["locations"]


async def test_a_long_number_that_is_text_is_none(jean: Browser) -> None:
    (error,) = (await jean.ask(f'{{ node(id: "{"9" * 5_000}") {{ id }} }}'))["errors"]
    assert error["extensions"] == {"code": "INVALID", "field": ["id"]}
