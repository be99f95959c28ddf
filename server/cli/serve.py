"""comptoir serve: the web server, uvicorn, with its settings."""

import signal
import socket
import sys
from typing import Annotated

import typer
import uvicorn

from server.cli.terminal import fail
from server.logs import configure_logs
from server.uvicorn_hardening.options import PROTOCOLS

WORKER_HEALTHCHECK_SECONDS = 30
"""uvicorn kills a worker that does not answer for this time. Its own 5 s are less than a start on a busy
machine: there, a worker would be killed again and again before it has begun to serve."""


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65_535)] = 8000,
    workers: Annotated[int, typer.Option(help="How many processes.", min=1)] = 1,
) -> None:
    """Serve until SIGTERM or Ctrl-C; requests in flight finish."""
    # uvicorn raises the signal again once it has stopped; a stop that was requested is no failure.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _exit_if_not_free(host, port)
    typer.echo(f"Comptoir on http://{host}:{port}")
    configure_logs()  # the parent of several workers logs each one that it replaces
    uvicorn.run(
        "server.start:create_app",
        factory=True,
        host=host,
        port=port,
        workers=workers,
        loop="uvloop",
        **PROTOCOLS,
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=30,
        timeout_worker_healthcheck=WORKER_HEALTHCHECK_SECONDS,
    )


def _exit_if_not_free(host: str, port: int) -> None:
    """End the command with one line if the address cannot be listened on."""
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        fail(f"cannot listen on {host}:{port} ({error.strerror}): choose another --port", 1)
