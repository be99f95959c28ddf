"""The service on a port, for subscribers."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.client import settings_of
from tests.server.subscribers import listening


@pytest.fixture
async def host(database_url: str) -> AsyncIterator[str]:
    async with asyncio.timeout(120), listening(settings_of(database_url)) as (host, _):
        yield host
