"""The command line: comptoir serve, migrate, deliver, demo, history verify, schema, doctor."""

import asyncio
import signal
import socket
import sys
from datetime import UTC, datetime
from typing import Annotated

import typer
import uvicorn

from models.database import connected
from models.migrate import migrate as migrate_database
from models.rules.hash_chain import ChainFault, ChainHead
from resolvers.accounts.purge import purge as erase_deleted
from resolvers.history.verify import verify_history as verify_history
from resolvers.messages.reminders import remind as send_reminders
from resolvers.sign_in.sessions import SessionSummary, end_sessions, open_sessions
from schema.schema import schema_docs, schema_text
from server.cli.doctor import examine, unfit_for_production
from server.cli.partners import partner
from server.cli.terminal import fail, run, settings_or_exit
from server.demo.employers import MAX_DEMO_EMPLOYERS
from server.demo.load import load_demo
from server.logs import configure_logs
from server.uvicorn_hardening.options import PROTOCOLS
from server.workers.outbox import OUTBOX_INTERVAL_SECONDS, deliver_once, deliver_until

app = typer.Typer(
    help="Comptoir, the account desk of a platform for public employers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
WORKER_HEALTHCHECK_SECONDS = 30
"""uvicorn kills a worker that does not answer for so long. Its default of 5 s is less than a start on a busy
machine, where a worker would be killed again and again before it has begun to serve."""

history = typer.Typer(help="The history of accounts.", no_args_is_help=True)
app.add_typer(history, name="history")
session = typer.Typer(help="The sessions of an account.", no_args_is_help=True)
app.add_typer(session, name="session")
app.add_typer(partner, name="partner")


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65_535)] = 8000,
    workers: Annotated[int, typer.Option(help="How many processes.", min=1)] = 1,
) -> None:
    """Serve until SIGTERM or Ctrl-C; requests in flight finish."""
    _fit_for_production()
    # uvicorn raises the signal again once it has stopped; having stopped as asked is no failure.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    _check_free(host, port)
    typer.echo(f"Comptoir on http://{host}:{port}")
    configure_logs()  # the parent of several workers logs each one that it replaces
    uvicorn.run(
        "server.app:create_app",
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


@app.command()
def migrate() -> None:
    """Bring the database to this version; safe to run twice, and by several processes at once."""
    applied = run(migrate_database(settings_or_exit().database_url))
    typer.echo("\n".join(f"migrated: {version}" for version in applied) or "migrated already")


@app.command()
def deliver(
    once: Annotated[bool, typer.Option("--once", help="What is due now, then end: for cron.")] = False,
) -> None:
    """Send what waits in the outbox, until SIGTERM or Ctrl-C; beside `serve`, or instead of its deliverer."""
    _fit_for_production()
    configure_logs()

    async def work() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        async with connected(settings_or_exit().database_url):
            if once:
                counts = await deliver_once(settings_or_exit(), stop.is_set)
                told = (f"{count} {outcome.replace('_', ' ')}" for outcome, count in counts.items())
                typer.echo(", ".join(told) or "nothing to do")
            else:
                await deliver_until(
                    stop, settings_or_exit(), settings_or_exit().delivery_seconds or OUTBOX_INTERVAL_SECONDS
                )

    run(work())


@app.command()
def demo(
    employers: Annotated[int, typer.Option(help="How many employers.", min=1, max=MAX_DEMO_EMPLOYERS)] = 3,
    accounts: Annotated[int, typer.Option(help="How many accounts in all, over new employers.", min=6)] = 300,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people.")] = 2026,
) -> None:
    """Write the guide's people and made-up others; what is there already stays as it is."""
    if settings_or_exit().environment == "production":
        fail("refusing to write demo accounts in production", 2)

    async def work() -> tuple[int, int]:
        async with connected(settings_or_exit().database_url):
            return await load_demo(employers, accounts, seed, datetime.now(UTC), settings_or_exit().policy)

    written = run(work())
    already = " (the others are there already)" if written[0] < employers else ""
    typer.echo(f"{written[0]} employers and {written[1]} accounts written{already}")


@app.command()
def remind() -> None:
    """Queue the reminders that are due; safe to run any number of times a day."""

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            return await send_reminders(datetime.now(UTC), settings_or_exit().policy)

    typer.echo(f"{run(work())} e-mails queued")


@app.command()
def purge() -> None:
    """Erase what is personal of accounts deleted for longer than they can be restored."""

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            return await erase_deleted(datetime.now(UTC), settings_or_exit().policy)

    typer.echo(f"{run(work())} accounts erased")


@session.command("list")
def session_list(identifier: Annotated[str, typer.Argument(help="Whose sessions.")]) -> None:
    """The open sessions of an account: when each began, and was last used."""

    async def work() -> list[SessionSummary]:
        async with connected(settings_or_exit().database_url):
            return await open_sessions(identifier, datetime.now(UTC), settings_or_exit().policy)

    for found in run(work()):
        typer.echo(
            f"{found.id}  since {found.started_at:%Y-%m-%d %H:%M}  used {found.last_seen_at:%H:%M} UTC"
        )


@session.command("end")
def session_end(identifier: Annotated[str, typer.Argument(help="Whose sessions.")]) -> None:
    """End every session of an account, at once."""

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            return await end_sessions(identifier, datetime.now(UTC), settings_or_exit().policy)

    typer.echo(f"{run(work())} sessions ended")


@history.command("verify")
def history_verify() -> None:
    """Walk every employer's chain; name the first entry that was edited, removed or reordered."""

    async def work() -> dict[int, tuple[ChainHead, ChainFault | None]]:
        async with connected(settings_or_exit().database_url):
            return await verify_history()

    found = run(work())
    for employer_id, (head, fault) in found.items():
        verdict = f"entry {fault.sequence} was {fault.kind}" if fault else "holds"
        typer.echo(f"employer {employer_id}: {head.sequence} entries, last hash {head.hash}: {verdict}")
    if any(fault for _, fault in found.values()):
        raise typer.Exit(1)


@app.command()
def schema(
    docs: Annotated[bool, typer.Option("--docs", help="The page that is written from it instead.")] = False,
) -> None:
    """Print the GraphQL schema, as it is committed in schema/schema.graphql."""
    typer.echo(schema_docs() if docs else schema_text(), nl=False)


@app.command()
def doctor() -> None:
    """Look at what serving needs, and say what is missing."""
    findings = run(examine(settings_or_exit()))
    for finding in findings:
        typer.echo(f"{'ok  ' if finding.good else 'FAIL'}  {finding.what}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


def main() -> None:
    app()


def _fit_for_production() -> None:
    if faults := run(unfit_for_production(settings_or_exit())):
        fail("refusing to start in production:\n" + "\n".join(f"- {fault}" for fault in faults), 2)


def _check_free(host: str, port: int) -> None:
    """Raises: an address that cannot be listened on ends the command with one line."""
    try:
        with socket.create_server((host, port)):
            return
    except OSError as error:
        fail(f"cannot listen on {host}:{port} ({error.strerror}): choose another --port", 1)
