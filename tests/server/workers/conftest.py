"""The database under test, connected."""

import pytest


@pytest.fixture
async def url(database: None, database_url: str) -> str:  # noqa: ARG001
    """Of the database, which is connected too."""
    return database_url
