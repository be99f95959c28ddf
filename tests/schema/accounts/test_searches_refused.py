"""A search without usable terms is refused, so that no bulk mutation acts on what it would match (L1, R2)."""

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from schema.types.search_text import parse_search_terms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a b c d e f g h i j k", ErrorCode.TOO_LONG),
        ("'", ErrorCode.INVALID),
        ("- ’", ErrorCode.INVALID),
        ("\u200b \ufeff", ErrorCode.INVALID),
        ("\u0301", ErrorCode.INVALID),
        ("x" * 201, ErrorCode.TOO_LONG),
        ("a\0", ErrorCode.INVALID),
    ],
)
def test_a_search_of_too_many_terms_or_of_none_is_refused(text: str, code: ErrorCode) -> None:
    with pytest.raises(Refused) as caught:
        parse_search_terms(text, "search", "text")
    (refusal,) = caught.value.refusals
    assert (refusal.code, refusal.field) == (code, ("search", "text"))


@pytest.mark.parametrize(
    ("text", "terms"),
    [("", ()), ("  ", ()), ("a b a", ("a", "b")), ("L'Hôte", ("lhote",))],
)
def test_blank_text_finds_everything_and_each_term_counts_once(text: str, terms: tuple[str, ...]) -> None:
    assert parse_search_terms(text, "search", "text") == terms
