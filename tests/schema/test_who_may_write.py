"""Every mutation by every caller: who is refused is told so by a code, and nothing is written (E3)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from schema.build import build_schema
from schema.ids import Kind, encode_id
from tests.browser import Browser, Service
from tests.builders import House
from tests.census import everything
from tests.schema.callers import (
    ADMINISTRATORS,
    NOBODY,
    OUTSIDERS,
    PARTNERS,
    USERS,
    Coming,
    Town,
    a_town,
    administrator,
    partner,
    revoked_partner,
    stranger,
    user,
    user_elsewhere,
)

Variables = dict[str, object]


@dataclass(frozen=True, slots=True)
class Deed:
    """A good request for one mutation, and what a refusal to an administrator of elsewhere looks like."""

    name: str
    document: str
    variables: Callable[[Town], Variables]
    outsiders_are_told: dict[str, object]


def _bulk(name: str, variables: Callable[[Town], Variables], told: dict[str, object]) -> Deed:
    document = (
        "mutation ($input: BulkAccountsInput!) { did: %s(input: $input) { done refused "
        "results { account { id } errors { code field } } errors { code field } } }"
    )
    return Deed(name, document % name, lambda town: {"input": variables(town)}, told)


def account(house: House) -> str:
    return encode_id(Kind.ACCOUNT, house.paul.id)


UNKNOWN_ITEM = {
    "done": 0,
    "refused": 1,
    "results": [{"account": None, "errors": [{"code": "NOT_FOUND", "field": None}]}],
    "errors": [],
}


def _unknown(*field: str) -> dict[str, object]:
    return {"errors": [{"code": "NOT_FOUND", "field": list(field)}]}


def _ids(town: Town) -> Variables:
    return {"ids": [account(town.house)]}


def _deleted_ids(town: Town) -> Variables:
    return {"ids": [encode_id(Kind.ACCOUNT, town.deleted.id)]}


def _invited_ids(town: Town) -> Variables:
    return {"ids": [encode_id(Kind.ACCOUNT, town.invited.id)]}


def _locked_ids(town: Town) -> Variables:
    return {"ids": [encode_id(Kind.ACCOUNT, town.locked.id)]}


def _locked_matching(town: Town) -> Variables:
    employer = encode_id(Kind.EMPLOYER, town.house.employer_id)
    return {"matching": {"employerId": employer, "search": {"text": "Blanc"}}}


def _invited_matching(town: Town) -> Variables:
    employer = encode_id(Kind.EMPLOYER, town.house.employer_id)
    return {"matching": {"employerId": employer, "search": {"text": "Roux"}}}


def _matching(town: Town) -> Variables:
    employer = encode_id(Kind.EMPLOYER, town.house.employer_id)
    return {"matching": {"employerId": employer, "search": {"text": "Martin"}}}


def _deleted_matching(town: Town) -> Variables:
    employer = encode_id(Kind.EMPLOYER, town.house.employer_id)
    return {"matching": {"employerId": employer, "filter": {"statuses": ["DELETED"]}}}


DEEDS = (
    Deed(
        "createAccount",
        """mutation ($input: CreateAccountInput!) { did: createAccount(input: $input) {
            account { id } errors { code field } } }""",
        lambda town: {
            "input": {
                "employerId": encode_id(Kind.EMPLOYER, town.house.employer_id),
                "civility": "MADAME",
                "lastName": "Le Goff",
                "firstName": "Maëlle",
                "email": "maelle@chu-nantes.example",
            }
        },
        _unknown("employerId"),
    ),
    Deed(
        "modifyAccount",
        """mutation ($input: ModifyAccountInput!) { did: modifyAccount(input: $input) {
            account { id } errors { code field } conflictingChanges { id } } }""",
        lambda town: {"input": {"id": account(town.house), "version": 1, "department": "RH"}},
        _unknown("id"),
    ),
    _bulk("renewAccounts", _ids, UNKNOWN_ITEM),
    _bulk("renewAccounts", _matching, _unknown("matching", "employerId")),
    _bulk("deleteAccounts", _ids, UNKNOWN_ITEM),
    _bulk("deleteAccounts", _matching, _unknown("matching", "employerId")),
    _bulk("restoreAccounts", _deleted_ids, UNKNOWN_ITEM),
    _bulk("restoreAccounts", _deleted_matching, _unknown("matching", "employerId")),
    _bulk("resendInvitations", _invited_ids, UNKNOWN_ITEM),
    _bulk("resendInvitations", _invited_matching, _unknown("matching", "employerId")),
    _bulk("unlockAccounts", _locked_ids, UNKNOWN_ITEM),
    _bulk("unlockAccounts", _locked_matching, _unknown("matching", "employerId")),
)
FOR_EVERYONE = frozenset(
    {
        *("signIn", "signOut", "createPassword", "changePassword", "requestPasswordReset"),
        *("endSession", "endOtherSessions"),  # one's own: test_own_sessions
    }
)
"""They change the caller's own access only: see below, test_signing_in.py and test_passwords.py."""


def test_every_mutation_has_its_row_in_the_table() -> None:
    mutations = build_schema()._schema.mutation_type
    assert mutations is not None
    assert set(mutations.fields) == {deed.name for deed in DEEDS} | FOR_EVERYONE


def _cells(*callers: Coming) -> list[Any]:
    return [
        pytest.param(deed, coming, id=f"{place}-{deed.name}-{coming.__name__}")
        for place, deed in enumerate(DEEDS)
        for coming in callers
    ]


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


