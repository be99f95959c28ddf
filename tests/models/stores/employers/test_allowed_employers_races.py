"""A change of mandates that is still under way, and what other requests remember meanwhile (E1)."""

import asyncio
from contextvars import Context

import pytest

from models.database import transaction
from models.rules.vocabulary import MandateScope, Profile
from models.stores.employers.mandates import save_end
from models.stores.sign_in.sessions import find_session, insert_session
from models.tables.mandates import MandateRow
from tests.factories import NOW, TODAY, a_house, a_mandate, an_employer

pytestmark = pytest.mark.usefixtures("database")
SESSION = "t" * 64


async def held() -> dict[int, MandateScope]:
    session = await find_session(SESSION, TODAY)
    assert session
    assert session.held
    return dict(session.held.mandates)


async def test_an_end_counts_from_the_first_request_after_its_commit_whatever_was_read_meanwhile() -> None:
    centre, giver = await a_house(), await an_employer("GIVER")
    mandate = await a_mandate(centre.sara, giver)
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)
    for _ in range(3):
        async with transaction():
            await save_end(mandate, NOW)
            # A context of its own: another request, outside the transaction.
            meanwhile = await asyncio.create_task(held(), context=Context())
            assert meanwhile == {giver: MandateScope.MANAGE}
        assert await held() == {}
        await MandateRow.filter(id=mandate).update(ended_at=None)
        assert await held() == {giver: MandateScope.MANAGE}


@pytest.mark.only_on("postgresql")  # SQLite has one writer
async def test_of_two_changes_at_once_the_later_is_seen_after_the_earlier() -> None:
    """The second waits for the first, so that no version hides a change."""
    centre, givers = await a_house(), [await an_employer("ONE"), await an_employer("TWO")]
    mandates = [await a_mandate(centre.sara, giver) for giver in givers]
    await insert_session(centre.sara.id, SESSION, Profile.ADMINISTRATOR, NOW)
    first_has_changed, second_begins = asyncio.Event(), asyncio.Event()

    async def first() -> None:
        async with transaction():
            await save_end(mandates[0], NOW)
            first_has_changed.set()
            await second_begins.wait()

    async def second() -> None:
        await first_has_changed.wait()
        async with transaction():
            second_begins.set()
            await save_end(mandates[1], NOW)

    await asyncio.gather(first(), second())
    assert await held() == {}
