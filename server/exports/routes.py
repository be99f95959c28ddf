"""/exports: a list as a file, read page by page through the schema, with the caller of the cookie (E3).

These are queries like any other: the schema decides what the caller may see.
"""

import json
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route
from strawberry import Schema

from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import Language
from schema.context import Context
from server.auth.session_cookie import caller_from_cookie
from server.exports.cells import BYTE_ORDER_MARK, line
from server.exports.lists import ACCOUNTS, OPERATIONS, Listing
from server.exports.words import words_in
from server.graphql.content_negotiation import language_of
from server.settings import Settings

PAGE = 500
_STATUS = {"NOT_SIGNED_IN": 401, "FORBIDDEN": 403, "NOT_FOUND": 404}


class PageFailed(Exception):
    """A later page failed: the response is cut off, so that the file is not mistaken for a complete one."""


@dataclass(frozen=True, slots=True)
class Export:
    """One list, one file."""

    listing: Listing
    schema: Schema
    settings: Settings

    async def __call__(self, request: Request) -> Response:
        """Return the file as a stream; for a refusal, 400, 401, 403 or 404 with {"errors": …} instead."""
        language = _language(request)
        variables = _variables(request.query_params.get("variables"))
        if variables is None:
            return _refused("'variables' is a JSON object.", 400)
        now, policy = datetime.now(UTC), self.settings.policy
        caller = await caller_from_cookie(request, now, policy, self.settings.https)
        context = Context(caller, now, replace(policy, page=PAGE), language)
        first = await self.page(variables, None, context)
        if first.errors or not first.data["employer"]:
            return _refusal(first.errors)
        name = f"{self.listing.name}-{first.data['employer']['contractNumber']}-{paris_day(now)}.csv"
        return StreamingResponse(
            self.lines(first.data["employer"], variables, context),
            media_type="text/csv; charset=utf-8",
            headers={"content-disposition": f'attachment; filename="{name}"'},
        )

    async def lines(
        self, employer: Any, variables: Mapping[str, Any], context: Context
    ) -> AsyncIterator[str]:
        words = words_in(context.language)
        services = {one["code"]: one["label"] for one in employer.get("services", [])}
        yield BYTE_ORDER_MARK + line(words[head] for head in self.listing.heads)
        while True:
            nodes_page = employer["page"]
            yield "".join(
                line(self.listing.cells(node, context.language, services)) for node in nodes_page["nodes"]
            )
            if not nodes_page["pageInfo"]["hasNextPage"]:
                return
            page = await self.page(variables, nodes_page["pageInfo"]["endCursor"], context)
            if page.errors or not page.data["employer"]:
                raise PageFailed
            employer = page.data["employer"]

    async def page(self, variables: Mapping[str, Any], after: str | None, context: Context) -> Any:
        """Execute one page, with a context of its own: the loaders' caches are of no use to the next page."""
        return await self.schema.execute(
            self.listing.document,
            variable_values={**variables, "first": PAGE, "after": after},
            context_value=Context(context.caller, context.now, context.policy, context.language),
        )


def export_routes(schema: Schema, settings: Settings) -> list[Route]:
    return [
        Route(f"/exports/{listing.name}.csv", Export(listing, schema, settings).__call__, methods=["GET"])
        for listing in (ACCOUNTS, OPERATIONS)
    ]


def _language(request: Request) -> Language:
    code = request.query_params.get("langue")
    return Language(code) if code in set(Language) else language_of(request.headers.get("accept-language"))


def _variables(text: str | None) -> dict[str, Any] | None:
    try:
        variables = json.loads(text or "")
    except (ValueError, RecursionError):
        return None
    return variables if isinstance(variables, dict) else None


def _refusal(errors: Any) -> Response:
    if not errors:
        return _refused("Introuvable. / Not found.", 404)
    code = (errors[0].extensions or {}).get("code", "")
    return _refused(errors[0].message, _STATUS.get(code, 500 if code == "INTERNAL" else 400))


def _refused(message: str, status: int) -> Response:
    return JSONResponse({"errors": [{"message": message}]}, status)
