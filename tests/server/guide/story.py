"""The demo, served by a real process, and the values that steps of the guide's story share."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from httpx2 import AsyncClient

from tests.client import Browser
from tests.fresh_database import fresh_database
from tests.server.commands import run
from tests.server.comptoir_process import serving
from tests.server.guide import operations as ask

PASSWORD = "Comptoir#2026"


@dataclass(slots=True)
class Story:
    """The values that one step leaves to the next."""

    url: str
    stack: AsyncExitStack
    jean: Browser
    employer: str = ""
    created: dict[str, Any] = field(default_factory=dict)

    async def browser(self, identifier: str) -> Browser:
        client = AsyncClient(base_url=self.url, timeout=120)
        browser = Browser(await self.stack.enter_async_context(client))
        payload = (await browser.data(ask.SIGN_IN, {"identifier": identifier, "password": PASSWORD}))[
            "signIn"
        ]
        assert payload["errors"] == []
        return browser

    async def modify(self, browser: Browser, **changes: object) -> Any:
        modification = {"id": self.created["id"], "version": self.created["version"], **changes}
        payload = (await browser.data(ask.MODIFY, {"input": modification}))["modifyAccount"]
        if not payload["errors"]:
            self.created = payload["account"]
        return payload

    async def bulk(self, verb: str, **variables: object) -> Any:
        return (await self.jean.data(ask.BULK % verb, {"input": variables}))["did"]

    async def listed(self, **options: object) -> Any:
        all_variables = {"id": self.employer, "first": 100, **options}
        return (await self.jean.data(ask.LIST, all_variables))["employer"]["accounts"]

    async def history(self, **history_filter: object) -> list[Any]:
        data = await self.jean.data(ask.HISTORY, {"id": self.employer, "filter": history_filter})
        entries: list[Any] = data["employer"]["history"]["nodes"]
        return entries


@asynccontextmanager
async def the_demo_served(
    server_url: str | None, folder: Path, **settings: Any
) -> AsyncIterator[tuple[str, str]]:
    """The URLs of the service and of its database."""
    async with fresh_database(server_url, folder) as database_url:
        assert (await run("migrate", url=database_url))[0] == 0
        assert (await run("demo", url=database_url))[0] == 0
        with serving(database_url, folder, **settings) as served:
            yield served.url, database_url
        status, output, _ = await run("history", "verify", url=database_url)
        assert (status, output) == (0, "3 employers: the history holds\n")
