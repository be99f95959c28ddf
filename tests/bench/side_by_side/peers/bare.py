"""A handler with only what is needed: Starlette, a driver, SQL by hand, orjson. No sign-in, no GraphQL."""

import os
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.bench.side_by_side.peers.bare_database import Database, opened

FIELDS = (
    'civility, last_name AS "lastName", first_name AS "firstName", identifier, department, profile, status, '
    'expires_on AS "expiresOn", last_sign_in_at AS "lastSignInAt"'
)
_OF_EMPLOYER = "FROM account WHERE employer_id = $1"
_IN_ORDER = "ORDER BY last_name, first_name, id LIMIT 50"
_WORD = (
    "(last_name {like} ${n} OR first_name {like} ${n} OR identifier {like} ${n} OR department {like} ${n})"
)
_RIGHTS = (
    "SELECT account_id, s.label, level FROM account_right r JOIN service s ON s.id = service_id "
    "WHERE account_id IN ({among}) ORDER BY account_id, service_id"
)


async def page(database: Database, variables: Mapping[str, Any], fields: str = FIELDS) -> dict[str, Any]:
    employer, offset = variables["employer"], variables["offset"]
    total = await database.value(f"SELECT count(*) {_OF_EMPLOYER}", employer)
    nodes = await database.rows(f"SELECT {fields} {_OF_EMPLOYER} {_IN_ORDER} OFFSET $2", employer, offset)
    return {"accounts": {"totalCount": total, "nodes": nodes}}


async def page_with_rights(database: Database, variables: Mapping[str, Any]) -> dict[str, Any]:
    data = await page(database, variables, f"id, {FIELDS}")
    nodes = {node["id"]: node for node in data["accounts"]["nodes"]}
    for node in nodes.values():
        node["rights"] = []
    for right in await database.rows_among(_RIGHTS, list(nodes)):
        service = {"label": right["label"]}
        nodes[right["account_id"]]["rights"].append({"level": right["level"], "service": service})
    return data


async def status(database: Database, variables: Mapping[str, Any]) -> dict[str, Any]:
    sql = 'SELECT status, expires_on AS "expiresOn" FROM account WHERE identifier = $1'
    rows = await database.rows(sql, variables["identifier"])
    return {"account": rows[0] if rows else None}


async def search(database: Database, variables: Mapping[str, Any]) -> dict[str, Any]:
    words = " AND ".join(_WORD.format(like=database.like, n=n) for n in (2, 3))
    values = variables["employer"], f"%{variables['one']}%", f"%{variables['two']}%"
    total = await database.value(f"SELECT count(*) {_OF_EMPLOYER} AND {words}", *values)
    nodes = await database.rows(f"SELECT {FIELDS} {_OF_EMPLOYER} AND {words} {_IN_ORDER}", *values)
    return {"accounts": {"totalCount": total, "nodes": nodes}}


async def renewal(database: Database, variables: Mapping[str, Any]) -> dict[str, Any]:
    return {"renewed": await database.renew(variables["ids"], variables["until"])}


ANSWERS: Mapping[str, Callable[[Database, Mapping[str, Any]], Awaitable[dict[str, Any]]]] = {
    "list": page,
    "rights": page_with_rights,
    "status": status,
    "search": search,
    "renewal": renewal,
}


async def answer(request: Request) -> Response:
    content = orjson.loads(await request.body())
    data = await ANSWERS[content["query"]](request.app.state.database, content["variables"])
    return Response(orjson.dumps({"data": data}), media_type="application/json")


@asynccontextmanager
async def _lifespan(application: Starlette) -> AsyncIterator[None]:
    async with opened(os.environ["BENCH_DATABASE_URL"]) as application.state.database:
        yield


app = Starlette(routes=[Route("/graphql", answer, methods=["POST"])], lifespan=_lifespan)
