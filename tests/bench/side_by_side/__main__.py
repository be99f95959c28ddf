"""`make bench`: the service beside its peers on the same rows, in CPU time for each request.

    python -m tests.bench.side_by_side [--accounts 20000,200000] [--million] [--growth] [--only sqlite]

Read ratios within one run: machines differ. Nothing is asserted but the answers, which must be equal.
"""

import argparse
import asyncio
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from models.database import Dialect
from tests.bench.side_by_side.answers import compare_answers
from tests.bench.side_by_side.chart import chart
from tests.bench.side_by_side.growth import measured_growth
from tests.bench.side_by_side.machine import load_average, machine
from tests.bench.side_by_side.questions import BESIDE_PEERS, Question
from tests.bench.side_by_side.report import growth_table, legend, table, widest_spread
from tests.bench.side_by_side.rounds import Cost, Entrant, measure
from tests.bench.side_by_side.session import empty_database, session

MILLION = 1_000_000
PROGRAM = "tests.bench.side_by_side"
NAMES = {Dialect.POSTGRESQL: "PostgreSQL", Dialect.SQLITE: "SQLite"}
Costs = Mapping[Question, Mapping[str, Cost]]


async def beside_peers(url: str, accounts: int, questions: Sequence[Question], rounds: int) -> Costs:
    """Compare the answers to all questions, then measure each."""
    async with session(url, accounts) as one:
        sets = one.prepared.sets
        for question in questions:
            await compare_answers(one.targets, question, sets[question])
        costs = {}
        for question in questions:
            print(f"{accounts:,} accounts, {question.value}", file=sys.stderr, flush=True)
            entrants = [Entrant(target.name, target, sets[question]) for target in one.targets]
            costs[question] = await measure(entrants, question, rounds)
    return costs


def show(dialect: Dialect, accounts: int, options: argparse.Namespace) -> None:
    """Measure one size on one database; print the table, and draw the chart if it is wanted."""
    title = f"{NAMES[dialect]}, {accounts:,} accounts"
    with empty_database(dialect) as url:
        questions = [Question(name) for name in options.questions.split(",")]
        costs = asyncio.run(beside_peers(url, accounts, questions, options.rounds))
    print(f"\n### {title}\n\n{table(costs)}\n\n{widest_spread(costs)}", flush=True)
    if options.charts:
        options.charts.mkdir(parents=True, exist_ok=True)
        (options.charts / f"bench-{dialect.value}-{accounts}.svg").write_text(chart(title, costs))


def show_growth(dialect: Dialect, sizes: Sequence[int], rounds: int) -> None:
    costs = asyncio.run(measured_growth(dialect, (min(sizes), max(sizes)), rounds))
    print(f"\n### {NAMES[dialect]}: how costs grow\n\n{growth_table(costs)}", flush=True)


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"python -m {PROGRAM}", description="The service beside its peers.")
    parser.add_argument("--accounts", default="20000,200000", help="sizes, with commas between")
    parser.add_argument("--million", action="store_true", help="1,000,000 accounts, too")
    parser.add_argument("--growth", action="store_true", help="the smallest size beside the largest instead")
    parser.add_argument("--only", type=Dialect, choices=list(Dialect))
    parser.add_argument("--questions", default=",".join(BESIDE_PEERS), help="with commas between")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--charts", type=Path, help="a folder that the charts are written to")
    return parser.parse_args()


def main() -> None:
    options = parsed()
    sizes = [int(size) for size in options.accounts.split(",")] + [MILLION] * options.million
    if options.only is None:
        print(f"{machine()}\nCPU ms a request, server + database; medians of {options.rounds} rounds")
        print(legend([*BESIDE_PEERS, Question.PAGE]), flush=True)
        for dialect in (Dialect.POSTGRESQL, Dialect.SQLITE):  # a process is connected to one kind only
            command = [sys.executable, "-m", PROGRAM, "--only", dialect.value, *sys.argv[1:]]
            subprocess.run(command, check=True)
        return
    began = time.monotonic()
    if options.growth:
        show_growth(options.only, sizes, options.rounds)
    else:
        for size in sizes:
            show(options.only, size, options)
    print(f"\n{time.monotonic() - began:.0f} s; load of the machine {load_average():.1f}", flush=True)


if __name__ == "__main__":
    main()
