"""`make bench`: what things cost, as ratios within one run, on both databases.

    python -m tests.bench.run [--accounts N] [--only sqlite|postgresql]

Each line is the median of several runs in one process, and how many times its baseline that is. Nothing here
is asserted: machines differ. Look at the number of queries and at the plan before you look at the clock.
"""

import argparse
import asyncio
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import orjson
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from models.database import connected, dialect_of, query
from models.migrate import migrate
from models.rules.accounts.search import AccountPage, Order, Search, Selection, search_terms
from models.rules.policy import Policy
from models.rules.vocabulary import Direction, Grouping, OrderField, Profile
from models.stores.accounts import account_list
from models.stores.accounts.accounts import ACCOUNT_COLUMNS
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.renew import renew
from resolvers.caller import Caller
from resolvers.sign_in.sessions import sign_in
from schema.context import Context
from schema.execution.column_executor import ColumnExecutor
from schema.ids import Kind, encode_id
from schema.schema import build_schema
from server.demo.load import load_demo
from tests.processes.postgresql import cluster

NOW = datetime.now(UTC)
POLICY = Policy(secret_key=b"the secret of the benchmarks, of no use elsewhere", bulk_matches=10_000)
RUNS = 15
FIELDS = """id identifier civility lastName firstName email department profile status expiresOn
    lastSignInAt version"""

Work = Callable[[], Awaitable[Any]]


def calling(function: Callable[..., Awaitable[Any]], *arguments: Any) -> Work:
    return lambda: function(*arguments)


async def median_ms(work: Work, runs: int = RUNS) -> float:
    await work()
    taken = []
    for _ in range(runs):
        started = time.perf_counter()
        await work()
        taken.append((time.perf_counter() - started) * 1000)
    return statistics.median(taken)


def line(name: str, ms: float, baseline: float) -> float:
    print(f"  {name:<52} {ms:>9.2f} ms  {ms / baseline:>7.2f} x", flush=True)
    return ms


class Desk:
    """The largest employer of the demo, and its first administrator."""

    def __init__(self, employer_id: int, caller: Caller) -> None:
        self.employer_id, self.caller = employer_id, caller

    @classmethod
    async def open(cls) -> "Desk":
        found = await query(
            "SELECT employer_id, count(*) AS n FROM account GROUP BY employer_id ORDER BY n DESC LIMIT 1", []
        )
        employer_id = found[0]["employer_id"]
        selection = Selection(employer_id)
        everyone = await account_list.page(
            selection, Order(OrderField.PROFILE), NOW.date(), limit=50, beyond=None, backward=False
        )
        own = next(a for a in everyone.accounts if a.status(NOW.date()) == "ACTIVE")
        return cls(employer_id, Caller(own, Profile.ADMINISTRATOR, None, frozenset({employer_id})))

    async def ask(self, document: str) -> Any:
        result = await build_schema().execute(document, context_value=Context(self.caller, NOW, POLICY))
        assert not result.errors, result.errors
        return orjson.dumps(result.data)

    def list_of(self, first: int, more: str = "", fields: str = FIELDS) -> str:
        employer = encode_id(Kind.EMPLOYER, self.employer_id)
        accounts = f"accounts(first: {first}{more}) {{ nodes {{ {fields} }} }}"
        return f'{{ employer(id: "{employer}") {{ {accounts} }} }}'


async def bench_pages(desk: Desk) -> None:
    print("a page of 50, asked through GraphQL, beside the same rows in SQL + orjson")
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
    print("a page of 100 by columns, beside stock execution")
    schema, document = build_schema(), desk.list_of(100)
    schema.execution_context_class = StrawberryGraphQLCoreExecutionContext
    stock = line("stock execution", *(2 * [await median_ms(lambda: desk.ask(document))]))
    schema.execution_context_class = ColumnExecutor
    line("by columns", await median_ms(lambda: desk.ask(document)), stock)


