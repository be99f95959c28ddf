"""What the details of an account may hold, and how a phone is shown (A2, A3)."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.accounts.account import (
    check_name,
    check_postal_address,
    check_text,
    format_french_phone,
    postal_address_refusal,
)
from models.rules.refusals import Refusal
from models.rules.vocabulary import ErrorCode, Profile


def code_of(outcome: object) -> ErrorCode | None:
    return outcome.code if isinstance(outcome, Refusal) else None


@pytest.mark.parametrize(
    "name",
    [
        "O",
        "Ng",
        "d'Ÿ",
        "de La Tour",
        "Œuvrard",
        "Łukasz",
        "Παπαδόπουλος",
        "李",
        "Le Goff-L’Hénoret",
        "x" * 100,
    ],
)
def test_a_name_keeps_its_case_accents_hyphens_and_apostrophes_and_loses_the_spaces_around(name: str) -> None:
    assert check_name(f"  {name}\t\n") == name


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", ErrorCode.REQUIRED),
        (" \t\u00a0\u3000", ErrorCode.REQUIRED),
        ("-'", ErrorCode.INVALID),
        ("1234", ErrorCode.INVALID),
        ("x" * 101, ErrorCode.TOO_LONG),
        ("Lou\x00ty", ErrorCode.INVALID),
        ("Lou\nty", ErrorCode.INVALID),
        ("Lou\u202ety", ErrorCode.INVALID),
        ("Lou\u200bty", ErrorCode.INVALID),
        ("Lou\u2028ty", ErrorCode.INVALID),
        ("Lou\u2029ty", ErrorCode.INVALID),
        ("Lou\ue000ty", ErrorCode.INVALID),
        ("Lou\ud800ty", ErrorCode.INVALID),
        ("Lou\uffffty", ErrorCode.INVALID),
    ],
    ids=ascii,
)
def test_a_name_that_is_blank_nameless_too_long_or_holds_invisible_characters_is_refused(
    name: str, code: ErrorCode
) -> None:
    assert code_of(check_name(name)) is code


def test_a_refusal_names_the_character_or_the_length_that_is_refused() -> None:
    invisible, long = check_text("a\u200bb", 10), check_text("x" * 11, 10)
    assert isinstance(invisible, Refusal)
    assert isinstance(long, Refusal)
    assert all("U+200B" in text for text in (invisible.french, invisible.english))
    assert all("11" in text and "10" in text for text in (long.french, long.english))


def test_an_accent_typed_apart_counts_as_one_character_with_its_letter() -> None:
    assert check_text("e\u0301" * 10, 10) == "é" * 10


def test_a_letter_typed_in_four_parts_counts_as_one_however_many_there_are() -> None:
    typed = unicodedata.normalize("NFD", "ᾂ")
    assert (len(typed), check_text(f" {typed * 10}\n", 10)) == (4, "ᾂ" * 10)
    assert code_of(check_text(typed * 11, 10)) is ErrorCode.TOO_LONG


@pytest.mark.parametrize("name", ["Nguyễn Thị Mệ", "שָּׁ", "O", "李", "d'É", "กี่", "ỆỆỆ"])
def test_a_name_has_the_accents_that_languages_write(name: str) -> None:
    assert check_name(name) == unicodedata.normalize("NFC", name)


@pytest.mark.parametrize("letter", ["e", "é", "Z", "ש"])
def test_a_letter_with_more_marks_than_any_language_writes_is_refused(letter: str) -> None:
    stacked = letter + "\u0300\u0316\u0323\u0489"
    assert code_of(check_name(f"Dup{stacked}nt")) is ErrorCode.INVALID
    assert code_of(check_text(f"Service {stacked}", 100)) is ErrorCode.INVALID


@pytest.mark.parametrize("text", ["\u0301Dupont", "Le \u0302Goff", "Dupont \u0903", "\u20ddDupont"])
def test_a_mark_without_its_letter_is_refused(text: str) -> None:
    assert code_of(check_name(text)) is ErrorCode.INVALID


@pytest.mark.parametrize("text", ["E\u0301lise", "Nguye\u0302\u0303n", "\u0928\u093f\u0924\u093f\u0928"])
def test_a_mark_on_its_letter_is_accepted(text: str) -> None:
    assert isinstance(check_name(text), str)


def test_a_text_of_megabytes_is_refused_before_it_is_normalised() -> None:
    """Normalising these marks would take hours: the time is quadratic in their number."""
    refusal = check_text("e" + "\u0301\u0323" * 1_000_000, 100)
    assert isinstance(refusal, Refusal)
    assert refusal.code is ErrorCode.TOO_LONG
    assert "2000001" in refusal.english


@given(st.text(max_size=120))
def test_a_checked_text_passes_the_check_again_unchanged(text: str) -> None:
    line = check_text(text, 100)
    assert isinstance(line, Refusal) or check_text(line, 100) == line


@pytest.mark.parametrize(
    ("lines", "outcome"),
    [
        ((), ()),
        (("", "  "), ()),
        ((" 5 allée de l'Île ", "", "44035 Nantes"), ("5 allée de l'Île", "44035 Nantes")),
        (("x" * 38,) * 6, ("x" * 38,) * 6),
        (("x", "") * 6, ("x",) * 6),
    ],
)
def test_an_address_has_at_most_6_lines_of_38_characters_blank_ones_left_out(
    lines: tuple[str, ...], outcome: tuple[str, ...]
) -> None:
    assert check_postal_address(lines) == outcome


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        (("x",) * 7, ErrorCode.TOO_LONG, None),
        (("x", "", "x" * 39), ErrorCode.TOO_LONG, ("2",)),
        (("a\tb",), ErrorCode.INVALID, ("0",)),
    ],
)
def test_an_address_refused_names_the_line_at_fault(
    lines: tuple[str, ...], code: ErrorCode, field: tuple[str, ...] | None
) -> None:
    refusal = check_postal_address(lines)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.field) == (code, field)


@pytest.mark.parametrize(
    ("profile", "address", "code"),
    [
        (Profile.USER, (), None),
        (Profile.USER, ("44035 Nantes",), None),
        (Profile.ADMINISTRATOR, ("44035 Nantes",), None),
        (Profile.ADMINISTRATOR, (), ErrorCode.REQUIRED),
    ],
)
def test_only_an_administrator_needs_a_professional_address(
    profile: Profile, address: tuple[str, ...], code: ErrorCode | None
) -> None:
    assert code_of(postal_address_refusal(profile, address)) is code


@pytest.mark.parametrize(
    ("e164", "shown"),
    [
        ("+33241051938", "02 41 05 19 38"),
        ("+33612345678", "06 12 34 56 78"),
        ("+442079460000", "+442079460000"),
        ("+262262123456", "+262262123456"),
        ("+3324105193", "+3324105193"),
        ("", ""),
    ],
)
def test_a_french_phone_is_shown_the_french_way_and_a_foreign_one_as_it_is(e164: str, shown: str) -> None:
    assert format_french_phone(e164) == shown
