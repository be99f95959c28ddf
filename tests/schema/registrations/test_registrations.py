"""Registration and succession through the endpoint, without an account (N1, N2)."""

from contextlib import nullcontext
from datetime import timedelta
from typing import Any

import pytest

from models.rules.history_entry import OPERATOR
from models.rules.registrations.states import RegistrationState
from models.tables.employers import EmployerRow
from resolvers.registrations.refuse import refuse_registration
from resolvers.registrations.request_letter import request_letter
from server.demo.employers import siret
from tests.client import ENGLISH, Service, a_service, settings_of
from tests.factories import NOW, POLICY, a_house
from tests.nothing_written import nothing_is_written
from tests.resolvers.registrations.steps import (
    approved,
    latest_id,
    messages,
    registered,
    the_registration,
    token_of,
)
from tests.resolvers.statement_count import counted

PERSON = {
    "civility": "MADAME",
    "lastName": "Dupont",
    "firstName": "Sara",
    "email": "sara.dupont@ancenis.example",
    "phone": "02 41 05 19 38",
    "professionalAddress": ["1 rue Haute", "44150 ANCENIS"],
}
FORM: dict[str, Any] = {
    "siret": siret("26500001"),
    "contractNumber": "VF301",
    "name": "CCAS D'ANCENIS",
    "postalAddress": ["1 rue Haute", "44150 ANCENIS"],
    "representative": {"civility": "MADAME", "lastName": "O'Neill", "firstName": "Anne", "title": "Maire"},
    "administrator": PERSON,
}
REGISTER = (
    "mutation ($input: RequestRegistrationInput!) "
    "{ did: requestRegistration(input: $input) { errors { code field message } } }"
)
SUCCEED = (
    "mutation ($input: RequestSuccessionInput!) "
    "{ did: requestSuccession(input: $input) { errors { code field message } } }"
)
SAVE = (
    "mutation ($input: SaveRegistrationInput!) "
    "{ did: saveRegistration(input: $input) { errors { code field } } }"
)
CONFIRM = (
    "mutation ($input: ConfirmRegistrationInput!) "
    "{ did: confirmRegistration(input: $input) { identifier errors { code field message } } }"
)
LETTER = (
    "mutation ($input: RequestRegistrationLetterInput!) "
    "{ did: requestRegistrationLetter(input: $input) { errors { code field message } } }"
)
STANDS = (
    "query ($token: String!) { registration(token: $token) { state kind employerName triesLeft codeExpiresAt "
    "lettersLeft nextLetterAt refusal } }"
)
UNKNOWN = {
    "state": "UNKNOWN",
    **dict.fromkeys(("kind", "employerName", "triesLeft", "codeExpiresAt")),
    **dict.fromkeys(("lettersLeft", "nextLetterAt", "refusal")),
}


async def did(service: Service, document: str, variables: dict[str, Any], language: str = "") -> Any:
    browser = await service.stranger()
    return (await browser.ask(document, {"input": variables}, language or None))["data"]["did"]


async def stands(service: Service, token: str) -> Any:
    return (await (await service.stranger()).data(STANDS, {"token": token}))["registration"]


async def test_a_form_is_sent_without_an_account(service: Service) -> None:
    assert await did(service, REGISTER, FORM) == {"errors": []}
    (message,) = await messages()
    assert message[1]["news"] == "RECEIVED"
    token = await token_of(await latest_id())
    assert await stands(service, token) == UNKNOWN | {
        "state": "SUBMITTED",
        "kind": "REGISTRATION",
        "employerName": "CCAS D'ANCENIS",
    }


def of_number(number: int) -> dict[str, Any]:
    """An e-mail address and a contract number that no other request has."""
    person = PERSON | {"email": f"sara{number}@ancenis.example"}
    return {"administrator": person, "contractNumber": f"VY{number}"}


async def test_the_answer_is_the_same_for_known_unknown_pending_and_refused_employers(
    service: Service,
) -> None:
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(siret=siret("26500002"))
    pending, refused = FORM | {"siret": siret("26500003")}, FORM | {"siret": siret("26500004")}
    await did(service, REGISTER, pending)
    await did(service, REGISTER, refused)
    await refuse_registration(await latest_id(), "Non.", OPERATOR, NOW, POLICY)
    bodies = [
        await (await service.stranger()).ask(REGISTER, {"input": form | of_number(number)})
        for number, form in enumerate((FORM, FORM | {"siret": siret("26500002")}, pending, refused))
    ]
    assert bodies[0]["data"] == {"did": {"errors": []}}
    assert bodies[0] == bodies[1] == bodies[2] == bodies[3]


