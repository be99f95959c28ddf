"""The rights of accounts, read and written (A7)."""

import pytest

from models.rules.vocabulary import AccessLevel
from models.stores.accounts.rights import rights_of, save_rights
from tests.factories import a_house

pytestmark = pytest.mark.usefixtures("database")

READ, WRITE, NONE = AccessLevel.READ, AccessLevel.WRITE, AccessLevel.NONE


async def test_rights_are_set_service_by_service_and_none_is_not_stored() -> None:
    house = await a_house()
    await save_rights(house.paul.id, {"CNRACL-01": READ, "RAFP-01": READ, "COM-01": NONE})
    await save_rights(house.paul.id, {"CNRACL-01": WRITE, "RAFP-01": NONE})
    await save_rights(house.sara.id, {})
    assert await rights_of([house.paul.id, house.sara.id]) == {
        house.paul.id: {"CNRACL-01": WRITE},
        house.sara.id: {},
    }
    assert await rights_of([]) == {}
