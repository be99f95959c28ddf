"""An operation that takes too long is stopped, in the database too, with nothing half written."""

import asyncio
import time
from collections.abc import AsyncIterator
from typing import Any

import pytest
from httpx2 import Response

import resolvers.accounts.renew
import resolvers.batch_loader
import resolvers.partners.subscribe
import schema.accounts.account_list
from models.database import Dialect, dialect, query
from models.stores.partners import partner_keys
from schema.ids import Kind, encode_id
from server.app import create_app
from tests.client import Browser, Service, a_service, settings_of
from tests.factories import House, a_house, a_partner
from tests.nothing_written import rows_without_sessions
from tests.raw_sql import number
from tests.server.graphql.slow_statements import FAR, SLOW

LIMIT = 0.3
KIND = "{ viewer { kind } }"
FOLLOW = "subscription { accountStatusChanged { identifier } }"
COUNT = "{ viewer { employers { accounts(first: 1) { totalCount } } } }"
RENEW = "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }"


@pytest.fixture
async def limited(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    async with a_service(settings_of(database_url, operation_seconds=LIMIT)) as started:
        yield started


@pytest.fixture
async def house(limited: Service) -> House:  # noqa: ARG001
    return await a_house()


async def slow(*_arguments: object, **_options: object) -> Any:
    await query(SLOW, [])


async def is_stopped(response: Response) -> None:
    """The response says so, and the database has stopped the statement."""
    assert response.status_code == 504
    content = response.json()
    assert [error["extensions"]["code"] for error in content["errors"]] == ["TIMED_OUT"]
    assert "data" not in content
    for _ in range(100):
        if not await at_work():
            return
        await asyncio.sleep(0.02)
    raise AssertionError("the statement goes on")


async def at_work() -> int:
    """How many slow statements still run. On SQLite, an answer shows that the one connection is free."""
    if dialect() is Dialect.SQLITE:
        return await number("SELECT 0")
    return await number(
        "SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND query LIKE '%pg_sleep(60)%' "
        "AND pid <> pg_backend_pid()"
    )


async def test_a_slow_query_is_stopped_and_the_next_one_answered(
    limited: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    jean = await limited.browser(house.jean)
    began = time.perf_counter()
    with monkeypatch.context() as patched:
        patched.setattr(schema.accounts.account_list, "count_accounts", slow)
        for _ in range(12):  # more than there are connections
            await is_stopped(await jean.post(COUNT))
    assert "errors" not in (await jean.post(COUNT)).json()
    assert time.perf_counter() - began < FAR


@pytest.mark.parametrize("field", ["rights { level }", "invitation { state }", "employer { name }"])
async def test_what_is_read_for_many_fields_at_once_is_stopped_too(
    limited: Service, house: House, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """The batch loader reads in a task of its own, which has to be cancelled too."""
    jean = await limited.browser(house.jean)
    began = time.perf_counter()
    with monkeypatch.context() as patched:
        for name in ("rights_of", "latest_invitations", "employers_by_id"):
            patched.setattr(resolvers.batch_loader, name, slow)
        await is_stopped(await jean.post(f"{{ viewer {{ account {{ {field} }} }} }}"))
    assert "errors" not in (await jean.post(COUNT)).json()
    assert time.perf_counter() - began < FAR


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
async def test_if_identifying_the_caller_takes_too_long_nothing_begins(
    limited: Service, house: House, monkeypatch: pytest.MonkeyPatch, accept: str
) -> None:
    partner = await a_partner(house.employer_id)
    browser = await limited.partner(partner.key)
    request, headers = {"query": FOLLOW if "event" in accept else KIND}, {"accept": accept}
    for module, name in (
        (partner_keys, "find_partner_by_key_hash"),
        (resolvers.partners.subscribe, "last_feed_position"),
    ):
        if module is partner_keys or "event" in accept:
            with monkeypatch.context() as patched:
                patched.setattr(module, name, slow)
                await is_not_begun(await browser.client.post("/graphql", json=request, headers=headers))
    assert "errors" not in (await browser.post(KIND)).json()


async def is_not_begun(response: Response) -> None:
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["UNAVAILABLE"]


async def test_a_slow_mutation_leaves_nothing_behind(
    limited: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slow statement comes after the expiry was written."""
    jean = await limited.browser(house.jean)
    ids = {"ids": [encode_id(Kind.ACCOUNT, account.id) for account in (house.paul, house.sara)]}
    before = await rows_without_sessions()
    began = time.perf_counter()
    written: list[int] = []

    async def late(*_arguments: object) -> None:
        written.append(await number(f"SELECT count(*) FROM account WHERE version > {house.paul.version}"))
        await slow()

    with monkeypatch.context() as patched:
        patched.setattr(resolvers.accounts.renew, "end_all_sessions", late)
        for _ in range(12):
            await is_stopped(await renew(jean, ids))
    assert written == [2] * 12
    assert await rows_without_sessions() == before
    content = (await renew(jean, ids)).json()
    assert content["data"]["renewAccounts"]["done"] == 2
    assert time.perf_counter() - began < FAR


async def renew(jean: Browser, ids: dict[str, Any]) -> Response:
    return await jean.post(RENEW, ids)


async def test_other_callers_are_served_meanwhile_or_right_after(
    limited: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    jean, sara = await limited.browser(house.jean), await limited.browser(house.sara)
    monkeypatch.setattr(schema.accounts.account_list, "count_accounts", slow)
    began = time.perf_counter()
    response, other_response = await asyncio.gather(
        jean.post(COUNT), sara.post("{ viewer { sessions { id } } }")
    )
    assert response.status_code == 504
    # SQLite has one connection: an operation that waits for it beyond the limit is stopped or not begun.
    assert other_response.status_code in {200, 503, 504}
    assert "errors" not in (await sara.post("{ viewer { sessions { id } } }")).json()
    assert time.perf_counter() - began < FAR


@pytest.mark.only_on("postgresql")
async def test_the_service_allows_a_statement_more_time_than_an_operation(database_url: str) -> None:
    settings = settings_of(database_url, operation_seconds=2.0, delivery_seconds=0.0)
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        assert await number("SELECT setting::int FROM pg_settings WHERE name = 'statement_timeout'") == 7_000
