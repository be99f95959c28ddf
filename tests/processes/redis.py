"""A throwaway Redis, or Valkey, on a port of its own: `python -m tests.processes.redis` names the program."""

import shutil
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.processes.ports import free_port

PASSWORD = "tres-secret"
DEADLINE = 120.0
"""Seconds after which a server that does not say that it is ready has failed."""


def program() -> str:
    """The path of redis-server or valkey-server; LookupError when there is neither."""
    program = shutil.which("redis-server") or shutil.which("valkey-server")
    if not program:
        raise LookupError("neither redis-server nor valkey-server on PATH: make setup")
    return program


@dataclass
class RedisServer:
    """One that can be killed, made to hang, and started again where it was; it keeps nothing on the disk."""

    port: int
    process: subprocess.Popen[bytes] | None = field(default=None, repr=False)

    @property
    def url(self) -> str:
        return f"redis://:{PASSWORD}@127.0.0.1:{self.port}/0"

    def start(self, *options: str) -> None:
        """Back once it accepts connections, which it says itself. The options are redis-server's."""
        own = ("--port", str(self.port), "--bind", "127.0.0.1", "--requirepass", PASSWORD)
        self.process = subprocess.Popen(
            [program(), *own, "--save", "", "--appendonly", "no", *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )
        assert self.process.stdout
        output = b""
        for line in self.process.stdout:
            output += line
            if b"eady to accept connections" in line:
                return
        raise RuntimeError(output.decode(errors="replace"))

    def kill(self) -> None:
        """As a power cut does; nothing happens if it is dead already."""
        if self.process:
            self.process.kill()
            self.process.wait(DEADLINE)
            assert self.process.stdout
            self.process.stdout.close()
            self.process = None

    @contextmanager
    def hanging(self) -> Iterator[None]:
        """Inside, it accepts connections, for the system does, and answers nothing."""
        assert self.process
        self.process.send_signal(signal.SIGSTOP)
        try:
            yield
        finally:
            self.process.send_signal(signal.SIGCONT)


@contextmanager
def redis_server() -> Iterator[RedisServer]:
    """A new, empty one, killed at the end."""
    server = RedisServer(free_port())
    try:
        server.start()
        yield server
    finally:
        server.kill()


if __name__ == "__main__":
    print(program())
