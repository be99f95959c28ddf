"""What people typed is never a formula, in any file that spreadsheets open."""

import csv
import unicodedata
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import server
from server.exports.cells import line, without_formula

SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20\ufe62\ufe63\ufe66\ufe6b"
UNSEEN = ["\t", "\r", "\n", "\r\n", " ", "\u00a0", "\u200b", "\ufeff", "\x00", "\u3000", ""]


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize("before", UNSEEN)
def test_a_cell_that_begins_like_a_formula_gets_an_apostrophe(before: str, sign: str) -> None:
    assert without_formula(f"{before}{sign}1+1") == f"'{before}{sign}1+1"


@pytest.mark.parametrize("before", ["\t", "\r", "\n", "\v", "\x00"])
def test_a_cell_that_begins_with_a_control_character_gets_an_apostrophe(before: str) -> None:
    assert without_formula(f"{before}Dupont") == f"'{before}Dupont"


@pytest.mark.parametrize("cell", ["", "Dupont", "Jean-Paul", "a=b", "02 41", "–", " Dupont", "'=1", "l'Île"])
def test_what_no_spreadsheet_calculates_stays_as_it_is(cell: str) -> None:
    assert without_formula(cell) == cell


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=["Cs"])), min_size=2))
@example(["\uff1d1", "\t=1", "\u200b@A1", 'a;"b"', "-1\r\n=2"])
def test_no_cell_of_a_line_is_a_formula_and_none_is_lost(cells: list[str]) -> None:
    ((*written,),) = csv.reader(StringIO(line(cells), newline=""), delimiter=";", strict=True)
    assert len(written) == len(cells)
    for cell, typed in zip(written, cells, strict=True):
        assert cell in (typed, f"'{typed}")
        seen = cell.lstrip("\u200b\ufeff").lstrip()
        assert unicodedata.normalize("NFKC", seen[:1])[:1] not in tuple("=+-\u2212@")


def test_every_file_for_spreadsheets_is_written_by_the_same_guard() -> None:
    sources = Path(server.__file__).parents[1]
    writers = {
        str(path.relative_to(sources))
        for floor in ("models", "resolvers", "schema", "server")
        for path in (sources / floor).rglob("*.py")
        if any(
            part in path.read_text(encoding="utf-8") for part in ("csv.writer(", "DictWriter(", '";".join(')
        )
    }
    assert writers == {"server/exports/cells.py"}


def test_a_cell_is_not_split_where_commas_or_tabs_separate() -> None:
    department = "RH,=cmd|'/C calc'!A0\t=1"
    written = line(["Louty", department])
    assert written == f'Louty;"{department}"\r\n'
