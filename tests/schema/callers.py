"""All kinds of callers of the endpoint, each with a function that opens its browser (E1, E3, P4–P6)."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum, auto

from models.rules.accounts.account import Account
from models.rules.vocabulary import DeliveryState, MandateScope, OutgoingState, Profile, Scope
from models.stores.sign_in.sessions import end_all_sessions
from models.tables.accounts import AccountRow
from models.tables.history import StatusChangeRow
from models.tables.mandates import MandateHolderRow, MandateRow
from models.tables.messages import OutgoingRow
from models.tables.partners import PartnerKeyRow
from models.tables.webhooks import DeliveryRow, WebhookRow
from resolvers.employers.close import close_employer
from resolvers.partners.manage import revoke_partner
from tests.client import Browser, Service
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
)


@dataclass(frozen=True, slots=True)
class Town:
    """Two houses, and accounts of the first in each state that a mutation needs."""

    house: House
    elsewhere: House
    deleted: Account
    """Of `house`; it can be restored."""
    invited: Account
    """Of `house`; it has no password yet."""
    locked: Account
    """Of `house`; wrong passwords have locked it."""


async def a_town() -> Town:
    house, elsewhere = await a_house(), await a_house("MAIRIE DE REZÉ")
    deleted = await an_account(house.employer_id, "Petit", "Anne", deleted_at=NOW - timedelta(days=1))
    invited = await an_account(house.employer_id, "Roux", "Inès", active=False)
    locked = await an_account(house.employer_id, "Blanc", "Luc")
    await AccountRow.filter(id=locked.id).update(locked_until=NOW + timedelta(days=9_999))
    return Town(house, elsewhere, deleted, invited, locked)


OpenBrowser = Callable[[Service, Town], Awaitable[Browser]]


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
    await a_mandate(town.elsewhere.jean, town.house.employer_id)
    return await service.browser(town.elsewhere.jean)


async def mandated_to_read(service: Service, town: Town) -> Browser:
    await a_mandate(town.elsewhere.jean, town.house.employer_id, MandateScope.READ)
    return await service.browser(town.elsewhere.jean)


async def mandated_to_renew(service: Service, town: Town) -> Browser:
    await a_mandate(town.elsewhere.jean, town.house.employer_id, MandateScope.RENEW)
    return await service.browser(town.elsewhere.jean)


async def mandated_until_yesterday(service: Service, town: Town) -> Browser:
    mandate_id = await a_mandate(town.elsewhere.jean, town.house.employer_id)
    await MandateRow.filter(id=mandate_id).update(
        starts_on=TODAY - timedelta(days=9), ends_on=TODAY - timedelta(days=1)
    )
    return await service.browser(town.elsewhere.jean)


async def mandated_from_tomorrow(service: Service, town: Town) -> Browser:
    mandate_id = await a_mandate(town.elsewhere.jean, town.house.employer_id)
    await MandateRow.filter(id=mandate_id).update(starts_on=TODAY + timedelta(days=1))
    return await service.browser(town.elsewhere.jean)


async def offered_a_mandate(service: Service, town: Town) -> Browser:
    mandate_id = await a_mandate(town.elsewhere.jean, town.house.employer_id)
    await MandateRow.filter(id=mandate_id).update(accepted_at=None)
    return await service.browser(town.elsewhere.jean)


async def removed_from_a_mandate(service: Service, town: Town) -> Browser:
    mandate_id = await a_mandate(town.elsewhere.jean, town.house.employer_id)
    await MandateHolderRow.filter(mandate_id=mandate_id).update(removed_at=NOW)
    return await service.browser(town.elsewhere.jean)


async def user_named_in_a_mandate(service: Service, town: Town) -> Browser:
    await a_mandate(town.elsewhere.paul, town.house.employer_id)
    return await service.browser(town.elsewhere.paul)


async def expired_holder(service: Service, town: Town) -> Browser:
    await a_mandate(town.elsewhere.jean, town.house.employer_id)
    browser = await service.browser(town.elsewhere.jean)
    await AccountRow.filter(id=town.elsewhere.jean.id).update(expires_on=TODAY - timedelta(days=1))
    return browser


async def deleted_holder(service: Service, town: Town) -> Browser:
    await a_mandate(town.elsewhere.jean, town.house.employer_id)
    browser = await service.browser(town.elsewhere.jean)
    await AccountRow.filter(id=town.elsewhere.jean.id).update(deleted_at=NOW)
    return browser


async def administrator_of_a_closed_employer(service: Service, _town: Town) -> Browser:
    closed = await a_house("SYNDICAT DISSOUS")
    browser = await service.browser(closed.jean)
    await close_employer(closed.employer_id, NOW, POLICY)
    return browser


async def holder_of_a_closed_centre(service: Service, town: Town) -> Browser:
    centre = await a_house("CENTRE DISSOUS")
    await a_mandate(centre.jean, town.house.employer_id)
    browser = await service.browser(centre.jean)
    await close_employer(centre.employer_id, NOW, POLICY)
    return browser


async def mandated_by_an_employer_closed_since(service: Service, town: Town) -> Browser:
    closed = await a_house("SYNDICAT DISSOUS")
    await a_mandate(town.elsewhere.jean, closed.employer_id)
    browser = await service.browser(town.elsewhere.jean)
    await close_employer(closed.employer_id, NOW, POLICY)
    return browser


async def formerly_mandated(service: Service, town: Town) -> Browser:
    mandate_id = await a_mandate(town.elsewhere.jean, town.house.employer_id)
    await MandateRow.filter(id=mandate_id).update(ended_at=NOW)
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
    return await service.partner(await a_partner_with_a_webhook(town.house))


async def partner_elsewhere(service: Service, town: Town) -> Browser:
    return await service.partner(await a_partner_with_a_webhook(town.elsewhere))


async def partner_without_scopes(service: Service, town: Town) -> Browser:
    return await service.partner((await a_partner(town.house.employer_id, scopes=[])).key)


async def revoked_partner(service: Service, town: Town) -> Browser:
    created = await a_partner(town.house.employer_id)
    await revoke_partner(created.name, NOW)
    return await service.partner(created.key)


async def a_partner_with_a_webhook(house: House) -> str:
    """The key of a partner with every scope and a webhook, none of whose deliveries has succeeded."""
    created = await a_partner(house.employer_id, scopes=list(Scope))
    url = "https://partenaire.example/suivi"
    key = await PartnerKeyRow.get(partner_id=created.id)
    webhook = await WebhookRow.create(
        partner_id=created.id, key=key, url=url, nonce="a" * 32, place=2**40, created_at=NOW
    )
    states = [DeliveryState.QUEUED, DeliveryState.DEAD]
    for index, change in enumerate(await StatusChangeRow.filter(employer_id=house.employer_id)):
        await DeliveryRow.create(
            webhook=webhook,
            change=change,
            account_id=change.account_id,
            state=states[index % 2],
            error="answered 500",
            last_attempt_at=NOW,
            next_attempt_at=NOW,
        )
    return created.key


async def operator(service: Service, town: Town) -> Browser:
    """N3: at the operators' endpoint, with e-mails and webhooks that failed."""
    await a_partner_with_a_webhook(town.house)
    await OutgoingRow.all().update(state=OutgoingState.QUEUED, last_error="the mail server is away")
    return await service.operator(await an_operator())


