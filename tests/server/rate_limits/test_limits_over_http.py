"""What the edge lets through: cost by caller and minute, time, introspection, documents by kind of caller."""

import hashlib
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import time_machine
from graphql import get_introspection_query
from limits import RateLimitItemPerMinute
from limits.aio.storage import MemoryStorage
from limits.aio.strategies import SlidingWindowCounterRateLimiter
from pydantic import SecretStr, ValidationError

from models.rules.partners.api_key import generate_api_key
from resolvers.caller import ANONYMOUS
from schema.limits.budget import CHARACTERS_PER_COST_UNIT
from schema.limits.introspection import Introspection
from server.graphql.persisted_documents import trusted_documents
from server.graphql.response import GRAPHQL_JSON
from server.graphql.variable_limits import MAX_VARIABLE_DEPTH, MAX_VARIABLE_VALUES, variables_excess
from server.rate_limits.cost_budget import budget_owner, charge, rejected_charge
from server.rate_limits.limiter import RateLimits
from server.setting_types import Documents, Environment
from server.settings import Settings
from tests.client import Browser, Service, a_service, settings_of
from tests.factories import NOW, House, a_house, a_partner, signed_in
from tests.nothing_written import rows_without_sessions
from tests.processes.redis import redis_server

KIND = "{ viewer { kind } }"
SIGN_OUT = "mutation { signOut { errors { code } } }"
SMALL: dict[str, Any] = {"cost_limit": 1_000, "cost_per_minute": 2_050}


@pytest.fixture
async def served(
    database: None,  # noqa: ARG001
    database_url: str,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Service]:
    async with a_service(settings_of(database_url, **request.param)) as started:
        yield started


def cost_of(answer: Any) -> tuple[int, int, int | None]:
    told = answer["extensions"]["cost"]
    return told["asked"], told["allowed"], told.get("left")


