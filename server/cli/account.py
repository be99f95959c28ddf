"""comptoir purge: accounts that were deleted long ago (D1)."""

from datetime import UTC, datetime

import typer

from models.database import connected
from resolvers.accounts.purge import purge as erase_deleted
from server.cli.terminal import run, settings_or_exit


def purge() -> None:
    """Erase what is personal of accounts deleted for longer than they can be restored."""

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            return await erase_deleted(datetime.now(UTC), settings_or_exit().policy)

    typer.echo(f"{run(work())} accounts erased")
