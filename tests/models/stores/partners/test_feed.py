"""The feed of status changes is append-only and in order (T2)."""

import pytest

from models.database import query, transaction
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import AccountStatus
from models.stores.partners.feed import (
    _MANY_EMPLOYERS,
    append_to_feed,
    feed_page,
    feed_positions_after,
)
from tests.factories import NOW, a_house, a_partner, an_employer, asking

pytestmark = pytest.mark.usefixtures("database")


async def test_the_feed_holds_changes_of_status_in_order_and_none_without_a_change() -> None:
    house = await a_house()
    pending, active, expired = AccountStatus.PENDING, AccountStatus.ACTIVE, AccountStatus.EXPIRED
    changes = [
        StatusChange(house.paul.id, None, pending, NOW),
        StatusChange(house.sara.id, active, active, NOW),
        StatusChange(house.paul.id, pending, expired, NOW),
    ]
    async with transaction():
        await append_to_feed(house.employer_id, changes)
        await append_to_feed(house.employer_id, [])
    rows = await query("SELECT account_id, before, after FROM status_change ORDER BY id", [])
    assert [tuple(row.values()) for row in rows] == [
        (house.paul.id, None, "PENDING"),
        (house.paul.id, "PENDING", "EXPIRED"),
    ]


@pytest.mark.parametrize("others", [0, 600])
async def test_a_partner_of_many_employers_reads_the_changes_of_each_in_order_and_no_others(
    others: int,
) -> None:
    """Whether or not the changes that come next in the feed are of other employers."""
    house, other = await a_house(), await a_house("OTHER")
    many = [await an_employer(f"G{number}") for number in range(_MANY_EMPLOYERS)]
    active, expired = AccountStatus.ACTIVE, AccountStatus.EXPIRED
    partner = await asking(await a_partner(house.employer_id, *many))
    async with transaction():
        await append_to_feed(
            other.employer_id, [StatusChange(other.paul.id, active, expired, NOW)] * (others + 1)
        )
        for before, after in ((active, expired), (expired, active)):
            await append_to_feed(house.employer_id, [StatusChange(house.paul.id, before, after, NOW)])
            await append_to_feed(other.employer_id, [StatusChange(other.paul.id, before, after, NOW)])
    assert partner.partner
    employers = partner.partner.employers
    read = await feed_page(0, employers, 5)
    assert [(change.account_id, change.after) for change in read] == [
        (house.paul.id, expired),
        (house.paul.id, active),
    ]
    assert await feed_page(0, employers, 1) == read[:1]
    assert await feed_page(read[0].position, employers, 5) == read[1:]
    assert await feed_page(read[1].position, employers, 5) == []
    assert await feed_positions_after(0, employers, 5) == [(one.position, house.paul.id) for one in read]
