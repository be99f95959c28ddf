"""comptoir operator: people who look after the platform, with pages of their own at /exploitation (N3)."""

import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Annotated, TypeVar

import typer

from models.database import connected
from models.rules.operators.operator import Operator
from models.rules.refusals import Refused
from resolvers.operators import manage
from resolvers.operators.manage import OperatorInput
from server.cli.terminal import fail, fail_refused, run, settings_or_exit

T = TypeVar("T")
operator = typer.Typer(
    help="The operators of the platform, who sign in at /exploitation.", no_args_is_help=True
)
_MAX_PASSWORD_LINE_CHARACTERS = 4_096

_SignInName = Annotated[str, typer.Argument(help="What the operator signs in with, e.g. odile.brun.")]


@operator.command("create")
def operator_create(
    sign_in_name: _SignInName,
    last_name: Annotated[str, typer.Option()],
    first_name: Annotated[str, typer.Option()],
    email: Annotated[str, typer.Option(help="Where the operator is reached; nothing is sent to it yet.")],
    password_stdin: Annotated[
        bool, typer.Option("--password-stdin", help="Read the password from the standard input: one line.")
    ] = False,
) -> None:
    """Create an operator. The password is typed twice, shown nowhere, and follows the usual rules."""
    typed = OperatorInput(sign_in_name, last_name, first_name, email)
    checked = _run(_connected(manage.check_operator(typed)))
    password = _password(from_stdin=password_stdin)
    created = _run(_connected(manage.create_operator(checked, password, datetime.now(UTC))))
    typer.echo(f"{created.sign_in_name} may sign in at {settings_or_exit().public_url}/exploitation")


@operator.command("list")
def operator_list() -> None:
    """Every operator, and since when, or until when, they may sign in."""
    for one in _run(_connected(manage.list_operators())):
        typer.echo(_line(one))


@operator.command("end")
def operator_end(sign_in_name: _SignInName) -> None:
    """End an operator, and its sessions at once; the name can never be used again."""
    _run(_connected(manage.end_operator(sign_in_name, datetime.now(UTC))))
    typer.echo(f"{sign_in_name} may sign in no longer")


def _line(one: Operator) -> str:
    state = f"ended {one.ended_at:%Y-%m-%d}" if one.ended_at else "active"
    return f"{one.sign_in_name}  {one.name}  {one.email}  since {one.created_at:%Y-%m-%d}  {state}"


def _password(*, from_stdin: bool) -> str:
    if not from_stdin:
        return str(typer.prompt("Password", hide_input=True, confirmation_prompt=True))
    password = sys.stdin.readline(_MAX_PASSWORD_LINE_CHARACTERS).rstrip("\r\n")
    if not password:
        fail("the standard input holds no password: send it as one line", 2)
    return password


async def _connected(work: Coroutine[object, object, T]) -> T:
    try:
        async with connected(settings_or_exit().database_url):
            return await work
    finally:
        work.close()


def _run(work: Coroutine[object, object, T]) -> T:
    try:
        return run(work)
    except Refused as error:
        fail_refused(error)
