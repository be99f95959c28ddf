"""The employers of a CSV file, in the form that JSON gives them."""

import csv
import io
from collections.abc import Iterator
from typing import Any

from server.cli.employers.file_faults import FileFault, UnreadableFile

_ADMINISTRATOR = "administrator."
_LINE_BREAK = "|"
"""Separates the lines of an address, and funds, within a cell of a CSV file."""


def csv_objects(text: str) -> Iterator[tuple[int, object]]:
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
