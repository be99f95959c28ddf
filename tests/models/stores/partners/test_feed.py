"""The feed of status changes is append-only and in order (T2)."""

import pytest

from models.database import query, transaction
from models.rules.partners.feed import StatusChange
from models.rules.vocabulary import AccountStatus
from models.stores.partners.feed import append_to_feed
from tests.factories import NOW, a_house

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
