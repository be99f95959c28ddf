"""Idioms that this code base once used for the field's terms do not come back (docs/decisions/0032)."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("models", "resolvers", "schema", "server")
TABLES = ROOT / "models" / "tables"
"""The migrations describe these classes with their docstrings, which therefore stay."""

NAMES = {
    "asked": "request, options",
    "found": "what it is: accounts, row, match",
    "told": "what it is: event, output, deliveries",
    "whoever": "caller, client",
    "nobody": "anonymous",
    "turns": "lease",
    "chronicle": "history",
    "helping": "invite, unlock",
    "spending": "cost_budget",
    "writing_for": "employer_transaction",
    "STRANGER": "ANONYMOUS",
    r"MOST(_\w+)?": "MAX_… with what it limits and the unit",
}
PROSE = {
    "whoever|nobody|who asks": "the caller, the client, the subscriber, the worker",
    "telling|told": "delivered, published, recorded",
    "taken up|takes up the": "enqueued, claimed",
    "so many|so much": "the number",
    "turns? of": "lease",
    "chronicle": "history",
    "left alone": "paused, with exponential backoff",
    "for ever longer": "exponential backoff",
}


def names(code: str) -> Iterator[tuple[int, str]]:
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.NAME:
            yield token.start[0], token.string


def prose(code: str) -> Iterator[tuple[int, str]]:
    """Comments and docstrings; texts for people are no docstrings."""
    for token in tokenize.generate_tokens(io.StringIO(code).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.lineno, str(node.value.value)


SOURCES = {
    path.relative_to(ROOT): path.read_text(encoding="utf-8")
    for room in ROOMS
    for path in sorted((ROOT / room).rglob("*.py"))
}


ALL_NAMES = [(path, *token) for path, code in SOURCES.items() for token in names(code)]
ALL_PROSE = [
    (path, *text)
    for path, code in SOURCES.items()
    if TABLES not in (ROOT / path).parents
    for text in prose(code)
]


@pytest.mark.parametrize("idiom", NAMES)
def test_an_idiom_of_old_names_nothing(idiom: str) -> None:
    places = [f"{path}:{line}" for path, line, name in ALL_NAMES if re.fullmatch(idiom, name)]
    assert not places, f"write instead: {NAMES[idiom]}"


@pytest.mark.parametrize("idiom", PROSE)
def test_an_idiom_of_old_explains_nothing(idiom: str) -> None:
    places = [
        f"{path}:{line}"
        for path, line, text in ALL_PROSE
        if re.search(rf"\b({idiom})\b", text, re.IGNORECASE)
    ]
    assert not places, f"write instead: {PROSE[idiom]}"
