"""Random operations of administrators over HTTP, and the feed that results."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random

import httpx2

from models.database import query
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import Profile
from models.stores.sign_in.sessions import insert_session
from schema.ids import Kind, encode_id
from tests.factories import an_account, an_employer

BULK = "mutation ($input: BulkAccountsInput!) { %s(input: $input) { done } }"
CREATE = "mutation ($input: CreateAccountInput!) { createAccount(input: $input) { errors { code } } }"
ACTIVATE = "mutation ($input: CreatePasswordInput!) { createPassword(input: $input) { errors { code } } }"
PASSWORD = "Velo-Rouge-42"


@dataclass(frozen=True, slots=True)
class House:
    """An employer, the process that its administrator uses, and the accounts they change."""

    employer_id: int
    process: str
    session: str
    people: list[int]
    """Accounts from before the first operation."""
    random: Random

    async def everyone(self) -> list[int]:
        """All accounts except the administrator's."""
        rows = await query(
            f"SELECT id FROM account WHERE employer_id = {self.employer_id} "
            "AND profile <> 'ADMINISTRATOR' ORDER BY id",
            [],
        )
        return [row["id"] for row in rows]


async def a_house(process: str, accounts: int, place: int = 0) -> House:
    employer_id = await an_employer()
    session = f"{place:064x}"
    jean = await an_account(employer_id, "Louty", "Jean", profile=Profile.ADMINISTRATOR)
    await insert_session(jean.id, token_hash(session), jean.profile, datetime.now(UTC))
    people = [(await an_account(employer_id)).id for _ in range(accounts)]
    return House(employer_id, process, session, people, Random(20261124 + place))


async def act(host: str, house: House, mutation: str, ids: list[int]) -> None:
    variables = {"ids": [encode_id(Kind.ACCOUNT, account_id) for account_id in ids]}
    await _post(host, house, BULK % mutation, variables)


async def create(host: str, house: House) -> None:
    """Create an account."""
    name = "".join(house.random.choices("abcdefghij", k=8)).capitalize()
    variables = {
        "employerId": encode_id(Kind.EMPLOYER, house.employer_id),
        "civility": "MADAME",
        "lastName": name,
        "firstName": "Anne",
        "email": f"{name}@chu-nantes.example",
    }
    await _post(host, house, CREATE, variables)


async def activate(host: str, house: House, secret_key: bytes) -> None:
    """The first holder without a password creates one, with the link of the invitation."""
    waiting = (
        "SELECT l.nonce FROM password_link l JOIN account a ON a.id = l.account_id "
        "WHERE a.password_created_at IS NULL AND a.deleted_at IS NULL "
        f"AND a.employer_id = {house.employer_id} ORDER BY l.id DESC LIMIT 1"
    )
    for row in await query(waiting, []):
        variables = {"token": link_token(secret_key, row["nonce"]), "password": PASSWORD}
        await _post(host, house, ACTIVATE, variables)


async def _post(host: str, house: House, document: str, variables: Mapping[str, object]) -> None:
    async with httpx2.AsyncClient(
        base_url=f"http://{host}", timeout=120, cookies={"comptoir": house.session}, verify=False
    ) as client:
        await client.post("/graphql", json={"query": document, "variables": {"input": variables}})


async def feed() -> list[tuple[str, str | None, str]]:
    """The identifier and the statuses before and after of each change in the database."""
    rows = await query(
        "SELECT a.identifier, c.before, c.after FROM status_change c JOIN account a ON a.id = c.account_id "
        "ORDER BY c.id",
        [],
    )
    return [(row["identifier"], row["before"], row["after"]) for row in rows]
