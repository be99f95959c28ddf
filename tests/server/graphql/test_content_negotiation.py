"""What a client accepts, by its q-values: media types and languages."""

import pytest

from models.rules.vocabulary import Language
from server.graphql.content_negotiation import accepted_type, language_of
from server.graphql.request import JSON
from server.graphql.response import GRAPHQL_JSON


@pytest.mark.parametrize(
    ("header", "spoken"),
    [
        (None, JSON),
        ("", JSON),
        ("*/*", JSON),
        ("application/*", JSON),
        ("application/json", JSON),
        (GRAPHQL_JSON, GRAPHQL_JSON),
        (f"{GRAPHQL_JSON}; charset=utf-8, application/json; charset=utf-8", JSON),
        (f"{GRAPHQL_JSON}, application/json;q=0.9", GRAPHQL_JSON),
        (f"{GRAPHQL_JSON};q=0.8, application/json;q=0.9", JSON),
        (f"{GRAPHQL_JSON}, */*;q=0.1", GRAPHQL_JSON),
        ("APPLICATION/JSON", JSON),
        ("text/html, application/xhtml+xml, */*;q=0.8", JSON),
        ("application/json;q=0, */*", GRAPHQL_JSON),
        ("text/html", None),
        ("application/json;q=0", None),
        ("application/json;q=rubbish", None),
        ("application/json;q=nan", None),
        (f"application/json;q=nan, {GRAPHQL_JSON}", GRAPHQL_JSON),
        (f"application/json;q=inf, {GRAPHQL_JSON};q=0.5", GRAPHQL_JSON),
        ("application/json;q=7", JSON),
        (",,;q=1", None),
    ],
)
def test_the_media_type_that_the_client_likes_best_is_spoken(header: str | None, spoken: str | None) -> None:
    assert accepted_type(header, (JSON, GRAPHQL_JSON)) == spoken


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, Language.FRENCH),
        ("", Language.FRENCH),
        ("*", Language.FRENCH),
        ("de, es;q=0.5", Language.FRENCH),
        ("fr-FR,fr;q=0.9,en;q=0.8", Language.FRENCH),
        ("en", Language.ENGLISH),
        ("en-GB,en;q=0.9,fr;q=0.8", Language.ENGLISH),
        ("EN-us", Language.ENGLISH),
        ("en;q=0.8,fr;q=0.9", Language.FRENCH),
        ("fr;q=0.5,en-GB;q=0.6", Language.ENGLISH),
        ("en,fr", Language.FRENCH),
        ("en;q=0", Language.FRENCH),
        ("en;q=oops", Language.FRENCH),
        ("english", Language.FRENCH),
        ("de,en;q=0.1", Language.ENGLISH),
    ],
)
def test_the_response_is_in_french_unless_english_is_preferred(
    header: str | None, language: Language
) -> None:
    assert language_of(header) is language
