"""comptoir session: the sessions of an account, listed or ended."""

from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import typer

from models.database import connected
from models.rules.refusals import Refused
from resolvers.sign_in.sessions import SessionSummary, end_sessions, open_sessions
from server.cli.terminal import fail_refused, run, settings_or_exit

T = TypeVar("T")
session = typer.Typer(help="The sessions of an account.", no_args_is_help=True)

_Identifier = Annotated[str, typer.Argument(help="Whose sessions.")]


@session.command("list")
def session_list(identifier: _Identifier) -> None:
    """The open sessions of an account: when each began, and was last used."""

    async def work() -> list[SessionSummary]:
        async with connected(settings_or_exit().database_url):
            return await open_sessions(identifier, datetime.now(UTC), settings_or_exit().policy)

    for summary in _run(work()):
        began, used = f"{summary.started_at:%Y-%m-%d %H:%M}", f"{summary.last_seen_at:%H:%M}"
        typer.echo(f"{summary.id}  since {began}  used {used} UTC")


@session.command("end")
def session_end(identifier: _Identifier) -> None:
    """End every session of an account, at once."""

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            return await end_sessions(identifier, datetime.now(UTC), settings_or_exit().policy)

    typer.echo(f"{_run(work())} sessions ended")


def _run(work: Coroutine[object, object, T]) -> T:
    try:
        return run(work)
    except Refused as error:
        fail_refused(error)
