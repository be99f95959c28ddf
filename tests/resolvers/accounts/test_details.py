"""The holder's details: checked, and normalised to the form in which they are stored (A2, A3)."""

from dataclasses import asdict, replace

import pytest

from models.rules.accounts.account import Details, format_french_phone
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Civility, ErrorCode, Profile
from resolvers.accounts.details import DetailsInput, check_details, check_email
from tests.resolvers.requests import claire

USER, ADMINISTRATOR = Profile.USER, Profile.ADMINISTRATOR


def test_names_keep_their_case_accents_hyphens_and_apostrophes() -> None:
    details_input: DetailsInput = {**claire(), "last_name": "  d'Éon-LE Goff ", "first_name": "Jean-François"}
    details = check_details(details_input, USER)
    assert (details.last_name, details.first_name) == ("d'Éon-LE Goff", "Jean-François")


def test_civility_names_and_email_are_required_and_refused_together() -> None:
    with pytest.raises(Refused) as caught:
        check_details({}, USER)
    assert [(r.code, r.field) for r in caught.value.refusals] == [
        (ErrorCode.REQUIRED, ("civility",)),
        (ErrorCode.REQUIRED, ("lastName",)),
        (ErrorCode.REQUIRED, ("firstName",)),
        (ErrorCode.REQUIRED, ("email",)),
    ]


def test_what_is_not_required_may_be_left_out() -> None:
    details_input = claire()
    del details_input["phone"], details_input["department"], details_input["professional_address"]
    details = check_details(details_input, USER)
    assert (details.phone, details.department, details.professional_address) == (None, None, ())


def test_an_administrator_needs_an_address_even_if_something_else_is_wrong_too() -> None:
    details_input: DetailsInput = {**claire(), "first_name": "?", "professional_address": ()}
    with pytest.raises(Refused) as caught:
        check_details(details_input, ADMINISTRATOR)
    assert [r.field for r in caught.value.refusals] == [("firstName",), ("professionalAddress",)]


def test_a_wrong_address_is_refused_once_under_the_line_that_is_wrong() -> None:
    details_input: DetailsInput = {**claire(), "professional_address": ("CHRU", "x" * 39)}
    with pytest.raises(Refused) as caught:
        check_details(details_input, ADMINISTRATOR)
    assert [(r.code, r.field) for r in caught.value.refusals] == [
        (ErrorCode.TOO_LONG, ("professionalAddress", "1"))
    ]


def test_a_field_left_out_stays_and_an_emptied_one_is_removed() -> None:
    current = check_details(claire(), ADMINISTRATOR)
    changed = check_details({"phone": None, "first_name": "Clara"}, ADMINISTRATOR, current)
    assert changed == Details(**{**asdict(current), "phone": None, "first_name": "Clara"})
    with pytest.raises(Refused):
        check_details({"civility": None}, USER, current)
    assert current.civility is Civility.MADAME


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        (" claire@chu-nantes.example ", "claire@chu-nantes.example"),
        ("Claire@CHU-Nantes.Example", "Claire@chu-nantes.example"),
        ("hélène@hôpital.test", "hélène@hôpital.test"),
        (f"{'x' * 64}@chu.fr", f"{'x' * 64}@chu.fr"),
    ],
)
def test_an_email_is_stored_as_sent_but_for_its_domain(text: str, stored: str) -> None:
    assert check_email(text) == stored


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (None, ErrorCode.REQUIRED),
        ("  ", ErrorCode.REQUIRED),
        ("claire", ErrorCode.INVALID),
        ("claire@", ErrorCode.INVALID),
        ("a@b@c.fr", ErrorCode.INVALID),
        ("claire\n@chu.fr", ErrorCode.INVALID),
        (f"{'x' * 250}@chu.fr", ErrorCode.TOO_LONG),
        (f"{'x' * 65}@chu.fr", ErrorCode.INVALID),
    ],
)
def test_an_email_without_the_form_of_one_is_refused(text: str | None, code: ErrorCode) -> None:
    result = check_email(text)
    assert isinstance(result, Refusal)
    assert result.code is code


def test_a_phone_stored_before_does_not_stop_another_change() -> None:
    current = replace(check_details(claire(), USER), phone="+33012345678")
    for shown in ("+33012345678", format_french_phone("+33012345678")):
        changed = check_details({"phone": shown, "first_name": "Clara"}, USER, current)
        assert (changed.phone, changed.first_name) == (current.phone, "Clara")
    with pytest.raises(Refused):
        check_details({"phone": "+33012345679"}, USER, current)


@pytest.mark.parametrize("department", ["Service\tpaye", "-", "–", "?!"])
def test_a_department_is_free_text_of_one_line_with_a_letter_or_digit(department: str) -> None:
    details_input: DetailsInput = {**claire(), "department": department}
    with pytest.raises(Refused) as caught:
        check_details(details_input, USER)
    assert caught.value.refusals[0].field == ("department",)
