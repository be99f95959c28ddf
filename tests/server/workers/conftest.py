"""The database under test, connected."""

import pytest


@pytest.fixture
async def url(database: None, database_url: str) -> str:  # noqa: ARG001
    """The URL of the database, which is connected."""
    return database_url
