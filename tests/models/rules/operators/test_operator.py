"""An operator's sign-in name, sessions and name in the history (N3)."""

from datetime import timedelta

import pytest

from models.rules.history_entry import Actor
from models.rules.operators.operator import (
    Operator,
    is_operator_session_over,
    is_sign_in_name,
    normalise_sign_in_name,
)
from tests.factories import NOW


@pytest.mark.parametrize("name", ["odile", "odile.brun", "o-2", "a" * 30])
def test_a_sign_in_name_is_short_and_plain(name: str) -> None:
    assert is_sign_in_name(name)


@pytest.mark.parametrize("name", ["", "od", "2odile", "odile brun", "Odile", "odilé", "a" * 31, ".odile"])
def test_other_names_are_no_sign_in_names(name: str) -> None:
    assert not is_sign_in_name(name)


def test_case_and_spaces_around_a_sign_in_name_do_not_matter() -> None:
    assert normalise_sign_in_name("  Odile.Brun ") == "odile.brun"


@pytest.mark.parametrize(
    ("opened", "used", "over"),
    [
        (timedelta(0), timedelta(0), False),
        (timedelta(hours=4), timedelta(minutes=15), False),
        (timedelta(hours=1), timedelta(minutes=15, seconds=1), True),
        (timedelta(hours=4, seconds=1), timedelta(0), True),
    ],
)
def test_a_session_lasts_a_quarter_of_an_hour_unused_and_four_hours_in_all(
    opened: timedelta, used: timedelta, over: bool
) -> None:
    assert is_operator_session_over(NOW - opened, NOW - used, NOW) is over


def test_the_longest_name_of_an_operator_fits_the_history() -> None:
    operator = Operator(1, "odile", "B" * 50, "O" * 50, "odile@plateforme.example", NOW)
    assert operator.actor == Actor(None, None, f"operator {'O' * 50} {'B' * 50}")
    assert len(operator.actor.name or "") == 110
