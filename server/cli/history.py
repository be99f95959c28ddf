"""comptoir history: the hash chain of each employer's history, verified."""

import typer

from models.database import connected
from models.rules.hash_chain import ChainFault, ChainHead
from resolvers.history.verify import verify_history
from server.cli.terminal import run, settings_or_exit

history = typer.Typer(help="The history of accounts.", no_args_is_help=True)


@history.command("verify")
def history_verify() -> None:
    """Walk every employer's chain; name the first entry that was edited, removed or reordered."""

    async def work() -> dict[int, tuple[ChainHead, ChainFault | None]]:
        async with connected(settings_or_exit().database_url):
            return await verify_history()

    chains = run(work())
    for employer_id, (head, fault) in chains.items():
        verdict = f"entry {fault.sequence} was {fault.kind}" if fault else "holds"
        typer.echo(f"employer {employer_id}: {head.sequence} entries, last hash {head.hash}: {verdict}")
    if any(fault for _, fault in chains.values()):
        raise typer.Exit(1)
