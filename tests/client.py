"""The service in process, called as browsers call it: through the endpoint, with a session's cookie."""

import json
import logging
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import StringIO
from typing import Any

import structlog
import time_machine
from httpx2 import ASGITransport, AsyncClient, Response
from pydantic import SecretStr
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource
from starlette.applications import Starlette

from models.rules.accounts.account import Account
from models.rules.operators.operator import Operator
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Profile
from models.stores.operators.operator_sessions import insert_operator_session
from models.stores.sign_in.sessions import insert_session
from server.app import create_app
from server.auth.session_cookie import cookie_name
from server.operators.callers import operator_cookie_name
from server.operators.networks import OPERATORS_PATH
from server.operators.routes import OPERATORS_ENDPOINT
from server.settings import Settings
from tests.factories import NOW

HTTP, HTTPS = "http://comptoir.test", "https://comptoir.test"
ENGLISH = "en-GB,en;q=0.9"


class GivenSettings(Settings):
    """The settings that are given, and defaults: the environment is not read, which takes 10 ms."""

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],  # noqa: ARG003
        init_settings: PydanticBaseSettingsSource,
        *others: PydanticBaseSettingsSource,  # noqa: ARG003
        **more: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        return (init_settings,)


def settings_of(database_url: str, public_url: str = HTTP, **more: Any) -> Settings:
    """The defaults are validated once: only the database differs from test to test."""
    if more:
        return _validated(database_url, public_url, **more)
    return _defaults(public_url).model_copy(update={"database_url": database_url})


@cache
def _defaults(public_url: str) -> Settings:
    return _validated("sqlite://", public_url)


def _validated(database_url: str, public_url: str, **more: Any) -> Settings:
    return GivenSettings(
        database_url=database_url,
        public_url=public_url,
        secret_key=SecretStr("a secret of the tests, of no use elsewhere"),
        **more,
    )


@dataclass(frozen=True, slots=True)
class Browser:
    """Keeps its cookies from one request to the next."""

    client: AsyncClient
    endpoint: str = "/graphql"

    async def post(
        self, query: str, variables: Mapping[str, object] | None = None, language: str | None = None
    ) -> Response:
        headers = {"accept-language": language} if language else {}
        content = {"query": query, "variables": variables}
        return await self.client.post(self.endpoint, json=content, headers=headers)

    async def ask(
        self, query: str, variables: Mapping[str, object] | None = None, language: str | None = None
    ) -> Any:
        """The content of the response, errors included, without its cost, which changes with each request."""
        response = await self.post(query, variables, language)
        assert response.status_code == 200, response.text
        content = response.json()
        content.pop("extensions", None)
        return content

    async def data(self, query: str, variables: Mapping[str, object] | None = None) -> Any:
        """The data of the response, which has no errors."""
        content = await self.ask(query, variables)
        assert "errors" not in content, content["errors"]
        return content["data"]


@dataclass(frozen=True, slots=True)
class Service:
    app: Starlette
    settings: Settings
    stack: AsyncExitStack
    log: StringIO

    def logged(self) -> list[dict[str, Any]]:
        """One JSON object a line; the HTTP client of the tests logs beside the service."""
        lines = [json.loads(line) for line in self.log.getvalue().splitlines()]
        return [line for line in lines if line["logger"] != "httpx2"]

    async def stranger(self) -> Browser:
        """A browser without a session."""
        transport = ASGITransport(app=self.app, raise_app_exceptions=False)
        client = AsyncClient(transport=transport, base_url=self.settings.public_url)
        return Browser(await self.stack.enter_async_context(client))

    async def browser(
        self, account: Account, *, profile: Profile | None = None, since: datetime | None = None
    ) -> Browser:
        """One that holds a session of this account, begun with this profile (P6)."""
        token = secrets.token_hex(32)
        await insert_session(account.id, token_hash(token), profile or account.profile, since or NOW)
        return await self.holding(token)

    async def holding(self, token: str) -> Browser:
        """One whose cookie holds this token."""
        browser = await self.stranger()
        browser.client.cookies.set(cookie_name(self.settings.https), token)
        return browser

    async def operator(self, operator: Operator, since: datetime | None = None) -> Browser:
        """One that holds a session of this operator, at the operators' endpoint (N3)."""
        token = secrets.token_hex(32)
        await insert_operator_session(operator.id, token_hash(token), since or NOW)
        browser = await self.at_operators_endpoint()
        name = operator_cookie_name(self.settings.https)
        browser.client.cookies.set(name, token, path=OPERATORS_PATH)
        return browser

    async def at_operators_endpoint(self) -> Browser:
        """A browser without a session, at the operators' endpoint."""
        return Browser((await self.stranger()).client, OPERATORS_ENDPOINT)

    async def partner(self, credential: str) -> Browser:
        """A partner system that shows this key or token."""
        browser = await self.stranger()
        browser.client.headers["authorization"] = f"Bearer {credential}"
        return browser


@asynccontextmanager
async def a_service(settings: Settings) -> AsyncIterator[Service]:
    """On a database that is connected already, at the moment NOW."""
    root = logging.root
    others, level = root.handlers, root.level
    app = create_app(settings)
    (handler,) = root.handlers
    assert isinstance(handler, logging.StreamHandler)
    log = StringIO()
    handler.setStream(log)
    root.handlers = [*others, handler]
    try:
        async with AsyncExitStack() as stack:
            stack.enter_context(time_machine.travel(NOW, tick=False))
            yield Service(app, settings, stack, log)
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
        structlog.contextvars.clear_contextvars()
