"""Every mutation by every kind of caller, for their own employer and for another: as the table says (E3, T1).

Who is refused is told so by a code, and nothing is written.
"""

from datetime import timedelta
from typing import Any

import pytest
from httpx2 import Response

from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.restore import restore
from schema.ids import Kind, encode_id
from schema.schema import build_schema
from tests.client import Service, a_service, settings_of
from tests.factories import NOW, POLICY, House, an_account, signed_in
from tests.nothing_written import rows_without_sessions
from tests.resolvers.requests import become
from tests.schema.callers import (
    EVERYONE,
    Coming,
    Place,
    Town,
    Who,
    a_town,
    a_whole_partner,
    administrator,
    partner,
    stranger,
    user,
)
from tests.schema.field_queries import mutations_only
from tests.schema.write_permissions import DEEDS, DOERS, OWN_ACCESS, PAYLOADS, Deed, Ground, Verdict


def test_every_mutation_has_its_line_in_the_table() -> None:
    mutations = build_schema()._schema.mutation_type
    assert mutations
    assert set(mutations.fields) == {deed.name for deed in DEEDS} | OWN_ACCESS.keys()


def test_every_field_that_only_mutations_answer_has_its_line_in_the_table() -> None:
    found = {name: kind.fields.keys() for name, kind in mutations_only().items()}
    assert found == {name: fields.keys() for name, fields in PAYLOADS.items()}


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


async def a_ground(house: House) -> Ground:
    """With a partner whose webhook could not be told of any change."""
    asked = BulkRequest(ids=(house.paul.id,))
    await delete(signed_in(house.jean), asked, NOW, POLICY)
    await restore(signed_in(house.jean), asked, NOW, POLICY)
    await a_whole_partner(house)
    locked = await an_account(house.employer_id, "Noir", "Léo")
    return Ground(
        house,
        deleted=await an_account(house.employer_id, "Vert", "Élie", deleted_at=NOW - timedelta(days=1)),
        invited=await an_account(house.employer_id, "Rose", "Lou", active=False),
        locked=await become(locked, locked_until=NOW + timedelta(days=9_999)),
    )


@pytest.fixture
async def grounds(town: Town) -> dict[Place, Ground]:
    return {Place.HOUSE: await a_ground(town.house), Place.ELSEWHERE: await a_ground(town.elsewhere)}


def tells(payload: str, did: dict[str, Any]) -> dict[str, Any]:
    """What it tells of that is for doers only."""
    return {name: value for name, value in did.items() if PAYLOADS[payload][name] == DOERS and value}


def told(response: Response, deed: Deed) -> str:
    if response.status_code == 401:
        return Verdict.UNHEARD
    did = response.json()["data"]["did"]
    errors = [*did["errors"], *(error for item in did.get("results", ()) for error in item["errors"])]
    if not errors:
        assert did.get("done", 1) >= 1
        return Verdict.DONE
    assert not tells(deed.payload.name, did)
    assert not any(tells("BulkAccountResult", item) for item in did.get("results", ()))
    found = errors[0]["code"] in {Verdict.NOT_FOUND, Verdict.INVALID}
    assert errors == [
        {"code": errors[0]["code"], "field": list(deed.field) if found and deed.field else None}
    ]
    return str(errors[0]["code"])


@pytest.mark.parametrize("place", Place)
@pytest.mark.parametrize("who", EVERYONE, ids=lambda who: who.coming.__name__)
async def test_whoever_may_not_is_told_so_and_nothing_is_written(
    service: Service, town: Town, grounds: dict[Place, Ground], who: Who, place: Place
) -> None:
    browser = await who.coming(service, town)
    before = await rows_without_sessions()
    for deed in DEEDS:
        wanted = deed.expected(who, place)
        if wanted is not Verdict.DONE:
            response = await browser.post(deed.document, {"input": await deed.variables(grounds[place])})
            assert told(response, deed) == wanted, deed.name
            assert await rows_without_sessions() == before, deed.name


ALLOWED = [
    pytest.param(who, place, deed, id=f"{who.coming.__name__}-{place.name}-{number}-{deed.name}")
    for who in EVERYONE
    for place in Place
    for number, deed in enumerate(DEEDS)
    if deed.expected(who, place) is Verdict.DONE
]


@pytest.mark.parametrize(("who", "place", "deed"), ALLOWED)
async def test_whoever_may_does_by_the_same_request(
    database_url: str, town: Town, grounds: dict[Place, Ground], who: Who, place: Place, deed: Deed
) -> None:
    """So that the refusals are for who asks, not for what is asked."""
    async with a_service(settings_of(database_url, webhook_private_addresses=True)) as service:
        browser = await who.coming(service, town)
        before = await rows_without_sessions()
        response = await browser.post(deed.document, {"input": await deed.variables(grounds[place])})
        assert told(response, deed) == Verdict.DONE
        written = await rows_without_sessions()
        assert {name for name in written if written[name] != before[name]} >= deed.changes


@pytest.mark.parametrize("name", sorted(OWN_ACCESS))
async def test_a_partner_has_no_business_with_passwords_and_sessions(
    service: Service, town: Town, name: str
) -> None:
    browser = await partner(service, town)
    before = await rows_without_sessions()
    operation = OWN_ACCESS[name].replace("%s", town.house.paul.identifier)
    did = (await browser.data(f"mutation {{ did: {operation} {{ errors {{ code }} }} }}"))["did"]
    wanted = {"signOut": [], "endSession": [{"code": "INVALID"}]}.get(name, [{"code": "FORBIDDEN"}])
    assert did["errors"] == wanted
    assert await rows_without_sessions() == before


@pytest.mark.parametrize("coming", [stranger, user, administrator])
async def test_signing_out_changes_the_session_only(service: Service, town: Town, coming: Coming) -> None:
    browser = await coming(service, town)
    before = await rows_without_sessions()
    for _ in range(2):
        assert await browser.data("mutation { signOut { errors { code } } }") == {"signOut": {"errors": []}}
        assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"
    assert await rows_without_sessions() == before


async def test_what_follows_a_sign_out_in_the_same_request_is_a_strangers(
    service: Service, town: Town
) -> None:
    browser = await administrator(service, town)
    before = await rows_without_sessions()
    document = """mutation ($ids: [ID!]) { signOut { errors { code } }
        renewAccounts(input: {ids: $ids}) { errors { code } } }"""
    asked: dict[str, Any] = {"ids": [encode_id(Kind.ACCOUNT, town.house.paul.id)]}
    found = await browser.data(document, asked)
    assert found["renewAccounts"]["errors"] == [{"code": "NOT_SIGNED_IN"}]
    assert await rows_without_sessions() == before
