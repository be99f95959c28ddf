"""Requesting a registration: the e-mail says what the answer does not (N1)."""

import re
from datetime import timedelta
from typing import Any

import pytest

from models.rules.history_entry import OPERATOR
from models.rules.refusals import Refused
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.registration import DECISION_DAYS, DRAFT_DAYS, MAX_UNCONFIRMED
from models.rules.registrations.states import RegistrationState
from models.rules.vocabulary import ErrorCode
from models.tables.employers import EmployerRow
from resolvers.registrations.read import find_draft, find_registration
from resolvers.registrations.refuse import refuse_registration
from resolvers.registrations.request import request_registration
from resolvers.registrations.save import save_registration
from server.demo.employers import siret
from tests.factories import NOW, POLICY, a_house
from tests.nothing_written import refused
from tests.resolvers.employers.employer_requests import an_administrator_input
from tests.resolvers.registrations.steps import (
    a_registration_request,
    latest_id,
    messages,
    news,
    registered,
    state_of,
    the_registration,
    token_of,
)
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")


async def taken_siret() -> str:
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(siret=siret("26500001"))
    return siret("26500001")


async def test_a_request_waits_for_an_operator_and_the_first_administrator_is_e_mailed() -> None:
    number = await registered()
    one = await the_registration(number)
    assert one.state(NOW) is RegistrationState.SUBMITTED
    assert one.form.representative.last_name == "O'Neill"
    assert one.form.administrator.phone == "+33241051938"
    assert (one.email, await news()) == ("jean.dalmeida@ancenis.example", ["RECEIVED"])


async def test_an_employer_that_is_registered_is_not_named_but_the_person_is_sent_to_it() -> None:
    number = await registered(a_registration_request(siret=await taken_siret()))
    assert await state_of(number) is RegistrationState.REFUSED
    assert await news() == ["REGISTERED_ALREADY"]
    facts = (await messages())[0][1]
    assert facts["employer_name"] == f"SIRET {siret('26500001')}"
    assert "CHRU" not in str(facts)


async def test_a_contract_number_that_another_employer_has_is_registered_already_too() -> None:
    house = await a_house()
    number = (await EmployerRow.get(id=house.employer_id)).contract_number
    await registered(a_registration_request(contract_number=number.lower()))
    assert await news() == ["REGISTERED_ALREADY"]


async def test_after_a_refusal_or_once_the_first_has_lapsed_a_new_request_waits_again() -> None:
    request = a_registration_request()
    await refuse_registration(await registered(request), "Mauvais contrat", OPERATOR, NOW, POLICY)
    await registered(request)
    later = NOW + timedelta(days=DECISION_DAYS + 1)
    await registered(request, later)
    assert await news() == ["RECEIVED", "REFUSED", "RECEIVED", "RECEIVED"]


def shapes(statements: list[str]) -> list[str]:
    """The statements without their values."""
    return [re.sub(r"'[^']*'|\d+|\[.*\]", "?", statement.split(": ")[0]) for statement in statements]


async def test_the_same_statements_are_run_whether_or_not_the_employer_is_known() -> None:
    taken, request = await taken_siret(), a_registration_request()
    seen = []
    for each in (*[request] * (MAX_UNCONFIRMED + 1), a_registration_request(siret=taken)):
        with counted() as statements:
            await request_registration(each, NOW, POLICY)
        seen.append(shapes(statements))
    assert await news() == [*["RECEIVED"] * (MAX_UNCONFIRMED + 1), "GAVE_WAY", "REGISTERED_ALREADY"]
    assert len(seen[0]) >= 4
    del seen[-2]  # One more e-mail: the oldest gave way. It is sent in the same statement.
    assert all(statements == seen[0] for statements in seen)


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"siret": "26500001800018"}, ("siret",)),
        ({"name": ""}, ("name",)),
        ({"contract_number": "?"}, ("contractNumber",)),
        ({"postal_address": ()}, ("postalAddress",)),
        ({"postal_address": ("a" * 39,)}, ("postalAddress", "0")),
    ],
)
async def test_a_fault_in_the_form_is_named_at_its_field(
    changes: dict[str, Any], path: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as caught:
        await request_registration(a_registration_request(**changes), NOW, POLICY)
    assert [refusal.field for refusal in caught.value.refusals] == [path]


async def test_all_faults_of_the_form_are_named_at_once_and_nothing_is_written() -> None:
    person = an_administrator_input(email="nowhere", professional_address=())
    request = a_registration_request(person, siret="1", name=" ")
    async with refused(
        ErrorCode.REQUIRED, ErrorCode.INVALID, ErrorCode.INVALID, ErrorCode.REQUIRED
    ) as refusals:
        await request_registration(request, NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [
        ("name",),
        ("siret",),
        ("administrator", "email"),
        ("administrator", "professionalAddress"),
    ]


async def test_a_saved_form_becomes_the_request_under_a_new_link() -> None:
    request = a_registration_request()
    await save_registration("claire@ancenis.example", request_form(), None, NOW, POLICY)
    draft = await latest_id()
    token = await token_of(draft)
    number = await registered(a_registration_request(token=token, siret=request.employer["siret"]))
    assert number == draft
    assert await find_registration(token) == (None, None)
    found, name = await find_registration(await token_of(number))
    assert found
    assert (found.state(NOW), name, found.email) == (
        RegistrationState.SUBMITTED,
        "MAIRIE D'ANCENIS",
        "jean.dalmeida@ancenis.example",
    )
    assert await find_draft(token, NOW) is None


async def test_the_link_of_a_request_or_of_a_lapsed_draft_makes_a_request_of_its_own() -> None:
    await save_registration("claire@ancenis.example", request_form(), None, NOW, POLICY)
    draft = await latest_id()
    later = NOW + timedelta(days=DRAFT_DAYS + 1)
    second = await registered(a_registration_request(token=await token_of(draft)), later)
    assert second != draft
    third = await registered(a_registration_request(token=await token_of(second)), later)
    assert third != second
    assert await state_of(second, later) is RegistrationState.SUBMITTED


def request_form() -> RegistrationForm:
    return RegistrationForm(name="MAIRIE D'ANCENIS", siret="en cours")
