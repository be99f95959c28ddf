"""A text that could not be stored is never asked of the database; an employer's number has its form."""

import pytest

from models.rules.looked_up_text import can_be_stored, employer_number


@pytest.mark.parametrize("text", ["", "a\0", "a\ud800", "a\u200b", "a\n", "abcdef"])
def test_what_cannot_be_stored(text: str) -> None:
    assert not can_be_stored(text, 5)


@pytest.mark.parametrize("text", ["a", "é b c", "O'Ne"])
def test_what_can_be_stored(text: str) -> None:
    assert can_be_stored(text, 5)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (" 214 400 036 00019 ", "21440003600019"),
        ("vf 201", "VF201"),
        ("VF-201", None),
        ("VF201-A", "VF201-A"),
        ("V" * 21, None),
        ("1" * 21, None),
        ("VF201\0", None),
        ("\N{FULLWIDTH DIGIT ONE}", None),
        ("", None),
        (" ", None),
    ],
)
def test_the_number_of_an_employer(text: str, number: str | None) -> None:
    assert employer_number(text) == number
