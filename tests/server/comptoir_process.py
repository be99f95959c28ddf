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
from tempfile import TemporaryFile
from typing import IO

import httpx2

from tests.processes.ports import free_port
from tests.server.forked_comptoir import ForkedProcess, start

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
    with TemporaryFile("w+") as keyboard, TemporaryFile("w+") as output, TemporaryFile("w+") as errors:
        keyboard.write(typed)
        keyboard.flush()
        for file in (keyboard, output, errors):
            file.seek(0)
        variables = environment(database_url, **settings)
        process = start(words, variables, typed=keyboard, output=output, errors=errors)
        try:
            code = process.wait(DEADLINE)
        finally:
            process.kill()
        return subprocess.CompletedProcess(words, code, *(_printed(file) for file in (output, errors)))


def _printed(file: IO[str]) -> str:
    file.seek(0)
    return file.read()


@dataclass(frozen=True, slots=True)
class Serving:
    url: str
    port: int
    process: subprocess.Popen[bytes] | ForkedProcess
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
    program: Sequence[str] | None = None,
    **settings: str,
) -> Iterator[Serving]:
    """Run `comptoir serve`: the block begins once /readyz answers with this status; its end stops it.

    Without a program, the process is a fork, which has imported the modules of `comptoir` already.
    """
    port, log_file = free_port(), folder / "serve.log"
    url = f"http://127.0.0.1:{port}"
    variables = environment(database_url, **{"PUBLIC_URL": url, **settings})
    words = ("serve", "--port", str(port), *options)
    process: subprocess.Popen[bytes] | ForkedProcess
    with log_file.open("wb") as log:
        if program is None:
            with open(os.devnull) as nothing:
                process = start(words, variables, typed=nothing, output=log, errors=log)
        else:
            process = subprocess.Popen([*program, *words], cwd=HERE, env=variables, stdout=log, stderr=log)
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
