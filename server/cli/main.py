"""The command line `comptoir`: the module of a command is imported when that command is run.

A worker of `serve` imports this module before it can answer the health check of uvicorn, which kills it if it
takes too long.
"""

import gc
from collections.abc import Callable
from functools import wraps
from importlib import import_module
from types import ModuleType
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command, get_group

COMMANDS = {
    "serve": ("serve", "Serve until SIGTERM or Ctrl-C; requests in flight finish."),
    "migrate": (
        "database",
        "Bring the database to this version; safe to run twice, and by several processes at once.",
    ),
    "deliver": (
        "messages",
        "Send what waits in the outbox, until SIGTERM or Ctrl-C; beside `serve`, or instead of its worker.",
    ),
    "demo": (
        "database",
        "Write the guide's people and made-up others; what is there already stays as it is.",
    ),
    "remind": ("messages", "Queue the reminders that are due; safe to run any number of times a day."),
    "purge": ("account", "Erase what is personal of accounts deleted for longer than they can be restored."),
    "schema": ("schema", "Print the GraphQL schema, as it is committed in schema/schema.graphql."),
    "doctor": ("doctor", "Look at what serving needs, and say what is missing."),
    "employer": ("employers.employer", "The employers of the platform."),
    "administrator": ("employers.administrator", "The first administrators of an employer."),
    "registration": (
        "registrations.registration",
        "Requests to register an employer, or for a new administrator.",
    ),
    "succession": (
        "registrations.succession",
        "New administrators of employers whose administrators are gone.",
    ),
    "messages": ("failed_messages", "E-mails, letters and webhooks that did not leave."),
    "history": ("history", "The history of accounts."),
    "session": ("session", "The sessions of an account."),
    "operator": ("operator", "The operators of the platform, who sign in at /exploitation."),
    "partner": ("partner", "Partner systems and their keys."),
}
"""Each command: the module in server/cli that has a function or Typer of its name, and its help."""

FIT_FOR_ANYTHING = {
    *("schema", "doctor", "demo"),
    *("employer list", "employer show", "registration list", "registration show", "history verify"),
    *("session list", "operator list", "partner list", "messages failed"),
}
"""The commands that production runs on unfit settings: they only read, or look at the settings themselves."""


class _Commands(TyperGroup):
    def resolve_command(self, ctx: Any, args: list[str]) -> tuple[str | None, Any, list[str]]:
        name, placeholder, rest = super().resolve_command(ctx, args)
        return name, imported(name) if name in COMMANDS else placeholder, rest


def imported(name: str) -> Any:
    """Import a command; return it in Typer's own form."""
    function = getattr(_loaded(f"server.cli.{COMMANDS[name][0]}"), name)
    if isinstance(function, typer.Typer):
        group = get_group(function)
        for part, command in group.commands.items():
            _check_first(f"{name} {part}", command)
        return group
    alone = typer.Typer(add_completion=False)
    alone.command(name)(function)
    command = get_command(alone)
    _check_first(name, command)
    return command


def _loaded(module: str) -> ModuleType:
    """Import a module without collecting garbage, of which an import leaves next to none."""
    gc.disable()
    try:
        return import_module(module)
    finally:
        gc.freeze()
        gc.enable()


def _check_first(name: str, command: Any) -> None:
    """Let the command look, before all else, whether production may run on these settings."""
    if name not in FIT_FOR_ANYTHING:
        command.callback = _checked(command.callback)


def _checked(work: Callable[..., Any]) -> Callable[..., Any]:
    @wraps(work)
    def checked(*args: Any, **options: Any) -> Any:
        from server.cli.production import exit_if_unfit_for_production

        exit_if_unfit_for_production()
        return work(*args, **options)

    return checked


app = typer.Typer(
    cls=_Commands,
    help="Comptoir, the account desk of a platform for public employers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for _name, (_, _line) in COMMANDS.items():
    app.command(_name, help=_line)(lambda: None)


def main() -> None:
    app()
