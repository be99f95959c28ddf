"""comptoir deliver and remind: the outbox, and the reminders that are put in it."""

import asyncio
import signal
from datetime import UTC, datetime
from typing import Annotated

import typer

from models.database import connected
from resolvers.employers.mandates.remind import remind_of_mandate_ends
from resolvers.employers.remind_sole_administrators import remind_sole_administrators
from resolvers.messages.reminders import remind as queue_reminders
from server.cli.terminal import run, settings_or_exit
from server.logs import configure_logs
from server.workers.outbox import OUTBOX_INTERVAL_SECONDS, deliver_once, deliver_until


def deliver(
    once: Annotated[bool, typer.Option("--once", help="What is due now, then end: for cron.")] = False,
) -> None:
    """Send what waits in the outbox, until SIGTERM or Ctrl-C; beside `serve`, or instead of its worker."""
    configure_logs()

    async def work() -> None:
        stop = asyncio.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            asyncio.get_running_loop().add_signal_handler(number, stop.set)
        settings = settings_or_exit()
        async with connected(settings.database_url):
            if once:
                counts = await deliver_once(settings, stop.is_set)
                outcomes = (f"{count} {outcome.replace('_', ' ')}" for outcome, count in counts.items())
                typer.echo(", ".join(outcomes) or "nothing to do")
            else:
                await deliver_until(stop, settings, settings.delivery_seconds or OUTBOX_INTERVAL_SECONDS)

    run(work())


def remind() -> None:
    """Queue the reminders that are due; safe to run any number of times a day."""

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            now, policy = datetime.now(UTC), settings_or_exit().policy
            accounts, mandates = await queue_reminders(now, policy), await remind_of_mandate_ends(now, policy)
            return accounts + mandates + await remind_sole_administrators(now, policy)

    typer.echo(f"{run(work())} e-mails queued")
