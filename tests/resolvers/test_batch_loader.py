"""What many fields of one request need is read in one query, not one per row."""

import asyncio
from collections.abc import Collection

import pytest

from models.rules.vocabulary import AccessLevel, InvitationState
from resolvers.accounts.create import create
from resolvers.batch_loader import Batch, Loaders
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, signed_in
from tests.resolvers.requests import a_creation


class Shelf:
    """A source that records which keys were read together."""

    def __init__(self, fails: bool = False) -> None:
        self.readings: list[list[int]] = []
        self.begun = asyncio.Event()
        self.fails = fails

    async def read(self, keys: Collection[int]) -> dict[int, str]:
        self.readings.append(list(keys))
        self.begun.set()
        await asyncio.sleep(0)
        if self.fails:
            raise OSError("no database")
        return {key: f"book {key}" for key in keys if key < 100}


async def test_keys_loaded_together_are_read_together_and_each_key_once() -> None:
    shelf = Shelf()
    batch = Batch(shelf.read)
    assert await asyncio.gather(*(batch.load(key) for key in (1, 2, 1, 100))) == [
        "book 1",
        "book 2",
        "book 1",
        None,
    ]
    assert shelf.readings == [[1, 2, 100]]


async def test_what_was_read_is_not_read_again_and_what_is_new_is() -> None:
    shelf = Shelf()
    batch = Batch(shelf.read)
    assert [await batch.load(1), await batch.load(1), await batch.load(2)] == ["book 1", "book 1", "book 2"]
    assert shelf.readings == [[1], [2]]


async def test_keys_loaded_during_a_query_are_read_by_the_next() -> None:
    shelf = Shelf()
    batch = Batch(shelf.read)
    first = batch.load(1)
    await shelf.begun.wait()
    second = batch.load(2)
    assert [await second, await first] == ["book 2", "book 1"]
    assert shelf.readings == [[1], [2]]


async def test_every_field_that_waits_hears_of_a_failure() -> None:
    batch = Batch(Shelf(fails=True).read)
    results = await asyncio.gather(batch.load(1), batch.load(2), return_exceptions=True)
    assert [type(result) for result in results] == [OSError, OSError]


@pytest.mark.parametrize("fails", [False, True])
async def test_a_field_that_waits_no_longer_does_not_keep_the_others_waiting(fails: bool) -> None:
    batch = Batch(Shelf(fails).read)
    cancelled, awaited = batch.load(1), batch.load(2)
    cancelled.cancel()
    async with asyncio.timeout(120):
        if fails:
            with pytest.raises(OSError, match="no database"):
                await awaited
        else:
            assert await awaited == "book 2"


@pytest.mark.usefixtures("database")
async def test_the_loaders_of_a_request_read_what_each_kind_of_field_needs() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    user = await an_account(house.employer_id, rights={"COM-01": AccessLevel.READ})
    invited = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    loaders = Loaders(signed_in(house.jean), NOW, TODAY)
    employer = await loaders.employers.load(house.employer_id)
    assert (employer and employer.name) == "CHRU DE NANTES"
    assert await loaders.rights.load(user.id) == {"COM-01": AccessLevel.READ}
    assert await loaders.rights.load(house.paul.id) == {}
    invitation = await loaders.invitations.load(invited.id)
    assert (invitation and invitation.state) is InvitationState.QUEUED
    assert await loaders.invitations.load(user.id) is None
    assert await loaders.administrators.load(house.employer_id) == [house.sara, house.jean]
    assert await loaders.labels.load(other.paul.id) == other.paul.label
    assert await loaders.accounts.load(user.id) == user
    assert await loaders.accounts.load(other.paul.id) is None


async def test_a_field_that_awaits_a_cancelled_load_is_cancelled_too() -> None:
    began = asyncio.Event()

    async def read(_keys: Collection[int]) -> dict[int, str]:
        began.set()
        await asyncio.Event().wait()
        return {}

    batch = Batch(read)
    waiting = batch.load(1)
    await began.wait()
    batch.stop()
    await asyncio.wait({waiting})
    assert waiting.cancelled()
