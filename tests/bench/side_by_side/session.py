"""One database of one size: loaded, every target started on it, compared and measured."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from pathlib import Path

from models.database import Dialect
from tests.bench.side_by_side.load import Loaded, load
from tests.bench.side_by_side.node import postgraphile_folder
from tests.bench.side_by_side.parameters import Prepared, prepare
from tests.bench.side_by_side.peer_targets import Bare, Idiomatic, PostGraphile
from tests.bench.side_by_side.questions import Question
from tests.bench.side_by_side.rounds import Cost, compare_answers, measure
from tests.bench.side_by_side.running import Running, running
from tests.bench.side_by_side.service_target import Service
from tests.bench.side_by_side.targets import Target
from tests.processes.postgresql import cluster

NODE_MODULES = Path("var/bench/postgraphile")
CLUSTER_SETTINGS = "shared_buffers = '1GB'\nautovacuum = off\nmax_wal_size = '4GB'\n"


@contextmanager
def empty_database(dialect: Dialect) -> Iterator[str]:
    """The address of an empty database that is removed at the end."""
    if dialect is Dialect.POSTGRESQL:
        with cluster(CLUSTER_SETTINGS) as url:
            yield url
    else:
        with tempfile.TemporaryDirectory() as folder:
            yield f"sqlite://{folder}/bench.db"


@asynccontextmanager
async def started(loaded: Loaded, prepared: Prepared, folder: Path) -> AsyncIterator[Sequence[Running]]:
    """Start every target; the service first, since the others are compared with it."""
    service = Service(prepared)
    targets: list[Target] = [service, Bare(), Idiomatic()]
    if loaded.dialect is Dialect.POSTGRESQL:
        if node_modules := postgraphile_folder(NODE_MODULES):
            targets.insert(1, PostGraphile(node_modules.resolve()))
        else:
            print("PostGraphile is left out: npm could not install it", flush=True)
    first = prepared.sets[Question.STATUS][0]
    async with AsyncExitStack() as stack:
        runs = [await stack.enter_async_context(running(one, loaded, first, folder)) for one in targets]
        pages = list(prepared.sets[Question.LIST])
        await asyncio.to_thread(service.walk_to, runs[0].port, pages)
        yield runs


async def measured(
    url: str, accounts: int, questions: Sequence[Question], rounds: int
) -> Mapping[Question, Mapping[str, Cost]]:
    """Fill an empty database, and return the costs of each question."""
    loaded = await load(url, accounts)
    prepared = await prepare(url)
    costs = {}
    with tempfile.TemporaryDirectory() as name:
        async with started(loaded, prepared, Path(name)) as targets:
            for question in questions:
                await compare_answers(targets, question, prepared.sets)
            for question in questions:
                costs[question] = await measure(targets, question, prepared.sets, rounds)
    return costs
