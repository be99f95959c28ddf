"""Creating the employers of a file or of the options, and printing what came of it."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import typer

from models.database import connected
from models.rules.refusals import Refused
from resolvers.employers.create import CreatedEmployer, check_employer_creations, create_employers
from server.cli.employers.employer_file import FileEntry, read_employer_file
from server.cli.employers.file_faults import FileFault, UnreadableFile
from server.cli.terminal import counted, fail, run, settings_or_exit

_MAX_FAULTS = 100
"""Printed in a terminal; as JSON, all are."""


def read_or_exit(path: Path, *, as_json: bool) -> list[FileEntry]:
    """Read a file of employers; a faulty one ends the command with a line for each fault."""
    try:
        return read_employer_file(path)
    except OSError as error:
        fail(f"{path}: {error.strerror}", 2)
    except UnreadableFile as error:
        _exit_with(error.faults, path, as_json=as_json)


def create_and_print(
    entries: Sequence[FileEntry], path: Path | None, *, dry_run: bool, as_json: bool
) -> None:
    """Create the employers, or only check them; refusals end the command with a line for each."""
    settings, creations = settings_or_exit(), [entry.creation for entry in entries]

    async def work() -> list[CreatedEmployer]:
        async with connected(settings.database_url):
            if dry_run:
                await check_employer_creations(creations)
                return []
            return await create_employers(creations, datetime.now(UTC), settings.policy)

    try:
        created = run(work())
    except Refused as error:
        _exit_with(_faults(error, entries), path, as_json=as_json)
    if dry_run:
        _print(
            {"employers": len(entries)},
            [f"{counted(len(entries), 'employer')} can be created"],
            as_json=as_json,
        )
    else:
        objects = [_object(employer) for employer in created]
        lines = [line for employer in created for line in _lines(employer)]
        _print(objects, lines, as_json=as_json)


def _faults(error: Refused, entries: Sequence[FileEntry]) -> list[FileFault]:
    faults = []
    for refusal in error.refusals:
        place, *field = refusal.field or ("0",)
        faults.append(FileFault(entries[int(place)].line, ".".join(field), refusal.english))
    return faults


def _exit_with(faults: Sequence[FileFault], path: Path | None, *, as_json: bool) -> NoReturn:
    """Print the faults on the standard error, or as JSON on the standard output; exit with 1."""
    if as_json:
        typer.echo(
            json.dumps(
                {"errors": [{"line": f.line, "field": f.field, "message": f.message} for f in faults]},
                ensure_ascii=False,
            )
        )
        raise typer.Exit(1)
    lines = [fault.text(path) for fault in faults[:_MAX_FAULTS]]
    if len(faults) > _MAX_FAULTS:
        lines.append(f"and {counted(len(faults) - _MAX_FAULTS, 'further fault')}")
    fail("\n".join((*lines, "nothing was written")), 1)


def _print(value: object, lines: Sequence[str], *, as_json: bool) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False) if as_json else "\n".join(lines))


def _object(created: CreatedEmployer) -> dict[str, object]:
    return {
        "name": created.employer.name,
        "siret": created.employer.siret,
        "contractNumber": created.employer.contract_number,
        "administrators": [
            {
                "identifier": account.identifier,
                "lastName": account.last_name,
                "firstName": account.first_name,
                "email": account.email,
            }
            for account in created.administrators
        ],
    }


def _lines(created: CreatedEmployer) -> list[str]:
    employer = created.employer
    return [
        f"{employer.contract_number}  {employer.siret}  {employer.name}",
        *(f"  administrator {account.label}" for account in created.administrators),
    ]
