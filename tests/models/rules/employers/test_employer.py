"""What an employer's name, contract number and address may be."""

import pytest

from models.rules.employers.employer import (
    check_contract_number,
    check_employer_address,
    check_employer_name,
    check_title,
)
from models.rules.refusals import Refusal


@pytest.mark.parametrize("text", ["", "  ", "12", "x" * 201, "Mairie\nd'Ancenis", "Mairie\u200b"])
def test_a_name_that_no_one_could_read_is_refused(text: str) -> None:
    assert isinstance(check_employer_name(text), Refusal)


@pytest.mark.parametrize("text", ["", "VF", "VF201!", "VF201 OR 1", "V" * 21, "201\u200b"])
def test_another_form_of_contract_number_is_refused(text: str) -> None:
    assert isinstance(check_contract_number(text), Refusal)


def test_letters_need_an_address() -> None:
    assert isinstance(check_employer_address(("", " ")), Refusal)
    assert isinstance(check_employer_address(("x" * 39,)), Refusal)
    assert check_employer_address((" 1 rue Haute ", "")) == ("1 rue Haute",)


def test_a_title_is_optional_and_one_line() -> None:
    assert check_title(None) is None
    assert isinstance(check_title("Maire\nadjointe"), Refusal)
