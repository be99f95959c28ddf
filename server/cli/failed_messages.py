"""comptoir messages: e-mails, letters and webhook deliveries that did not leave (N3)."""

import json
from datetime import UTC, datetime
from typing import Annotated

import typer

from models.database import connected
from models.rules.history_entry import OPERATOR
from models.rules.operators.failed_message import (
    MAX_RESENT_MESSAGES,
    FailedKey,
    FailedMessage,
    FailedSource,
    FailedState,
)
from models.rules.paris_calendar import PARIS
from models.rules.refusals import Refused
from resolvers.operators.failed_messages import list_failed_messages, queue_messages_again
from server.cli.terminal import fail, fail_refused, run, settings_or_exit

messages = typer.Typer(help="E-mails, letters and webhooks that did not leave.", no_args_is_help=True)

_PAGE = 500
_SOURCES = {"outbox": FailedSource.OUTBOX, "webhook": FailedSource.WEBHOOKS}
_NAMES = {source: name for name, source in _SOURCES.items()}


@messages.command("failed")
def failed(
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """What failed and why, the newest first; no person is named. What waits for a retry is listed too."""

    async def work() -> list[FailedMessage]:
        async with connected(settings_or_exit().database_url):
            return await _every_failed_message()

    listed = run(work())
    if as_json:
        typer.echo(json.dumps([_as_object(message) for message in listed], ensure_ascii=False))
        return
    typer.echo("\n".join(map(_as_line, listed)) or "no message has failed")


@messages.command("resend")
def resend(
    ids: Annotated[
        list[str] | None, typer.Argument(help="As `failed` shows them.", metavar="[ID]...")
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Every message that was given up.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON, for programs.")] = False,
) -> None:
    """Send messages again that were given up; those that are retried by themselves are left as they are."""
    if everything == bool(ids):
        fail("name the messages, or give --all", 2)
    keys = [_key(text) for text in ids or ()]

    async def work() -> int:
        async with connected(settings_or_exit().database_url):
            now, chosen = datetime.now(UTC), keys or await _given_up()
            parts = [chosen[n : n + MAX_RESENT_MESSAGES] for n in range(0, len(chosen), MAX_RESENT_MESSAGES)]
            return sum([await queue_messages_again(part, OPERATOR, now) for part in parts])

    try:
        count = run(work())
    except Refused as error:
        fail_refused(error)
    typer.echo(json.dumps({"queued": count}) if as_json else f"{count} queued again")
    if keys and count < len(set(keys)):
        fail("the others are unknown, have left, are retried by themselves, or their content was erased", 1)


async def _every_failed_message() -> list[FailedMessage]:
    listed, last, more = list[FailedMessage](), None, True
    while more:
        page, more = await list_failed_messages(last, _PAGE)
        listed += page
        last = page[-1].key if page else None
    return listed


async def _given_up() -> list[FailedKey]:
    return [one.key for one in await _every_failed_message() if one.state is FailedState.GAVE_UP]


def _key(text: str) -> FailedKey:
    name, _, number = text.partition("-")
    if name not in _SOURCES or not (number.isascii() and number.isdecimal() and len(number) <= 18):
        fail(f"{text} is no message: give it as `messages failed` shows it, e.g. outbox-12", 2)
    return FailedKey(_SOURCES[name], int(number))


def _id(message: FailedMessage) -> str:
    return f"{_NAMES[message.key.source]}-{message.key.id}"


def _as_line(message: FailedMessage) -> str:
    """Return outbox-12  EMAIL  INVITATION  GAVE_UP  CHRU DE NANTES: no such mailbox (7 attempts, since …)."""
    about = message.employer_name or "(employer not registered)"
    receiver = f" for {message.partner_name}" if message.partner_name else ""
    retried = f", retried {_moment(message.next_attempt_at)}" if message.next_attempt_at else ""
    attempts = f"{message.attempts} attempt{'' if message.attempts == 1 else 's'}"
    return (
        f"{_id(message)}  {message.channel}  {message.kind or '-'}  {message.state}  {about}{receiver}: "
        f"{message.reason} ({attempts}, since {_moment(message.since)}{retried})"
    )


def _moment(moment: datetime) -> str:
    return f"{moment.astimezone(PARIS):%d/%m/%Y %H:%M}"


def _as_object(message: FailedMessage) -> dict[str, object]:
    return {
        "id": _id(message),
        "channel": message.channel,
        "kind": message.kind,
        "state": message.state,
        "employer": message.employer_name,
        "siret": message.employer_siret,
        "partner": message.partner_name,
        "reason": message.reason,
        "attempts": message.attempts,
        "since": message.since.isoformat(),
        "lastAttemptAt": message.last_attempt_at.isoformat() if message.last_attempt_at else None,
        "nextAttemptAt": message.next_attempt_at.isoformat() if message.next_attempt_at else None,
    }
