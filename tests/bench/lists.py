"""Benchmarks of reading: pages, execution, orders and searches."""

from dataclasses import replace
from typing import Any

import orjson
from graphql import ExecutionResult, execute, parse
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from models.database import query
from models.rules.accounts.search import AccountPage, Order, Search, Selection, search_terms
from models.rules.vocabulary import Direction, Grouping, OrderField
from models.stores.accounts import account_list
from models.stores.accounts.accounts import ACCOUNT_COLUMNS
from schema.context import Context
from schema.schema import build_schema
from tests.bench.desk import FIELDS, NOW, Desk
from tests.bench.timing import calling, line, median_ms
from tests.factories import POLICY


async def bench_pages(desk: Desk) -> None:
    print("a page of 50, read through GraphQL, beside the same rows in SQL + orjson")
    sql = (
        f"SELECT {ACCOUNT_COLUMNS} FROM account WHERE employer_id = {desk.employer_id} AND deleted_at IS NULL"
    )

    async def bare() -> None:
        orjson.dumps(
            await query(f"{sql} ORDER BY last_name_key, first_name_key, id LIMIT 50", []), default=str
        )

    baseline = line("SQL + orjson", await median_ms(bare), await median_ms(bare))
    line("page of 50 accounts", await median_ms(lambda: desk.ask(desk.list_of(50))), baseline)
    rights = desk.list_of(50, fields=FIELDS + " rights { level service { code } }")
    line("page of 50 accounts with their rights", await median_ms(lambda: desk.ask(rights)), baseline)
    search = desk.list_of(50, ', search: {text: "jean le"}')
    line("search of two terms", await median_ms(lambda: desk.ask(search)), baseline)


async def bench_execution(desk: Desk) -> None:
    print("a page of 100 by its plan, beside stock execution")
    schema, document = build_schema(), desk.list_of(100)

    async def by_stock_execution() -> None:
        context = Context(desk.caller, NOW, POLICY)
        executed = execute(
            schema._schema,
            parse(document),
            context_value=context,
            executor_class=StrawberryGraphQLCoreExecutionContext,
        )
        if not isinstance(executed, ExecutionResult):
            executed = await executed
        assert executed.errors is None

    stock = line("stock execution", *(2 * [await median_ms(by_stock_execution)]))
    line("by its plan", await median_ms(lambda: desk.ask(document)), stock)


async def bench_orders(desk: Desk) -> None:
    print("the first page of each order, and the page after 9/10 of the list, beside the first by last name")
    selection = Selection(desk.employer_id)

    async def read(order: Order, beyond: Any) -> AccountPage:
        return await account_list.page(selection, order, NOW, limit=50, beyond=beyond, backward=False)

    baseline = await median_ms(lambda: read(Order(), None))
    total = await account_list.count(selection, NOW)
    for field in OrderField:
        for direction in Direction:
            order = Order(field, direction)
            deep = await far_key(selection, order, total)
            line(
                f"{field.value} {direction.value}, first",
                await median_ms(calling(read, order, None)),
                baseline,
            )
            line(
                f"{field.value} {direction.value}, deep",
                await median_ms(calling(read, order, deep)),
                baseline,
            )


async def far_key(selection: Selection, order: Order, total: int) -> Any:
    """The sort key nine tenths down the list, read backwards from its end."""
    other = Direction.ASC if order.direction is Direction.DESC else Direction.DESC
    backwards = replace(order, direction=other)
    page = await account_list.page(
        selection, backwards, NOW, limit=max(total // 10, 1), beyond=None, backward=False
    )
    return page.keys[-1]


async def bench_searches(desk: Desk) -> None:
    print("what else a list asks, beside its first page")

    async def read(text: str) -> None:
        selection = Selection(desk.employer_id, Search(search_terms(text)))
        await account_list.page(selection, Order(), NOW, limit=50, beyond=None, backward=False)

    baseline = await median_ms(lambda: read(""))
    for text in ("e", "le", "jean", "louty", "jean le goff", "zzzz"):
        line(f"search {text!r}", await median_ms(calling(read, text)), baseline)
    everyone = Selection(desk.employer_id)
    line("count of all", await median_ms(lambda: account_list.count(everyone, NOW)), baseline)
    for by in Grouping:
        line(
            f"groups by {by.value}",
            await median_ms(calling(account_list.groups, everyone, by, NOW)),
            baseline,
        )
