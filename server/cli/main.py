"""The command line `comptoir`, put together from the commands of each noun."""

import typer

from server.cli.account import purge
from server.cli.database import demo, migrate
from server.cli.doctor import doctor
from server.cli.history import history
from server.cli.messages import deliver, remind
from server.cli.partner import partner
from server.cli.schema import schema
from server.cli.serve import serve
from server.cli.session import session

app = typer.Typer(
    help="Comptoir, the account desk of a platform for public employers.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
for command in (serve, migrate, deliver, demo, remind, purge, schema, doctor):
    app.command()(command)
app.add_typer(history, name="history")
app.add_typer(session, name="session")
app.add_typer(partner, name="partner")


def main() -> None:
    app()
