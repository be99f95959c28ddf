"""comptoir history: the hash chain of each employer's history, verified."""

from typing import Annotated

import typer

from models.database import connected
from models.rules.hash_chain import ChainFault, ChainHead
from resolvers.history.verify import verify_history
from server.cli.terminal import counted, run, settings_or_exit

history = typer.Typer(help="The history of accounts.", no_args_is_help=True)


@history.command("verify")
def history_verify(
    heads: Annotated[
        bool, typer.Option("--heads", help="Print the last hash of each employer too, to store elsewhere.")
    ] = False,
) -> None:
    """Walk every employer's chain; name the first entry that was edited, removed or reordered."""

    async def work() -> dict[int, tuple[ChainHead, ChainFault | None]]:
        async with connected(settings_or_exit().database_url):
            return await verify_history()

    chains = run(work())
    for employer_id, (head, fault) in chains.items():
        if fault or heads:
            verdict = f"entry {fault.sequence} was {fault.kind}" if fault else "holds"
            typer.echo(f"employer {employer_id}: {head.sequence} entries, last hash {head.hash}: {verdict}")
    faulty = sum(fault is not None for _, fault in chains.values())
    typer.echo(f"{counted(len(chains) - faulty, 'employer')}: the history holds")
    if faulty:
        raise typer.Exit(1)
