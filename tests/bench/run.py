"""`make bench`: what things cost, as ratios within one run, on both databases.

    python -m tests.bench.run [--accounts N] [--only sqlite|postgresql]

Each line is the median of several runs in one process, and its ratio to the baseline. Nothing here is
asserted: machines differ. Look at the number of queries and at the query plan before you look at the clock.
"""

import argparse
import asyncio
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack

from models.database import connected, dialect_of, query
from models.migrate import migrate
from server.demo.load import load_demo
from tests.bench.desk import NOW, POLICY, Desk
from tests.bench.lists import bench_execution, bench_orders, bench_pages, bench_searches
from tests.bench.writes import bench_renewal, bench_sign_ins
from tests.processes.postgresql import cluster


async def bench(url: str, accounts: int) -> None:
    await migrate(url)
    async with connected(url):
        started = time.perf_counter()
        loaded = await load_demo(3, accounts, 2026, NOW, POLICY)
        seconds = time.perf_counter() - started
        print(f"\n{dialect_of(url)}: {loaded[1]} accounts of {loaded[0]} employers loaded in {seconds:.1f} s")
        await query("ANALYZE", [])
        desk = await Desk.open()
        for part in (bench_pages, bench_execution, bench_orders, bench_searches, bench_renewal):
            await part(desk)
        await bench_sign_ins()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.run")
    parser.add_argument("--accounts", type=int, default=200_000)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    if options.only is None:
        for name in ("sqlite", "postgresql"):  # a process is connected to one database only
            command = [
                sys.executable,
                "-m",
                "tests.bench.run",
                "--only",
                name,
                "--accounts",
                str(options.accounts),
            ]
            subprocess.run(command, check=True)
        return
    with ExitStack() as stack:
        if options.only == "sqlite":
            folder = stack.enter_context(tempfile.TemporaryDirectory())
            url = f"sqlite://{folder}/bench.db"
        else:
            url = stack.enter_context(cluster())
        asyncio.run(bench(url, options.accounts))


if __name__ == "__main__":
    main()
