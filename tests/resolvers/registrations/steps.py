"""The steps of a registration, taken by the product's own use cases; what e-mails and letters would hold."""

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from models.database import query
from models.rules.history_entry import OPERATOR
from models.rules.registrations.code import make_code
from models.rules.registrations.registration import Registration
from models.rules.registrations.states import RegistrationState
from models.rules.sign_in.tokens import registration_code_key, registration_token
from models.stores.registrations.registrations import registration_by_id
from models.tables.employers import EmployerRow
from resolvers.accounts.details import DetailsInput
from resolvers.registrations.approve import approve_registration
from resolvers.registrations.request import RegistrationRequest, request_registration
from resolvers.registrations.request_succession import SuccessionRequest, request_succession
from tests.factories import NOW, POLICY, House
from tests.resolvers.employers.employer_requests import an_administrator_input, an_employer_input


@dataclass(frozen=True, slots=True)
class Approved:
    """An approved registration, with what the administrator and the representative hold."""

    id: int
    token: str
    code: str


def a_registration_request(
    administrator: DetailsInput | None = None, token: str | None = None, **changes: Any
) -> RegistrationRequest:
    employer = an_employer_input(**changes)
    return RegistrationRequest(employer, administrator or an_administrator_input(), token)


async def a_succession_request(house: House, **changes: Any) -> SuccessionRequest:
    siret = (await EmployerRow.get(id=house.employer_id)).siret
    request = SuccessionRequest(siret, an_administrator_input(), "L'administrateur est parti.")
    return replace(request, **changes)


async def registered(request: RegistrationRequest | None = None, now: datetime = NOW) -> int:
    """Send the request; return its number, whatever became of it."""
    await request_registration(request or a_registration_request(), now, POLICY)
    return await latest_id()


async def approved(request: RegistrationRequest | None = None, now: datetime = NOW) -> Approved:
    number = await registered(request, now)
    await approve_registration(number, ["CNRACL"], OPERATOR, now, POLICY)
    return await held(number)


async def approved_succession(house: House, now: datetime = NOW) -> Approved:
    number = await request_succession(await a_succession_request(house), now, POLICY)
    await approve_registration(number, [], OPERATOR, now, POLICY)
    return await held(number)


async def held(number: int) -> Approved:
    """What the e-mail and the letter bring, derived as they derive it."""
    one = await the_registration(number)
    assert one.code_nonce
    return Approved(
        number,
        await token_of(number),
        make_code(registration_code_key(POLICY.secret_key, one.code_nonce)),
    )


async def latest_id() -> int:
    rows = await query("SELECT max(id) AS id FROM registration", [])
    return int(rows[0]["id"])


async def token_of(number: int) -> str:
    return registration_token(POLICY.secret_key, (await the_registration(number)).token_nonce)


async def the_registration(number: int) -> Registration:
    registration = await registration_by_id(number)
    assert registration
    return registration


async def state_of(number: int, now: datetime = NOW) -> RegistrationState:
    return (await the_registration(number)).state(now)


async def messages() -> list[tuple[str, dict[str, Any]]]:
    """The kind and facts of each message of the outbox, in their order."""
    rows = await query("SELECT kind, facts FROM outgoing ORDER BY id", [])
    return [(row["kind"], json.loads(row["facts"])) for row in rows]


async def news() -> list[str]:
    """What the e-mails to first administrators said."""
    return [facts["news"] for kind, facts in await messages() if kind == "REGISTRATION_NEWS"]
