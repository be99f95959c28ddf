"""Webhooks: a partner registers where it wants to be told, and no other partner sees or changes that (T1)."""

import asyncio

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import DeliveryState, ErrorCode, Scope
from models.rules.webhooks import MOST
from models.tables.webhook import WebhookRow
from resolvers import partners, webhooks
from resolvers.caller import STRANGER, Caller
from tests.builders import NOW, POLICY, House, a_house, a_partner, asking, signed_in
from tests.census import everything

pytestmark = pytest.mark.usefixtures("database")

URL = "https://partenaire.example/suivi"


async def anywhere(_url: str) -> bool:
    return True


async def inside(_url: str) -> bool:
    return False


async def a_listener(house: House) -> Caller:
    return await asking(await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS]))


async def register(caller: Caller, url: str = URL) -> str:
    return (await webhooks.register(caller, url, NOW, POLICY, anywhere))[1]


async def test_the_secret_is_shown_once_and_the_database_holds_none() -> None:
    secret = await register(await a_listener(await a_house()))
    assert secret.startswith("whsec_")
    assert secret.removeprefix("whsec_") not in repr(await everything())


async def test_each_webhook_has_a_secret_of_its_own() -> None:
    caller = await a_listener(await a_house())
    assert len({await register(caller) for _ in range(3)}) == 3


async def test_a_partner_sees_its_own_webhooks_the_oldest_first() -> None:
    house = await a_house()
    caller, other = await a_listener(house), await a_listener(house)
    for number in range(3):
        await register(caller, f"{URL}/{number}")
    await register(other)
    assert [one.url for one in await webhooks.own_webhooks(caller)] == [f"{URL}/{n}" for n in range(3)]


async def test_who_may_not_register_writes_nothing() -> None:
    house = await a_house()
    caller, other = await a_listener(house), await a_listener(house)
    reader = await asking(await a_partner(house.employer_id))
    for number in range(MOST):
        await register(caller, f"{URL}/{number}")
    before = await everything()
    for who, url, code in (
        (STRANGER, URL, ErrorCode.NOT_SIGNED_IN),
        (signed_in(house.jean), URL, ErrorCode.FORBIDDEN),
        (reader, URL, ErrorCode.FORBIDDEN),
        (caller, URL, ErrorCode.LIMIT_EXCEEDED),
        (other, "http://partenaire.example", ErrorCode.INVALID),
        (other, "https://" + "a" * 500, ErrorCode.TOO_LONG),
    ):
        with pytest.raises(Refused) as refused:
            await register(who, url)
        assert refused.value.refusals[0].code is code
    assert await everything() == before


async def test_an_address_that_leads_into_a_private_network_is_refused_when_it_is_registered() -> None:
    caller = await a_listener(await a_house())
    before = await everything()
    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, URL, NOW, POLICY, inside)
    (refusal,) = refused.value.refusals
    assert (refusal.code, refusal.field) == (ErrorCode.INVALID, ("url",))
    assert "private network" in refusal.english
    assert await everything() == before


async def test_however_many_are_registered_at_once_there_are_ten_at_most() -> None:
    caller = await a_listener(await a_house())
    found = await asyncio.gather(*(register(caller) for _ in range(MOST + 5)), return_exceptions=True)
    assert sum(isinstance(one, Refused) for one in found) == 5
    assert len(await webhooks.own_webhooks(caller)) == MOST


async def test_a_revoked_partner_registers_nothing_and_keeps_nothing() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    caller = await asking(partner)
    await register(caller)
    await partners.revoke(partner.name, NOW)
    before = await everything()
    with pytest.raises(Refused) as refused:
        await register(caller)  # it was recognised just before
    assert refused.value.refusals[0].code is ErrorCode.NOT_SIGNED_IN
    assert await webhooks.own_webhooks(caller) == []
    assert await everything() == before


async def test_another_secret_is_shown_once_and_the_database_holds_neither() -> None:
    caller = await a_listener(await a_house())
    first = await register(caller)
    (webhook,) = await webhooks.own_webhooks(caller)
    second = await webhooks.rotate_secret(caller, webhook.id, NOW, POLICY)
    assert second != first
    for secret in (first, second):
        assert secret.removeprefix("whsec_") not in repr(await everything())


async def test_one_that_was_removed_makes_room_and_is_gone() -> None:
    caller = await a_listener(await a_house())
    for _ in range(MOST):
        await register(caller)
    (first, *_) = await webhooks.own_webhooks(caller)
    await webhooks.remove(caller, first.id, NOW)
    await register(caller)
    with pytest.raises(Refused):
        await webhooks.remove(caller, first.id, NOW)


async def test_what_is_another_partners_does_not_exist() -> None:
    house = await a_house()
    caller, other = await a_listener(house), await a_listener(house)
    await register(caller)
    (own,) = await webhooks.own_webhooks(caller)
    before = await everything()
    for act in (
        webhooks.remove(other, own.id, NOW),
        webhooks.replay(other, own.id, None, NOW),
        webhooks.rotate_secret(other, own.id, NOW, POLICY),
        webhooks.undelivered(other, own.id, DeliveryState.DEAD, 0, 1),
    ):
        with pytest.raises(Refused) as refused:
            await act
        assert refused.value.refusals[0].code is ErrorCode.NOT_FOUND
    assert await everything() == before


async def test_a_scope_that_is_withdrawn_while_the_address_is_looked_at_leaves_no_webhook() -> None:
    """Its name is resolved by those who own it, as slowly as they like."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.STATUS, Scope.WEBHOOKS])
    caller = await asking(partner)

    async def meanwhile(_url: str) -> bool:
        await partners.withdraw(partner.name, [], [Scope.WEBHOOKS], NOW)
        return True

    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, "https://partenaire.example/suivi", NOW, POLICY, meanwhile)
    assert [one.code for one in refused.value.refusals] == [ErrorCode.FORBIDDEN]
    assert await WebhookRow.all().count() == 0
