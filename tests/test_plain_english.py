"""Idioms that this code base once used for the field's terms do not come back (docs/decisions/0032)."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("models", "resolvers", "schema", "server")
INSTEAD = {
    r"chronicle": "history, record",
    r"telling": "delivery",
    r"left alone": "paused, with exponential backoff",
    r"for ever longer": "exponential backoff",
    r"MOST(_\w+)?": "MAX_… with what it limits and the unit",
    r"STRANGER": "ANONYMOUS",
    r"writing_for": "employer_transaction",
    r"helping": "invite, unlock",
    r"spending": "cost_budget",
}


@pytest.mark.parametrize("idiom", INSTEAD)
def test_an_idiom_of_old_is_not_used_any_more(idiom: str) -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}"
        for room in ROOMS
        for path in sorted((ROOT / room).rglob("*.py"))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(rf"(?<![\w-]){idiom}(?!\w)", line)
    ]
    assert not found, f"write instead: {INSTEAD[idiom]}"
