"""/exports: a list as a file, read page by page through the schema, with the caller of the cookie (E3).

What may be seen is decided where it always is: these are queries like any other, within the same limits.
"""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil
from typing import Any

from graphql import GraphQLError
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send
from strawberry.types import ExecutionResult

from models.database import is_database_failure
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import Language
from resolvers.caller import Caller
from server.auth.cors import client_address
from server.exports.cells import BYTE_ORDER_MARK, line
from server.exports.lists import ACCOUNTS, OPERATIONS, Listing
from server.exports.pages import PageFailed, Pages
from server.exports.words import words_in
from server.files.downloads import download_refusal, downloading_caller, run_while_connected
from server.graphql.content_negotiation import language_of
from server.graphql.request import JSON, BadRequest
from server.graphql.response import (
    error_body,
    json_response,
    not_begun_response,
    rate_limited_response,
    timed_out_response,
    unavailable_response,
)
from server.graphql.variable_limits import variables_excess
from server.health import unreadiness
from server.rate_limits.concurrency import ExportPlaces
from server.rate_limits.cost_budget import budget_owner
from server.rate_limits.fair_slots import NotBegun
from server.services import Services

_STATUS = {"NOT_SIGNED_IN": 401, "FORBIDDEN": 403, "NOT_FOUND": 404}
MAX_NAMED_CHARACTERS = 100
_ONE_AT_A_TIME = (
    "Un autre export est en cours pour vous : recommencez quand il sera terminé. / "
    "Another export of yours is under way: try again when it has ended."
)


@dataclass(frozen=True, slots=True)
class Export:
    """One list, one file; `places` has one for each caller, which all lists share."""

    listing: Listing
    services: Services
    places: ExportPlaces

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Respond, or stop when the client disconnects."""
        started = False

        async def watched(message: Message) -> None:
            nonlocal started
            started = True
            await send(message)

        whole = await run_while_connected(self._respond(Request(scope), receive, watched), receive)
        if not whole and not started:
            await Response(status_code=499)(scope, receive, send)

    async def _respond(self, request: Request, receive: Receive, send: Send) -> None:
        try:
            await self._export(request, receive, send)
        except BadRequest as bad:
            refusal = await download_refusal(self.services.limits, request, bad)
            await refusal(request.scope, receive, send)
        except NotBegun:
            refusal = not_begun_response(self.services.settings.operation_seconds, JSON)
            await refusal(request.scope, receive, send)

    async def _export(self, request: Request, receive: Receive, send: Send) -> None:
        """Send the file, or why there is none, before anything of it is sent.

        Raises: BadRequest; NotBegun; PageFailed.
        """
        now = datetime.now(UTC)
        caller = await downloading_caller(request, now, self.services)
        address, language = client_address(request), _language(request)
        variables = _variables(request.query_params.get("variables"), self.listing)

        async def recognise() -> Caller:
            try:
                return await downloading_caller(request, datetime.now(UTC), self.services)
            except (BadRequest, NotBegun):
                raise PageFailed from None  # the session has ended

        pages = Pages(self.services, self.listing, variables, recognise, address, now, language)
        async with self._place(budget_owner(caller, address)):
            first, refusal = await self._first(pages, caller)
            if refusal is not None or first is None:
                await (refusal or _NOT_FOUND)(request.scope, receive, send)
                return
            async with aclosing(_lines(pages, first)) as lines:
                whole = lines if request.method == "GET" else _nothing()
                await self._file(first, whole, now).stream_response(send)

    @asynccontextmanager
    async def _place(self, owner: tuple[str, str]) -> AsyncIterator[None]:
        """Raises: BadRequest, 429 if the caller's other export takes too long to end."""
        place, seconds = self.places.of(owner), self.services.settings.operation_seconds
        try:
            async with asyncio.timeout(seconds):
                await place.acquire()
        except TimeoutError:
            retry = {"retry-after": str(ceil(seconds))}
            raise BadRequest(429, _ONE_AT_A_TIME, retry, "RATE_LIMITED") from None
        try:
            yield
        finally:
            place.release()

    async def _first(self, pages: Pages, caller: Caller) -> tuple[ExecutionResult | None, Response | None]:
        """Return the first page, or why there is none."""
        seconds = self.services.settings.operation_seconds
        try:
            page, context = await pages.first(caller)
        except NotBegun:
            return None, not_begun_response(seconds, JSON)
        except TimeoutError:
            return None, timed_out_response(seconds, JSON)
        if any(map(is_database_failure, context.unforeseen)) and await unreadiness(self.services.settings):
            return None, unavailable_response(JSON)
        if context.seconds_to_wait:
            return None, rate_limited_response(page, context.seconds_to_wait, JSON)
        if page.errors:
            return None, _refusal(page.errors[0])
        return (page if page.data and page.data["employer"] else None), None

    def _file(self, first: ExecutionResult, lines: AsyncIterator[str], now: datetime) -> StreamingResponse:
        assert first.data is not None  # noqa: S101  it has no errors
        name = f"{self.listing.name}-{first.data['employer']['contractNumber']}-{paris_day(now)}.csv"
        disposition = f'attachment; filename="{name}"'
        return StreamingResponse(
            lines, headers={"content-disposition": disposition}, media_type="text/csv; charset=utf-8"
        )


async def _lines(pages: Pages, first: ExecutionResult) -> AsyncGenerator[str]:
    """Raises: PageFailed."""
    listing, language = pages.listing, pages.language
    words = words_in(language)
    yield BYTE_ORDER_MARK + line(words[head] for head in listing.heads)
    services: dict[str, str] = {}
    async with aclosing(pages.following(first)) as employers:
        async for employer in employers:
            services = services or {one["code"]: one["label"] for one in employer.get("services", [])}
            yield "".join(line(listing.cells(node, language, services)) for node in employer["page"]["nodes"])


async def _nothing() -> AsyncIterator[str]:
    """The body of the response to HEAD."""
    for text in list[str]():
        yield text


def export_routes(services: Services) -> list[Route]:
    places = ExportPlaces()
    return [
        Route(f"/exports/{listing.name}.csv", Export(listing, services, places), methods=["GET"])
        for listing in (ACCOUNTS, OPERATIONS)
    ]


def _language(request: Request) -> Language:
    language = request.query_params.get("langue")
    if language in set(Language):
        return Language(language)
    return language_of(request.headers.get("accept-language"))


def _variables(text: str | None, listing: Listing) -> dict[str, Any]:
    """Raises: BadRequest."""
    try:
        variables = json.loads(text or "")
    except (ValueError, RecursionError):
        variables = None
    if not isinstance(variables, dict):
        raise BadRequest(400, "'variables' is a JSON object.")
    if unknown := sorted(variables.keys() - listing.variables):
        raise BadRequest(400, f"no such variable: {', '.join(unknown)[:MAX_NAMED_CHARACTERS]}")
    if excess := variables_excess(variables):
        raise BadRequest(400, excess, code="LIMIT_EXCEEDED")
    return variables


def _refusal(error: GraphQLError) -> Response:
    code = str((error.extensions or {}).get("code", "BAD_REQUEST"))
    status = _STATUS.get(code, 500 if code == "INTERNAL" else 400)
    return json_response(error_body(error.message, code), status, JSON)


_NOT_FOUND = json_response(error_body("Introuvable. / Not found.", "NOT_FOUND"), 404, JSON)
