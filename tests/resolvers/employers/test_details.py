"""What an employer's details may hold: SIRET, contract number, funds, title."""

import pytest

from models.rules.refusals import Refusal
from resolvers.employers.details import check_employer, check_funds, check_siret, known_funds
from tests.resolvers.employers.employer_requests import an_employer_input


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("26000001300011", "26000001300011"),
        (" 260 000 013 00011 ", "26000001300011"),
        ("35600000000048", "35600000000048"),
        ("35600000049837", "35600000049837"),
    ],
    ids=["plain", "with spaces", "La Poste's head office", "a post office: the sum of its digits"],
)
def test_a_siret_is_checked_by_its_digits(typed: str, stored: str) -> None:
    assert check_siret(typed) == stored


@pytest.mark.parametrize("typed", ["", "1", "26000001300012", "2600000130001A", "35600000049838", "٢" * 14])
def test_another_siret_is_refused(typed: str) -> None:
    assert isinstance(check_siret(typed), Refusal)


def test_funds_are_those_of_the_catalogue() -> None:
    assert check_funds(("cnracl", " RAFP", "CNRACL")) == frozenset({"CNRACL", "RAFP"})
    assert "MULTI" not in known_funds()
    for wrong in ((), ("MULTI",), ("CNRACL", "")):
        assert isinstance(check_funds(wrong), Refusal)


@pytest.mark.parametrize(
    ("changes", "stored"),
    [
        ({"contract_number": " vf 201 "}, {"contract_number": "VF201"}),
        ({"name": "  CCAS de L’Île  "}, {"name": "CCAS de L’Île"}),
    ],
    ids=["contract", "name"],
)
def test_details_are_kept_in_one_form(changes: dict[str, str], stored: dict[str, str]) -> None:
    details = check_employer(an_employer_input(**changes))
    assert {name: getattr(details, name) for name in stored} == stored


def test_a_blank_title_is_none() -> None:
    employer_input = an_employer_input()
    employer_input["representative"]["title"] = "  "
    assert check_employer(employer_input).representative.title is None
