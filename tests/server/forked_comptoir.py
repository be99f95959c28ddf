"""Processes of `comptoir` that begin with its modules imported: forks of one process that imports them once.

Importing takes a process two seconds of the CPU. Apart from that they are processes like any other: they read
their own environment and arguments, have their own connections and threads, and are killed as any other is.
"""

import atexit
import json
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import import_module
from pathlib import Path
from select import select
from typing import IO, Any

MODULES = (
    *("server.cli.main", "server.cli.serve", "server.start", "server.app", "uvloop", "httptools"),
    *("models.postgresql_client", "models.sqlite_client", "phonenumbers", "dns.asyncresolver", "zxcvbn"),
)
ROOT = Path(__file__).parents[2]
MAX_REQUEST_BYTES = 1 << 17
NUMBER_BYTES = 8
"""A process id, then a return code: each as many bytes, which a pipe never divides."""
Stream = IO[Any]


class ForkedProcess:
    """What `subprocess.Popen` is for other processes."""

    def __init__(self, pid: int, result: int) -> None:
        self.pid = pid
        self.returncode: int | None = None
        """Negative: the signal that ended it."""
        self._result = result
        """The pipe that holds the return code once the process has ended."""

    def poll(self) -> int | None:
        return self._read(0)

    def wait(self, timeout: float | None = None) -> int:
        """Raises: subprocess.TimeoutExpired."""
        code = self._read(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("comptoir", timeout or 0)
        return code

    def send_signal(self, number: int) -> None:
        if self.poll() is None:
            os.kill(self.pid, number)

    def terminate(self) -> None:
        self.send_signal(signal.SIGTERM)

    def kill(self) -> None:
        self.send_signal(signal.SIGKILL)

    def _read(self, timeout: float | None) -> int | None:
        if self.returncode is None and select([self._result], [], [], timeout)[0]:
            self.returncode = _read_number(self._result)
            os.close(self._result)
        return self.returncode


def start(
    words: Sequence[str], environment: Mapping[str, str], *, typed: Stream, output: Stream, errors: Stream
) -> ForkedProcess:
    """`comptoir` with these words, in the repository's folder; its standard streams are these files."""
    result, end = os.pipe()
    request = json.dumps({"words": words, "environment": dict(environment)})
    streams = [typed.fileno(), output.fileno(), errors.fileno()]
    socket.send_fds(_importer(), [request.encode()], [*streams, end])
    os.close(end)
    return ForkedProcess(_read_number(result), result)


def _write_number(pipe: int, number: int) -> None:
    os.write(pipe, b"%*d" % (NUMBER_BYTES, number))


def _read_number(pipe: int) -> int:
    return int(os.read(pipe, NUMBER_BYTES))


@cache
def _importer() -> socket.socket:
    """The socket of the process that forks; it ends when the socket is closed."""
    ours, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    command = [sys.executable, "-c", f"from {__name__} import main; main()", str(theirs.fileno())]
    process = subprocess.Popen(command, cwd=ROOT, pass_fds=[theirs.fileno()], stdin=subprocess.DEVNULL)
    theirs.close()

    @atexit.register
    def end() -> None:
        ours.close()
        process.wait()

    return ours


def main() -> None:
    """In the process that forks, and in each fork: returns in the forks only once their command has ended."""
    from schema.schema import build_schema

    requests = socket.socket(fileno=int(sys.argv[1]))
    for module in MODULES:
        import_module(module)
    build_schema()
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nothing is left of the forks that wait
    while True:
        message, files, _, _ = socket.recv_fds(requests, MAX_REQUEST_BYTES, 4)
        if not message:
            return
        *streams, result = files
        if os.fork() == 0:
            requests.close()
            _run(json.loads(message), streams, result)
            return
        for file in (*streams, result):
            os.close(file)


def _run(request: dict[str, Any], streams: list[int], result: int) -> None:
    """Fork the command, wait for it, and write its process id and its return code."""
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    pid = os.fork()
    if pid:
        for file in streams:
            os.close(file)
        _write_number(result, pid)
        _, status = os.waitpid(pid, 0)
        _write_number(result, os.waitstatus_to_exitcode(status))
        os._exit(0)
    os.close(result)
    for standard, file in enumerate(streams):
        os.dup2(file, standard)
        os.close(file)
    os.environ.clear()
    os.environ.update(request["environment"])
    sys.argv = ["comptoir", *request["words"]]
    from server.cli.main import main as comptoir

    comptoir()