async def test_faults_of_the_form_are_named_at_their_fields(service: Service) -> None:
    form = FORM | {"siret": "1", "postalAddress": ["a" * 39], "administrator": PERSON | {"email": "nowhere"}}
    async with nothing_is_written():
        errors = (await did(service, REGISTER, form))["errors"]
    assert [(error["code"], error["field"]) for error in errors] == [
        ("INVALID", ["siret"]),
        ("TOO_LONG", ["postalAddress", "0"]),
        ("INVALID", ["administrator", "email"]),
    ]


async def test_a_form_is_saved_read_again_and_sent_and_its_link_is_unknown_then(service: Service) -> None:
    draft = {"email": "claire@ancenis.example", "name": "CCAS D'ANCENIS", "administrator": {"phone": "02"}}
    assert await did(service, SAVE, draft) == {"errors": []}
    token = await token_of(await latest_id())
    document = """query ($token: String!) { savedRegistration(token: $token) { email siret name
        postalAddress representative { civility lastName } administrator { phone professionalAddress } } }"""
    browser = await service.stranger()
    assert (await browser.data(document, {"token": token}))["savedRegistration"] == {
        "email": "claire@ancenis.example",
        "siret": None,
        "name": "CCAS D'ANCENIS",
        "postalAddress": None,
        "representative": {"civility": None, "lastName": None},
        "administrator": {"phone": "02", "professionalAddress": None},
    }
    assert await did(service, REGISTER, FORM | {"token": token}) == {"errors": []}
    assert (await browser.data(document, {"token": token}))["savedRegistration"] is None
    assert (await stands(service, token))["state"] == "UNKNOWN"
    assert (await stands(service, await token_of(await latest_id())))["state"] == "SUBMITTED"


async def test_a_code_is_tried_and_the_identifier_shown_once(service: Service) -> None:
    one = await approved()
    wrong = await did(service, CONFIRM, {"token": one.token, "code": "2222-2222"}, ENGLISH)
    assert wrong["identifier"] is None
    assert wrong["errors"] == [
        {
            "code": "BAD_CREDENTIALS",
            "field": ["code"],
            "message": "This is not the code of the latest letter. Tries left: 4.",
        }
    ]
    assert await stands(service, one.token) == UNKNOWN | {
        "state": "APPROVED",
        "kind": "REGISTRATION",
        "employerName": "MAIRIE D'ANCENIS",
        "triesLeft": 4,
        "codeExpiresAt": "2026-12-08T23:00:00Z",
        "lettersLeft": 2,
        "nextLetterAt": "2026-11-24T09:00:00Z",
    }
    right = await did(service, CONFIRM, {"token": one.token, "code": one.code})
    assert right["errors"] == []
    assert len(right["identifier"]) == 9
    again = await did(service, CONFIRM, {"token": one.token, "code": one.code})
    assert (again["identifier"], again["errors"][0]["code"]) == (None, "CONFLICT")
    opened = await stands(service, one.token)
    assert opened["state"] == "OPENED"
    assert right["identifier"] not in str(opened)


async def test_another_letter_waits_for_a_day(service: Service) -> None:
    one = await approved()
    errors = (await did(service, LETTER, {"token": one.token}))["errors"]
    assert (errors[0]["code"], errors[0]["field"]) == ("RATE_LIMITED", ["token"])
    await request_letter(one.token, NOW + timedelta(days=1), POLICY)
    assert (await stands(service, one.token))["lettersLeft"] == 1
    unknown = (await did(service, LETTER, {"token": "none"}))["errors"]
    assert unknown[0]["code"] == "LINK_UNUSABLE"


async def test_the_holder_of_the_link_reads_why_it_was_refused(service: Service) -> None:
    number = await registered()
    await refuse_registration(number, "Ce contrat est clos.", OPERATOR, NOW, POLICY)
    shown = await stands(service, await token_of(number))
    assert (shown["state"], shown["refusal"]) == ("REFUSED", "Ce contrat est clos.")
    draft = {"email": "claire@ancenis.example"}
    await did(service, SAVE, draft)
    token = await token_of(await latest_id())
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(siret=FORM["siret"])
    await did(service, REGISTER, FORM | {"token": token})
    assert "déjà inscrit" in (await stands(service, await token_of(await latest_id())))["refusal"]


async def test_an_unknown_link_is_unknown_and_no_more(service: Service) -> None:
    for token in ("", "none", "0" * 64, "é" * 500):
        assert await stands(service, token) == UNKNOWN


