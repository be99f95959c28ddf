"""The data and the callers of the comparisons: a little of everything, the same rows with each start."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count
from random import Random
from unittest.mock import patch

from models.database import connected, query
from models.rules.accounts.account import Account
from models.rules.registrations.form import RegistrationForm
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import AccessLevel, MandateScope, OutgoingState, Scope
from models.stores.sign_in.sessions import insert_session
from models.tables.mandates import MandateRow
from models.tables.messages import OutgoingRow
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.caller import ANONYMOUS, ANONYMOUS_OPERATOR, Caller
from resolvers.employers.edit import EmployerModification, modify_employer
from resolvers.registrations.request_succession import request_succession
from resolvers.registrations.save import save_registration
from resolvers.sign_in.sessions import recognise_session
from tests import factories, random_accounts
from tests.factories import (
    NOW,
    POLICY,
    TODAY,
    House,
    a_house,
    a_mandate,
    a_partner,
    an_account,
    an_operator,
    asking,
    operating,
    signed_in,
)
from tests.random_invitations import lock_and_invite
from tests.resolvers.employers import employer_requests
from tests.resolvers.invited_holders import invited
from tests.resolvers.invited_holders import token_of as link_token_of
from tests.resolvers.registrations.steps import (
    a_succession_request,
    approved,
    latest_id,
    registered,
    token_of,
)
from tests.resolvers.requests import become
from tests.schema.callers import a_partner_with_a_webhook
from tests.schema.execution.damage import Damageable, damageable
from tests.schema.execution.ways import repeatable_secrets

SERVICES = ("CNRACL-01", "CNRACL-02", "RAFP-01")
_POLICY = replace(POLICY, refusal_seconds=0)


@dataclass(frozen=True, slots=True)
class World:
    callers: Mapping[str, Caller]
    database: Damageable
    tokens: Mapping[str, str]
    """Of links: to a password, to a registration, to a draft."""


@asynccontextmanager
async def a_world(url: str) -> AsyncIterator[World]:
    """Fill this migrated, empty database; its constraints are gone afterwards."""
    async with connected(url):
        with (
            repeatable_secrets(),
            patch.object(factories, "_numbers", count(1)),
            patch.object(random_accounts, "_numbers", count(1)),
            patch.object(employer_requests, "_numbers", count(1)),
        ):
            callers, tokens = await _filled()
    async with damageable(url) as database, connected(url):
        # Connections are opened now: a query that is cancelled while SQLite opens one leaves it closed.
        await asyncio.gather(*(query("SELECT 1", []) for _ in range(4)))
        yield World(callers, database, tokens)


async def _filled() -> tuple[dict[str, Caller], dict[str, str]]:
    random = Random(14)
    nantes, reze, centre = (
        await a_house(),
        await a_house("MAIRIE DE REZÉ"),
        await a_house("CENTRE DE GESTION"),
    )
    present = {person.id for person in (nantes.jean, nantes.sara, nantes.paul)}
    accounts = await random_accounts.populate(random, nantes.employer_id, 14, SERVICES)
    await lock_and_invite(random, {account.id for account in accounts} - present)
    link = await _holders(nantes)
    await random_accounts.populate(random, reze.employer_id, 5, SERVICES)
    await _mandates(nantes, reze, centre)
    key = await a_partner_with_a_webhook(nantes)
    tokens = {"link": link, "registration": (await approved()).token}
    await registered()
    moved = EmployerModification(reze.employer_id, 1, postal_address=("1 place Jean-Baptiste-Daviais",))
    await modify_employer(signed_in(reze.jean), moved, NOW, _POLICY)
    await request_succession(await a_succession_request(reze), NOW, _POLICY)
    await save_registration("sara@x.example", RegistrationForm(siret="1"), None, NOW, _POLICY)
    tokens["draft"] = await token_of(await latest_id())
    rows = await query("SELECT id FROM outgoing ORDER BY id", [])
    failed = [row["id"] for row in rows[::2]]
    await OutgoingRow.filter(id__in=failed).update(state=OutgoingState.QUEUED, last_error="full", attempts=2)
    partners = {
        f"partner with {scope.value}": await a_partner(nantes.employer_id, scopes=[scope]) for scope in Scope
    }
    nothing_granted = await a_partner(nantes.employer_id, scopes=[])
    return {
        "administrator": await _session(nantes.jean),
        "user": await _session(nantes.paul),
        "administrator elsewhere": await _session(reze.sara),
        "may manage": await _session(reze.jean),
        "may renew": await _session(centre.sara),
        "may read": await _session(centre.jean),
        "partner": await asking(factories.APartner(0, "", key)),
        **{name: await asking(partner) for name, partner in partners.items()},
        "partner without scopes": await asking(nothing_granted),
        "operator": await operating(await an_operator("odile")),
        "anonymous": ANONYMOUS,
        "anonymous operator": ANONYMOUS_OPERATOR,
    }, tokens


async def _holders(house: House) -> str:
    """Accounts in each state, with a history. The token of a link to a first password."""
    holder = (await invited(house)).account
    holder = await become(holder, password_created_at=NOW, last_sign_in_at=NOW)
    request = BulkRequest(ids=(holder.id, house.paul.id))
    administrator = signed_in(house.jean)
    for act in (delete, restore, renew):
        await act(administrator, request, NOW, _POLICY)
    await an_account(house.employer_id, "Petit", "Anne", deleted_at=NOW - timedelta(days=1))
    await an_account(house.employer_id, "Roux", "Inès", expires_on=TODAY - timedelta(days=1), department=None)
    await an_account(house.employer_id, "Blanc", "Luc", rights={"CNRACL-01": AccessLevel.WRITE})
    return await link_token_of((await invited(house)).account)


async def _mandates(nantes: House, reze: House, centre: House) -> None:
    """One in each state; those in force are of each scope."""
    giver_id = nantes.employer_id
    await a_mandate(reze.jean, giver_id, MandateScope.MANAGE)
    await a_mandate(centre.sara, giver_id, MandateScope.RENEW)
    await a_mandate(centre.jean, giver_id, MandateScope.READ)
    await a_mandate(nantes.sara, centre.employer_id)
    request = BulkRequest(ids=(nantes.paul.id,))
    await renew(signed_in(reze.jean, giver_id), request, NOW, _POLICY)
    other_states: tuple[Mapping[str, object], ...] = (
        {"accepted_at": None},
        {"accepted_at": None, "declined_at": NOW},
        {"ended_at": NOW},
        {"starts_on": TODAY - timedelta(days=9), "ends_on": TODAY - timedelta(days=1)},
        {"accepted_at": None, "proposed_at": NOW - timedelta(days=400)},
    )
    for columns in other_states:
        mandate_id = await a_mandate(reze.sara, giver_id)
        await MandateRow.filter(id=mandate_id).update(**columns)


async def _session(account: Account, now: datetime = NOW) -> Caller:
    """The caller of a session, beside an older one."""
    token = f"session of {account.id}"
    await insert_session(
        account.id, token_hash(f"older {token}"), account.profile, now - timedelta(minutes=9)
    )
    await insert_session(account.id, token_hash(token), account.profile, now)
    return await recognise_session(token, now, POLICY)
