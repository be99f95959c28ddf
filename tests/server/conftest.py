"""The service in process, on the database under test."""

from collections.abc import AsyncIterator

import pytest

from tests.client import Service, a_service, settings_of


@pytest.fixture
async def service(database: None, database_url: str) -> AsyncIterator[Service]:  # noqa: ARG001
    async with a_service(settings_of(database_url)) as started:
        yield started


@pytest.fixture
async def served(
    database: None,  # noqa: ARG001
    database_url: str,
    request: pytest.FixtureRequest,
) -> AsyncIterator[Service]:
    """The service with the settings that the test gives as the fixture's parameter."""
    async with a_service(settings_of(database_url, **request.param)) as started:
        yield started
