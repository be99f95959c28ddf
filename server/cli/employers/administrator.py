"""comptoir administrator: the first administrators of an employer, whom no colleague can invite."""

import json
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Annotated

import typer

from models.database import connected
from models.rules.accounts.account import Account
from models.rules.refusals import Refused
from models.rules.vocabulary import Civility
from resolvers.accounts.details import DetailsInput
from resolvers.employers import administrators
from resolvers.employers.read import find_employer
from server.cli.employers.arguments import Number
from server.cli.terminal import fail_refused, run, settings_or_exit

administrator = typer.Typer(help="The first administrators of an employer.", no_args_is_help=True)


@administrator.command("invite")
def invite(
    number: Number,
    civility: Annotated[Civility, typer.Option(case_sensitive=False)],
    last_name: Annotated[str, typer.Option()],
    first_name: Annotated[str, typer.Option()],
    email: Annotated[str, typer.Option(help="Where the link to create the password goes.")],
    professional_address: Annotated[list[str], typer.Option(help="A line of it; may be repeated.")],
    phone: Annotated[str | None, typer.Option()] = None,
    department: Annotated[str | None, typer.Option(help="E.g. RH.")] = None,
    allow_duplicate: Annotated[
        bool, typer.Option("--allow-duplicate", help="Even if the person seems to have an account.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Create an administrator's account; print its identifier, which you pass on yourself."""
    details = DetailsInput(
        civility=civility,
        last_name=last_name,
        first_name=first_name,
        email=email,
        phone=phone,
        department=department,
        professional_address=tuple(professional_address),
    )

    async def work() -> Account:
        async with connected(settings_or_exit().database_url):
            return await administrators.invite_administrator(
                await find_employer(number),
                details,
                datetime.now(UTC),
                settings_or_exit().policy,
                allow_duplicate=allow_duplicate,
            )

    account = _run(work())
    typer.echo(json.dumps({"identifier": account.identifier}) if as_json else account.identifier)
    typer.echo("the e-mail with the link is queued; it does not hold the identifier", err=True)


@administrator.command("resend")
def resend(
    identifier: Annotated[str, typer.Argument(help="Of an administrator without a password.")],
) -> None:
    """Send an administrator a new link; the earlier ones are worthless from then on."""

    async def work() -> Account:
        async with connected(settings_or_exit().database_url):
            policy = settings_or_exit().policy
            return await administrators.resend_invitation(identifier, datetime.now(UTC), policy)

    typer.echo(f"queued for {_run(work()).label}")


def _run(work: Coroutine[object, object, Account]) -> Account:
    try:
        return run(work)
    except Refused as error:
        fail_refused(error)
