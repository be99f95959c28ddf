"""The panel ticks the rules that a password meets while it is typed: one table tests panel and rules (P1)."""

import json
from pathlib import Path

import pytest

from models.rules.sign_in.password import broken_rules

TABLE = Path(__file__).parents[4] / "admin_ui" / "src" / "password" / "passwords.json"


@pytest.mark.parametrize(("password", "broken"), json.loads(TABLE.read_bytes()), ids=ascii)
def test_the_rules_find_in_a_password_what_the_panel_ticks(password: str, broken: list[str]) -> None:
    assert set(broken_rules(password)) == set(broken)
