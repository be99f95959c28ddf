"""Following: a subscriber is looked at again and again, in the middle of a page too (T3)."""

import asyncio

import pytest

from models.database import transaction
from models.rules.partners.feed import StatusChange
from models.rules.refusals import Refused, invalid_key
from models.rules.vocabulary import AccountStatus, ErrorCode
from models.stores.partners.feed import append_to_feed
from resolvers.caller import Caller
from resolvers.partners import manage
from resolvers.partners import recognise as recognition
from resolvers.partners.subscribe import AUTHORISATION_SECONDS, follow_feed
from server.graphql.feed_listener import DatabaseFeedListener
from tests.factories import NOW, a_house, a_partner, asking

pytestmark = pytest.mark.usefixtures("database")


async def test_a_subscriber_is_woken_for_its_own_employers_only(database_url: str) -> None:
    """A change wakes only the subscribers that it concerns, however many there are."""
    listener = DatabaseFeedListener(database_url)
    here, elsewhere, both = (
        asyncio.create_task(listener.wait_beyond(0, frozenset(employers), 60))
        for employers in ({1}, {2}, {1, 2})
    )
    tasks = {here, elsewhere, both}
    await asyncio.wait(tasks, timeout=0)
    listener.notify([3])
    assert (await asyncio.wait(tasks, timeout=0))[0] == set()
    listener.notify([2])
    while not (elsewhere.done() and both.done()):
        await asyncio.wait({elsewhere, both})
    assert not here.done()
    await listener.wait_beyond(1, frozenset({2}), 60)  # the feed has grown since, while no subscriber waited
    listener.notify_all()
    await here
    await listener.wait_beyond(2, frozenset({1}), 60)


async def test_a_key_that_ends_while_a_page_is_being_read_ends_it_after_five_seconds(
    database_url: str,
) -> None:
    house = await a_house()
    partner = await a_partner(house.employer_id)
    status_changes = [
        StatusChange(person.id, AccountStatus.ACTIVE, AccountStatus.DELETED, NOW)
        for person in (house.paul, house.sara, house.jean)
    ]
    async with transaction():
        await append_to_feed(house.employer_id, status_changes)
    seconds = 0.0

    async def recognise() -> Caller:
        if await recognition.recognise_key(partner.key, NOW) is None:
            raise Refused(invalid_key())
        return await asking(partner)

    changes = follow_feed(recognise, 0, DatabaseFeedListener(database_url), clock=lambda: seconds)
    assert (await anext(changes)).identifier == house.paul.identifier
    await manage.revoke_partner(partner.name, NOW)
    seconds += AUTHORISATION_SECONDS
    assert (await anext(changes)).identifier == house.sara.identifier
    seconds += 0.1
    with pytest.raises(Refused) as refused:
        await anext(changes)
    assert refused.value.refusals[0].code == ErrorCode.NOT_SIGNED_IN
