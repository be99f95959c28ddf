"""Everyone who may come to the endpoint, as sessions make them (E1, E3, P4–P6)."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from models.rules.accounts.account import Account
from models.rules.vocabulary import DeliveryState, Profile, Scope
from models.stores.sign_in.sessions import end_all_sessions
from models.tables.accounts import AccountRow, MandateRow
from models.tables.history import StatusChangeRow
from models.tables.partners import PartnerKeyRow
from models.tables.webhooks import DeliveryRow, WebhookRow
from resolvers.partners.manage import revoke_partner
from tests.client import Browser, Service
from tests.factories import NOW, TODAY, House, a_house, a_mandate, a_partner, an_account


@dataclass(frozen=True, slots=True)
class Town:
    """The house that is asked about, and another one."""

    house: House
    elsewhere: House
    deleted: Account
    """Of the house; it can be restored."""
    invited: Account
    """Of the house; it waits for its password."""
    locked: Account
    """Of the house; wrong passwords have locked it."""


async def a_town() -> Town:
    house, elsewhere = await a_house(), await a_house("MAIRIE DE REZÉ")
    deleted = await an_account(house.employer_id, "Petit", "Anne", deleted_at=NOW - timedelta(days=1))
    invited = await an_account(house.employer_id, "Roux", "Inès", active=False)
    locked = await an_account(house.employer_id, "Blanc", "Luc")
    await AccountRow.filter(id=locked.id).update(locked_until=NOW + timedelta(days=9_999))
    return Town(house, elsewhere, deleted, invited, locked)


Coming = Callable[[Service, Town], Awaitable[Browser]]


async def stranger(service: Service, _town: Town) -> Browser:
    return await service.stranger()


async def unknown_cookie(service: Service, _town: Town) -> Browser:
    return await service.holding(secrets.token_hex(32))


async def garbage_cookie(service: Service, _town: Town) -> Browser:
    return await service.holding("'; DROP TABLE account; --")


async def user(service: Service, town: Town) -> Browser:
    return await service.browser(town.house.paul)


async def administrator(service: Service, town: Town) -> Browser:
    return await service.browser(town.house.jean)


async def administrator_elsewhere(service: Service, town: Town) -> Browser:
    return await service.browser(town.elsewhere.jean)


async def user_elsewhere(service: Service, town: Town) -> Browser:
    return await service.browser(town.elsewhere.paul)


async def promoted_since_sign_in(service: Service, town: Town) -> Browser:
    """P6: the profile in force is the one the session began with."""
    return await service.browser(town.house.sara, profile=Profile.USER)


async def mandated(service: Service, town: Town) -> Browser:
    """E1."""
    await a_mandate(town.elsewhere.jean, town.house.employer_id, town.house.jean)
    return await service.browser(town.elsewhere.jean)


async def formerly_mandated(service: Service, town: Town) -> Browser:
    await a_mandate(town.elsewhere.jean, town.house.employer_id, town.house.jean)
    await MandateRow.all().update(revoked_at=NOW)
    return await service.browser(town.elsewhere.jean)


async def expired_administrator(service: Service, town: Town) -> Browser:
    browser = await service.browser(town.house.sara)
    await AccountRow.filter(id=town.house.sara.id).update(expires_on=TODAY - timedelta(days=1))
    return browser


async def deleted_administrator(service: Service, town: Town) -> Browser:
    browser = await service.browser(town.house.sara)
    await AccountRow.filter(id=town.house.sara.id).update(deleted_at=NOW)
    return browser


async def locked_administrator(service: Service, town: Town) -> Browser:
    browser = await service.browser(town.house.sara)
    await AccountRow.filter(id=town.house.sara.id).update(locked_until=NOW + timedelta(minutes=15))
    return browser


async def signed_out(service: Service, town: Town) -> Browser:
    browser = await service.browser(town.house.sara)
    await end_all_sessions([town.house.sara.id], NOW)
    return browser


async def idle_too_long(service: Service, town: Town) -> Browser:
    return await service.browser(town.house.jean, since=NOW - timedelta(minutes=30, seconds=1))


async def partner(service: Service, town: Town) -> Browser:
    """T1."""
    return await service.partner(await a_whole_partner(town.house))


async def partner_elsewhere(service: Service, town: Town) -> Browser:
    return await service.partner(await a_whole_partner(town.elsewhere))


async def partner_without_scopes(service: Service, town: Town) -> Browser:
    return await service.partner((await a_partner(town.house.employer_id, scopes=[])).key)


async def revoked_partner(service: Service, town: Town) -> Browser:
    found = await a_partner(town.house.employer_id)
    await revoke_partner(found.name, NOW)
    return await service.partner(found.key)


async def a_whole_partner(house: House) -> str:
    """The key of one with every scope and a webhook, which could not be told of any change so far."""
    made = await a_partner(house.employer_id, scopes=list(Scope))
    url = "https://partenaire.example/suivi"
    key = await PartnerKeyRow.get(partner_id=made.id)
    webhook = await WebhookRow.create(
        partner_id=made.id, key=key, url=url, nonce="a" * 32, place=2**40, created_at=NOW
    )
    states = [DeliveryState.QUEUED, DeliveryState.DEAD]
    for place, change in enumerate(await StatusChangeRow.filter(employer_id=house.employer_id)):
        await DeliveryRow.create(
            webhook=webhook,
            change=change,
            account_id=change.account_id,
            state=states[place % 2],
            error="answered 500",
            last_attempt_at=NOW,
            next_attempt_at=NOW,
        )
    return made.key


class Standing(Enum):
    NOBODY = auto()
    USER = auto()
    ADMINISTRATOR = auto()
    PARTNER = auto()
    SCOPELESS = auto()
    REVOKED = auto()


class Place(Enum):
    """Which of the two houses is asked about."""

    HOUSE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class Who:
    """A kind of caller: what it is, of which houses, and where the account asked about is its own."""

    coming: Coming
    standing: Standing
    of: frozenset[Place] = frozenset()
    own: Place | None = None


_HOUSE, _ELSEWHERE = frozenset({Place.HOUSE}), frozenset({Place.ELSEWHERE})
EVERYONE = (
    *(
        Who(coming, Standing.NOBODY)
        for coming in (
            stranger,
            unknown_cookie,
            garbage_cookie,
            expired_administrator,
            deleted_administrator,
            locked_administrator,
            signed_out,
            idle_too_long,
        )
    ),
    Who(user, Standing.USER, _HOUSE, Place.HOUSE),
    Who(user_elsewhere, Standing.USER, _ELSEWHERE, Place.ELSEWHERE),
    Who(promoted_since_sign_in, Standing.USER, _HOUSE),
    Who(administrator, Standing.ADMINISTRATOR, _HOUSE),
    Who(administrator_elsewhere, Standing.ADMINISTRATOR, _ELSEWHERE),
    Who(mandated, Standing.ADMINISTRATOR, _HOUSE | _ELSEWHERE),
    Who(formerly_mandated, Standing.ADMINISTRATOR, _ELSEWHERE),
    Who(partner, Standing.PARTNER, _HOUSE),
    Who(partner_elsewhere, Standing.PARTNER, _ELSEWHERE),
    Who(partner_without_scopes, Standing.SCOPELESS, _HOUSE),
    Who(revoked_partner, Standing.REVOKED, _HOUSE),
)
NOBODY: tuple[Coming, ...] = tuple(who.coming for who in EVERYONE if who.standing is Standing.NOBODY)
"""Whoever they were, they are strangers now."""
OUTSIDERS: tuple[Coming, ...] = (administrator_elsewhere, formerly_mandated)
"""Administrators, but not of the house."""
