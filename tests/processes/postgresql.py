"""A throwaway PostgreSQL in a temporary folder. `python -m tests.processes.postgresql` keeps one running."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.processes.ports import free_port

OLDEST = 15

# Nothing here outlives the tests, so nothing waits for the disk. TCP only: a socket's path may be too long.
SETTINGS = """
fsync = off
synchronous_commit = off
full_page_writes = off
max_connections = 200
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
port = {port}
"""


def binaries() -> Path:
    """The folder of the newest PostgreSQL programs; LookupError when none is recent enough."""
    folders = {path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")}
    if on_path := shutil.which("initdb"):
        folders.add(Path(on_path).resolve().parent)
    newest, folder = max(((_version(folder), folder) for folder in folders), default=(0, Path()))
    if newest < OLDEST:
        raise LookupError(f"no PostgreSQL {OLDEST} or later under /usr/lib/postgresql or on PATH: make setup")
    return folder


@contextmanager
def cluster(more_settings: str = "") -> Iterator[str]:
    """The address of a new, empty cluster, removed on exit. `more_settings` are lines of postgresql.conf."""
    programs = binaries()
    with TemporaryDirectory(prefix="comptoir-postgresql-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        data, log, port = folder / "data", folder / "log", free_port()
        _run(
            folder,
            programs / "initdb",
            f"--pgdata={data}",
            "--username=postgres",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        )
        with (data / "postgresql.conf").open("a") as conf:
            conf.write(SETTINGS.format(port=port) + more_settings)
        control = (programs / "pg_ctl", f"--pgdata={data}", "--silent", "--wait")
        try:
            try:
                _run(folder, *control, f"--log={log}", "start")
            except RuntimeError as failure:
                raise RuntimeError(log.read_text() if log.exists() else "no log") from failure
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
        finally:
            # Not running is what is wanted: a start that failed has already been reported.
            with suppress(RuntimeError):
                _run(folder, *control, "--mode=immediate", "stop")


def _version(folder: Path) -> int:
    answer = subprocess.run([folder / "initdb", "--version"], capture_output=True, text=True, check=True)
    version = re.search(r"\d+", answer.stdout)
    return int(version[0]) if version else 0


def _run(folder: Path, *command: str | Path) -> None:
    # PostgreSQL refuses root. The server keeps its own streams (--log), so none of ours is left open.
    as_postgres = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups")
    prefix = as_postgres if os.geteuid() == 0 else ()
    output = folder / "output"
    with output.open("w") as stream:
        status = subprocess.run([*prefix, *command], cwd=folder, stdout=stream, stderr=stream).returncode
    if status:
        raise RuntimeError(f"{Path(command[0]).name} failed ({status}): {output.read_text()}")


def main() -> None:
    if sys.argv[1:] == ["--find"]:
        print(binaries())
        return
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with suppress(KeyboardInterrupt), cluster() as url:
        print(url, flush=True)
        signal.pause()


if __name__ == "__main__":
    main()