async def test_a_succession_is_requested_without_an_account_and_answers_alike(service: Service) -> None:
    house = await a_house()
    known = (await EmployerRow.get(id=house.employer_id)).siret
    for employer in (known, known, "VF99999"):
        variables = {"employer": employer, "administrator": PERSON, "reason": "Partie en retraite."}
        assert await did(service, SUCCEED, variables) == {"errors": []}
    assert [facts["news"] for _, facts in await messages()] == [
        "RECEIVED",
        "RECEIVED",
        "EMPLOYER_UNKNOWN",
    ]


@pytest.mark.usefixtures("database")
async def test_requests_to_one_address_are_limited_but_not_those_for_one_siret(database_url: str) -> None:
    async with a_service(settings_of(database_url, registration_limit="2/hour")) as service:
        codes = []
        for number in range(3):
            form = FORM | {"siret": siret(f"2650000{number}")}
            async with nothing_is_written() if number == 2 else nullcontext():
                errors = (await did(service, REGISTER, form))["errors"]
            codes.append([error["code"] for error in errors])
        assert codes == [[], [], ["RATE_LIMITED"]]
        for number in range(3):
            assert await did(service, REGISTER, FORM | of_number(number)) == {"errors": []}


@pytest.mark.usefixtures("database")
async def test_another_spelling_of_an_address_is_no_way_round_the_limit(database_url: str) -> None:
    async with a_service(settings_of(database_url, registration_limit="2/hour")) as service:
        codes: list[list[str]] = []
        for email in (
            "claire@ancenis.example",
            "Claire@\uff41ncenis.example ",
            "claire@ANCENIS\uff0eexample",
        ):
            async with nothing_is_written() if len(codes) == 2 else nullcontext():
                errors = (await did(service, SAVE, {"email": email}))["errors"]
            codes.append([error["code"] for error in errors])
        assert codes == [[], [], ["RATE_LIMITED"]]


@pytest.mark.usefixtures("database")
async def test_a_network_is_limited_over_all_that_it_asks(database_url: str) -> None:
    async with a_service(settings_of(database_url, registration_address_limit="2/hour")) as service:
        codes = []
        for number in range(3):
            errors = (await did(service, SAVE, {"email": f"claire{number}@ancenis.example"}))["errors"]
            codes.append([error["code"] for error in errors])
        assert codes == [[], [], ["RATE_LIMITED"]]


async def test_what_lapsed_says_so(service: Service) -> None:
    number = await registered(now=NOW - timedelta(days=200))
    assert (await stands(service, await token_of(number)))["state"] == RegistrationState.LAPSED


FAULTS = "query ($form: RegistrationFormInput!) { registrationFaults(form: $form) { code field message } }"


async def test_a_form_is_checked_as_far_as_it_is_filled_in_and_nothing_is_written(service: Service) -> None:
    browser = await service.stranger()
    form = {
        "contractNumber": "?",
        "postalAddress": ["1 rue Haute", "x" * 39],
        "administrator": {"email": "sara", "phone": "12", "lastName": "Dupont"},
    }
    async with nothing_is_written():
        faults = (await browser.data(FAULTS, {"form": form}))["registrationFaults"]
    assert [fault["field"] for fault in faults] == [
        ["contractNumber"],
        ["postalAddress", "1"],
        ["administrator", "email"],
        ["administrator", "phone"],
    ]
    assert (await browser.data(FAULTS, {"form": {}}))["registrationFaults"] == []


async def test_a_check_says_nothing_about_who_is_registered(service: Service) -> None:
    house = await a_house()
    await EmployerRow.filter(id=house.employer_id).update(siret=FORM["siret"], contract_number="VF301")
    with counted() as statements:
        faults = await (await service.stranger()).data(FAULTS, {"form": FORM})
    assert faults["registrationFaults"] == []
    assert not any("employer" in statement for statement in statements)


async def test_following_the_link_of_the_e_mail_confirms_the_address(service: Service) -> None:
    number = await registered()
    document = (
        "mutation ($input: ConfirmRegistrationEmailInput!) "
        "{ did: confirmRegistrationEmail(input: $input) { errors { code } } }"
    )
    assert await did(service, document, {"token": await token_of(number)}) == {"errors": []}
    assert (await the_registration(number)).email_confirmed_at is not None
    async with nothing_is_written():
        answer = await did(service, document, {"token": "none"})
    assert answer == {"errors": [{"code": "LINK_UNUSABLE"}]}
