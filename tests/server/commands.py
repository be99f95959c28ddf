"""The commands of `comptoir`, run in this process: one of its own takes two seconds of the CPU to start."""

from functools import partial

from anyio.to_thread import run_sync
from typer.testing import CliRunner

from server.cli import main as cli
from server.settings import settings
from tests.server.comptoir_process import command_environment


async def run(*words: str, url: str, typed: str | None = None, **more: str) -> tuple[int, str, str]:
    """The exit status, standard output and standard error of a command, with these settings.

    `typed` is its standard input.

    It connects to the database itself, in an event loop of its own: the test is not connected meanwhile.
    """
    settings.cache_clear()
    try:
        invoke = partial(CliRunner().invoke, cli.app, words, typed, prog_name="comptoir")
        result = await run_sync(partial(invoke, env=command_environment(url, **more)))
    finally:
        settings.cache_clear()
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.stdout, result.stderr


async def write_demo(database_url: str, accounts: int) -> None:
    """The demo's three employers, with this many accounts in all."""
    status, _, error_output = await run("demo", "--accounts", str(accounts), url=database_url)
    assert status == 0, error_output
