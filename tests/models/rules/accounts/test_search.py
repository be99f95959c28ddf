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
}


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("", ()),
        (" \t ' - ", ()),
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
