"""A minimal handler to compare with `accountStatus`: Starlette, two SQL statements, orjson."""

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
    """Find the partner and the account, with the same two statements as the service, and nothing else."""
    content = orjson.loads(await request.body())
    key = request.headers["authorization"].removeprefix("Bearer ")
    statement = Statement()
    partners = await statement.rows(
        "SELECT partner_id FROM partner_key "
        f"WHERE key_hash = {statement.value(hashlib.sha256(key.encode()).hexdigest())}"
    )
    statement = Statement()
    identifier, partner = statement.value(content["identifier"]), statement.value(partners[0]["partner_id"])
    rows = await statement.rows(
        "SELECT identifier, profile, expires_on, deleted_at, password_created_at FROM account "
        f"WHERE identifier = {identifier} AND employer_id IN "
        f"(SELECT employer_id FROM partner_employer WHERE partner_id = {partner})"
    )
    account = {**rows[0], "as_of": datetime.now(UTC)} if rows else None
    return Response(orjson.dumps(account, default=str), media_type="application/json")


@asynccontextmanager
async def _lifespan(_app: Starlette) -> AsyncIterator[None]:
    async with connected(os.environ["COMPTOIR_DATABASE_URL"]):
        yield


app = Starlette(routes=[Route("/status", status, methods=["POST"])], lifespan=_lifespan)