class Role(Enum):
    ANONYMOUS = auto()
    USER = auto()
    ADMINISTRATOR = auto()
    PARTNER = auto()
    PARTNER_WITHOUT_SCOPES = auto()
    REVOKED = auto()
    OPERATOR = auto()


class Target(Enum):
    """Which house of the town a request is about."""

    HOUSE = auto()
    ELSEWHERE = auto()


@dataclass(frozen=True, slots=True)
class CallerKind:
    """A kind of caller: its role, the houses it may act for, and the house where it is the holder, Paul."""

    open_browser: OpenBrowser
    role: Role
    employers: frozenset[Target] = frozenset()
    own: Target | None = None
    mandate: MandateScope | None = None
    """The scope in which it acts for `Target.HOUSE`, if it does so by a mandate."""


_HOUSE, _ELSEWHERE = frozenset({Target.HOUSE}), frozenset({Target.ELSEWHERE})
CALLER_KINDS = (
    *(
        CallerKind(open_browser, Role.ANONYMOUS)
        for open_browser in (
            stranger,
            unknown_cookie,
            garbage_cookie,
            expired_administrator,
            deleted_administrator,
            locked_administrator,
            signed_out,
            idle_too_long,
            expired_holder,
            deleted_holder,
            administrator_of_a_closed_employer,
            holder_of_a_closed_centre,
        )
    ),
    CallerKind(user, Role.USER, _HOUSE, Target.HOUSE),
    CallerKind(user_elsewhere, Role.USER, _ELSEWHERE, Target.ELSEWHERE),
    CallerKind(promoted_since_sign_in, Role.USER, _HOUSE),
    CallerKind(administrator, Role.ADMINISTRATOR, _HOUSE),
    CallerKind(administrator_elsewhere, Role.ADMINISTRATOR, _ELSEWHERE),
    *(
        CallerKind(open_browser, Role.ADMINISTRATOR, _HOUSE | _ELSEWHERE, mandate=scope)
        for open_browser, scope in (
            (mandated_to_read, MandateScope.READ),
            (mandated_to_renew, MandateScope.RENEW),
            (mandated, MandateScope.MANAGE),
        )
    ),
    *(
        CallerKind(open_browser, Role.ADMINISTRATOR, _ELSEWHERE)
        for open_browser in (
            formerly_mandated,
            mandated_until_yesterday,
            mandated_from_tomorrow,
            offered_a_mandate,
            removed_from_a_mandate,
            mandated_by_an_employer_closed_since,
        )
    ),
    CallerKind(user_named_in_a_mandate, Role.USER, _ELSEWHERE, Target.ELSEWHERE),
    CallerKind(partner, Role.PARTNER, _HOUSE),
    CallerKind(partner_elsewhere, Role.PARTNER, _ELSEWHERE),
    CallerKind(partner_without_scopes, Role.PARTNER_WITHOUT_SCOPES, _HOUSE),
    CallerKind(revoked_partner, Role.REVOKED, _HOUSE),
    CallerKind(operator, Role.OPERATOR),
)
ANONYMOUS_CALLERS: tuple[OpenBrowser, ...] = tuple(
    caller.open_browser for caller in CALLER_KINDS if caller.role is Role.ANONYMOUS
)
"""Whatever accounts they had, their requests are anonymous."""
OTHER_ADMINISTRATORS: tuple[OpenBrowser, ...] = (administrator_elsewhere, formerly_mandated)
"""Administrators of another house only."""
