"""comptoir succession: a request that reached the platform by letter or by telephone (N2)."""

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from models.database import connected
from models.rules.refusals import Refused
from models.rules.vocabulary import Civility
from resolvers.accounts.details import DetailsInput
from resolvers.employers.read import find_employer
from resolvers.registrations.queue import QueuedRegistration, show_registration
from resolvers.registrations.request_succession import SuccessionRequest, request_succession
from server.cli.employers.arguments import Number
from server.cli.registrations.printed import as_line, as_object, refusal_of
from server.cli.registrations.registration import AsJson
from server.cli.terminal import fail, fail_refused, run, settings_or_exit

succession = typer.Typer(
    help="New administrators of employers whose administrators are gone.", no_args_is_help=True
)


@succession.callback()
def _group() -> None:
    """Keep `request` a command of its own, although it is the only one."""


@succession.command("request")
def request(
    number: Number,
    civility: Annotated[Civility, typer.Option(case_sensitive=False)],
    last_name: Annotated[str, typer.Option()],
    first_name: Annotated[str, typer.Option()],
    email: Annotated[str, typer.Option(help="Where the answer and the invitation go.")],
    professional_address: Annotated[list[str], typer.Option(help="A line of it; may be repeated.")],
    reason: Annotated[str, typer.Option(help="What happened.")],
    phone: Annotated[str | None, typer.Option()] = None,
    department: Annotated[str | None, typer.Option(help="E.g. RH.")] = None,
    as_json: AsJson = False,
) -> None:
    """Put a request in the queue, as the form on the sign-in screen does; print its number.

    A request that is refused at once is printed too, with the reason; the exit status is 1.
    """
    details = DetailsInput(
        civility=civility,
        last_name=last_name,
        first_name=first_name,
        email=email,
        phone=phone,
        department=department,
        professional_address=tuple(professional_address),
    )

    async def work() -> QueuedRegistration:
        settings, now = settings_or_exit(), datetime.now(UTC)
        async with connected(settings.database_url):
            employer = await find_employer(number)
            number_of_request = await request_succession(
                SuccessionRequest(employer.siret, details, reason), now, settings.policy
            )
            return await show_registration(number_of_request, now)

    try:
        queued = run(work())
    except Refused as error:
        fail_refused(error)
    typer.echo(json.dumps(as_object(queued), ensure_ascii=False) if as_json else as_line(queued))
    if refusal := refusal_of(queued.registration):
        fail(f"refused: {refusal}", 1)
