"""Changes that are written to the feed, and what a partner's subscription has received of them."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from typing import Any

import httpx2

from models.database import transaction
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import AccountStatus
from models.stores.partners.feed import append_to_feed
from tests.factories import NOW, APartner, House, a_house, a_partner
from tests.server.subscribers import by_events, by_socket

WAYS = (by_socket, by_events)
Way = Callable[..., AsyncGenerator[dict[str, Any], None]]
PATIENCE = 120.0
"""Seconds after which a change that has not been received is missing."""


async def change(house: House, count: int = 1) -> list[tuple[str, str]]:
    """Write `count` changes at once, of Paul and Sara alternately; their identifiers and statuses."""
    people = [house.paul, house.sara]
    statuses = [AccountStatus.ACTIVE, AccountStatus.DELETED]
    made = [
        StatusChange(people[i % 2].id, statuses[i // 2 % 2], statuses[1 - i // 2 % 2], NOW)
        for i in range(count)
    ]
    async with transaction():
        await append_to_feed(house.employer_id, made)
    return [(people[i % 2].identifier, made[i].after.value) for i in range(count)]


def identifiers_and_statuses(changes: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(one["identifier"], one["after"]) for one in changes]


async def town() -> tuple[House, APartner]:
    house = await a_house()
    return house, await a_partner(house.employer_id)


async def take(changes: AsyncIterator[dict[str, Any]], count: int) -> list[dict[str, Any]]:
    async with asyncio.timeout(PATIENCE):
        return [await anext(changes) for _ in range(count)]


async def a_cursor(host: str, house: House, partner: APartner) -> str:
    """A cursor to begin after; without one, a subscription begins with the next change."""
    await change(house)
    headers = {"authorization": f"Bearer {partner.key}"}
    query = "{ accountStatusChanges { pageInfo { endCursor } } }"
    async with httpx2.AsyncClient(timeout=PATIENCE) as client:
        response = await client.post(f"http://{host}/graphql", json={"query": query}, headers=headers)
    return str(response.json()["data"]["accountStatusChanges"]["pageInfo"]["endCursor"])
