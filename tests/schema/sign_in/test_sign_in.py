"""Signing in over GraphQL: a session in a cookie, and one response for all that does not open one."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from models.rules.vocabulary import Profile
from models.tables.sign_in import SessionRow
from resolvers.sign_in.passwords import hash_password
from tests.client import ENGLISH, Browser, Service
from tests.factories import NOW, PASSWORD, TODAY, House, a_house, an_account
from tests.nothing_written import rows_without_sessions

SIGN_IN = """mutation ($identifier: String!, $password: String!) {
    signIn(input: {identifier: $identifier, password: $password}) {
        viewer { kind profile account { identifier } employers { name } sessionLapsesAt }
        errors { code field message } } }"""
VIEWER = "{ viewer { kind account { identifier } } }"


@pytest.fixture(scope="module")
def password_hash() -> str:
    return asyncio.run(hash_password(PASSWORD))


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def attempt(browser: Browser, identifier: str, password: str, language: str | None = None) -> Any:
    response = await browser.ask(SIGN_IN, {"identifier": identifier, "password": password}, language)
    return response["data"]["signIn"]


async def test_an_administrator_signs_in_whatever_the_case_and_acts_at_once(
    house: House, service: Service, password_hash: str
) -> None:
    anne = await an_account(
        house.employer_id, "Petit", "Anne", profile=Profile.ADMINISTRATOR, password_hash=password_hash
    )
    browser = await service.stranger()
    payload = await attempt(browser, f" {anne.identifier.lower()} ", PASSWORD)
    assert payload == {
        "viewer": {
            "kind": "ACCOUNT",
            "profile": "ADMINISTRATOR",
            "account": {"identifier": anne.identifier},
            "employers": [{"name": "CHRU DE NANTES"}],
            "sessionLapsesAt": "2026-11-23T09:30:00Z",
        },
        "errors": [],
    }
    assert (await browser.data(VIEWER))["viewer"]["account"] == {"identifier": anne.identifier}


async def test_what_follows_a_sign_in_in_the_same_request_is_the_accounts(
    house: House, service: Service, password_hash: str
) -> None:
    anne = await an_account(house.employer_id, "Petit", "Anne", password_hash=password_hash)
    browser = await service.browser(house.jean)
    document = """mutation ($identifier: String!, $password: String!) {
        signIn(input: {identifier: $identifier, password: $password}) { errors { code } }
        renewAccounts(input: {ids: []}) { errors { code } } }"""
    data = await browser.data(document, {"identifier": anne.identifier, "password": PASSWORD})
    assert data["renewAccounts"]["errors"] == [{"code": "FORBIDDEN"}]


async def test_signing_in_anew_ends_the_session_before(
    house: House, service: Service, password_hash: str
) -> None:
    anne = await an_account(house.employer_id, "Petit", "Anne", password_hash=password_hash)
    browser = await service.browser(house.jean)
    (token,) = browser.client.cookies.values()
    await attempt(browser, anne.identifier, PASSWORD)
    before = await service.holding(token)
    assert (await before.data(VIEWER))["viewer"]["kind"] == "ANONYMOUS"
    assert (await browser.data(VIEWER))["viewer"]["account"] == {"identifier": anne.identifier}


async def test_all_wrong_credentials_have_one_response_and_write_nothing(
    house: House, service: Service, password_hash: str
) -> None:
    active = await an_account(house.employer_id, "Petit", "Anne", password_hash=password_hash)
    pending = await an_account(house.employer_id, "Petit", "Jo", active=False, password_hash=password_hash)
    deleted = await an_account(house.employer_id, "Petit", "Al", deleted_at=NOW, password_hash=password_hash)
    browser = await service.stranger()
    before = await rows_without_sessions()
    attempts = [
        (active.identifier, "Comptoir#2025"),
        (active.identifier, ""),
        (active.identifier, PASSWORD + "\0"),
        (active.identifier, "x" * 200_000),
        (pending.identifier, PASSWORD),
        (deleted.identifier, PASSWORD),
        ("JLO000439", PASSWORD),
        ("", ""),
        ("\0", "\0"),
    ]
    payloads = [await attempt(browser, *credentials) for credentials in attempts]
    assert {str(payload) for payload in payloads} == {str(payloads[0])}
    assert [e["code"] for e in payloads[0]["errors"]] == ["BAD_CREDENTIALS"]
    assert payloads[0]["viewer"] is None
    assert await rows_without_sessions() == before
    assert await SessionRow.all().count() == 0
    assert not browser.client.cookies


async def test_an_expired_holder_with_the_right_password_learns_whom_to_contact(
    house: House, service: Service, password_hash: str
) -> None:
    fernand = await an_account(
        house.employer_id,
        "Louty",
        "Fernand",
        expires_on=TODAY - timedelta(days=1),
        password_hash=password_hash,
    )
    browser = await service.stranger()
    before = await rows_without_sessions()
    (error,) = (await attempt(browser, fernand.identifier, PASSWORD))["errors"]
    assert error["code"] == "ACCOUNT_EXPIRED"
    assert (
        error["message"] == "Votre compte a expiré. Demandez son renouvellement à : Sara Dupont, Jean Louty."
    )
    (error,) = (await attempt(browser, fernand.identifier, PASSWORD, ENGLISH))["errors"]
    assert error["message"] == "Your account has expired. Ask for its renewal from: Sara Dupont, Jean Louty."
    (error,) = (await attempt(browser, fernand.identifier, "Comptoir#2025"))["errors"]
    assert error["code"] == "BAD_CREDENTIALS"
    assert await rows_without_sessions() == before
