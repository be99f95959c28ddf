"""A database of one size, and every target started on it."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from models.database import Dialect
from tests.bench.side_by_side.questions import Question
from tests.bench.side_by_side.rows.load import Loaded, load
from tests.bench.side_by_side.rows.parameters import Prepared, prepare
from tests.bench.side_by_side.targets.node import postgraphile_folder
from tests.bench.side_by_side.targets.peer_targets import Bare, Idiomatic, PostGraphile
from tests.bench.side_by_side.targets.running import Running, running
from tests.bench.side_by_side.targets.service_target import Service
from tests.bench.side_by_side.targets.target import Target
from tests.processes.postgresql import cluster

NODE_MODULES = Path("var/bench/postgraphile")
CLUSTER_SETTINGS = "shared_buffers = '1GB'\nautovacuum = off\nmax_wal_size = '4GB'\n"


@dataclass(frozen=True, slots=True)
class Session:
    loaded: Loaded
    prepared: Prepared
    targets: Sequence[Running]
    """The service first: the others' answers are compared with its own."""

    @property
    def service(self) -> Running:
        return self.targets[0]


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
async def session(url: str, accounts: int, *, peers: bool = True) -> AsyncIterator[Session]:
    """Fill an empty database and start the targets on it, all of them or the service alone."""
    loaded = await load(url, accounts)
    prepared = await prepare(url)
    service = Service(prepared)
    others = _peers(loaded.dialect) if peers else []
    first = prepared.sets[Question.STATUS][0]
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        targets = [
            await stack.enter_async_context(running(target, loaded, first, folder))
            for target in (service, *others)
        ]
        pages = [*prepared.sets[Question.LIST], prepared.far]
        await asyncio.to_thread(service.walk_to, targets[0].port, pages)
        yield Session(loaded, prepared, targets)


def _peers(dialect: Dialect) -> list[Target]:
    peers: list[Target] = [Bare(), Idiomatic()]
    if dialect is Dialect.POSTGRESQL:
        if node_modules := postgraphile_folder(NODE_MODULES):
            return [PostGraphile(node_modules.resolve()), *peers]
        print("PostGraphile is left out: npm could not install it", flush=True)
    return peers
