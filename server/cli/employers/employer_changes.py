"""comptoir employer edit and close."""

import json
from collections.abc import Callable, Coroutine
from datetime import UTC, datetime
from typing import Annotated, Any, TypeVar

import typer

from models.database import connected
from models.rules.employers.employer import Employer
from models.rules.refusals import Refused
from models.rules.vocabulary import Civility
from resolvers.employers.close import Closure, close_employer
from resolvers.employers.details import EmployerChanges, RepresentativeInput
from resolvers.employers.edit import edit_employer
from resolvers.employers.read import find_employer
from server.cli.employers.arguments import AsJson, Number
from server.cli.employers.employer_output import employer_lines, employer_object
from server.cli.terminal import counted, fail, fail_refused, run, settings_or_exit

T = TypeVar("T")


def edit(
    number: Number,
    name: Annotated[str | None, typer.Option(help="E.g. CHRU DE NANTES.")] = None,
    siret: Annotated[str | None, typer.Option(help="14 digits, if it was wrong.")] = None,
    contract_number: Annotated[str | None, typer.Option(help="E.g. VF201, if it was wrong.")] = None,
    postal_address: Annotated[list[str], typer.Option(help="A line of the new one; may be repeated.")] = [],  # noqa: B006 - typer copies
    representative_civility: Annotated[Civility | None, typer.Option(case_sensitive=False)] = None,
    representative_last_name: str | None = None,
    representative_first_name: str | None = None,
    representative_title: Annotated[str | None, typer.Option(help="Empty: without a title.")] = None,
    fund: Annotated[list[str], typer.Option(help="Of a contract from now on; may be repeated.")] = [],  # noqa: B006
    as_json: AsJson = False,
) -> None:
    """Correct an employer; what no option names stays as it is."""
    changes = EmployerChanges()
    if name is not None:
        changes["name"] = name
    if siret is not None:
        changes["siret"] = siret
    if contract_number is not None:
        changes["contract_number"] = contract_number
    if postal_address:
        changes["postal_address"] = tuple(postal_address)
    if fund:
        changes["funds"] = tuple(fund)
    person = {
        "civility": representative_civility,
        "last_name": representative_last_name,
        "first_name": representative_first_name,
        "title": representative_title,
    }
    corrections = {key: value for key, value in person.items() if value is not None}
    if not changes and not corrections:
        fail("name what to correct: comptoir employer edit --help", 2)

    async def work() -> Employer:
        employer = await find_employer(number)
        if corrections:
            changes["representative"] = _corrected(employer, corrections)
        return await edit_employer(employer.id, changes, datetime.now(UTC))

    employer = _run(work)
    if as_json:
        typer.echo(json.dumps(employer_object(employer), ensure_ascii=False))
    else:
        typer.echo("\n".join(employer_lines(employer)))


def close(
    number: Number,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
    as_json: AsJson = False,
) -> None:
    """Close an employer for good: delete its accounts, and end the mandates it gave and holds.

    Its successions that wait are refused.
    """
    employer = _run(lambda: find_employer(number))
    if not yes:
        typer.echo("\n".join(employer_lines(employer)), err=True)
        typer.confirm("All its accounts are deleted and its mandates end. Close it?", abort=True, err=True)

    closure = _run(lambda: close_employer(employer.id, datetime.now(UTC), settings_or_exit().policy))
    if as_json:
        counts = {
            "accounts": closure.accounts,
            "mandates": closure.mandates,
            "successions": closure.successions,
        }
        typer.echo(json.dumps({"contractNumber": employer.contract_number, **counts}, ensure_ascii=False))
    else:
        typer.echo(_closed(closure))


def _closed(closure: Closure) -> str:
    deleted, ended = counted(closure.accounts, "account"), counted(closure.mandates, "mandate")
    refused = f", {counted(closure.successions, 'succession')} refused" if closure.successions else ""
    return f"closed {closure.employer.name}: {deleted} deleted, {ended} ended{refused}"


def _corrected(employer: Employer, corrections: dict[str, Any]) -> RepresentativeInput:
    former = employer.representative
    representative = RepresentativeInput(
        civility=former.civility,
        last_name=former.last_name,
        first_name=former.first_name,
        title=former.title,
    )
    representative.update(corrections)  # type: ignore[typeddict-item]  # the names are those of the options
    return representative


def _run(work: Callable[[], Coroutine[Any, Any, T]]) -> T:
    async def in_database() -> T:
        async with connected(settings_or_exit().database_url):
            return await work()

    try:
        return run(in_database())
    except Refused as error:
        fail_refused(error)
