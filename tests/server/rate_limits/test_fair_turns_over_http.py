"""Over HTTP: a stranger on many connections keeps neither people nor other strangers waiting."""

import asyncio
import json
from asyncio import Event, Task, create_task
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from time import monotonic
from typing import Any

import pytest
from httpx2 import ASGITransport, AsyncClient, Response

from models.database import query, transaction
from models.give_way import giving_way
from schema.limits.document_cache import DOCUMENT_CACHE
from server.rate_limits.fair_queue import CallerClass, SlotOwner
from server.rate_limits.fair_slots import SLOT_LIMITS, address_owner, slot_owner
from server.rate_limits.loop_turns import MAX_LEAD_SECONDS
from server.rate_limits.slot import Slot
from server.services import Services
from tests.client import Browser, Service, a_service, settings_of
from tests.factories import House, a_house, signed_in
from tests.nothing_written import rows_without_sessions
from tests.server.exports.downloads import address_of, services_of
from tests.server.rate_limits.cost_requests import KIND, code_of

SIGN_OUT = "mutation { signOut { errors { code } } }"
ATTACKER, HOSPITAL = "192.0.2.7", "192.0.2.8"
CONNECTIONS = 20
BRIEF: dict[str, Any] = {"operation_seconds": 0.3}


@pytest.fixture
async def service(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    async with a_service(settings_of(database_url)) as started:
        yield started


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def stranger_at(service: Service, address: str) -> Browser:
    transport = ASGITransport(app=service.app, client=(address, 40_000))
    client = AsyncClient(transport=transport, base_url=service.settings.public_url)
    return Browser(await service.stack.enter_async_context(client))


@asynccontextmanager
async def all_slots(services: Services, owner: SlotOwner) -> AsyncIterator[list[Slot]]:
    """Every slot that the owner may have is in use."""
    async with AsyncExitStack() as held:
        limit = SLOT_LIMITS[owner.caller_class].caller
        yield [await held.enter_async_context(services.slots.hold(owner)) for _ in range(limit)]


async def many(browser: Browser, services: Services) -> list[Task[Response]]:
    """As many requests as the stranger has connections, all of which wait."""
    tasks = [create_task(browser.post(f"query Q{number} {KIND}")) for number in range(CONNECTIONS)]
    await waiting(services, CallerClass.ANONYMOUS, CONNECTIONS)
    return tasks


async def waiting(services: Services, caller_class: CallerClass, count: int) -> None:
    while services.slots.waiting(caller_class) < count:  # noqa: ASYNC110  the queue has no event
        await asyncio.sleep(0)


async def test_an_administrator_is_answered_while_all_requests_of_a_stranger_wait(
    service: Service, house: House
) -> None:
    services, attacker = services_of(service), await stranger_at(service, ATTACKER)
    jean = await service.browser(house.jean)
    async with all_slots(services, address_owner(CallerClass.ANONYMOUS, ATTACKER)):
        misses = DOCUMENT_CACHE.misses
        tasks = await many(attacker, services)
        assert DOCUMENT_CACHE.misses == misses  # nothing was parsed
        assert (await jean.data(KIND))["viewer"]["kind"] == "ACCOUNT"
        export = await jean.client.get(address_of("comptes", house.employer_id))
        sound = await jean.client.get("/identifiants/JLO000439.wav")
        assert [export.status_code, sound.status_code] == [200, 200]
        assert not any(task.done() for task in tasks)
    assert {(await task).status_code for task in tasks} == {200}
    assert services.slots.held == 0


async def test_another_stranger_waits_for_one_operation_not_for_all_that_came_before(
    service: Service,
) -> None:
    services = services_of(service)
    attacker, hospital = await stranger_at(service, ATTACKER), await stranger_at(service, HOSPITAL)
    order: list[str] = []
    async with all_slots(services, address_owner(CallerClass.ANONYMOUS, ATTACKER)) as slots:
        tasks = await many(attacker, services)
        for task in tasks:
            task.add_done_callback(lambda _task: order.append("attacker"))
        late = create_task(hospital.post(KIND))
        late.add_done_callback(lambda _task: order.append("hospital"))
        await waiting(services, CallerClass.ANONYMOUS, CONNECTIONS + 1)
        slots[0].release()
        await asyncio.wait({late, *tasks})
    assert order.index("hospital") <= 1


async def test_an_unknown_cookie_is_a_strangers_and_does_not_keep_the_signed_in_waiting(
    service: Service, house: House
) -> None:
    services, attacker = services_of(service), await stranger_at(service, ATTACKER)
    attacker.client.cookies.set("comptoir", "0" * 64)
    jean = await service.browser(house.jean)
    async with all_slots(services, address_owner(CallerClass.UNRECOGNISED, ATTACKER)):
        tasks = [create_task(attacker.post(KIND)) for _ in range(CONNECTIONS)]
        await waiting(services, CallerClass.UNRECOGNISED, CONNECTIONS)
        assert (await jean.data(KIND))["viewer"]["kind"] == "ACCOUNT"
        assert not any(task.done() for task in tasks)
    for task in tasks:
        assert (await task).json()["data"]["viewer"]["kind"] == "ANONYMOUS"


async def test_of_one_caller_an_operation_too_many_is_answered_as_soon_as_another_ends(
    service: Service, house: House
) -> None:
    services = services_of(service)
    jean, sara = await service.browser(house.jean), await service.browser(house.sara)
    async with all_slots(services, slot_owner(signed_in(house.jean), "")) as slots:
        late = create_task(jean.post(KIND))
        await waiting(services, CallerClass.SIGNED_IN, 1)
        assert (await sara.post(KIND)).status_code == 200
        assert not late.done()
        slots[0].release()
        assert (await late).status_code == 200


@pytest.mark.parametrize("served", [BRIEF], indirect=True)
async def test_an_operation_that_never_begins_is_refused_and_nothing_is_done(
    served: Service, house: House
) -> None:
    services, jean = services_of(served), await served.browser(house.jean)
    before = await rows_without_sessions()
    async with all_slots(services, slot_owner(signed_in(house.jean), "")):
        for refused in (await jean.post(SIGN_OUT), await jean.client.get("/identifiants/JLO000439.wav")):
            assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
            assert code_of(refused.json()) == "UNAVAILABLE"
    assert await rows_without_sessions() == before
    assert (await jean.data(KIND))["viewer"]["kind"] == "ACCOUNT"
    assert (services.slots.held, services.slots.waiting(CallerClass.SIGNED_IN)) == (0, 0)


async def test_too_many_waiting_requests_of_one_address_are_refused_at_once(service: Service) -> None:
    services, attacker = services_of(service), await stranger_at(service, ATTACKER)
    limit = SLOT_LIMITS[CallerClass.ANONYMOUS].waiting_of_caller
    async with all_slots(services, address_owner(CallerClass.ANONYMOUS, ATTACKER)):
        tasks = [create_task(attacker.post(KIND)) for _ in range(limit)]
        await waiting(services, CallerClass.ANONYMOUS, limit)
        refused = await attacker.post(KIND)
        assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")
        assert code_of(refused.json()) == "UNAVAILABLE"
        page = await attacker.client.get("/readyz")
        assert (page.status_code, page.json()["error"]) == (503, "temporarily_unavailable")
        assert page.headers["retry-after"] == "5"
        token = await attacker.client.post("/oauth/token", data={"grant_type": "client_credentials"})
        assert token.status_code == 401  # partners that come for a token have other slots
    assert {(await task).status_code for task in tasks} == {200}


@pytest.mark.parametrize("served", [BRIEF], indirect=True)
@pytest.mark.parametrize("path", ["/oauth/token", "/exports/comptes.csv", "/graphql"])
async def test_what_is_not_looked_up_in_time_is_refused(served: Service, house: House, path: str) -> None:
    services, jean = services_of(served), await served.browser(house.jean)
    async with all_slots(services, address_owner(CallerClass.UNRECOGNISED, "127.0.0.1")):
        if path == "/exports/comptes.csv":
            refused = await jean.client.get(path)
        elif path == "/graphql":
            refused = await jean.post(KIND)
        else:
            refused = await jean.client.post(path, data={"grant_type": "client_credentials"})
    assert (refused.status_code, refused.headers["retry-after"]) == (503, "5")


@pytest.mark.parametrize("path", ["/graphql", "/exports/comptes.csv", "/identifiants/JLO000439.wav"])
async def test_an_employer_that_is_ahead_of_its_share_pauses_while_another_is_active(
    service: Service, house: House, path: str
) -> None:
    services, jean = services_of(service), await service.browser(house.jean)
    group, ahead = slot_owner(signed_in(house.jean), "").group, services.slots._turns
    ahead._clock = lambda: 1.0
    ahead.charge(group, MAX_LEAD_SECONDS)
    async with services.slots.hold(SlotOwner(CallerClass.SIGNED_IN, "another employer", "1")):
        if path == "/graphql":
            late = create_task(jean.post(KIND))
        elif path == "/exports/comptes.csv":
            late = create_task(jean.client.get(address_of("comptes", house.employer_id)))
        else:
            late = create_task(jean.client.get(path))
        while services.slots.held < 2:  # noqa: ASYNC110  slots have no event
            await asyncio.sleep(0)
        for _ in range(100):
            await asyncio.sleep(0)
        assert not late.done()
        ahead._clock = monotonic
    assert (await late).status_code == 200


async def test_a_transaction_does_not_pause_because_others_wait_for_its_locks(database: None) -> None:  # noqa: ARG001
    async def wait() -> None:
        raise AssertionError

    with giving_way(wait):
        async with transaction():
            await query("DELETE FROM sign_in_guard", [])
            await query("SELECT 1", [])
        with pytest.raises(AssertionError):
            await query("SELECT 1", [])


async def test_health_is_answered_while_strangers_wait(service: Service) -> None:
    services, attacker = services_of(service), await stranger_at(service, ATTACKER)
    async with all_slots(services, address_owner(CallerClass.ANONYMOUS, ATTACKER)):
        tasks = await many(attacker, services)
        assert (await attacker.client.get("/healthz")).status_code == 200
        assert not any(task.done() for task in tasks)
    await asyncio.wait(tasks)


class Connection:
    """A request of a client that may disconnect before it is answered; the rest of a body never comes."""

    def __init__(self, service: Service, method: str, path: str, kind: str, body: bytes | None) -> None:
        self.gone, self.status = Event(), 0
        self.messages = [{"type": "http.request", "body": body or b"", "more_body": body is None}]
        scope = {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"query=%7B__typename%7D" if method == "GET" else b"",
            "root_path": "",
            "headers": [(b"host", b"comptoir.test"), (b"content-type", kind.encode())],
            "client": (ATTACKER, 40_000),
            "server": ("comptoir.test", 80),
        }
        self.task = create_task(service.app(scope, self._receive, self._send))

    async def _receive(self) -> dict[str, Any]:
        if self.messages:
            return self.messages.pop()
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Any) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("POST", "/graphql", json.dumps({"query": SIGN_OUT}).encode()),
        ("GET", "/graphql", b""),
        ("GET", "/readyz", b""),
    ],
)
async def test_a_client_that_disconnects_leaves_the_queue(
    service: Service, method: str, path: str, body: bytes
) -> None:
    services, before = services_of(service), await rows_without_sessions()
    async with all_slots(services, address_owner(CallerClass.ANONYMOUS, ATTACKER)):
        connection = Connection(service, method, path, "application/json", body)
        await waiting(services, CallerClass.ANONYMOUS, 1)
        connection.gone.set()
        await connection.task
        assert (connection.status, services.slots.waiting(CallerClass.ANONYMOUS)) == (499, 0)
    assert services.slots.held == 0
    assert await rows_without_sessions() == before


@pytest.mark.parametrize(
    ("path", "kind"),
    [("/graphql", "application/json"), ("/oauth/token", "application/x-www-form-urlencoded")],
)
async def test_a_body_that_does_not_come_holds_no_slot(service: Service, path: str, kind: str) -> None:
    services = services_of(service)
    connections = [Connection(service, "POST", path, kind, None) for _ in range(CONNECTIONS)]
    for _ in range(CONNECTIONS):
        await asyncio.sleep(0)
    assert services.slots.held == 0
    assert (await (await service.stranger()).data(KIND))["viewer"]["kind"] == "ANONYMOUS"
    for connection in connections:
        connection.gone.set()
    await asyncio.wait({connection.task for connection in connections})
    assert {connection.status for connection in connections} == {499}
