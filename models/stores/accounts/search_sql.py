"""The conditions, in SQL, that an account holds the terms of a search (L1)."""

from models.rules.accounts.search import Search
from models.rules.accounts.searched_text import SEARCHED_FIELDS, field_end
from models.rules.vocabulary import SearchField, TermMatch
from models.stores.sql import Statement


def search_conditions(statement: Statement, search: Search) -> list[str]:
    """The conditions that a search sets, all of which an account must meet."""
    terms = [holds_term(statement, term, search.within) for term in search.terms]
    if search.match is TermMatch.ANY_TERM and terms:
        return [f"({' OR '.join(terms)})"]
    return terms


def holds_term(statement: Statement, term: str, first: SearchField, last: SearchField | None = None) -> str:
    """The condition that a field from `first` to `last` holds the term; `last` is `first` if left out.

    A term never runs from one field into the next: it holds no control character, and each field ends in one.
    """
    if first is SearchField.ALL:
        return statement.holds("search_key", term)
    texts = [term, field_end(last or first)]
    before = SEARCHED_FIELDS.index(first)
    if before:
        texts.insert(0, field_end(SEARCHED_FIELDS[before - 1]))
    return statement.holds("search_key", *texts)
