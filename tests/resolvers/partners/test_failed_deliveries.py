"""Failed deliveries: read by the partner and replayed, with limits (T2)."""

import asyncio

import pytest

from models.rules.partners.webhooks import MAX_REPLAYED_DELIVERIES
from models.rules.refusals import Refused
from models.rules.vocabulary import DeliveryState, ErrorCode
from resolvers.batch_loader import Loaders
from resolvers.partners import webhooks
from tests.factories import NOW, TODAY, a_house
from tests.nothing_written import rows_without_sessions
from tests.resolvers.partners.registered_webhooks import (
    a_dead_letter,
    a_listener,
    register,
)
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")


async def test_failed_deliveries_of_all_webhooks_of_a_partner_are_read_in_one_query() -> None:
    """One query for any number of webhooks: a page of each, the oldest first."""
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
            *(loaders.failed_deliveries(DeliveryState.DEAD, 0, 2).load(one) for one in own)
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
