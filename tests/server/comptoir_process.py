"""The program `comptoir` as its operators run it: real processes, real sockets."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import httpx2

from tests.processes.ports import free_port

HERE = Path(__file__).parents[2]
PROGRAM = str(Path(sys.executable).with_name("comptoir"))
DEADLINE = 120.0
"""Seconds after which a command or a process has failed, however busy the machine is."""


def environment(database_url: str, **settings: str) -> dict[str, str]:
    """The environment of a process: ours, with these settings and no others."""
    changes = command_environment(database_url, **settings)
    return {name: value for name, value in (os.environ | changes).items() if value is not None}


def command_environment(database_url: str, **settings: str) -> dict[str, str | None]:
    """What a command's environment changes in ours: these settings and no others; None removes one."""
    removed = dict.fromkeys(name for name in os.environ if name.startswith("COMPTOIR_"))
    given = {"DATABASE_URL": database_url, **settings}
    return {**removed, **{f"COMPTOIR_{name}": value for name, value in given.items()}}


def comptoir(
    database_url: str, *words: str, typed: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run one command to its end; `typed` is its standard input."""
    return subprocess.run(
        [PROGRAM, *words],
        cwd=HERE,
        env=environment(database_url, **settings),
        input=typed,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=False,
    )


@dataclass(frozen=True, slots=True)
class Serving:
    url: str
    port: int
    process: subprocess.Popen[bytes]
    log_file: Path

    def log(self) -> str:
        return self.log_file.read_text(encoding="utf-8")

    def stop(self) -> int:
        """Send SIGTERM, and return the exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(DEADLINE)


@contextmanager
def serving(
    database_url: str,
    folder: Path,
    *options: str,
    until: int = 200,
    program: Sequence[str] = (PROGRAM,),
    **settings: str,
) -> Iterator[Serving]:
    """Run `comptoir serve`: the block begins once /readyz answers with this status; its end stops it."""
    port, log_file = free_port(), folder / "serve.log"
    url = f"http://127.0.0.1:{port}"
    with log_file.open("wb") as log:
        process = subprocess.Popen(
            [*program, "serve", "--port", str(port), *options],
            cwd=HERE,
            env=environment(database_url, **{"PUBLIC_URL": url, **settings}),
            stdout=log,
            stderr=log,
        )
    served = Serving(url, port, process, log_file)
    try:
        _wait(served, until)
        yield served
    finally:
        if process.poll() is None:
            process.terminate()
        process.wait(DEADLINE)


def _wait(serving: Serving, status: int) -> None:
    deadline = time.monotonic() + DEADLINE
    # One client, without certificates: loading them at each request takes 28 ms from the process that starts.
    with httpx2.Client(base_url=serving.url, timeout=DEADLINE, verify=False) as client:
        while time.monotonic() < deadline:
            assert serving.process.poll() is None, serving.log()
            with suppress(httpx2.TransportError):
                if client.get("/readyz").status_code == status:
                    return
            time.sleep(0.02)
    raise AssertionError(f"no {status} after {DEADLINE} s: {serving.log()}")
