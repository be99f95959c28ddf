"""The condition, in SQL, that an account holds a term (L1)."""

from models.rules.accounts.searched_text import SEARCHED_FIELDS, field_end
from models.rules.vocabulary import SearchField
from models.stores.sql import Statement


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
