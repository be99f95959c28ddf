"""comptoir purge: accounts that were deleted long ago (D1)."""

from datetime import UTC, datetime

import typer

from models.database import connected
from resolvers.accounts.purge import purge as erase_deleted
from server.cli.terminal import run, settings_or_exit
from server.demo.retention import remove_old_files


def purge() -> None:
    """Erase what is personal of accounts deleted for longer than they can be restored."""
    now = datetime.now(UTC)

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            return await erase_deleted(now, settings_or_exit().policy)

    typer.echo(f"{run(work())} accounts erased")
    if removed := remove_old_files(settings_or_exit(), now):
        typer.echo(f"{removed} files of the demo removed")
