"""Password links and passwords, through the endpoint (C3, P1, P4, P7)."""

import secrets
from typing import Any

import pytest

from models.rules.paris_calendar import days_after
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import LinkPurpose
from models.stores.sign_in.password_links import NewPasswordLink
from resolvers.sign_in.passwords import hash_password
from tests.client import Browser, Service
from tests.factories import NOW, PASSWORD, a_house, an_account
from tests.nothing_written import rows_without_sessions
from tests.stored_links import insert_password_links

NEW = "Velo-Rouge-42"
LINK = "query ($token: String!) { passwordLink(token: $token) { state purpose expiresAt } }"
CREATE = """mutation ($input: CreatePasswordInput!) { did: createPassword(input: $input) {
    identifier errors { code field message } } }"""
CHANGE = """mutation ($input: ChangePasswordInput!) { did: changePassword(input: $input) {
    errors { code field } } }"""
RESET = """mutation ($input: RequestPasswordResetInput!) { did: requestPasswordReset(input: $input) {
    errors { code } } }"""
SIGN_IN = """mutation ($input: SignInInput!) { did: signIn(input: $input) {
    viewer { account { identifier } } errors { code } } }"""


async def run_mutation(browser: Browser, document: str, **fields: str) -> Any:
    return (await browser.data(document, {"input": fields}))["did"]


async def a_link(account_id: int) -> str:
    token = secrets.token_hex(32)
    link = NewPasswordLink(account_id, "nonce", token_hash(token))
    await insert_password_links([link], LinkPurpose.CREATE, NOW, days_after(NOW, 15))
    return token


async def test_a_link_can_be_read_any_number_of_times_and_used_once(service: Service) -> None:
    house = await a_house()
    invited = await an_account(house.employer_id, "Roux", "Inès", active=False)
    token, browser = await a_link(invited.id), await service.stranger()
    before = await rows_without_sessions()
    for _ in range(3):
        assert (await browser.data(LINK, {"token": token}))["passwordLink"]["state"] == "USABLE"
    weak = await run_mutation(browser, CREATE, token=token, password="Roux-2026!")
    assert [(e["code"], e["field"]) for e in weak["errors"]] == [("PASSWORD_TOO_WEAK", ["password"])]
    assert await rows_without_sessions() == before
    created = await run_mutation(browser, CREATE, token=token, password=NEW)
    assert created == {"identifier": invited.identifier, "errors": []}
    assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"
    again = await run_mutation(browser, CREATE, token=token, password=NEW)
    assert [(e["code"], e["field"]) for e in again["errors"]] == [("LINK_UNUSABLE", ["token"])]
    assert (await browser.data(LINK, {"token": token}))["passwordLink"]["state"] == "USED"
    signed_in = await run_mutation(browser, SIGN_IN, identifier=invited.identifier, password=NEW)
    assert signed_in["viewer"]["account"]["identifier"] == invited.identifier


@pytest.mark.parametrize("token", ["", "unknown", "0" * 64, "\0"])
async def test_an_unknown_link_is_reported_before_any_form(service: Service, token: str) -> None:
    browser = await service.stranger()
    assert (await browser.data(LINK, {"token": token}))["passwordLink"] == {
        "state": "UNKNOWN",
        "purpose": None,
        "expiresAt": None,
    }


async def test_a_changed_password_goes_on_in_a_new_session_and_ends_the_others(service: Service) -> None:
    house = await a_house()
    hashed = await hash_password(PASSWORD)
    paul = await an_account(house.employer_id, "Blanc", "Luc", password_hash=hashed)
    browser, elsewhere = await service.stranger(), await service.stranger()
    for session in (browser, elsewhere):
        await run_mutation(session, SIGN_IN, identifier=paul.identifier, password=PASSWORD)
    wrong = await run_mutation(browser, CHANGE, currentPassword="no", newPassword=NEW)
    assert wrong["errors"] == [{"code": "BAD_CREDENTIALS", "field": ["currentPassword"]}]
    assert await run_mutation(browser, CHANGE, currentPassword=PASSWORD, newPassword=NEW) == {"errors": []}
    assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ACCOUNT"
    assert (await elsewhere.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"


async def test_a_request_for_a_new_password_has_one_response_for_known_and_unknown_identifiers(
    service: Service,
) -> None:
    house, browser = await a_house(), await service.stranger()
    payloads = [
        await run_mutation(browser, RESET, identifier=identifier)
        for identifier in (house.paul.identifier, "XXX222222", "no such account")
    ]
    assert payloads == [{"errors": []}] * 3


async def test_too_many_requests_for_one_identifier_are_rate_limited(service: Service) -> None:
    browser = await service.stranger()
    payloads = [await run_mutation(browser, RESET, identifier="XXX222222") for _ in range(4)]
    assert [payload["errors"] for payload in payloads] == [[], [], [], [{"code": "RATE_LIMITED"}]]


async def test_a_session_may_try_no_more_current_passwords_than_a_sign_in(service: Service) -> None:
    house = await a_house()
    hashed = await hash_password(PASSWORD)
    paul = await an_account(house.employer_id, "Blanc", "Luc", password_hash=hashed)
    browser, before = await service.browser(paul), await rows_without_sessions()
    payloads = [
        await run_mutation(browser, CHANGE, currentPassword=PASSWORD, newPassword="weak") for _ in range(10)
    ]
    assert [payload["errors"][0]["code"] for payload in payloads] == ["PASSWORD_TOO_WEAK"] * 10
    for credentials in ({"currentPassword": PASSWORD}, {"currentPassword": "wrong"}):
        refused = await run_mutation(browser, CHANGE, **credentials, newPassword=NEW)
        assert refused["errors"] == [{"code": "RATE_LIMITED", "field": None}]
    signing_in = await run_mutation(browser, SIGN_IN, identifier=paul.identifier, password=PASSWORD)
    assert [error["code"] for error in signing_in["errors"]] == ["RATE_LIMITED"]
    assert await rows_without_sessions() == before


async def test_a_stranger_has_no_password_to_change(service: Service) -> None:
    before = await rows_without_sessions()
    payload = await run_mutation(await service.stranger(), CHANGE, currentPassword=PASSWORD, newPassword=NEW)
    assert payload["errors"] == [{"code": "NOT_SIGNED_IN", "field": None}]
    assert await rows_without_sessions() == before
