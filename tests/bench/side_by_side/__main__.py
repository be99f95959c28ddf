"""`make bench`: the service beside its peers on the same rows, in CPU time for each request.

    python -m tests.bench.side_by_side [--accounts 20000,200000] [--only sqlite|postgresql] [--million]

Read ratios within one run: machines differ. Nothing is asserted but the answers, which must be equal.
"""

import argparse
import asyncio
import subprocess
import sys
import time
from pathlib import Path

from models.database import Dialect
from tests.bench.side_by_side.chart import chart
from tests.bench.side_by_side.machine import load as machine_load
from tests.bench.side_by_side.machine import machine
from tests.bench.side_by_side.questions import Question
from tests.bench.side_by_side.report import legend, table, widest_spread
from tests.bench.side_by_side.session import empty_database, measured

MILLION = 1_000_000


def run(dialect: Dialect, accounts: int, questions: list[Question], rounds: int, charts: Path | None) -> None:
    """Measure one size on one database, and print its table."""
    began = time.monotonic()
    with empty_database(dialect) as url:
        costs = asyncio.run(measured(url, accounts, questions, rounds))
    print(f"\n### {dialect.value}, {accounts:,} accounts\n\n{table(costs)}\n\n{widest_spread(costs)}")
    print(f"({time.monotonic() - began:.0f} s; load of the machine {machine_load():.1f})", flush=True)
    if charts:
        title = f"{dialect.value}, {accounts:,} accounts"
        (charts / f"bench-{dialect.value}-{accounts}.svg").write_text(chart(title, costs))


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.bench.side_by_side", description=__doc__)
    parser.add_argument("--accounts", default="20000,200000", help="sizes, with commas between")
    parser.add_argument("--million", action="store_true", help="1,000,000 accounts, too")
    parser.add_argument("--only", choices=[dialect.value for dialect in Dialect])
    parser.add_argument("--questions", default=",".join(Question), help="with commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--charts", type=Path, help="a folder that the charts are written to")
    options = parser.parse_args()
    sizes = [int(size) for size in options.accounts.split(",")] + [MILLION] * options.million
    questions = [Question(name) for name in options.questions.split(",")]
    if options.only is None:
        print(f"{machine()}\nCPU ms a request, server + database; medians of {options.rounds} rounds")
        print(legend(questions), flush=True)
        for dialect in (Dialect.POSTGRESQL, Dialect.SQLITE):  # a process is connected to one kind only
            command = [
                sys.executable,
                "-m",
                "tests.bench.side_by_side",
                "--only",
                dialect.value,
                *sys.argv[1:],
            ]
            subprocess.run(command, check=True)
        return
    for size in sizes:
        run(Dialect(options.only), size, questions, options.rounds, options.charts)


if __name__ == "__main__":
    main()