def code_of(answer: Any) -> str:
    (error,) = answer["errors"]
    return str(error["extensions"]["code"])


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_an_answer_says_what_it_cost_and_what_is_left(served: Service) -> None:
    house = await a_house()
    jean = await served.browser(house.jean)
    for left in (1_950, 1_850):  # a request counts for 100 at least
        assert cost_of((await jean.post(KIND)).json()) == (1, 1_000, left)
    assert cost_of((await jean.post("{ __typename }")).json()) == (0, 1_000, 1_750)
    names = "{ " + " ".join(f"a{n}: viewer {{ account {{ id }} }}" for n in range(70)) + " }"
    read = len(names) // CHARACTERS_PER_COST_UNIT
    assert read > 500
    for left in (1_750 - read, 1_750 - read - 140):  # a longer one counts for its reading, the first time
        assert cost_of((await jean.post(names)).json()) == (140, 1_000, left)
    rejected_charge = (await jean.post("{ account(identifier: 5) { id } }")).json()
    assert "extensions" not in rejected_charge
    assert cost_of((await jean.post(KIND)).json()) == (1, 1_000, 1_750 - read - 340)  # and what is refused


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_who_sends_what_is_refused_is_refused_to_be_looked_at(served: Service) -> None:
    stranger = await served.stranger()
    for _ in range(20):
        answer = await stranger.post("{ nothing }")
        assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    answer = await stranger.post("{ nothing }")
    assert (answer.status_code, code_of(answer.json())) == (429, "RATE_LIMITED")


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_to_be_refused_before_anything_is_executed_counts_for_the_address(served: Service) -> None:
    """A key that nobody has is looked up; and so on. Whoever has one is none the poorer."""
    partner = await a_partner((await a_house()).employer_id)
    unknown = await served.partner(generate_api_key(bytes(32)))
    assert [(await unknown.post(KIND)).status_code for _ in range(19)] == [401] * 19
    stranger = await served.stranger()
    assert (await stranger.client.post("/graphql", content="[]")).status_code == 415
    for told in (await unknown.post(KIND), await stranger.client.post("/graphql", content="[]")):
        assert (told.status_code, code_of(told.json())) == (429, "RATE_LIMITED")
        assert 0 < int(told.headers["retry-after"]) <= 120
    assert cost_of((await (await served.partner(partner.key)).post(KIND)).json()) == (1, 1_000, 1_950)


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_what_costs_too_much_at_once_is_not_executed(served: Service) -> None:
    house = await a_house()
    jean = await served.browser(house.jean)
    before = await rows_without_sessions()
    document = (
        "mutation ($i: BulkAccountsInput!) { signOut { errors { code } } renewAccounts(input: $i) { done } }"
    )
    variables = {"i": {"matching": {"employerId": "x"}}}
    answer = (await jean.post(document, variables)).json()
    assert code_of(answer) == "LIMIT_EXCEEDED"
    assert cost_of(answer)[:2] == (30_110, 1_000)
    assert await rows_without_sessions() == before
    response = await jean.client.post(
        "/graphql", json={"query": document, "variables": variables}, headers={"accept": GRAPHQL_JSON}
    )
    assert response.status_code == 400


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_a_minute_that_is_used_up_says_when_to_come_again_and_nothing_is_executed(
    served: Service,
) -> None:
    house = await a_house()
    jean, sara = await served.browser(house.jean), await served.browser(house.sara)
    stranger = await served.stranger()
    dear = "{ " + " ".join(f"a{i}: viewer {{ account {{ rights {{ level }} }} }}" for i in range(45)) + " }"
    assert cost_of((await jean.post(dear)).json()) == (990, 1_000, 1_060)
    for left in (960, 860):
        assert cost_of((await jean.post(KIND)).json()) == (1, 1_000, left)
    before = await rows_without_sessions()
    sign_out = "mutation { " + " ".join(f"a{i}: signOut {{ errors {{ code }} }}" for i in range(16)) + " }"
    response = await jean.post(sign_out)
    answer, left = response.json(), 860 - len(sign_out) // CHARACTERS_PER_COST_UNIT
    assert (response.status_code, code_of(answer)) == (429, "RATE_LIMITED")
    assert cost_of(answer) == (960, 1_000, left)
    assert 0 < int(response.headers["retry-after"]) <= 120
    assert response.headers["retry-after"] in answer["errors"][0]["message"]
    assert await rows_without_sessions() == before
    assert cost_of((await sara.post(KIND)).json()) == (1, 1_000, 1_950)
    assert cost_of((await stranger.post(KIND)).json()) == (1, 1_000, 1_950)
    with time_machine.travel(NOW.timestamp() + int(response.headers["retry-after"]) + 1, tick=False):
        assert (await jean.post(sign_out)).status_code == 200


def test_whoever_has_no_account_is_counted_by_address() -> None:
    assert (
        budget_owner(ANONYMOUS, "192.0.2.7")
        == budget_owner(ANONYMOUS, "::ffff:192.0.2.7")
        == ("address", "192.0.2.7")
    )
    assert (
        budget_owner(ANONYMOUS, "2001:db8:1:2:3::4")
        == budget_owner(ANONYMOUS, "2001:db8:1:2:ffff::")
        == ("address", "2001:db8:1:2::")
    )
    assert budget_owner(ANONYMOUS, "2001:db8:1:3::4") != budget_owner(ANONYMOUS, "2001:db8:1:2::4")
    assert budget_owner(ANONYMOUS, "testclient") == ("address", "testclient")


async def test_an_ipv6_address_is_one_of_many_that_its_holder_chooses_from() -> None:
    limits = RateLimits(settings_of("sqlite://x.db"))
    waits = [await limits.for_address(f"2001:db8:1:2::{n:x}")("token", f"client-{n}") for n in range(130)]
    assert [wait > 0 for wait in waits] == [False] * 120 + [True] * 10
    assert await limits.for_address("2001:db8:1:3::1")("token", "client") == 0


