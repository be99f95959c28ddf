"""What every command needs: the settings, an event loop, and exits with one line of explanation."""

import asyncio
import sys
from collections.abc import Coroutine
from typing import Any, NoReturn, TypeVar

import typer
from pydantic import ValidationError

from models.database import is_database_failure
from models.rules.refusals import Refusal, Refused
from server.cli.database_failure import failure_line
from server.settings import Settings, UnknownSetting, settings

T = TypeVar("T")


def settings_or_exit() -> Settings:
    """The settings; invalid ones end the command with a line for each, without their values."""
    try:
        return settings()
    except UnknownSetting as error:
        fail(str(error), 2)
    except ValidationError as error:
        faults = [
            f"COMPTOIR_{str(f['loc'][0]).upper()}: {f['msg']}" for f in error.errors(include_input=False)
        ]
        fail("\n".join(faults), 2)


def run(work: Coroutine[Any, Any, T]) -> T:
    """Run the work in an event loop; a failing database ends the command with one line, not a traceback."""
    try:
        return asyncio.run(work)
    except Exception as error:
        if not is_database_failure(error):
            raise
        fail(failure_line(error), 1)


def fail(message: str, status: int) -> NoReturn:
    """Print the message on the standard error, and exit with this status."""
    typer.echo(message, err=True)
    sys.exit(status)


def counted(count: int, what: str) -> str:
    """Return 1 key, 2 keys."""
    return f"{count} {what}" if count == 1 else f"{count} {what}s"


def fail_refused(error: Refused) -> NoReturn:
    """Print each refusal in English, under the field at fault, and exit with 1."""
    fail("\n".join(refusal_line(refusal) for refusal in error.refusals), 1)


def refusal_line(refusal: Refusal) -> str:
    """Return a refusal as one line: "siret: A SIRET has 14 digits…"."""
    field = ".".join(refusal.field or ())
    return f"{field}: {refusal.english}" if field else refusal.english
