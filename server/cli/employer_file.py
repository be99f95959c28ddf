"""A file of employers, in JSON or CSV: read into requests, with the line at which each begins."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError
from pydantic.alias_generators import to_camel

from models.rules.vocabulary import Civility
from resolvers.accounts.details import DetailsInput
from resolvers.employers.create import EmployerCreation
from resolvers.employers.details import EmployerInput, RepresentativeInput

_ADMINISTRATOR = "administrator."
_LINE_BREAK = "|"
"""Separates the lines of an address, and funds, within a cell of a CSV file."""


@dataclass(frozen=True, slots=True)
class FileFault:
    """What is wrong, and where: `line` counts from 1; `field` is a path such as representative.title."""

    line: int | None
    field: str
    message: str

    def text(self, path: Path | None) -> str:
        """Return it as compilers do: employers.json:12: siret: …"""
        place = f"{path}:{self.line}: " if path else ""
        return f"{place}{f'{self.field}: ' if self.field else ''}{self.message}"


class UnreadableFile(Exception):
    """The file holds no list of employers."""

    def __init__(self, *faults: FileFault) -> None:
        super().__init__()
        self.faults = faults


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
    objects = _json_objects(text) if is_json else _csv_objects(text)
    faults: list[FileFault] = []
    entries: list[FileEntry] = []
    for line, value in objects:
        try:
            entries.append(FileEntry(line, _creation(_Employer.model_validate(value))))
        except ValidationError as error:
            # Without the input, which is personal.
            faults += (
                FileFault(line, ".".join(map(str, fault["loc"])), fault["msg"])
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


def _json_objects(text: str) -> Iterator[tuple[int, object]]:
    """Yield each element of the array with its line, which `json.loads` does not tell."""
    decoder, space = json.JSONDecoder(object_pairs_hook=_without_repetition), " \t\r\n"

    def skip(place: int) -> int:
        while place < len(text) and text[place] in space:
            place += 1
        return place

    place = skip(0)
    if text[place : place + 1] != "[":
        raise UnreadableFile(FileFault(1, "", "a JSON array of employers is expected: [ { … }, … ]"))
    place = skip(place + 1)
    while text[place : place + 1] != "]":
        line = text.count("\n", 0, place) + 1
        try:
            value, end = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise UnreadableFile(FileFault(error.lineno, "", f"no valid JSON: {error.msg}")) from None
        except _RepeatedKey as error:
            raise UnreadableFile(FileFault(line, str(error), "stands twice in one object")) from None
        except (RecursionError, ValueError):
            fault = FileFault(line, "", "nested too deeply, or a number is too long")
            raise UnreadableFile(fault) from None
        yield line, value
        place = skip(end)
        if text[place : place + 1] == "," and text[skip(place + 1) : skip(place + 1) + 1] != "]":
            place = skip(place + 1)
        elif text[place : place + 1] != "]":
            raise UnreadableFile(
                FileFault(text.count("\n", 0, place) + 1, "", "no valid JSON: , or ] expected")
            )
    if (rest := skip(place + 1)) < len(text):
        raise UnreadableFile(FileFault(text.count("\n", 0, rest) + 1, "", "text after the end of the list"))


class _RepeatedKey(Exception):
    """Its text is the key."""


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Raises: _RepeatedKey, because it is not clear which of the two values is meant."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _RepeatedKey(next(key for key, _ in pairs if [name for name, _ in pairs].count(key) > 1))
    return values


def _csv_objects(text: str) -> Iterator[tuple[int, object]]:
    """Yield each employer; a row that repeats the SIRET above it, or has none, adds an administrator."""
    header = text.split("\n", 1)[0]
    delimiter = max(";,\t", key=header.count)
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter, restkey="")
    current: dict[str, Any] | None = None
    start = 0
    for line, row in _rows_with_lines(rows):
        cells = {name.strip(): cell for name, cell in row.items() if cell}
        if not cells:
            continue
        siret = cells.get("siret")
        if current is None or (siret and siret != current.get("siret")):
            if current is not None:
                yield start, current
            current, start = _csv_employer(cells), line
        person = {n.removeprefix(_ADMINISTRATOR): c for n, c in cells.items() if n.startswith(_ADMINISTRATOR)}
        if person:
            current["administrators"].append(_with_lists(person))
    if current is not None:
        yield start, current


def _rows_with_lines(rows: "csv.DictReader[str]") -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield each row with the line at which it begins: a cell may hold line breaks."""
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            raise UnreadableFile(FileFault(rows.line_num, "", f"no valid CSV: {error}")) from None
        if row is None:
            return
        breaks = sum(str(cell).count("\n") for cell in row.values() if cell)
        yield rows.line_num - breaks, row


def _csv_employer(cells: dict[str, str]) -> dict[str, Any]:
    prefix = "representative."
    return {
        **_with_lists({n: c for n, c in cells.items() if "." not in n}),
        "representative": {n.removeprefix(prefix): c for n, c in cells.items() if n.startswith(prefix)},
        "administrators": [],
    }


def _with_lists(cells: dict[str, str]) -> dict[str, Any]:
    lists = {"postalAddress", "professionalAddress", "funds"}
    return {
        name: [part.strip() for part in cell.replace("\n", _LINE_BREAK).split(_LINE_BREAK)]
        if name in lists
        else cell
        for name, cell in cells.items()
    }


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
