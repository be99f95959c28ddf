"""Employers at work: administrators that do things to people over HTTP, and the feed that comes of it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

import httpx2

from models.database import query
from models.rules.links import token_hash
from models.rules.vocabulary import Profile
from models.stores.access import open_session
from schema.ids import Kind, encode_id
from tests.builders import an_account, an_employer

BULK = "mutation ($input: BulkAccountsInput!) { %s(input: $input) { done } }"


@dataclass(frozen=True, slots=True)
class House:
    """An employer, the process that its administrator uses, and whom they do things to."""

    employer_id: int
    process: str
    session: str
    people: list[int]
    random: Random


async def a_house(process: str, accounts: int, place: int = 0) -> House:
    employer_id = await an_employer()
    session = f"{place:064x}"
    jean = await an_account(employer_id, "Louty", "Jean", profile=Profile.ADMINISTRATOR)
    await open_session(jean.id, token_hash(session), jean.profile, datetime.now(UTC))
    people = [(await an_account(employer_id)).id for _ in range(accounts)]
    return House(employer_id, process, session, people, Random(20261124 + place))


async def act(host: str, house: House, mutation: str, ids: list[int]) -> None:
    async with httpx2.AsyncClient(
        base_url=f"http://{host}", timeout=30, cookies={"comptoir": house.session}, verify=False
    ) as client:
        given = {"ids": [encode_id(Kind.ACCOUNT, account_id) for account_id in ids]}
        asked = {"query": BULK % mutation, "variables": {"input": given}}
        await client.post("/graphql", json=asked)


async def feed() -> list[tuple[str, str | None, str]]:
    """Identifier, before, after of each change, as the database has them."""
    rows = await query(
        "SELECT a.identifier, c.before, c.after FROM status_change c JOIN account a ON a.id = c.account_id "
        "ORDER BY c.id",
        [],
    )
    return [(row["identifier"], row["before"], row["after"]) for row in rows]