async def bench_orders(desk: Desk) -> None:
    print("the first page of each order, and the page after 9/10 of the list, beside the first by last name")
    selection, today = Selection(desk.employer_id), NOW.date()

    async def read(order: Order, beyond: Any) -> AccountPage:
        return await account_list.page(selection, order, today, limit=50, beyond=beyond, backward=False)

    baseline = await median_ms(lambda: read(Order(), None))
    total = await account_list.count(selection, today)
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
    """A key nine tenths down, reached from the other end."""
    other = Direction.ASC if order.direction is Direction.DESC else Direction.DESC
    backwards = replace(order, direction=other)
    page = await account_list.page(
        selection, backwards, NOW.date(), limit=max(total // 10, 1), beyond=None, backward=False
    )
    return page.keys[-1]


async def bench_searches(desk: Desk) -> None:
    print("what else a list asks, beside its first page")
    today = NOW.date()

    async def read(text: str) -> None:
        selection = Selection(desk.employer_id, Search(search_terms(text)))
        await account_list.page(selection, Order(), today, limit=50, beyond=None, backward=False)

    baseline = await median_ms(lambda: read(""))
    for text in ("e", "le", "jean", "louty", "jean le goff", "zzzz"):
        line(f"search {text!r}", await median_ms(calling(read, text)), baseline)
    everyone = Selection(desk.employer_id)
    line("count of all", await median_ms(lambda: account_list.count(everyone, today)), baseline)
    for by in Grouping:
        line(
            f"groups by {by.value}",
            await median_ms(calling(account_list.groups, everyone, by, today)),
            baseline,
        )


async def bench_renewal(desk: Desk) -> None:
    print("renewing many at once, beside renewing one")
    accounts = await account_list.all_matching(Selection(desk.employer_id), NOW.date(), 10_000)
    ids = [a.id for a in accounts if a.status(NOW.date()) in {"ACTIVE", "EXPIRED"}][:9_000]
    policy = replace(POLICY, bulk_ids=10_000)

    async def renewed(count: int, months: int) -> float:
        started = time.perf_counter()
        asked = BulkRequest(ids=tuple(ids[:count]))
        await renew(desk.caller, asked, NOW, replace(policy, validity_months=months))
        return (time.perf_counter() - started) * 1000

    one = statistics.median([await renewed(1, months) for months in range(20, 27)])
    line("1 account", one, one)
    line("250 accounts", await renewed(250, 30), one)
    line(f"{len(ids)} accounts", await renewed(len(ids), 31), one)


async def bench_sign_ins() -> None:
    print("sign-ins at once, hash, session and all: the last of them, how many a second, memory")
    signing_in = calling(sign_in, "JLO000439", "Comptoir#2026", NOW, POLICY)
    alone = line("1 at a time", *(2 * [await median_ms(signing_in)]))
    for at_once in (4, 16, 64):
        started = time.perf_counter()
        attempts = asyncio.gather(*(signing_in() for _ in range(at_once)))
        waited = await _longest_wait(attempts)
        taken = (time.perf_counter() - started) * 1000
        line(f"{at_once} at once: the last of them", taken, alone)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"    {at_once / taken * 1000:.0f} a second; peak memory of the process {peak:.0f} MiB; "
            f"a query meanwhile waited {waited:.0f} ms at most"
        )


async def _longest_wait(work: asyncio.Future[Any]) -> float:
    """In ms, of small queries asked one after the other until that work is done."""
    longest = 0.0
    while not work.done():
        started = time.perf_counter()
        await query("SELECT 1", [])
        longest = max(longest, (time.perf_counter() - started) * 1000)
        await asyncio.sleep(0)
    await work
    return longest


async def bench(url: str, accounts: int) -> None:
    await migrate(url)
    async with connected(url):
        started = time.perf_counter()
        written = await load_demo(3, accounts, 2026, NOW, POLICY)
        taken = time.perf_counter() - started
        print(f"\n{dialect_of(url)}: {written[1]} accounts of {written[0]} employers loaded in {taken:.1f} s")
        await query("ANALYZE", [])
        desk = await Desk.open()
        for part in (bench_pages, bench_execution, bench_orders, bench_searches, bench_renewal):
            await part(desk)
        await bench_sign_ins()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.run")
    parser.add_argument("--accounts", type=int, default=200_000)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    asked = parser.parse_args()
    if asked.only is None:
        for name in ("sqlite", "postgresql"):  # each in a process of its own: traps.md
            again = [
                sys.executable,
                "-m",
                "tests.bench.run",
                "--only",
                name,
                "--accounts",
                str(asked.accounts),
            ]
            subprocess.run(again, check=True)
        return
    with ExitStack() as stack:
        if asked.only == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite://{folder}/bench.db"
        else:
            url = stack.enter_context(cluster())
        asyncio.run(bench(url, asked.accounts))


if __name__ == "__main__":
    main()
