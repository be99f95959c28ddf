"""Bad input to createAccount and modifyAccount: a code, the field's path, the remedy; nothing is written."""

import pytest

from schema.ids import Kind, encode_id
from tests.client import Browser, Service
from tests.factories import TODAY, an_account
from tests.nothing_written import rows_without_sessions
from tests.schema.callers import Town, a_town
from tests.schema.errors.refusal import refused

CREATE = """mutation ($input: CreateAccountInput!) {
    did: createAccount(input: $input) { account { id } errors { code field message } } }"""
MODIFY = """mutation ($input: ModifyAccountInput!) {
    did: modifyAccount(input: $input) { account { id } errors { code field message } } }"""
LINE = "12 rue de l'Abbé-Grégoire"

DETAILS: list[tuple[dict[str, object], str, str, str]] = [
    ({"lastName": ""}, "REQUIRED", "lastName", "required"),
    ({"firstName": " \t "}, "REQUIRED", "firstName", "required"),
    ({"email": ""}, "REQUIRED", "email", "required"),
    ({"lastName": "x" * 101}, "TOO_LONG", "lastName", "101 characters"),
    ({"firstName": "é" * 101}, "TOO_LONG", "firstName", "101 characters"),
    ({"department": "x" * 101}, "TOO_LONG", "department", "101 characters"),
    ({"email": "x" * 243 + "@example.org"}, "TOO_LONG", "email", "255 characters"),
    ({"phone": "0" * 41}, "TOO_LONG", "phone", "41 characters"),
    ({"professionalAddress": [LINE, "x" * 39]}, "TOO_LONG", "professionalAddress.1", "39 characters"),
    ({"professionalAddress": [LINE] * 7}, "TOO_LONG", "professionalAddress", "7 lines"),
    ({"lastName": "12"}, "INVALID", "lastName", "nameless"),
    ({"email": "jean"}, "INVALID", "email", "e-mail"),
    ({"email": "jean@"}, "INVALID", "email", "e-mail"),
    ({"email": "a@b.example, c@d.example"}, "INVALID", "email", "e-mail"),
    ({"phone": "12"}, "INVALID", "phone", "phone"),
    ({"phone": "téléphone"}, "INVALID", "phone", "phone"),
    ({"lastName": "Le\0Goff"}, "INVALID", "lastName", "control"),
    ({"firstName": "Ma\u0007"}, "INVALID", "firstName", "bell"),
    ({"email": "a@b.example\nBcc: c@d.example"}, "INVALID", "email", "line feed"),
    ({"department": "\u202eRH"}, "INVALID", "department", "right to left"),
    ({"professionalAddress": ["a\nb"]}, "INVALID", "professionalAddress.0", "line feed"),
    ({"profile": "ADMINISTRATOR", "professionalAddress": []}, "REQUIRED", "professionalAddress", "address"),
    (
        {"rights": [{"service": "NOPE-01", "level": "READ"}]},
        "SERVICE_UNAVAILABLE_TO_EMPLOYER",
        "rights.0.service",
        "service",
    ),
    (
        {"rights": [{"service": "CNRACL-01", "level": "READ"}, {"service": "IRC-01", "level": "READ"}]},
        "SERVICE_UNAVAILABLE_TO_EMPLOYER",
        "rights.1.service",
        "service",
    ),
    ({"rights": [{"service": "COM-01", "level": "WRITE"}]}, "LEVEL_UNAVAILABLE", "rights.0.level", "level"),
    ({"rights": [{"service": "COM-01", "level": "READ"}] * 2}, "INVALID", "rights.1.service", "twice"),
]
"""Checked by createAccount and modifyAccount alike: fields, code, path, key of the message."""


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


@pytest.fixture
async def jean(town: Town, service: Service) -> Browser:
    return await service.browser(town.house.jean)


def creation(town: Town) -> dict[str, object]:
    return {
        "employerId": encode_id(Kind.EMPLOYER, town.house.employer_id),
        "civility": "MADAME",
        "lastName": "Le Goff",
        "firstName": "Maëlle",
        "email": "maelle@chu-nantes.example",
    }


