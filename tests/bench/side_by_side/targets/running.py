"""The targets as processes: started, waited for, stopped."""

import asyncio
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.bench.side_by_side.questions import Parameters, Question
from tests.bench.side_by_side.rows.load import Loaded
from tests.bench.side_by_side.targets.backends import backends_of
from tests.bench.side_by_side.targets.client import WrongResponse, ask
from tests.bench.side_by_side.targets.clocks import cpu_ns
from tests.bench.side_by_side.targets.target import Command, Target
from tests.processes.ports import free_port

TRIES = 2_400
PAUSE_SECONDS = 0.05


@dataclass(frozen=True, slots=True)
class Reading:
    """The clocks of a target, in nanoseconds by process: of the server, and of its database."""

    server: dict[int, int]
    database: dict[int, int]


@dataclass(frozen=True, slots=True)
class Running:
    target: Target
    loaded: Loaded
    port: int
    pid: int

    @property
    def name(self) -> str:
        return self.target.name

    async def read_clocks(self) -> Reading:
        """SQLite works inside the server, so that its database has no processes of its own."""
        return Reading(cpu_ns([self.pid]), cpu_ns(await backends_of(self.pid, self.loaded)))


@asynccontextmanager
async def running(target: Target, loaded: Loaded, first: Parameters, folder: Path) -> AsyncIterator[Running]:
    """Start a target, and wait until it answers the question for a status."""
    port = free_port()
    command = target.command(loaded, port)
    log_file = folder / f"{target.name}.log"
    process = _start(command, folder, log_file)
    started = Running(target, loaded, port, process.pid)
    try:
        await _wait(started, process, first, log_file)
        yield started
    finally:
        process.terminate()
        process.wait(60)


async def _wait(
    started: Running, process: subprocess.Popen[bytes], first: Parameters, log_file: Path
) -> None:
    request = started.target.request(Question.STATUS, first)
    for _ in range(TRIES):
        if process.poll() is not None:
            break
        try:
            await ask(started.port, request)
        except (OSError, EOFError, WrongResponse):
            await asyncio.sleep(PAUSE_SECONDS)
        else:
            return
    raise RuntimeError(f"{started.name} does not answer: {_end_of(log_file)}")


def _start(command: Command, folder: Path, log_file: Path) -> subprocess.Popen[bytes]:
    with log_file.open("wb") as log:
        return subprocess.Popen(
            command.words, env=dict(command.environment), cwd=command.folder or folder, stdout=log, stderr=log
        )


def _end_of(log_file: Path) -> str:
    return log_file.read_text(errors="replace")[-2_000:]
