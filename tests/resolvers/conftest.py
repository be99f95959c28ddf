"""The fixture of tests of concurrent calls."""

from collections.abc import AsyncIterator

import pytest

from tests.resolvers.race import Race, a_race


@pytest.fixture
async def race(database: None, database_url: str) -> AsyncIterator[Race]:  # noqa: ARG001
    """Run calls concurrently; the database is connected first."""
    async with a_race(database_url) as running:
        yield running
