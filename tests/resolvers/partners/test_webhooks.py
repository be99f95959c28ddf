"""Webhooks: a partner registers URLs and removes them, and no other partner sees or changes them (T1)."""

import asyncio

import pytest

from models.rules.partners.webhooks import MAX_WEBHOOKS_PER_PARTNER
from models.rules.refusals import Refused
from models.rules.vocabulary import DeliveryState, ErrorCode, Scope
from resolvers.caller import ANONYMOUS
from resolvers.partners import manage, webhooks
from tests.factories import NOW, POLICY, a_house, a_partner, asking, signed_in
from tests.nothing_written import rows_without_sessions
from tests.resolvers.partners.registered_webhooks import (
    URL,
    a_dead_letter,
    a_listener,
    inside,
    register,
)

pytestmark = pytest.mark.usefixtures("database")


async def test_the_secret_is_shown_once_and_the_database_holds_none() -> None:
    secret = await register(await a_listener(await a_house()))
    assert secret.startswith("whsec_")
    assert secret.removeprefix("whsec_") not in repr(await rows_without_sessions())


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


async def test_a_refused_registration_writes_nothing() -> None:
    house = await a_house()
    caller, other = await a_listener(house), await a_listener(house)
    reader = await asking(await a_partner(house.employer_id))
    for number in range(MAX_WEBHOOKS_PER_PARTNER):
        await register(caller, f"{URL}/{number}")
    before = await rows_without_sessions()
    for who, url, code in (
        (ANONYMOUS, URL, ErrorCode.NOT_SIGNED_IN),
        (signed_in(house.jean), URL, ErrorCode.FORBIDDEN),
        (reader, URL, ErrorCode.FORBIDDEN),
        (caller, URL, ErrorCode.LIMIT_EXCEEDED),
        (other, "http://partenaire.example", ErrorCode.INVALID),
        (other, "https://" + "a" * 500, ErrorCode.TOO_LONG),
    ):
        with pytest.raises(Refused) as refused:
            await register(who, url)
        assert refused.value.refusals[0].code is code
    assert await rows_without_sessions() == before


async def test_a_url_that_leads_into_a_private_network_is_refused_at_registration() -> None:
    caller = await a_listener(await a_house())
    before = await rows_without_sessions()
    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, URL, NOW, POLICY, inside)
    (refusal,) = refused.value.refusals
    assert (refusal.code, refusal.field) == (ErrorCode.INVALID, ("url",))
    assert "private network" in refusal.english
    assert await rows_without_sessions() == before


async def test_however_many_are_registered_at_once_there_are_ten_at_most() -> None:
    caller = await a_listener(await a_house())
    results = await asyncio.gather(
        *(register(caller) for _ in range(MAX_WEBHOOKS_PER_PARTNER + 5)), return_exceptions=True
    )
    assert sum(isinstance(one, Refused) for one in results) == 5
    assert len(await webhooks.own_webhooks(caller)) == MAX_WEBHOOKS_PER_PARTNER


async def test_another_secret_is_shown_once_and_the_database_holds_neither() -> None:
    caller = await a_listener(await a_house())
    first = await register(caller)
    (webhook,) = await webhooks.own_webhooks(caller)
    second = await webhooks.rotate_secret(caller, webhook.id, NOW, POLICY)
    assert second != first
    for secret in (first, second):
        assert secret.removeprefix("whsec_") not in repr(await rows_without_sessions())


async def test_a_removed_webhook_makes_room_for_another() -> None:
    caller = await a_listener(await a_house())
    for _ in range(MAX_WEBHOOKS_PER_PARTNER):
        await register(caller)
    (first, *_) = await webhooks.own_webhooks(caller)
    await webhooks.remove(caller, first.id, NOW)
    await register(caller)
    with pytest.raises(Refused):
        await webhooks.remove(caller, first.id, NOW)


async def test_the_webhooks_of_another_partner_do_not_exist() -> None:
    house = await a_house()
    caller, other = await a_listener(house), await a_listener(house)
    await register(caller)
    (own,) = await webhooks.own_webhooks(caller)
    before = await rows_without_sessions()
    for act in (
        webhooks.remove(other, own.id, NOW),
        webhooks.replay(other, own.id, None, NOW),
        webhooks.rotate_secret(other, own.id, NOW, POLICY),
    ):
        with pytest.raises(Refused) as refused:
            await act
        assert refused.value.refusals[0].code is ErrorCode.NOT_FOUND
    assert await rows_without_sessions() == before
    await a_dead_letter(house, own.id)
    assert (await webhooks.failed_deliveries(caller, [own.id], DeliveryState.DEAD, 0, 1)).keys() == {own.id}
    assert await webhooks.failed_deliveries(other, [own.id], DeliveryState.DEAD, 0, 1) == {}


async def test_the_operator_removes_one_webhook() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    caller = await asking(partner)
    for url in (URL, "https://partenaire.example/other"):
        await register(caller, url)
    await manage.remove_partner_webhook(partner.name, URL, NOW)
    assert [one.url for one in await webhooks.own_webhooks(caller)] == ["https://partenaire.example/other"]
    before = await rows_without_sessions()
    with pytest.raises(manage.PartnerCommandError, match="no webhook"):
        await manage.remove_partner_webhook(partner.name, URL, NOW)
    assert await rows_without_sessions() == before
