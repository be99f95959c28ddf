"""The feed compared with a model: random operations, killed processes, two subscribers that resume.

Each subscriber receives every change once, in order; the changes add up to each account's status (T2)."""

import asyncio
import json
from collections.abc import AsyncGenerator, Callable
from contextlib import ExitStack, aclosing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx2
import websockets

from models.database import query
from models.rules.paris_calendar import paris_day
from models.stores.accounts.accounts import accounts_by_id
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from tests.factories import POLICY, APartner, a_partner
from tests.server.comptoir_process import Serving, serving
from tests.server.random_activity import House, a_house, act, activate, create, feed
from tests.server.subscribers import by_events, by_socket

OPERATIONS, KILLS, ACCOUNTS = 75, 4, 6
PATIENCE = 300.0
NAMES = ["deleteAccounts", "restoreAccounts", "renewAccounts", "expire", "create", "activate"]
PROCESSES = ("first", "second")
FOLLOWED = "second"
LOST = (httpx2.TransportError, OSError, websockets.WebSocketException, json.JSONDecodeError)


class Town:
    """Two processes on one database, each used by one administrator; both are killed at times.

    The subscribers follow the second one as well.
    """

    def __init__(self, database_url: str, folder: Path) -> None:
        self.database_url, self.folder = database_url, folder
        self.stack = ExitStack()
        self.served: dict[str, Serving] = {}
        self.up = {name: asyncio.Event() for name in PROCESSES}

    def start(self, name: str) -> None:
        folder = self.folder / name
        folder.mkdir(exist_ok=True)
        served = serving(self.database_url, folder, SECRET_KEY=POLICY.secret_key.decode())
        self.served[name] = self.stack.enter_context(served)

    async def begin(self) -> None:
        for name in PROCESSES:
            await asyncio.to_thread(self.start, name)
            self.up[name].set()

    async def kill(self, name: str) -> None:
        self.up[name].clear()
        self.served[name].process.kill()
        await asyncio.to_thread(self.served[name].process.wait)
        await asyncio.to_thread(self.start, name)
        self.up[name].set()

    def host(self, name: str) -> str:
        return self.served[name].url.removeprefix("http://")


class Subscriber:
    """Resumes after the last cursor it read, however the connection ended."""

    def __init__(
        self, way: Callable[..., AsyncGenerator[dict[str, Any], None]], key: str, start: str
    ) -> None:
        self.way, self.key, self.cursor = way, key, start
        self.heard: list[tuple[str, str | None, str]] = []
        self.grown = asyncio.Event()

    async def follow(self, host: Callable[[], str]) -> None:
        while True:
            try:
                async with aclosing(self.way(host(), self.key, self.cursor)) as changes:
                    async for one in changes:
                        self.heard.append((one["identifier"], one["before"], one["after"]))
                        self.cursor = one["cursor"]
                        self.grown.set()
            except LOST:
                await asyncio.sleep(0.05)  # as a partner's program would, before it tries again

    async def has(self, count: int) -> None:
        while len(self.heard) < count:
            self.grown.clear()
            await self.grown.wait()


async def test_each_subscriber_receives_every_change_once_in_order_though_processes_are_killed(
    database: None,  # noqa: ARG001
    database_url: str,
    tmp_path: Path,
) -> None:
    houses = [await a_house(process, ACCOUNTS, place) for place, process in enumerate(PROCESSES)]
    await a_first_change(houses[0].people[0], houses[0].employer_id)
    partner = await a_partner(*(house.employer_id for house in houses))
    town = Town(database_url, tmp_path)
    with town.stack:
        await town.begin()
        start = await last_cursor(town.host(FOLLOWED), partner)
        subscribers = [Subscriber(way, partner.key, start) for way in (by_socket, by_events)]
        followings = [asyncio.create_task(s.follow(lambda: town.host(FOLLOWED))) for s in subscribers]
        try:
            async with asyncio.timeout(PATIENCE):
                await asyncio.gather(*(operate(town, house) for house in houses))
                expected = (await feed())[1:]  # without the one to begin after
                await asyncio.gather(*(s.has(len(expected)) for s in subscribers))
        finally:
            for following in followings:
                following.cancel()
            await asyncio.gather(*followings, return_exceptions=True)
    for subscriber in subscribers:
        assert subscriber.heard == expected
    assert len(expected) > OPERATIONS * len(houses) / 3
    assert {"PENDING", "EXPIRED", "DELETED", "ACTIVE"} == {after for _, _, after in expected}
    assert {(None, "PENDING"), ("PENDING", "ACTIVE")} <= {change[1:] for change in expected}
    for house in houses:
        await check_model(expected, house)


async def operate(town: Town, house: House) -> None:
    """Random operations; some of them kill the process, before or after it has answered."""
    random = house.random
    kills = sorted(random.sample(range(OPERATIONS), KILLS))
    for step in range(OPERATIONS):
        ids = random.sample(await house.everyone(), random.randint(1, 3))
        name = random.choice(NAMES)
        if name == "expire":
            await let_expire(ids, house.employer_id)
            continue
        await town.up[house.process].wait()
        acting = asyncio.create_task(done(town.host(house.process), house, name, ids))
        if step in kills:
            await asyncio.sleep(random.uniform(0, 0.3))  # it dies at any moment of the work
            await town.kill(house.process)
        try:
            await acting
        except LOST:
            continue  # whether it was done is for the database to say


async def done(host: str, house: House, name: str, ids: list[int]) -> None:
    match name:
        case "create":
            await create(host, house)
        case "activate":
            await activate(host, house, POLICY.secret_key)
        case _:
            await act(host, house, name, ids)


async def let_expire(ids: list[int], employer_id: int) -> None:
    """As after midnight: their last day was yesterday, and the expiries are not published yet."""
    yesterday = paris_day(datetime.now(UTC)) - timedelta(days=1)
    await AccountRow.filter(id__in=ids).update(expires_on=yesterday)
    await EmployerRow.filter(id=employer_id).update(expiries_told_on=yesterday)


async def a_first_change(account_id: int, employer_id: int) -> None:
    """A cursor to begin after."""
    await query(
        "INSERT INTO status_change (employer_id, account_id, before, after, at) "
        f"VALUES ({employer_id}, {account_id}, NULL, 'ACTIVE', '2026-01-01 00:00:00+00:00')",
        [],
    )


async def last_cursor(host: str, partner: APartner) -> str:
    document = "{ accountStatusChanges { pageInfo { endCursor } } }"
    headers = {"authorization": f"Bearer {partner.key}"}
    async with httpx2.AsyncClient(timeout=PATIENCE) as client:
        response = await client.post(f"http://{host}/graphql", json={"query": document}, headers=headers)
    return str(response.json()["data"]["accountStatusChanges"]["pageInfo"]["endCursor"])


async def check_model(changes: list[tuple[str, str | None, str]], house: House) -> None:
    """Each change begins with the status that the one before ended with; the last has the account's status.

    Accounts from before the test were active; the changes of all others begin with their creation.
    """
    today = paris_day(datetime.now(UTC))
    now = await accounts_by_id(await house.everyone(), [house.employer_id])
    status: dict[str, str | None] = {
        account.identifier: "ACTIVE" if account.id in house.people else None for account in now.values()
    }
    for identifier, before, after in changes:
        if identifier in status:
            assert status[identifier] == before
            status[identifier] = after
    employer = await EmployerRow.get(id=house.employer_id)
    for account in now.values():
        known = status[account.identifier]
        silent = employer.expiries_told_on < today and account.status(today) == "EXPIRED"
        assert known == account.status(today) or silent
