"""comptoir migrate and demo: the tables, and the demo's data in them."""

from datetime import UTC, datetime
from typing import Annotated

import typer

from models.database import connected
from models.migrate import migrate as migrate_database
from server.cli.terminal import fail, run, settings_or_exit
from server.demo.centre import CENTRE_ADMINISTRATOR, MEMBERS
from server.demo.employers import MAX_DEMO_EMPLOYERS
from server.demo.load import PASSWORD, load_centre, load_demo


def migrate() -> None:
    """Bring the database to this version; safe to run twice, and by several processes at once."""
    applied = run(migrate_database(settings_or_exit().database_url))
    typer.echo("\n".join(f"migrated: {version}" for version in applied) or "migrated already")


def demo(
    employers: Annotated[int, typer.Option(help="How many employers.", min=1, max=MAX_DEMO_EMPLOYERS)] = 3,
    accounts: Annotated[int, typer.Option(help="How many accounts in all, over new employers.", min=6)] = 300,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people.")] = 2026,
    with_centre: Annotated[
        bool, typer.Option("--centre", help="A management centre that acts for 500 employers, too.")
    ] = False,
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
    if with_centre:
        typer.echo(_written_centre(seed))


def _written_centre(seed: int) -> str:
    """Write the centre's demo; return what the command prints: how much, and how to sign in."""

    async def work() -> tuple[int, int]:
        async with connected(settings_or_exit().database_url):
            return await load_centre(seed, datetime.now(UTC), settings_or_exit().policy)

    written = run(work())
    already = " (the others are there already)" if written[0] <= MEMBERS else ""
    return (
        f"the centre: {written[0]} employers and {written[1]} accounts written{already}; "
        f"sign in as {CENTRE_ADMINISTRATOR} with {PASSWORD}"
    )