async def _told(browser: Browser, deed: Deed, town: Town) -> Any:
    return (await browser.data(deed.document, deed.variables(town)))["did"]


@pytest.mark.parametrize(("deed", "coming"), _cells(*NOBODY))
async def test_whoever_is_not_signed_in_changes_nothing(
    service: Service, town: Town, deed: Deed, coming: Coming
) -> None:
    browser = await coming(service, town)
    before = await everything()
    assert (await _told(browser, deed, town))["errors"] == [{"code": "NOT_SIGNED_IN", "field": None}]
    assert await everything() == before


@pytest.mark.parametrize(("deed", "coming"), _cells(*USERS))
async def test_a_user_changes_nothing(service: Service, town: Town, deed: Deed, coming: Coming) -> None:
    browser = await coming(service, town)
    before = await everything()
    assert (await _told(browser, deed, town))["errors"] == [{"code": "FORBIDDEN", "field": None}]
    assert await everything() == before


@pytest.mark.parametrize(("deed", "coming"), _cells(*PARTNERS))
async def test_a_partner_changes_nothing(service: Service, town: Town, deed: Deed, coming: Coming) -> None:
    browser = await coming(service, town)
    before = await everything()
    assert (await _told(browser, deed, town))["errors"] == [{"code": "FORBIDDEN", "field": None}]
    assert await everything() == before


OWN_ACCESS = {
    "signIn": 'signIn(input: {identifier: "%s", password: "Comptoir#2026"})',
    "createPassword": 'createPassword(input: {token: "none", password: "Comptoir#2026"})',
    "changePassword": 'changePassword(input: {currentPassword: "a", newPassword: "b"})',
    "requestPasswordReset": 'requestPasswordReset(input: {identifier: "%s"})',
    "endSession": 'endSession(input: {sessionId: "none"})',
    "endOtherSessions": "endOtherSessions",
}


@pytest.mark.parametrize("name", sorted(FOR_EVERYONE - {"signOut"}))
async def test_a_partner_has_no_business_with_passwords_and_sessions(
    service: Service, town: Town, name: str
) -> None:
    browser = await partner(service, town)
    before = await everything()
    operation = OWN_ACCESS[name].replace("%s", town.house.paul.identifier)
    (error,) = (await browser.data(f"mutation {{ did: {operation} {{ errors {{ code }} }} }}"))["did"][
        "errors"
    ]
    assert error == {"code": "INVALID" if name == "endSession" else "FORBIDDEN"}
    assert await everything() == before


@pytest.mark.parametrize(("deed", "coming"), _cells(revoked_partner))
async def test_a_revoked_partner_is_not_even_heard(
    service: Service, town: Town, deed: Deed, coming: Coming
) -> None:
    browser = await coming(service, town)
    before = await everything()
    assert (await browser.post(deed.document, deed.variables(town))).status_code == 401
    assert await everything() == before


@pytest.mark.parametrize(("deed", "coming"), _cells(*OUTSIDERS))
async def test_to_an_administrator_of_elsewhere_the_accounts_do_not_exist(
    service: Service, town: Town, deed: Deed, coming: Coming
) -> None:
    browser = await coming(service, town)
    before = await everything()
    told = await _told(browser, deed, town)
    assert told.items() >= deed.outsiders_are_told.items()
    assert told.get("account") is None
    assert await everything() == before


@pytest.mark.parametrize(("deed", "coming"), _cells(user_elsewhere))
async def test_a_user_of_elsewhere_learns_nothing_and_changes_nothing(
    service: Service, town: Town, deed: Deed, coming: Coming
) -> None:
    browser = await coming(service, town)
    before = await everything()
    (error,) = (await _told(browser, deed, town))["errors"]
    assert error["code"] in {"FORBIDDEN", "NOT_FOUND"}
    assert await everything() == before


@pytest.mark.parametrize(("deed", "coming"), _cells(*ADMINISTRATORS))
async def test_an_administrator_of_the_house_or_with_its_mandate_may(
    service: Service, town: Town, deed: Deed, coming: Coming
) -> None:
    """The same requests, so that the refusals above are for who asks, not for what is asked."""
    browser = await coming(service, town)
    before = await everything()
    told = await _told(browser, deed, town)
    assert told["errors"] == []
    assert told.get("done", 1) == 1
    written = await everything()
    changed = {name for name in written if written[name] != before[name]}
    assert changed >= {"history", "employer", "password_link" if "resend" in deed.name else "account"}


@pytest.mark.parametrize("coming", [stranger, user, administrator])
async def test_signing_out_changes_the_session_only(service: Service, town: Town, coming: Coming) -> None:
    browser = await coming(service, town)
    before = await everything()
    for _ in range(2):
        assert await browser.data("mutation { signOut { errors { code } } }") == {"signOut": {"errors": []}}
        assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"
    assert await everything() == before


async def test_what_follows_a_sign_out_in_the_same_request_is_a_strangers(
    service: Service, town: Town
) -> None:
    browser = await administrator(service, town)
    before = await everything()
    document = """mutation ($ids: [ID!]) { signOut { errors { code } }
        renewAccounts(input: {ids: $ids}) { errors { code } } }"""
    found = await browser.data(document, _ids(town))
    assert found["renewAccounts"]["errors"] == [{"code": "NOT_SIGNED_IN"}]
    assert await everything() == before
