"""The demo, served by a real process, and what one step of its story leaves to the next."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx2 import AsyncClient

from tests.client import Browser
from tests.fresh_database import fresh_database
from tests.server.comptoir_process import comptoir, serving
from tests.server.guide import operations as ask

PASSWORD = "Comptoir#2026"


@dataclass(slots=True)
class Story:
    """What one step leaves to the next."""

    url: str
    stack: AsyncExitStack
    jean: Browser
    employer: str = ""
    created: dict[str, Any] = field(default_factory=dict)

    async def browser(self, identifier: str) -> Browser:
        client = AsyncClient(base_url=self.url, timeout=30)
        browser = Browser(await self.stack.enter_async_context(client))
        found = (await browser.data(ask.SIGN_IN, {"identifier": identifier, "password": PASSWORD}))["signIn"]
        assert found["errors"] == []
        return browser

    async def modify(self, browser: Browser, **given: object) -> Any:
        asked = {"id": self.created["id"], "version": self.created["version"], **given}
        found = (await browser.data(ask.MODIFY, {"input": asked}))["modifyAccount"]
        if not found["errors"]:
            self.created = found["account"]
        return found

    async def bulk(self, verb: str, **given: object) -> Any:
        return (await self.jean.data(ask.BULK % verb, {"input": given}))["did"]

    async def listed(self, **asked: object) -> Any:
        variables = {"id": self.employer, "first": 100, **asked}
        return (await self.jean.data(ask.LIST, variables))["employer"]["accounts"]

    async def history(self, **asked: object) -> list[Any]:
        found = await self.jean.data(ask.HISTORY, {"id": self.employer, "filter": asked})
        entries: list[Any] = found["employer"]["history"]["nodes"]
        return entries


@asynccontextmanager
async def the_demo_served(
    server_url: str | None, folder: Path, **settings: Any
) -> AsyncIterator[tuple[str, str]]:
    """The address of the service, and of its database."""
    async with fresh_database(server_url, folder) as database_url:
        assert (await asyncio.to_thread(comptoir, database_url, "migrate")).returncode == 0
        assert (await asyncio.to_thread(comptoir, database_url, "demo")).returncode == 0
        with serving(database_url, folder, **settings) as served:
            yield served.url, database_url
        verified = await asyncio.to_thread(comptoir, database_url, "history", "verify")
        assert (verified.returncode, verified.stdout.count("holds")) == (0, 3), verified.stdout
