"""The service on a port, for raw connections."""

from collections.abc import AsyncIterator

import pytest

from tests.client import settings_of
from tests.server.subscribers import listening


@pytest.fixture
async def port(database_url: str) -> AsyncIterator[int]:
    async with listening(settings_of(database_url)) as (host, _):
        yield int(host.split(":")[1])
