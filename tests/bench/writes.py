"""Benchmarks of writing: renewals, and sign-ins at the same time."""

import asyncio
import resource
import statistics
import time
from dataclasses import replace
from typing import Any

from models.database import query
from models.rules.accounts.search import Selection
from models.stores.accounts import account_list
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.renew import renew
from resolvers.sign_in.sessions import sign_in
from tests.bench.desk import NOW, POLICY, Desk
from tests.bench.timing import calling, line, median_ms


async def bench_renewal(desk: Desk) -> None:
    print("renewing many at once, beside renewing one")
    accounts = await account_list.all_matching(Selection(desk.employer_id), NOW, 10_000)
    ids = [a.id for a in accounts if a.status(NOW.date()) in {"ACTIVE", "EXPIRED"}][:9_000]
    policy = replace(POLICY, bulk_ids=10_000)

    async def renewed(count: int, months: int) -> float:
        started = time.perf_counter()
        request = BulkRequest(ids=tuple(ids[:count]))
        await renew(desk.caller, request, NOW, replace(policy, validity_months=months))
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
        milliseconds = (time.perf_counter() - started) * 1000
        line(f"{at_once} at once: the last of them", milliseconds, alone)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(
            f"    {at_once / milliseconds * 1000:.0f} a second; peak memory of the process {peak:.0f} MiB; "
            f"a query meanwhile waited {waited:.0f} ms at most"
        )


async def _longest_wait(work: asyncio.Future[Any]) -> float:
    """The longest wait in ms of small queries that run one after the other until the work is done."""
    longest = 0.0
    while not work.done():
        started = time.perf_counter()
        await query("SELECT 1", [])
        longest = max(longest, (time.perf_counter() - started) * 1000)
        await asyncio.sleep(0)
    await work
    return longest
