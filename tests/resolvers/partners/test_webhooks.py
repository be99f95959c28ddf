"""Webhooks: a partner registers where it wants to be told, and no other partner sees or changes that (T1)."""

import asyncio
from datetime import timedelta

import pytest

from models.database import transaction
from models.rules.partners.feed import StatusChange
from models.rules.partners.webhooks import MAX_REPLAYED_DELIVERIES, MAX_WEBHOOKS_PER_PARTNER
from models.rules.refusals import Refused
from models.rules.vocabulary import AccountStatus, DeliveryState, ErrorCode, Scope
from models.stores.partners.feed import append_to_feed
from models.tables.history import StatusChangeRow
from models.tables.webhooks import DeliveryRow, WebhookRow
from resolvers.batch_loader import Loaders
from resolvers.caller import ANONYMOUS, Caller
from resolvers.partners import manage, recognise, webhooks
from tests.factories import NOW, POLICY, TODAY, House, a_house, a_partner, asking, signed_in
from tests.nothing_written import rows_without_sessions
from tests.resolvers.statement_count import counted

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


async def test_who_may_not_register_writes_nothing() -> None:
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


async def test_an_address_that_leads_into_a_private_network_is_refused_when_it_is_registered() -> None:
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
    found = await asyncio.gather(
        *(register(caller) for _ in range(MAX_WEBHOOKS_PER_PARTNER + 5)), return_exceptions=True
    )
    assert sum(isinstance(one, Refused) for one in found) == 5
    assert len(await webhooks.own_webhooks(caller)) == MAX_WEBHOOKS_PER_PARTNER


async def test_a_revoked_partner_registers_nothing_and_keeps_nothing() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    caller = await asking(partner)
    await register(caller)
    await manage.revoke_partner(partner.name, NOW)
    before = await rows_without_sessions()
    with pytest.raises(Refused) as refused:
        await register(caller)  # it was recognised just before
    assert refused.value.refusals[0].code is ErrorCode.NOT_SIGNED_IN
    assert await webhooks.own_webhooks(caller) == []
    assert await rows_without_sessions() == before


async def test_another_secret_is_shown_once_and_the_database_holds_neither() -> None:
    caller = await a_listener(await a_house())
    first = await register(caller)
    (webhook,) = await webhooks.own_webhooks(caller)
    second = await webhooks.rotate_secret(caller, webhook.id, NOW, POLICY)
    assert second != first
    for secret in (first, second):
        assert secret.removeprefix("whsec_") not in repr(await rows_without_sessions())


async def test_one_that_was_removed_makes_room_and_is_gone() -> None:
    caller = await a_listener(await a_house())
    for _ in range(MAX_WEBHOOKS_PER_PARTNER):
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


async def a_dead_letter(house: House, webhook_id: int) -> None:
    async with transaction():
        change = StatusChange(house.paul.id, AccountStatus.ACTIVE, AccountStatus.DELETED, NOW)
        await append_to_feed(house.employer_id, [change])
    told = await StatusChangeRow.filter(employer_id=house.employer_id).order_by("-id").first()
    assert told
    await DeliveryRow.create(
        webhook_id=webhook_id,
        change=told,
        account_id=told.account_id,
        state=DeliveryState.DEAD,
        error="answered 500",
        next_attempt_at=NOW,
    )


async def test_what_all_of_a_partners_webhooks_were_told_in_vain_is_read_at_once() -> None:
    """However many they are: so much of each, from the oldest on."""
    house = await a_house()
    caller = await a_listener(house)
    for number in range(3):
        await register(caller, f"https://partenaire.example/{number}")
    own = [one.id for one in await webhooks.own_webhooks(caller)]
    for webhook_id in (own[0], own[1], own[1], own[1]):
        await a_dead_letter(house, webhook_id)
    loaders = Loaders(caller, NOW, TODAY)
    with counted() as statements:
        first, second, third = await asyncio.gather(
            *(loaders.letters(DeliveryState.DEAD, 0, 2).load(one) for one in own)
        )
    assert len(statements) == 1
    assert first
    assert second
    assert (len(first), len(second), third) == (1, 2, None)
    _, last = second
    more = await webhooks.failed_deliveries(caller, own, DeliveryState.DEAD, last.id, 2)
    assert {name: len(letters) for name, letters in more.items()} == {own[1]: 1}


