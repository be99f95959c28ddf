"""Bad input to bulk mutations: a code, the path of the field, the remedy; nothing is written."""

from collections.abc import Callable
from random import Random
from typing import Any

import pytest

from schema.ids import Kind, encode_id
from tests.client import Browser, Service
from tests.factories import a_house, a_mandate
from tests.nothing_written import rows_without_sessions
from tests.random_accounts import populate
from tests.schema.callers import Town, a_town
from tests.schema.errors.refusal import refused

BULK = "mutation ($input: BulkAccountsInput!) { did: %s(input: $input) { errors { code field message } } }"


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


@pytest.fixture
async def jean(town: Town, service: Service) -> Browser:
    return await service.browser(town.house.jean)


BulkInput = Callable[[Town], dict[str, object]]


def _employer(town: Town) -> str:
    return encode_id(Kind.EMPLOYER, town.house.employer_id)


BULKS: list[tuple[str, BulkInput, str, str, str]] = [
    ("none", lambda _: {}, "INVALID", "", "ids or matching"),
    (
        "both",
        lambda t: {"ids": ["x"], "matching": {"employerId": _employer(t)}},
        "INVALID",
        "",
        "ids or matching",
    ),
    ("empty", lambda _: {"ids": []}, "REQUIRED", "ids", "required"),
    ("garbage", lambda t: {"ids": [encode_id(Kind.ACCOUNT, t.deleted.id), "x"]}, "INVALID", "ids.1", "id"),
    ("kind", lambda t: {"ids": [_employer(t)]}, "INVALID", "ids.0", "id"),
    (
        "251",
        lambda _: {"ids": [encode_id(Kind.ACCOUNT, n) for n in range(1, 252)]},
        "LIMIT_EXCEEDED",
        "ids",
        "251 accounts",
    ),
    ("employer", lambda _: {"matching": {"employerId": "x"}}, "INVALID", "matching.employerId", "id"),
    (
        "unknown",
        lambda _: {"matching": {"employerId": encode_id(Kind.EMPLOYER, 2**62)}},
        "NOT_FOUND",
        "matching.employerId",
        "not found",
    ),
    (
        "long",
        lambda t: {"matching": {"employerId": _employer(t), "search": {"text": "x" * 201}}},
        "TOO_LONG",
        "matching.search.text",
        "201 characters",
    ),
    (
        "control",
        lambda t: {"matching": {"employerId": _employer(t), "search": {"text": "\0"}}},
        "INVALID",
        "matching.search.text",
        "control",
    ),
    (
        "service",
        lambda t: {
            "matching": {
                "employerId": _employer(t),
                "filter": {"service": {"service": "\0", "atLeast": "READ"}},
            }
        },
        "SERVICE_UNAVAILABLE_TO_EMPLOYER",
        "matching.filter.service.service",
        "service",
    ),
    (
        "key",
        lambda t: {"ids": [encode_id(Kind.ACCOUNT, t.deleted.id)], "idempotencyKey": " "},
        "REQUIRED",
        "idempotencyKey",
        "required",
    ),
]


@pytest.mark.parametrize("verb", ["renewAccounts", "deleteAccounts", "restoreAccounts"])
@pytest.mark.parametrize(
    ("bulk_input", "code", "path", "message"), [pytest.param(*row[1:], id=row[0]) for row in BULKS]
)
async def test_a_bulk_of_nothing_of_too_much_or_of_no_account_is_refused(
    town: Town, jean: Browser, verb: str, bulk_input: BulkInput, code: str, path: str, message: str
) -> None:
    await refused(jean, BULK % verb, bulk_input(town), code, path, message)


async def test_a_bulk_is_for_one_employer(town: Town, service: Service) -> None:
    elsewhere = await a_house("MAIRIE D'ORVAULT")
    await a_mandate(town.house.jean, elsewhere.employer_id)
    browser = await service.browser(town.house.jean)
    both = [encode_id(Kind.ACCOUNT, person.id) for person in (town.house.paul, elsewhere.paul)]
    await refused(browser, BULK % "renewAccounts", {"ids": both}, "INVALID", "ids", "employers")


async def test_250_ids_are_accepted(town: Town, jean: Browser) -> None:
    ids = [encode_id(Kind.ACCOUNT, town.house.paul.id + n) for n in range(250)]
    data: Any = await jean.data(BULK % "renewAccounts", {"input": {"ids": ids, "dryRun": True}})
    assert data["did"]["errors"] == []


async def test_more_than_10_000_matches_are_too_many(town: Town, jean: Browser) -> None:
    await populate(Random(1), town.elsewhere.employer_id, 20)
    await populate(Random(2), town.house.employer_id, 9_998)
    before = await rows_without_sessions()
    bulk_input = {
        "matching": {
            "employerId": _employer(town),
            "filter": {"statuses": ["PENDING", "ACTIVE", "EXPIRED", "DELETED"]},
        }
    }
    data = await jean.data(BULK % "renewAccounts", {"input": bulk_input})
    (error,) = data["did"]["errors"]
    assert (error["code"], error["field"]) == ("LIMIT_EXCEEDED", ["matching"])
    assert error["message"].startswith("10004 à la fois, c'est trop : 10000 au plus.")
    assert await rows_without_sessions() == before
