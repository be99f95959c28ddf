"""The employer whose lists the tests export."""

import pytest

from tests.factories import House, a_house


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()
