"""An operation that takes too long is stopped, in the database too, with nothing half written."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import pytest
from httpx2 import Response

import resolvers.accounts.bulk_changes
import resolvers.batch_loader
import resolvers.partners.subscribe
import schema.accounts.page_plan
from models.database import Dialect, connected, dialect, dialect_of, query
from models.stores.partners import partner_keys
from schema.ids import Kind, encode_id
from server.app import create_app
from tests.client import Browser, Service, a_service, settings_of
from tests.factories import House, a_house, a_partner
from tests.nothing_written import rows_without_sessions
from tests.raw_sql import number
from tests.server.graphql.slow_statements import FAR, SLOW

LIMIT = 0.3
CONNECTIONS = 2
STOPS = CONNECTIONS + 1
"""More than there are connections: each has to be returned."""
KIND = "{ viewer { kind } }"
FOLLOW = "subscription { accountStatusChanged { identifier } }"
COUNT = "{ viewer { employers { accounts(first: 1) { totalCount } } } }"
RENEW = "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }"


@pytest.fixture
async def patient(database_url: str) -> AsyncIterator[Service]:
    """The service with few connections and without haste: nothing is stopped because the machine is busy."""
    few = "" if dialect_of(database_url) is Dialect.SQLITE else f"?maxsize={CONNECTIONS}"
    async with (
        asyncio.timeout(FAR),
        connected(database_url + few),
        a_service(settings_of(database_url, operation_seconds=FAR)) as started,
    ):
        yield started


@pytest.fixture
async def limited(patient: Service, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    """The service on the same connections, which stops operations after LIMIT."""
    async with a_service(settings_of(database_url, operation_seconds=LIMIT)) as started:
        yield started


@pytest.fixture
async def house(patient: Service) -> House:  # noqa: ARG001
    return await a_house()


async def slow(*_arguments: object, **_options: object) -> Any:
    await query(SLOW, [])


async def is_stopped_midway(request: Callable[[], Awaitable[Response]]) -> None:
    """The operation is stopped while it is executed.

    On a busy machine, the limit may pass before it is; then nothing is begun, and the request is repeated.
    """
    response = await request()
    while response.status_code == 503:
        await is_not_begun(response)
        response = await request()
    await is_stopped(response)


async def is_stopped(response: Response) -> None:
    """The response says so, and the database has stopped the statement."""
    assert response.status_code == 504
    content = response.json()
    assert [error["extensions"]["code"] for error in content["errors"]] == ["TIMED_OUT"]
    assert "data" not in content
    while True:  # until FAR at most
        if not await at_work():
            return
        await asyncio.sleep(0.02)


async def at_work() -> int:
    """How many slow statements still run. On SQLite, an answer shows that the one connection is free."""
    if dialect() is Dialect.SQLITE:
        return await number("SELECT 0")
    return await number(
        "SELECT count(*) FROM pg_stat_activity WHERE state <> 'idle' AND query LIKE '%pg_sleep(3600)%' "
        "AND pid <> pg_backend_pid()"
    )


async def is_answered(patient: Service, house: House, document: str = COUNT) -> None:
    jean = await patient.browser(house.jean)
    assert "errors" not in (await jean.post(document)).json()


async def test_a_slow_query_is_stopped_and_the_next_one_answered(
    limited: Service, patient: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    jean = await limited.browser(house.jean)
    with monkeypatch.context() as patched:
        patched.setattr(schema.accounts.page_plan, "count_accounts", slow)
        for _ in range(STOPS):
            await is_stopped_midway(lambda: jean.post(COUNT))
    await is_answered(patient, house)


@pytest.mark.parametrize("field", ["rights { level }", "invitation { state }", "employer { name }"])
async def test_what_is_read_for_many_fields_at_once_is_stopped_too(
    limited: Service, patient: Service, house: House, monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    """The batch loader reads in a task of its own, which has to be cancelled too."""
    jean = await limited.browser(house.jean)
    with monkeypatch.context() as patched:
        for name in ("rights_of", "latest_invitations", "employers_by_id"):
            patched.setattr(resolvers.batch_loader, name, slow)
        await is_stopped_midway(lambda: jean.post(f"{{ viewer {{ account {{ {field} }} }} }}"))
    await is_answered(patient, house)


@pytest.mark.parametrize("accept", ["application/json", "text/event-stream"])
async def test_if_identifying_the_caller_takes_too_long_nothing_begins(
    limited: Service, patient: Service, house: House, monkeypatch: pytest.MonkeyPatch, accept: str
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
    browser = await patient.partner(partner.key)
    assert "errors" not in (await browser.post(KIND)).json()


async def is_not_begun(response: Response) -> None:
    assert (response.status_code, response.headers["retry-after"]) == (503, "5")
    assert [error["extensions"]["code"] for error in response.json()["errors"]] == ["UNAVAILABLE"]


async def test_a_slow_mutation_leaves_nothing_behind(
    limited: Service, patient: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The slow statement comes after the expiry was written."""
    jean = await limited.browser(house.jean)
    ids = {"ids": [encode_id(Kind.ACCOUNT, account.id) for account in (house.paul, house.sara)]}
    before = await rows_without_sessions()
    written: list[int] = []

    async def late(*_arguments: object) -> None:
        written.append(await number(f"SELECT count(*) FROM account WHERE version > {house.paul.version}"))
        await slow()

    with monkeypatch.context() as patched:
        patched.setattr(resolvers.accounts.bulk_changes, "append_to_feed", late)
        while len(written) < STOPS:  # on a busy machine, some are stopped before they have written
            await is_stopped_midway(lambda: renew(jean, ids))
    assert written == [2] * STOPS
    assert await rows_without_sessions() == before
    content = (await renew(await patient.browser(house.jean), ids)).json()
    assert content["data"]["renewAccounts"]["done"] == 2


async def renew(jean: Browser, ids: dict[str, Any]) -> Response:
    return await jean.post(RENEW, ids)


async def test_other_callers_are_served_meanwhile_or_right_after(
    limited: Service, patient: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    jean, sara = await limited.browser(house.jean), await limited.browser(house.sara)
    monkeypatch.setattr(schema.accounts.page_plan, "count_accounts", slow)
    _, other_response = await asyncio.gather(
        is_stopped_midway(lambda: jean.post(COUNT)), sara.post("{ viewer { sessions { id } } }")
    )
    # SQLite has one connection: an operation that waits for it beyond the limit is stopped or not begun.
    assert other_response.status_code in {200, 503, 504}
    await is_answered(patient, house, "{ viewer { sessions { id } } }")


@pytest.mark.only_on("postgresql")
async def test_the_service_allows_a_statement_more_time_than_an_operation(database_url: str) -> None:
    settings = settings_of(database_url, operation_seconds=2.0, delivery_seconds=0.0)
    app = create_app(settings)
    async with app.router.lifespan_context(app):
        assert await number("SELECT setting::int FROM pg_settings WHERE name = 'statement_timeout'") == 7_000
