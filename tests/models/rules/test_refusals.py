"""A refusal has a code for programs and, for people, a sentence in French and one in English."""

import inspect
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from models.rules import refusals
from models.rules.accounts import account_permissions
from models.rules.operators import operator_refusals
from models.rules.refusals import Refusal, Refused
from models.rules.registrations import registration_refusals
from models.rules.registrations.states import RegistrationState
from models.rules.vocabulary import ErrorCode, Language, LinkPurpose, LinkState

ARGUMENTS: dict[str, tuple[Any, ...]] = {
    "too_long": (38, 39),
    "too_many_lines": (6, 7),
    "too_many_marks": (3,),
    "too_many_terms": (10, 11),
    "control_character": ("U+200B",),
    "malformed": ("Un SIRET a 14 chiffres.", "A SIRET has 14 digits."),
    "out_of_range": ("first", 1, 100),
    "limit_exceeded": (250, 251),
    "too_many_webhooks": (10,),
    "too_many_streams": (20,),
    "scope_missing": ("changes",),
    "too_costly": (50_000, 50_001),
    "too_costly_for_strangers": (50_000, 50_001),
    "document_exceeds": ("Niveaux.", "Levels.", 15),
    "own_account_refusal": ("Pas le vôtre.", "Not your own."),
    "deleted_refusal": ("de le modifier.", "modifying it."),
    "expired_refusal": ("Renouvelez-le.", "Renew it."),
    "likely_duplicate": ("Sara Dupont", "SDU000601"),
    "link_unusable": (LinkState.USED,),
    "rate_limited": (42,),
    "operator_unknown": ("odile",),
    "reason_too_short": (5,),
    "code_wrong": (4,),
    "letters_used_up": (3,),
    "letter_too_soon": (datetime(2026, 11, 23, 9, tzinfo=UTC),),
    "registration_unknown": (12,),
    "decided_already": (RegistrationState.APPROVED, "operator"),
    "other_approved": (12,),
}
EVERY_REFUSAL = {
    name: make
    for module in (refusals, account_permissions, registration_refusals, operator_refusals)
    for name, make in inspect.getmembers(module, inspect.isfunction)
    if make.__module__ == module.__name__ and inspect.signature(make).return_annotation is Refusal
}


@pytest.mark.parametrize(("name", "make"), EVERY_REFUSAL.items(), ids=EVERY_REFUSAL)
def test_every_refusal_has_both_languages_and_names_the_offending_value(
    name: str, make: Callable[..., Refusal]
) -> None:
    arguments = ARGUMENTS.get(name, ())
    refusal = make(*arguments)
    assert refusal.code in ErrorCode
    assert refusal.message(Language.FRENCH) != refusal.message(Language.ENGLISH)
    for language in Language:
        sentence = refusal.message(language)
        assert sentence == sentence.strip()
        assert sentence.endswith(".")
    shown_otherwise = LinkState | RegistrationState | datetime
    values = [v for v in arguments if not (str(v).endswith(".") or isinstance(v, shown_otherwise))]
    assert all(str(value) in refusal.french and str(value) in refusal.english for value in values)


def test_a_refusal_can_be_placed_under_the_field_at_fault_and_is_otherwise_the_same() -> None:
    refusal = refusals.required()
    placed = refusal.under("rights", "0", "level")
    assert refusal.field is None
    assert placed == Refusal(refusal.code, refusal.french, refusal.english, ("rights", "0", "level"))


def test_a_refused_request_names_all_its_refusals_and_their_codes() -> None:
    refused = Refused(refusals.required(), refusals.not_found())
    assert refused.refusals == (refusals.required(), refusals.not_found())
    assert str(refused) == "REQUIRED, NOT_FOUND"


def test_not_found_does_not_reveal_whether_it_is_unknown_or_out_of_reach() -> None:
    assert not any(word in refusals.not_found().english for word in ("exist", "employer", "another"))


def test_the_refusal_of_a_lapsed_link_names_whom_to_ask_for_another() -> None:
    invitation = refusals.link_unusable(LinkState.LAPSED, LinkPurpose.CREATE)
    reset = refusals.link_unusable(LinkState.LAPSED, LinkPurpose.RESET)
    assert "votre administrateur" in invitation.french
    assert "vous-même, par « Mot de passe oublié »" in reset.french
    assert "administrat" not in reset.french + reset.english
    for state in (LinkState.USED, LinkState.UNKNOWN):
        of_each_purpose = {refusals.link_unusable(state, purpose) for purpose in LinkPurpose}
        assert len(of_each_purpose) == 1


def test_a_refused_sign_in_does_not_reveal_why() -> None:
    refusal = refusals.bad_credentials()
    assert refusal.code is ErrorCode.BAD_CREDENTIALS
    assert not any(word in refusal.english for word in ("locked", "pending", "expired", "unknown"))
