"""Cells of a CSV file for spreadsheets: dates in the reader's language, and never a formula."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from io import StringIO

from models.rules.paris_calendar import PARIS
from models.rules.vocabulary import Language

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets read UTF-8 in the machine's code page."""
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")


def line(cells: Iterable[str]) -> str:
    """One line with its end; a cell that a spreadsheet would calculate gets an apostrophe in front."""
    written = StringIO()
    csv.writer(written, delimiter=";", lineterminator="\r\n").writerow(map(without_formula, cells))
    return written.getvalue()


def day(text: str | None, language: Language) -> str:
    """03/12/2027 in French, 2027-12-03 in English; "" for None."""
    if not text:
        return ""
    return date.fromisoformat(text).strftime("%d/%m/%Y") if language is Language.FRENCH else text


def moment(text: str | None, language: Language) -> str:
    """Date and time in Paris, to the minute; "" for None."""
    if not text:
        return ""
    form = "%d/%m/%Y %H:%M" if language is Language.FRENCH else "%Y-%m-%d %H:%M"
    return datetime.fromisoformat(text).astimezone(PARIS).strftime(form)


def without_formula(cell: str) -> str:
    """Return the cell with an apostrophe in front if a spreadsheet would calculate it, else as it is."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
