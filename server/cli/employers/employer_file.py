"""A file of employers, in JSON or CSV: read into requests, with the line at which each begins."""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from models.rules.vocabulary import Civility
from resolvers.accounts.details import DetailsInput
from resolvers.employers.create import EmployerCreation
from resolvers.employers.details import EmployerInput, RepresentativeInput
from server.cli.employers.csv_objects import csv_objects
from server.cli.employers.file_faults import FileFault, UnreadableFile
from server.cli.employers.form_faults import form_fault
from server.cli.employers.json_objects import json_objects


@dataclass(frozen=True, slots=True)
class FileEntry:
    line: int | None
    """None for an employer that comes from no file."""
    creation: EmployerCreation


def _capitals(value: object) -> object:
    return value.strip().upper() if isinstance(value, str) else value


_Civility = Annotated[Civility, BeforeValidator(_capitals)]


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", alias_generator=to_camel, frozen=True)


class _Representative(_Model):
    civility: _Civility
    last_name: str
    first_name: str
    title: str | None = None


class _Administrator(_Model):
    civility: _Civility
    last_name: str
    first_name: str
    email: str
    phone: str | None = None
    department: str | None = None
    professional_address: tuple[str, ...]


class _Employer(_Model):
    name: str
    siret: str
    contract_number: str
    postal_address: tuple[str, ...]
    representative: _Representative
    funds: tuple[str, ...]
    administrators: tuple[_Administrator, ...] = ()


def read_employer_file(path: Path) -> list[FileEntry]:
    """Read the employers of a JSON file, or of any other file as CSV.

    Raises: UnreadableFile, with every fault of form; OSError.
    """
    is_json = path.suffix.lower() == ".json"
    text = _decoded(path.read_bytes(), *([] if is_json else ["cp1252"]))
    objects = json_objects(text) if is_json else csv_objects(text)
    faults: list[FileFault] = []
    entries: list[FileEntry] = []
    for line, value in objects:
        try:
            entries.append(FileEntry(line, _creation(_Employer.model_validate(value))))
        except ValidationError as error:
            # Without the input, which is personal.
            faults += (
                FileFault(line, ".".join(map(str, fault["loc"])), form_fault(fault))
                for fault in error.errors(include_input=False, include_url=False)
            )
    if not faults and not entries:
        faults.append(FileFault(1, "", "the file holds no employer"))
    if faults:
        raise UnreadableFile(*faults)
    return entries


def _decoded(content: bytes, *other_encodings: str) -> str:
    """Raises: UnreadableFile, rather than change a name by a guess."""
    for encoding in ("utf-8-sig", *other_encodings):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
    raise UnreadableFile(FileFault(line, "", "the text is not UTF-8: save the file in this encoding"))


def _creation(employer: _Employer) -> EmployerCreation:
    representative = employer.representative
    return EmployerCreation(
        EmployerInput(
            name=employer.name,
            siret=employer.siret,
            contract_number=employer.contract_number,
            postal_address=employer.postal_address,
            representative=RepresentativeInput(
                civility=representative.civility,
                last_name=representative.last_name,
                first_name=representative.first_name,
                title=representative.title,
            ),
            funds=employer.funds,
        ),
        tuple(_details(person) for person in employer.administrators),
    )


def _details(person: _Administrator) -> DetailsInput:
    return DetailsInput(
        civility=person.civility,
        last_name=person.last_name,
        first_name=person.first_name,
        email=person.email,
        phone=person.phone,
        department=person.department,
        professional_address=person.professional_address,
    )