async def test_no_more_than_250_are_replayed_by_their_ids() -> None:
    caller = await a_listener(await a_house())
    await register(caller)
    (own,) = await webhooks.own_webhooks(caller)
    before = await rows_without_sessions()
    with pytest.raises(Refused) as refused:
        await webhooks.replay(caller, own.id, range(MAX_REPLAYED_DELIVERIES + 1), NOW)
    assert refused.value.refusals[0].code is ErrorCode.LIMIT_EXCEEDED
    assert await rows_without_sessions() == before
    assert await webhooks.replay(caller, own.id, range(MAX_REPLAYED_DELIVERIES), NOW) == 0


async def test_a_key_that_is_revoked_takes_the_webhooks_with_it_that_it_registered() -> None:
    """Whoever has it would be told for ever. A key that lapses after a rotation leaves them."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    former = await asking(partner)
    await register(former, "https://partenaire.example/former")
    newer = (await manage.rotate_key(partner.name, timedelta(0), NOW)).key
    assert newer
    known = await recognise.recognise_key(newer, NOW)
    assert known
    await register(known.caller, "https://partenaire.example/newer")
    assert len(await webhooks.own_webhooks(known.caller)) == 2
    done = await manage.revoke_partner(partner.name, NOW, partner.key[:11])
    assert done == manage.RevocationResult(keys=1, webhooks=1)
    (kept,) = await webhooks.own_webhooks(known.caller)
    assert kept.url == "https://partenaire.example/newer"


async def test_a_webhook_is_the_keys_that_knows_its_secret() -> None:
    """Or whoever has a leaked key could go on signing what others believe."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    leaked = await asking(partner)
    newer = (await manage.rotate_key(partner.name, timedelta(days=1), NOW)).key
    assert newer
    known = await recognise.recognise_key(newer, NOW)
    assert known
    await register(known.caller)
    (own,) = await webhooks.own_webhooks(leaked)
    await webhooks.rotate_secret(leaked, own.id, NOW, POLICY)
    assert await manage.revoke_partner(partner.name, NOW, partner.key[:11]) == manage.RevocationResult(
        1, webhooks=1
    )
    assert await webhooks.own_webhooks(known.caller) == []


async def test_a_key_that_is_revoked_while_the_address_is_looked_at_leaves_no_webhook() -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    caller = await asking(partner)

    async def meanwhile(_url: str) -> bool:
        await manage.revoke_partner(partner.name, NOW, partner.key[:11])
        return True

    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, URL, NOW, POLICY, meanwhile)
    assert [one.code for one in refused.value.refusals] == [ErrorCode.NOT_SIGNED_IN]
    assert await WebhookRow.all().count() == 0


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


async def test_a_scope_that_is_withdrawn_while_the_address_is_looked_at_leaves_no_webhook() -> None:
    """Its name is resolved by those who own it, as slowly as they like."""
    house = await a_house()
    partner = await a_partner(house.employer_id, scopes=[Scope.STATUS, Scope.WEBHOOKS])
    caller = await asking(partner)

    async def meanwhile(_url: str) -> bool:
        await manage.restrict_partner(partner.name, [], [Scope.WEBHOOKS], NOW)
        return True

    with pytest.raises(Refused) as refused:
        await webhooks.register(caller, "https://partenaire.example/suivi", NOW, POLICY, meanwhile)
    assert [one.code for one in refused.value.refusals] == [ErrorCode.FORBIDDEN]
    assert await WebhookRow.all().count() == 0
