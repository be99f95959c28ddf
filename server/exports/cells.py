"""Cells of a CSV file for spreadsheets: dates in the reader's language, and never a formula.

Every file for spreadsheets is written by `line`.
"""

import unicodedata
from collections.abc import Iterable
from datetime import date, datetime

from models.rules.paris_calendar import PARIS
from models.rules.vocabulary import Language

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets read UTF-8 in the machine's code page."""
_FORMULA = ("=", "+", "-", "\u2212", "@")
"""\u2212 is the minus sign of typography."""
_SEPARATORS = ';,\t"\r\n'
_IGNORED = {"Cc", "Cf", "Zl", "Zp", "Zs"}
"""Categories of characters that spreadsheets may drop before they look for a formula."""


def line(cells: Iterable[str]) -> str:
    """One line with its end; a cell that a spreadsheet would calculate gets an apostrophe in front.

    Cells are also quoted for a comma or a tab, at which a spreadsheet of another language may split.
    """
    return ";".join(_quoted(without_formula(cell)) for cell in cells) + "\r\n"


def _quoted(cell: str) -> str:
    if any(character in cell for character in _SEPARATORS):
        return '"' + cell.replace('"', '""') + '"'
    return cell


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
    """Return the cell with an apostrophe in front if a spreadsheet might calculate it, else as it is.

    Full-width and other forms of the signs count, and what is not seen before them; a cell that begins with a
    control character, such as a tab or a line feed, might be taken for two.
    """
    seen = next((character for character in cell if unicodedata.category(character) not in _IGNORED), "")
    formula = unicodedata.normalize("NFKC", seen).startswith(_FORMULA)
    return f"'{cell}" if formula or unicodedata.category(cell[:1] or " ") == "Cc" else cell