async def test_whoever_is_over_the_limit_of_their_network_uses_up_nobody_elses() -> None:
    limits = RateLimits(
        settings_of("sqlite://x.db", sign_in_limit="5/minute", sign_in_address_limit="3/minute")
    )
    for _ in range(20):
        await limits.for_address("192.0.2.7")("sign_in", "JLO000439")
    waits = [await limits.for_address("192.0.2.8")("sign_in", "JLO000439") for _ in range(3)]
    assert [wait > 0 for wait in waits] == [False, False, True]


@pytest.mark.parametrize(("before", "now"), [(0, 95), (80, 0), (60, 40), (100, 0)])
async def test_whoever_waits_as_long_as_told_may_go_on_and_not_much_before(before: int, now: int) -> None:
    item, begin = RateLimitItemPerMinute(100), NOW.timestamp()
    counter = SlidingWindowCounterRateLimiter(MemoryStorage())
    with time_machine.travel(begin, tick=False) as clock:
        assert (await charge(counter, item, before, "x")).seconds == 0
        clock.move_to(begin + 70)
        assert (await charge(counter, item, now, "x")).seconds == 0
        told = await charge(counter, item, 60, "x")
        assert told.seconds > 0
        clock.move_to(begin + 70 + told.seconds - 2)
        assert (await charge(counter, item, 60, "x")).seconds > 0
        clock.move_to(begin + 70 + told.seconds + 1)
        assert (await charge(counter, item, 60, "x")).seconds == 0


def test_a_wait_is_at_least_a_second() -> None:
    assert rejected_charge(0, 0, 0, 0, length=60, amount=100, cost=1).seconds == 1


async def test_processes_that_share_a_redis_share_the_minute() -> None:
    with redis_server() as redis:
        settings = settings_of("sqlite://x.db", redis_url=SecretStr(redis.url), **SMALL)
        one, other = RateLimits(settings), RateLimits(settings)
        spent = [await limits.budget(ANONYMOUS, "192.0.2.7").spend(900) for limits in (one, other, one)]
        assert [(s.left, s.seconds > 0) for s in spent] == [(1_150, False), (250, False), (250, True)]
        redis.kill()
        assert (await one.budget(ANONYMOUS, "192.0.2.7").spend(900)).left == 1_150
        await one.aclose()
        await other.aclose()


# Introspection


@pytest.mark.parametrize(
    ("served", "stranger", "account"),
    [
        ({"introspection": Introspection.OFF}, "FORBIDDEN", "FORBIDDEN"),
        ({"introspection": Introspection.SIGNED_IN}, "NOT_SIGNED_IN", None),
        ({"introspection": Introspection.EVERYONE}, None, None),
    ],
    indirect=["served"],
    ids=["off", "signed_in", "everyone"],
)
async def test_the_schema_is_told_by_role_whoever_has_asked_before(
    served: Service, stranger: str | None, account: str | None
) -> None:
    house = await a_house()
    someone, jean = await served.stranger(), await served.browser(house.jean)
    documents = [
        get_introspection_query(),
        "{ ...F } fragment F on Query { __schema { types { name } } }",
        '{ a: __type(name: "Account") { name } }',
        "{ _service { sdl } }",
    ]
    for document in documents:
        for _ in range(2):
            for browser, code in ((someone, stranger), (jean, account)):
                answer = await browser.ask(document)
                assert ("data" in answer) is (code is None)
                assert code is None or code_of(answer) == code
    assert "errors" not in await someone.ask("{ __typename viewer { __typename } }")


# Documents

TRUSTED = next(text for text in trusted_documents().values() if "query Viewer" in text)
BY_ID = {"documentId": f"sha256:{hashlib.sha256(TRUSTED.encode()).hexdigest()}"}


