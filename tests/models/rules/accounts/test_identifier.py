"""The sign-in name: made by the server, in a form that reads well aloud (A4)."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.accounts.identifier import (
    ALPHABET,
    initials,
    is_generated_identifier,
    is_identifier,
    make_identifier,
    normalise_identifier,
)

FORM = re.compile(r"[A-Z]{3}[23456789ACDEFGHJKMNPQRTVWXY]{6}")


def drawing(characters: str) -> Callable[[str], str]:
    """Draws these, one after the other."""
    left = iter(characters)
    return lambda _: next(left)


@pytest.mark.parametrize(
    ("first_name", "last_name", "expected"),
    [
        ("Jean", "Louty", "JLO"),
        ("Séverine", "Puythorec", "SPU"),
        ("Ève", "O", "EOX"),
        ("Li", "Ng", "LNG"),
        ("Anaïs", "d'Ÿ", "ADY"),
        ("Guy", "de La Tour", "GDE"),
        ("Łukasz", "Œuvrard", "LOE"),
        ("Ελένη", "Παπαδόπουλος", "EPA"),
        ("伟", "李", "XXX"),
        ("", "", "XXX"),
        ("'-", "1a", "XAX"),
        ("Æ", "ß", "ASS"),
    ],
)
def test_an_identifier_begins_with_one_letter_of_the_first_name_and_two_of_the_last_or_x(
    first_name: str, last_name: str, expected: str
) -> None:
    assert initials(first_name, last_name) == expected


@given(st.text(), st.text(), st.data())
def test_any_name_gives_an_identifier_of_the_one_form(first: str, last: str, data: st.DataObject) -> None:
    made = make_identifier(first, last, lambda alphabet: data.draw(st.sampled_from(alphabet)))
    assert FORM.fullmatch(made)
    assert is_generated_identifier(made)
    assert is_identifier(made)
    assert normalise_identifier(f" {made.lower()} ") == made


def test_six_characters_are_drawn_from_27_that_cannot_be_taken_for_one_another() -> None:
    assert ALPHABET == "23456789ACDEFGHJKMNPQRTVWXY"
    assert make_identifier("Jean", "Louty", drawing("Y4C8MNrest")) == "JLOY4C8MN"


def test_two_people_of_the_same_name_differ_by_what_is_drawn() -> None:
    made = {make_identifier("Jean", "Louty", drawing(drawn)) for drawn in ("222222", "222223")}
    assert len(made) == 2


@pytest.mark.parametrize("typed", ["jlo000439", " JLO000439 ", "Jlo000439\n", "JLO000439"], ids=ascii)
def test_case_and_spaces_around_do_not_matter_at_sign_in(typed: str) -> None:
    assert normalise_identifier(typed) == "JLO000439"


@pytest.mark.parametrize(
    ("text", "accepted", "made_here"),
    [
        ("JLO000439", True, False),
        ("SPUY4C8MN", True, True),
        ("TTESBA4H6", True, False),
        ("JLO00043", False, False),
        ("JLO0004390", False, False),
        ("JL0000439", False, False),
        ("jlo000439", False, False),
        ("JLO00043É", False, False),
        ("JLO\u0660\u0660\u0660\u0664\u0663\u0669", False, False),
        ("JLO000439\n", False, False),
        ("", False, False),
    ],
    ids=ascii,
)
def test_the_older_forms_are_accepted_on_import_and_nothing_else(
    text: str, accepted: bool, made_here: bool
) -> None:
    assert is_identifier(text) is accepted
    assert is_generated_identifier(text) is made_here
