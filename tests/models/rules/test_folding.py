"""Text without accents, for search, order and identifiers (A4, L1)."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.folding import fold, latin_capitals

# Without unassigned and private characters, and letters that have neither case nor accent.
EVERY_CHARACTER = [
    c for c in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(c) not in {"Cn", "Co", "Cs", "Lo"}
]
# Among them the Greek oxia, which is the acute accent with another code point.
HYPHENS_AND_APOSTROPHES = "\u1ffd-\u2010\u2011\u2012\u2013\u2014\u2212'\u2019\u2018\u02bc\u00b4`\uff07\uff0d"


@pytest.mark.parametrize(
    ("name", "folded", "capitals"),
    [
        ("O", "o", "O"),
        ("Ng", "ng", "NG"),
        ("d'Ÿ", "dy", "DY"),
        ("de La Tour", "de la tour", "DELATOUR"),
        ("Œuvrard", "oeuvrard", "OEUVRARD"),
        ("Ægir", "aegir", "AEGIR"),
        ("Łukasz", "lukasz", "LUKASZ"),
        ("Đỗ", "do", "DO"),
        ("Øystein", "oystein", "OYSTEIN"),
        ("Strauß", "strauss", "STRAUSS"),
        ("STRAUẞ", "strauss", "STRAUSS"),
        ("İpek", "ipek", "IPEK"),
        ("Iş\u0131k", "isik", "ISIK"),
        ("ĳsbrand", "ijsbrand", "IJSBRAND"),
        ("Le\u00a0Goff  L’Hénoret", "le goff lhenoret", "LEGOFFLHENORET"),
        ("Παπαδόπουλος", "παπαδοπουλοσ", "PAPADOPOULOS"),
        ("Жук", "жук", "ZUK"),
        ("李", "李", ""),
        ("Jean 2", "jean 2", "JEAN"),
        ("-’'", "", ""),
        ("", "", ""),
    ],
)
def test_an_awkward_name_is_found_by_plain_letters_and_gives_latin_capitals(
    name: str, folded: str, capitals: str
) -> None:
    assert fold(name) == folded
    assert latin_capitals(name) == capitals


@pytest.mark.parametrize("mark", HYPHENS_AND_APOSTROPHES, ids=ascii)
def test_hyphens_and_apostrophes_do_not_matter_however_they_are_typed(mark: str) -> None:
    assert fold(f"L{mark}Hermite") == fold("LHermite")


def test_folding_any_character_twice_is_folding_it_once() -> None:
    assert [c for c in EVERY_CHARACTER if fold(fold(c)) != fold(c)] == []


def test_the_case_of_a_character_does_not_matter() -> None:
    assert [c for c in EVERY_CHARACTER if not fold(c) == fold(c.upper()) == fold(c.lower())] == []


@given(st.text())
def test_folding_a_text_twice_is_folding_it_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_no_case_no_space_around_and_no_way_of_typing_an_accent_changes_what_is_found(text: str) -> None:
    typed = {f" {text}\t", *(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))}
    assert {fold(each) for each in typed | {text.upper(), text.lower()}} == {fold(text)}


@given(st.text())
def test_latin_capitals_are_capitals_from_a_to_z_and_nothing_else(text: str) -> None:
    assert set(latin_capitals(text)) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