@pytest.mark.parametrize(
    ("served", "stranger", "account"),
    [
        ({"documents_anonymous": Documents.TRUSTED}, True, False),
        ({"documents_accounts": Documents.TRUSTED}, False, True),
        ({"documents_partners": Documents.TRUSTED}, False, False),
    ],
    indirect=["served"],
    ids=["anonymous", "accounts", "partners"],
)
async def test_documents_are_trusted_or_any_by_kind_of_caller(
    served: Service, stranger: bool, account: bool
) -> None:
    house = await a_house()
    someone, jean = await served.stranger(), await served.browser(house.jean)
    before = await rows_without_sessions()
    for browser, closed in ((someone, stranger), (jean, account)):
        for asked in ({"query": TRUSTED}, BY_ID):
            assert "errors" not in (await browser.client.post("/graphql", json=asked)).json()
        for asked in ({"query": KIND}, {"query": TRUSTED + " "}):
            response = await browser.client.post("/graphql", json=asked)
            assert response.status_code == (403 if closed else 200)
            assert not closed or code_of(response.json()) == "UNTRUSTED_DOCUMENT"
            assert not closed or "data" not in response.json()
        if closed:
            assert (await browser.post(SIGN_OUT)).status_code == 403
    assert await rows_without_sessions() == before


def test_production_is_closed_where_the_demo_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def told(settings: Settings) -> tuple[Introspection, Documents, Documents, Documents]:
        return (
            settings.introspection,
            settings.documents_anonymous,
            settings.documents_accounts,
            settings.documents_partners,
        )

    anything = (Documents.ANY, Documents.ANY)
    assert told(Settings()) == (Introspection.EVERYONE, Documents.ANY, *anything)
    closed = (Introspection.SIGNED_IN, Documents.TRUSTED, *anything)
    assert told(Settings(environment=Environment.PRODUCTION)) == closed
    monkeypatch.setenv("COMPTOIR_ENVIRONMENT", "production")
    assert told(Settings()) == closed
    monkeypatch.setenv("COMPTOIR_INTROSPECTION", "off")
    monkeypatch.setenv("COMPTOIR_DOCUMENTS_ANONYMOUS", "any")
    assert told(Settings()) == (Introspection.OFF, Documents.ANY, *anything)


def test_a_minute_holds_at_least_one_request_of_the_largest() -> None:
    with pytest.raises(ValidationError, match="COMPTOIR_COST_PER_MINUTE is less"):
        Settings(cost_limit=2_000, cost_per_minute=1_999)
    assert Settings(cost_limit=2_000, cost_per_minute=2_000)


def test_nesting_is_counted_in_lists_and_objects() -> None:
    def nested(levels: int) -> object:
        """So many lists within each other, the variables themselves counting as one."""
        return json.loads('{"a": ' + "[" * (levels - 1) + "1" + "]" * (levels - 1) + "}")

    assert variables_excess({}) is variables_excess(None) is variables_excess({"a": [1, {"b": 2}]}) is None
    assert variables_excess(nested(MAX_VARIABLE_DEPTH)) is None
    for levels in (MAX_VARIABLE_DEPTH + 1, 900):
        assert "levels deep" in str(variables_excess(nested(levels)))


def test_parts_are_counted_wherever_they_stand() -> None:
    assert variables_excess({"ids": ["a"] * (MAX_VARIABLE_VALUES - 1)}) is None
    for variables in (
        {"ids": ["a"] * MAX_VARIABLE_VALUES},
        {str(n): n for n in range(MAX_VARIABLE_VALUES + 1)},
        {"a": [[1] * 99] * 99},
    ):
        assert "values" in str(variables_excess(variables))


async def test_an_account_is_counted_wherever_it_comes_from(service: Service) -> None:
    house: House = await a_house()
    assert budget_owner(signed_in(house.jean), "192.0.2.7") == budget_owner(signed_in(house.jean), "::1")
    one: Browser = await service.browser(house.jean)
    other = await service.browser(house.jean)
    left = [cost_of((await browser.post(KIND)).json())[2] for browser in (one, other, one)]
    assert left == [599_900, 599_800, 599_700]
