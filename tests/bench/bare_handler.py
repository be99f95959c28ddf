"""The least that could answer whether an account is good: Starlette, one statement, orjson. For measuring."""

import hashlib
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import orjson
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from models.database import connected
from models.stores.sql import Statement


async def status(request: Request) -> Response:
    """Who asks, and what of: the same two statements that the service makes, and nothing else."""
    asked = orjson.loads(await request.body())
    key = request.headers["authorization"].removeprefix("Bearer ")
    statement = Statement()
    partners = await statement.rows(
        "SELECT partner_id FROM partner_key "
        f"WHERE key_hash = {statement.value(hashlib.sha256(key.encode()).hexdigest())}"
    )
    statement = Statement()
    identifier, partner = statement.value(asked["identifier"]), statement.value(partners[0]["partner_id"])
    rows = await statement.rows(
        "SELECT identifier, profile, expires_on, deleted_at, password_created_at FROM account "
        f"WHERE identifier = {identifier} AND employer_id IN "
        f"(SELECT employer_id FROM partner_employer WHERE partner_id = {partner})"
    )
    told = {**rows[0], "as_of": datetime.now(UTC)} if rows else None
    return Response(orjson.dumps(told, default=str), media_type="application/json")


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    async with connected(os.environ["COMPTOIR_DATABASE_URL"]):
        yield


app = Starlette(routes=[Route("/status", status, methods=["POST"])], lifespan=_lifespan)
