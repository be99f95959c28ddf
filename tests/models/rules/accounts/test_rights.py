"""The levels of services that an account may have (A7)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.rules.accounts.rights import ServiceFacts, changed_rights, right_refusal, services_of
from models.rules.vocabulary import AccessLevel, ErrorCode

NONE, READ, WRITE = AccessLevel
CAREER = ServiceFacts("CNRACL-01", "Affiliation CNRACL", "CNRACL", "carriere", frozenset({NONE, READ, WRITE}))
DUES = ServiceFacts("RAFP-01", "Cotisations RAFP", "RAFP", "cotisations", frozenset({NONE, READ}))
FOR_ALL = ServiceFacts("MULTI-01", "Déclarations", "MULTI", "declarations", frozenset({NONE, READ, WRITE}))
matrices = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(AccessLevel))


@pytest.mark.parametrize(
    ("funds", "services"),
    [
        ((), [FOR_ALL]),
        (("RAFP",), [DUES, FOR_ALL]),
        (("CNRACL", "RAFP"), [CAREER, DUES, FOR_ALL]),
        (("MULTI",), [FOR_ALL]),
        (("IRCANTEC",), [FOR_ALL]),
    ],
)
def test_an_employer_has_the_services_of_its_funds_and_those_for_every_employer(
    funds: tuple[str, ...], services: list[ServiceFacts]
) -> None:
    assert services_of(funds, [CAREER, DUES, FOR_ALL]) == services


@pytest.mark.parametrize(
    ("code", "level", "refused"),
    [
        ("CNRACL-01", NONE, None),
        ("CNRACL-01", READ, None),
        ("CNRACL-01", WRITE, None),
        ("RAFP-01", READ, None),
        ("RAFP-01", WRITE, ErrorCode.LEVEL_UNAVAILABLE),
        ("MULTI-01", NONE, ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER),
        ("rafp-01", READ, ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER),
    ],
)
def test_a_right_is_set_only_on_a_service_of_the_employer_and_to_a_level_it_allows(
    code: str, level: AccessLevel, refused: ErrorCode | None
) -> None:
    refusal = right_refusal(code, level, {service.code: service for service in (CAREER, DUES)})
    assert (refusal and refusal.code) is refused


def test_a_level_refused_names_the_service() -> None:
    refusal = right_refusal("RAFP-01", WRITE, {"RAFP-01": DUES})
    assert refusal is not None
    assert "Cotisations RAFP" in refusal.french
    assert "Cotisations RAFP" in refusal.english


@pytest.mark.parametrize(
    ("before", "wanted", "changed"),
    [
        ({}, {}, {}),
        ({}, {"a": NONE}, {}),
        ({}, {"a": READ}, {"a": (NONE, READ)}),
        ({"a": WRITE}, {"a": NONE}, {"a": (WRITE, NONE)}),
        ({"a": READ, "b": READ}, {"b": WRITE}, {"b": (READ, WRITE)}),
        ({"a": READ}, {"a": READ}, {}),
    ],
)
def test_a_right_left_out_is_none_before_and_untouched_after(
    before: dict[str, AccessLevel],
    wanted: dict[str, AccessLevel],
    changed: dict[str, tuple[AccessLevel, AccessLevel]],
) -> None:
    assert changed_rights(before, wanted) == changed


@given(matrices, matrices)
def test_what_changes_leads_from_the_rights_before_to_those_wanted_and_no_further(
    before: dict[str, AccessLevel], wanted: dict[str, AccessLevel]
) -> None:
    changed = changed_rights(before, wanted)
    after = before | {code: new for code, (_, new) in changed.items()}
    assert all(after.get(code, NONE) is level for code, level in wanted.items())
    assert all(old is before.get(code, NONE) and old is not new for code, (old, new) in changed.items())
    assert list(changed) == sorted(changed)
    assert changed_rights(after, wanted) == {}


def test_a_right_can_always_be_withdrawn_even_where_a_service_does_not_list_none() -> None:
    always = ServiceFacts("X-01", "X", "MULTI", "x", frozenset({READ}))
    assert right_refusal("X-01", NONE, {"X-01": always}) is None
