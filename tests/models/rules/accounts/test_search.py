"""The terms of a search (L1)."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.accounts.search import Filter, Order, Search, Selection, matches, search_terms
from models.rules.vocabulary import Direction, OrderField, SearchField, TermMatch

FIELDS = {
    SearchField.LAST_NAME: "Le Goff-L’Hénoret",
    SearchField.FIRST_NAME: "Anne-Gaëlle",
    SearchField.IDENTIFIER: "ALEY4C8MN",
    SearchField.DEPARTMENT: "Service Paye",
    SearchField.EMAIL: "Anne.Le-Goff@ville-d-avray.example",
    SearchField.PHONE: "+33241051938",
}
SEPARATORS = (
    " ",
    "\u00a0",
    "-",
    "\u2010",
    "\u2011",
    "\u2013",
    "'",
    "\u2019",
    "\u02bc",
    "\u2032",
    " - ",
    "- ",
)
ZERO_WIDTH = (
    "\u200b",
    "\u200c",
    "\u200d",
    "\u2060",
    "\ufeff",
    "\u00ad",
    "\u200e",
    "\u202c",
    "\u034f",
    "\u3164",
)
PHONES = {
    "+33241051938": (
        "0241051938", "02 41 05 19 38", "02.41.05.19.38", "02-41-05-19-38", "02/41/05/19/38", "02 41 05",
        "(02) 41 05 19 38", "+33241051938", "+33 2 41 05 19 38", "+33 (0)2 41 05 19 38", "+33(0)241051938",
        "0033241051938", "0033 2 41 05 19 38", "33241051938", "241051938", "05 19 38", "41.05.19", "1938",
        "02\u202f41\u202f05\u202f19\u202f38", "\u202a+33 2 41 05 19 38\u202c",
    ),
    "+262262901234": ("0262 90 12 34", "+262 262 90 12 34", "00262 262 90 12 34", "0262.90.12.34"),
    "+3225551212": ("+32 2 555 12 12", "0032 2 555 12 12", "+32 2"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        (" \t ' - ", ()),
        (" \u200b\ufeff ", ()),
        ("Du\u00adpont \u200bdupont", ("dupont",)),
        ("02 41 05 Dupont", ("024105", "dupont")),
        ("12 34 Dupont", ("12", "34", "dupont")),
        ("000601 000602", ("000601", "000602")),
        ("Service PAYE", ("service", "paye")),
        ("  paye\u00a0service ", ("paye", "service")),
        ("Hénoret henoret HÉNORET", ("henoret",)),
        ("l'Hénoret", ("lhenoret",)),
    ],
    ids=ascii,
)
def test_a_search_is_cut_into_terms_each_looked_for_once(typed: str, terms: tuple[str, ...]) -> None:
    assert search_terms(typed) == terms


@pytest.mark.parametrize(
    ("typed", "within", "match", "matched"),
    [
        ("", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("", SearchField.ALL, TermMatch.ANY_TERM, True),
        ("HENORET", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("l'hénoret", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("lhenoret annegaelle", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("paye goff", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("y4c8", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("aye", SearchField.ALL, TermMatch.EVERY_TERM, True),
        ("paye dupont", SearchField.ALL, TermMatch.EVERY_TERM, False),
        ("paye dupont", SearchField.ALL, TermMatch.ANY_TERM, True),
        ("martin dupont", SearchField.ALL, TermMatch.ANY_TERM, False),
        ("goff", SearchField.LAST_NAME, TermMatch.EVERY_TERM, True),
        ("goff", SearchField.FIRST_NAME, TermMatch.EVERY_TERM, False),
        ("goff anne", SearchField.LAST_NAME, TermMatch.EVERY_TERM, False),
        ("goff anne", SearchField.LAST_NAME, TermMatch.ANY_TERM, True),
        ("aley", SearchField.IDENTIFIER, TermMatch.EVERY_TERM, True),
        ("service", SearchField.DEPARTMENT, TermMatch.EVERY_TERM, True),
        ("hénoretanne", SearchField.ALL, TermMatch.EVERY_TERM, False),
    ],
)
def test_each_term_is_looked_for_anywhere_by_itself_in_all_fields_or_in_one(
    typed: str, within: SearchField, match: TermMatch, matched: bool
) -> None:
    assert matches(Search(search_terms(typed), within, match), FIELDS) is matched


@given(st.sampled_from(sorted(FIELDS)), st.data())
def test_an_account_is_found_by_any_part_of_any_field_in_any_case(
    field: SearchField, data: st.DataObject
) -> None:
    text = FIELDS[field]
    start = data.draw(st.integers(0, len(text)))
    part = text[start : data.draw(st.integers(start, len(text)))]
    for typed, within in product((part, part.upper(), part.lower()), (field, SearchField.ALL)):
        assert matches(Search(search_terms(typed), within), FIELDS)


@pytest.mark.parametrize("stored", SEPARATORS, ids=ascii)
@pytest.mark.parametrize("typed", [*SEPARATORS, ""], ids=ascii)
@pytest.mark.parametrize("match", TermMatch)
def test_a_space_a_hyphen_an_apostrophe_and_nothing_find_one_another(
    stored: str, typed: str, match: TermMatch
) -> None:
    fields = FIELDS | {SearchField.DEPARTMENT: f"Antenne de Saint{stored}Nazaire"}
    for within in (SearchField.ALL, SearchField.DEPARTMENT):
        assert matches(Search(search_terms(f"saint{typed}NAZAIRE"), within, match), fields)
    assert not matches(Search(search_terms(f"nazaire{typed}dupont"), SearchField.ALL), fields)


def test_the_parts_of_one_typed_word_belong_together_when_any_term_will_do() -> None:
    for text in ("Goff-Dupont", "Saint-Anne", "d'Avranches"):
        assert not matches(Search(search_terms(text), match=TermMatch.ANY_TERM), FIELDS), text


@pytest.mark.parametrize("character", ZERO_WIDTH, ids=ascii)
def test_what_cannot_be_seen_is_dropped_from_what_is_typed(character: str) -> None:
    for typed in (f"{character}goff", f"go{character}ff", f"goff{character}", f"goff {character} anne"):
        assert search_terms(typed) == search_terms(typed.replace(character, "")), ascii(typed)


@pytest.mark.parametrize(
    ("stored", "typed"), [(stored, typed) for stored, forms in PHONES.items() for typed in forms], ids=ascii
)
@pytest.mark.parametrize("within", [SearchField.ALL, SearchField.PHONE])
def test_a_phone_number_is_found_as_people_type_it(stored: str, typed: str, within: SearchField) -> None:
    assert matches(Search(search_terms(typed), within), FIELDS | {SearchField.PHONE: stored})
    assert not matches(Search(search_terms(typed), within), FIELDS | {SearchField.PHONE: "+33698765432"})


@pytest.mark.parametrize(
    "typed", ["le-goff@", "ANNE.LE-GOFF@VILLE-D-AVRAY.EXAMPLE", "anne.le", "avray.example"]
)
def test_an_email_address_is_found_by_any_part_of_it(typed: str) -> None:
    for within in (SearchField.ALL, SearchField.EMAIL):
        assert matches(Search(search_terms(typed), within), FIELDS)
    assert not matches(Search(search_terms(typed), SearchField.LAST_NAME), FIELDS)


@given(st.lists(st.sampled_from(["goff", "anne", "paye", "dupont", "zz"]), min_size=1, unique=True))
def test_every_term_must_be_found_or_any_as_requested_whatever_their_order(terms: list[str]) -> None:
    present = [term not in {"dupont", "zz"} for term in terms]
    for match, combine in ((TermMatch.EVERY_TERM, all), (TermMatch.ANY_TERM, any)):
        assert matches(Search(tuple(terms), match=match), FIELDS) is combine(present)


def test_a_selection_takes_everything_in_the_list_of_an_employer_unless_it_is_narrowed() -> None:
    selection = Selection(employer_id=3)
    assert selection.search == Search((), SearchField.ALL, TermMatch.EVERY_TERM)
    assert selection.filter == Filter(None, None, None, None, None)
    assert Order() == Order(OrderField.LAST_NAME, Direction.ASC)
