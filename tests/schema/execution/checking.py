"""Random cases against a world of their own, for tests and for the longer run."""

import asyncio
from collections.abc import Iterator, Sequence
from contextlib import AsyncExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path as Folder

from hypothesis import HealthCheck, Phase, given, seed, settings

from models.migrate import migrate
from tests.fresh_database import fresh_database
from tests.schema.execution.cases import Material, Path, cases
from tests.schema.execution.comparison import Case, Comparison, compare
from tests.schema.execution.values import value_pools
from tests.schema.execution.world import World, a_world


@dataclass(frozen=True, slots=True)
class Checker:
    runner: asyncio.Runner
    world: World
    material: Material

    def compare(self, case: Case) -> Comparison:
        return self.runner.run(compare(self.world, case))

    def check(self, paths: Sequence[Path], number_of_seed: int, examples: int) -> None:
        """Compare random cases about these fields. Raises: AssertionError, with the shortest that differs."""

        @settings(
            max_examples=examples,
            deadline=None,
            database=None,
            phases=[Phase.generate, Phase.shrink],
            report_multiple_bugs=False,
            suppress_health_check=list(HealthCheck),
        )
        @seed(number_of_seed)
        @given(cases(self.material, paths))
        def each(case: Case) -> None:
            comparison = self.compare(case)
            assert comparison.are_equal, str(comparison)

        each()


@contextmanager
def a_checker(server_url: str | None, folder: Folder) -> Iterator[Checker]:
    """With a database of its own: a new file, or a new database of the server."""
    with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:
        stack = AsyncExitStack()
        runner.run(stack.__aenter__())
        try:
            url = runner.run(stack.enter_async_context(fresh_database(server_url, folder)))
            runner.run(migrate(url))
            world = runner.run(stack.enter_async_context(a_world(url)))
            pools = runner.run(value_pools(world))
            yield Checker(runner, world, Material(pools, list(world.callers), world.database.columns))
        finally:
            runner.run(stack.aclose())
