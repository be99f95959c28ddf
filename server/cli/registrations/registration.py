"""comptoir registration: the operators' queue of registrations and successions (N1, N2)."""

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from models.database import connected
from models.rules.history_entry import OPERATOR
from models.rules.refusals import Refused
from models.rules.registrations.registration import FIRST_OF_ALL
from models.rules.registrations.states import RegistrationState
from resolvers.registrations.approve import approve_registration
from resolvers.registrations.queue import (
    QueuedRegistration,
    list_registrations,
    show_registration,
)
from resolvers.registrations.refuse import refuse_registration
from server.cli.registrations.printed import as_line, as_lines, as_object
from server.cli.terminal import fail_refused, run, settings_or_exit

registration = typer.Typer(
    help="Requests to register an employer, or for a new administrator.", no_args_is_help=True
)

Number = Annotated[int, typer.Argument(help="As `list` shows it.", metavar="NUMBER", min=1)]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")]
_PAGE = 500
_WAITING = (RegistrationState.SUBMITTED, RegistrationState.APPROVED)
_ENDED = (RegistrationState.REFUSED, RegistrationState.OPENED, RegistrationState.LAPSED)


@registration.command("list")
def list_all(
    everything: Annotated[bool, typer.Option("--all", help="Those that have ended too.")] = False,
    as_json: AsJson = False,
) -> None:
    """What waits for a decision or for its code, the oldest first; those for one employer side by side."""
    states = (*_WAITING, *_ENDED) if everything else _WAITING

    async def work() -> list[QueuedRegistration]:
        async with connected(settings_or_exit().database_url):
            now, last, requests = datetime.now(UTC), FIRST_OF_ALL, list[QueuedRegistration]()
            while page := await list_registrations(states, now, _PAGE, last):
                requests += [queued for _, queued in page]
                last = page[-1][0]
            return requests

    requests = run(work())
    if as_json:
        typer.echo(json.dumps([as_object(one) for one in requests], ensure_ascii=False))
        return
    typer.echo("\n".join(map(as_line, requests)) or "nothing waits")


@registration.command("show")
def show(number: Number, as_json: AsJson = False) -> None:
    """One request, with all that was typed, and what speaks against a succession."""

    async def work() -> QueuedRegistration:
        async with connected(settings_or_exit().database_url):
            return await show_registration(number, datetime.now(UTC))

    try:
        queued = run(work())
    except Refused as error:
        fail_refused(error)
    typer.echo(json.dumps(as_object(queued), ensure_ascii=False) if as_json else "\n".join(as_lines(queued)))


@registration.command("approve")
def approve(
    number: Number,
    fund: Annotated[
        list[str],
        typer.Option(
            help="A contract's fund of the new employer, e.g. CNRACL; may be repeated. None for a succession."
        ),
    ] = [],  # noqa: B006 - typer copies
    as_json: AsJson = False,
) -> None:
    """Let a request go on: the code leaves by letter to the legal representative."""

    async def work() -> QueuedRegistration:
        settings, now = settings_or_exit(), datetime.now(UTC)
        async with connected(settings.database_url):
            await approve_registration(number, fund, OPERATOR, now, settings.policy)
            return await show_registration(number, now)

    try:
        queued = run(work())
    except Refused as error:
        fail_refused(error)
    _print(queued, "the letter with the code is queued", as_json=as_json)


@registration.command("refuse")
def refuse(
    number: Number,
    reason: Annotated[str, typer.Option(help="For the person who sent the request, by e-mail.")],
    as_json: AsJson = False,
) -> None:
    """Refuse a request, with a reason; one that is approved too, as long as its code was not entered."""

    async def work() -> QueuedRegistration:
        settings, now = settings_or_exit(), datetime.now(UTC)
        async with connected(settings.database_url):
            await refuse_registration(number, reason, OPERATOR, now, settings.policy, withdraw=True)
            return await show_registration(number, now)

    try:
        queued = run(work())
    except Refused as error:
        fail_refused(error)
    withdrawn = (
        "the approval is withdrawn, its code is worth nothing; " if queued.registration.letters else ""
    )
    _print(queued, f"{withdrawn}the e-mail with the reason is queued", as_json=as_json)


def _print(queued: QueuedRegistration, note: str, *, as_json: bool) -> None:
    typer.echo(json.dumps(as_object(queued), ensure_ascii=False) if as_json else as_line(queued))
    typer.echo(note, err=True)
