"""The form of a registration as it is stored, and the reason of a request (N1, N2)."""

import json

import pytest

from models.rules.refusals import Refusal
from models.rules.registrations.form import (
    FormAdministrator,
    FormRepresentative,
    RegistrationForm,
    check_reason,
    form_from_json,
    form_to_json,
)
from models.rules.vocabulary import Civility, ErrorCode

FULL = RegistrationForm(
    name="MAIRIE D'ANCENIS",
    siret="21440003600019",
    contract_number="VF301",
    postal_address=("1 place de la Mairie", "44150 ANCENIS"),
    representative=FormRepresentative(Civility.MADAME, "O'Neill", "Anne-Lise", "Maire"),
    administrator=FormAdministrator(
        Civility.MONSIEUR, "D’Almeida", "Jean", "jean@ancenis.example", "+33241051938", "RH", ("1 place",)
    ),
    funds=("CNRACL",),
    reason="Parti",
)


@pytest.mark.parametrize("form", [FULL, RegistrationForm()])
def test_what_is_stored_is_read_again_as_it_was(form: RegistrationForm) -> None:
    assert form_from_json(json.loads(json.dumps(form_to_json(form)))) == form


def test_an_erased_form_is_empty() -> None:
    assert form_from_json({}) == RegistrationForm()


@pytest.mark.parametrize(
    ("text", "code"),
    [("", ErrorCode.REQUIRED), ("  ", ErrorCode.REQUIRED), ("a" * 501, ErrorCode.TOO_LONG)],
)
def test_a_reason_is_required_and_has_500_characters_at_most(text: str, code: ErrorCode) -> None:
    refusal = check_reason(text)
    assert isinstance(refusal, Refusal)
    assert (refusal.code, refusal.field) == (code, ("reason",))
    assert check_reason(f" {'a' * 500} ") == "a" * 500
