"""Phone numbers, as people write them (A3)."""

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.refusals import Refusal
from models.rules.vocabulary import ErrorCode
from resolvers.accounts.phone import check_phone


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("02 41 05 19 38", "+33241051938"),
        ("02.41.05.19.38", "+33241051938"),
        ("+33 (0)2 41 05 19 38", "+33241051938"),
        ("tel:+33-2-41-05-19-38", "+33241051938"),
        ("0032 2 500 21 11", "+3225002111"),
        ("+41 22 730 51 11", "+41227305111"),
        ("+262 262 20 00 00", "+262262200000"),
        ("", None),
        (None, None),
    ],
)
def test_a_phone_is_kept_in_e164_and_is_french_unless_it_names_a_country(
    text: str | None, stored: str | None
) -> None:
    assert check_phone(text) == stored


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("0262 20 00 00", "+262262200000"),
        ("0692 12 34 56", "+262692123456"),
        ("0269 61 00 00", "+262269610000"),
        ("0639 01 23 45", "+262639012345"),
        ("0590 20 00 00", "+590590200000"),
        ("0690 40 00 00", "+590690400000"),
        ("0596 50 00 00", "+596596500000"),
        ("0696 20 00 00", "+596696200000"),
        ("0594 30 00 00", "+594594300000"),
    ],
)
def test_an_overseas_number_typed_nationally_keeps_its_country(text: str, stored: str) -> None:
    assert check_phone(text) == stored


@pytest.mark.parametrize(
    "text",
    [
        "12",
        "3646",
        "poste 4",
        "02 41 05 19 38 poste 12",
        "+33 2 41 05 19 38 ext 12",
        "02 41 05 19 388888",
        "0241\x00051938",
        "0" * 41,
        "01 23 45 67 8",
        "01 2A 45 67 89",
        "01-800-FLOWERS",
        "00 00 00 00 00",
        "11 11 11 11 11",
        "+33 0262 20 00 00",
    ],
)
def test_a_phone_that_is_no_valid_number_is_refused(text: str) -> None:
    refusal = check_phone(text)
    assert isinstance(refusal, Refusal)
    assert refusal.code in {ErrorCode.INVALID, ErrorCode.TOO_LONG}


@given(st.text(alphabet="0123456789 +().-/A", max_size=20))
def test_whatever_is_kept_is_a_valid_number_and_is_kept_again_as_it_is(text: str) -> None:
    stored = check_phone(text)
    if isinstance(stored, str):
        assert phonenumbers.is_valid_number(phonenumbers.parse(stored))
        assert check_phone(stored) == stored
