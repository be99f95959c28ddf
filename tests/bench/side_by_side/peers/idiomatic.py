"""Strawberry and Tortoise as their documentation has them: types, resolvers, a dataloader for the rights."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, date, datetime
from typing import Any, cast

import strawberry
from starlette.applications import Starlette
from starlette.routing import Route
from strawberry.asgi import GraphQL
from strawberry.dataloader import DataLoader
from strawberry.extensions import ParserCache, ValidationCache
from strawberry.types import Info
from tortoise import Tortoise
from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from models.database import Dialect, dialect_of, tortoise_config
from tests.bench.side_by_side.peers import idiomatic_models as models

PAGE = 50


@strawberry.type
class Service:
    label: str


@strawberry.type
class Right:
    level: str
    service: Service


@strawberry.type
class Account:
    id: strawberry.ID
    civility: str
    last_name: str
    first_name: str
    identifier: str
    department: str
    profile: str
    status: str
    expires_on: date
    last_sign_in_at: datetime | None

    @strawberry.field
    async def rights(self, info: Info) -> list[Right]:
        return cast(list[Right], await info.context["rights"].load(int(self.id)))


@strawberry.type
class AccountPage:
    total_count: int
    nodes: list[Account]


@strawberry.type
class Query:
    @strawberry.field
    async def accounts(
        self, employer_id: int, offset: int = 0, words: list[str] | None = None
    ) -> AccountPage:
        matching = models.Account.filter(employer_id=employer_id)
        for word in words or []:
            matching = matching.filter(
                Q(last_name__icontains=word)
                | Q(first_name__icontains=word)
                | Q(identifier__icontains=word)
                | Q(department__icontains=word)
            )
        rows = await matching.order_by("last_name", "first_name", "id").offset(offset).limit(PAGE)
        return AccountPage(total_count=await matching.count(), nodes=[_account(row) for row in rows])

    @strawberry.field
    async def account(self, identifier: str) -> Account | None:
        row = await models.Account.get_or_none(identifier=identifier)
        return _account(row) if row else None


@strawberry.type
class Mutation:
    @strawberry.mutation
    async def renew_accounts(self, ids: list[int], until: date) -> int:
        async with in_transaction():
            renewed = await models.Account.filter(id__in=ids).update(expires_on=until, status="ACTIVE")
            now = datetime.now(UTC)
            await models.History.bulk_create(
                models.History(
                    account_id=account_id, at=now, actor="bench", action="RENEWED", detail=f"until {until}"
                )
                for account_id in ids
            )
        return renewed


def _account(row: models.Account) -> Account:
    return Account(
        id=strawberry.ID(str(row.id)),
        civility=row.civility,
        last_name=row.last_name,
        first_name=row.first_name,
        identifier=row.identifier,
        department=row.department,
        profile=row.profile,
        status=row.status,
        expires_on=row.expires_on,
        last_sign_in_at=row.last_sign_in_at,
    )


async def _rights_of(account_ids: list[int]) -> list[list[Right]]:
    rights: dict[int, list[Right]] = {account_id: [] for account_id in account_ids}
    for row in await models.Right.filter(account_id__in=account_ids).select_related("service").order_by("id"):
        rights[row.account_id].append(Right(level=row.level, service=Service(label=row.service.label)))
    return [rights[account_id] for account_id in account_ids]


class Endpoint(GraphQL[dict[str, Any], None]):
    async def get_context(self, request: Any, response: Any) -> Any:
        return {"request": request, "response": response, "rights": DataLoader(load_fn=_rights_of)}


def _config(url: str) -> dict[str, Any]:
    config = tortoise_config(url)
    if dialect_of(url) is Dialect.POSTGRESQL:
        config["connections"]["default"]["credentials"]["server_settings"] = {"search_path": "peers,public"}
    return {
        **config,
        "apps": {"peers": {"models": [models.__name__], "default_connection": "default"}},
    }


@asynccontextmanager
async def _lifespan(_application: Starlette) -> AsyncIterator[None]:
    await Tortoise.init(config=_config(os.environ["BENCH_DATABASE_URL"]), _enable_global_fallback=True)
    yield
    await Tortoise.close_connections()


PARSER_CACHE, VALIDATION_CACHE = ParserCache(), ValidationCache()
schema = strawberry.Schema(Query, Mutation, extensions=[lambda: PARSER_CACHE, lambda: VALIDATION_CACHE])
app = Starlette(routes=[Route("/graphql", Endpoint(schema))], lifespan=_lifespan)