def modification(town: Town) -> dict[str, object]:
    return {"id": encode_id(Kind.ACCOUNT, town.house.paul.id), "version": 1}


@pytest.mark.parametrize(("fields", "code", "path", "message"), DETAILS, ids=lambda value: str(value)[:40])
async def test_details_and_rights_that_cannot_be_are_refused_at_creation_and_modification(
    town: Town, jean: Browser, fields: dict[str, object], code: str, path: str, message: str
) -> None:
    await refused(jean, CREATE, creation(town) | fields, code, path, message)
    await refused(jean, MODIFY, modification(town) | fields, code, path, message)


@pytest.mark.parametrize("field", ["civility", "lastName", "firstName", "email", "profile"])
async def test_what_an_account_needs_cannot_be_emptied(town: Town, jean: Browser, field: str) -> None:
    await refused(jean, MODIFY, modification(town) | {field: None}, "REQUIRED", field, "required")


@pytest.mark.parametrize(
    ("fields", "code", "path", "message"),
    [
        ({"employerId": "garbage"}, "INVALID", "employerId", "id"),
        ({"employerId": encode_id(Kind.ACCOUNT, 1)}, "INVALID", "employerId", "id"),
        ({"employerId": encode_id(Kind.EMPLOYER, 2**62)}, "NOT_FOUND", "employerId", "not found"),
        ({"idempotencyKey": ""}, "REQUIRED", "idempotencyKey", "required"),
        ({"idempotencyKey": "k" * 101}, "TOO_LONG", "idempotencyKey", "101 characters"),
        ({"idempotencyKey": "\0"}, "INVALID", "idempotencyKey", "control"),
    ],
    ids=str,
)
async def test_a_creation_for_no_employer_or_with_no_real_key_is_refused(
    town: Town, jean: Browser, fields: dict[str, object], code: str, path: str, message: str
) -> None:
    await refused(jean, CREATE, creation(town) | fields, code, path, message)


@pytest.mark.parametrize(
    ("fields", "code", "path", "message"),
    [
        ({"id": "garbage"}, "INVALID", "id", "id"),
        ({"id": encode_id(Kind.EMPLOYER, 1)}, "INVALID", "id", "id"),
        ({"id": encode_id(Kind.ACCOUNT, 2**62)}, "NOT_FOUND", "id", "not found"),
        ({"version": 2, "department": "RH"}, "CONFLICT", "version", "conflict"),
        ({"version": -(2**31)}, "CONFLICT", "version", "conflict"),
    ],
    ids=str,
)
async def test_a_modification_of_no_account_or_of_another_version_is_refused(
    town: Town, jean: Browser, fields: dict[str, object], code: str, path: str, message: str
) -> None:
    await refused(jean, MODIFY, modification(town) | fields, code, path, message)


async def test_an_administrator_cannot_become_a_user_nor_an_expired_account_change(
    town: Town, jean: Browser
) -> None:
    sara = {"id": encode_id(Kind.ACCOUNT, town.house.sara.id), "version": 1, "profile": "USER"}
    await refused(jean, MODIFY, sara, "DEMOTION_FORBIDDEN", "profile", "demotion")
    fernand = await an_account(town.house.employer_id, "Louty", "Fernand", expires_on=TODAY.replace(day=1))
    expired = {"id": encode_id(Kind.ACCOUNT, fernand.id), "version": 1, "department": "RH"}
    await refused(jean, MODIFY, expired, "ACCOUNT_EXPIRED", "", "expired")


async def test_all_errors_of_an_input_are_reported_at_once(town: Town, jean: Browser) -> None:
    wrong = {"lastName": "", "email": "x", "phone": "x", "rights": [{"service": "x", "level": "READ"}]}
    at_fault = [["lastName"], ["email"], ["phone"], ["rights", "0", "service"]]
    before = await rows_without_sessions()
    data = await jean.data(CREATE, {"input": creation(town) | wrong})
    assert [error["field"] for error in data["did"]["errors"]] == at_fault
    data = await jean.data(MODIFY, {"input": modification(town) | wrong | {"profile": None}})
    assert sorted(error["field"] for error in data["did"]["errors"]) == sorted([*at_fault, ["profile"]])
    assert await rows_without_sessions() == before
