"""comptoir employer: the employers of the platform."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from models.database import connected
from models.rules.employers.employer import Employer, EmployerSummary
from models.rules.refusals import Refused
from models.rules.vocabulary import Civility
from resolvers.employers.create import EmployerCreation
from resolvers.employers.details import EmployerInput, RepresentativeInput
from resolvers.employers.read import AdministratorState, find_employer, list_administrators, list_employers
from server.cli.employers.arguments import AsJson, Number
from server.cli.employers.employer_changes import close, edit
from server.cli.employers.employer_creation import create_and_print, read_or_exit
from server.cli.employers.employer_file import FileEntry
from server.cli.employers.employer_output import (
    administrator_line,
    administrator_object,
    employer_lines,
    employer_object,
    summary_line,
    summary_object,
)
from server.cli.terminal import fail, fail_refused, run, settings_or_exit

employer = typer.Typer(help="The employers of the platform.", no_args_is_help=True)


@employer.command("create")
def create(
    name: Annotated[str, typer.Option(help="E.g. CHRU DE NANTES.")] = "",
    siret: Annotated[str, typer.Option(help="14 digits.")] = "",
    contract_number: Annotated[str, typer.Option(help="E.g. VF201.")] = "",
    postal_address: Annotated[list[str], typer.Option(help="A line of it; may be repeated.")] = [],  # noqa: B006 - typer copies
    representative_civility: Annotated[Civility | None, typer.Option(case_sensitive=False)] = None,
    representative_last_name: str = "",
    representative_first_name: str = "",
    representative_title: Annotated[str, typer.Option(help="E.g. Directrice générale.")] = "",
    fund: Annotated[list[str], typer.Option(help="A contract's fund, e.g. CNRACL; may be repeated.")] = [],  # noqa: B006
    from_: Annotated[
        Path | None,
        typer.Option("--from", help="Instead of these options: a JSON or CSV file of employers."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Check only, and write nothing.")] = False,
    as_json: AsJson = False,
) -> None:
    """Create employers, with the administrators that a file names: all of them, or none."""
    if from_ is not None:
        if name or siret or contract_number:
            fail("give --from or the details of one employer, not both", 2)
        entries = read_or_exit(from_, as_json=as_json)
    else:
        representative = RepresentativeInput(
            civility=representative_civility,
            last_name=representative_last_name,
            first_name=representative_first_name,
            title=representative_title,
        )
        details = EmployerInput(
            name=name,
            siret=siret,
            contract_number=contract_number,
            postal_address=tuple(postal_address),
            representative=representative,
            funds=tuple(fund),
        )
        entries = [FileEntry(None, EmployerCreation(details))]
    create_and_print(entries, from_, dry_run=dry_run, as_json=as_json)


@employer.command("list")
def list_all(as_json: AsJson = False) -> None:
    """Every employer: contract number, SIRET, name, accounts, and administrators who can sign in."""

    async def work() -> list[EmployerSummary]:
        async with connected(settings_or_exit().database_url):
            return await list_employers(datetime.now(UTC))

    summaries = run(work())
    if as_json:
        typer.echo(json.dumps([summary_object(one) for one in summaries], ensure_ascii=False))
        return
    for one in summaries:
        typer.echo(summary_line(one))


@employer.command("show")
def show(number: Number, as_json: AsJson = False) -> None:
    """One employer: its details, and the state of its administrators' accounts."""

    async def work() -> tuple[Employer, list[AdministratorState]]:
        async with connected(settings_or_exit().database_url):
            employer_details = await find_employer(number)
            return employer_details, await list_administrators(employer_details, datetime.now(UTC))

    try:
        employer_details, administrators = run(work())
    except Refused as error:
        fail_refused(error)
    if as_json:
        people = [administrator_object(state) for state in administrators]
        shown = {**employer_object(employer_details), "administrators": people}
        typer.echo(json.dumps(shown, ensure_ascii=False))
        return
    typer.echo("\n".join([*employer_lines(employer_details), *map(administrator_line, administrators)]))


employer.command("edit")(edit)
employer.command("close")(close)
