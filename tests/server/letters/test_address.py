"""The postal addresses of recipient and sender: their lines, and what is left out when there is no room."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.rules.accounts.account import MAX_NAME_CHARACTERS, MAX_POSTAL_LINE_CHARACTERS
from models.rules.messages.facts import Person
from models.rules.vocabulary import Civility
from server.letters.address import recipient_lines, sender_lines
from server.letters.check import HARDEST, LONGEST_ADDRESS
from server.letters.preview import ADDRESS, FACTS
from tests.server.letters.letter_pdfs import BLOCK


@pytest.mark.parametrize("text", ["", ";", " ; "])
def test_a_sender_without_an_address_has_none(text: str) -> None:
    assert sender_lines(text) == ()


def test_employer_and_representative_come_before_the_address() -> None:
    assert recipient_lines(FACTS, ADDRESS) == BLOCK


def test_an_employer_that_the_address_names_already_is_not_named_twice() -> None:
    lines = recipient_lines(FACTS, ("CHRU de Nantes", *ADDRESS))
    assert lines == ("CHRU de Nantes", *BLOCK[1:])


def test_with_room_for_one_name_the_representative_is_named() -> None:
    lines = recipient_lines(FACTS, ("Bâtiment A", "Entrée 2", *ADDRESS))
    assert lines == ("Madame Anne Le Goff", "Bâtiment A", "Entrée 2", *BLOCK[2:])


def test_an_address_of_six_lines_is_printed_alone() -> None:
    assert recipient_lines(FACTS, LONGEST_ADDRESS) == LONGEST_ADDRESS


@pytest.mark.parametrize(
    ("first_name", "last_name", "line"),
    [
        ("Anne-Élisabeth Marie", "de La Tour", "Madame Anne-Élisabeth Marie de La Tour"),
        ("Anne-Élisabeth Marie", "de La Tour-Roy", "Mme A de La Tour-Roy"),
        ("Anne-Élisabeth Marie", "de La Tour-Ré", "Mme Anne-Élisabeth Marie de La Tour-Ré"),
        ("Anne-Élisabeth Marie", "de La Tour du Pin", "Mme A de La Tour du Pin"),
        ("Anne", "de La Tour du Pin de La Charce Gouvernet", "Mme A de La Tour du Pin de La Charce"),
    ],
)
def test_a_long_name_is_shortened_to_its_line(first_name: str, last_name: str, line: str) -> None:
    facts = replace(FACTS, representative=Person(Civility.MADAME, last_name, first_name))
    assert recipient_lines(facts, ADDRESS)[1] == line


def test_a_long_employer_takes_the_lines_that_are_left() -> None:
    lines = recipient_lines(replace(FACTS, employer_name=HARDEST.employer_name), ADDRESS)
    assert lines[:2] == ("Centre hospitalier régional", "universitaire de Nantes – Hôtel-Dieu")
    assert len(lines) == 6


def test_a_line_that_is_too_long_in_capitals_stays_in_lower_case() -> None:
    street = "ß" * MAX_POSTAL_LINE_CHARACTERS
    assert recipient_lines(FACTS, (street, "44000 Nantes"))[-2:] == (street, "44000 NANTES")


@pytest.mark.parametrize("address", [(), ("",), ("W" * 39,), ("a",) * 7])
def test_an_address_that_no_envelope_takes_is_refused(address: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no postal address"):
        recipient_lines(FACTS, address)


names = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=MAX_NAME_CHARACTERS
).filter(lambda text: text.strip() != "")
lines = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=MAX_POSTAL_LINE_CHARACTERS)


@settings(max_examples=200, deadline=None)
@given(names, names, names, st.lists(lines, min_size=1, max_size=6))
def test_no_block_is_larger_than_the_norm(last: str, first: str, employer: str, address: list[str]) -> None:
    facts = replace(FACTS, representative=Person(Civility.MADAME, last, first), employer_name=employer)
    block = recipient_lines(facts, tuple(address))
    assert len(address) <= len(block) <= 6
    assert all(0 < len(line) <= 38 for line in block)
