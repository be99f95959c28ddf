"""Every mutation by every kind of caller, for their own employer and for another: as the table says (E3, T1).

A refusal has a code, and nothing is written.
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
from tests.schema.caller_cases import CALLERS, marks_of
from tests.schema.callers import (
    CALLER_KINDS,
    CallerKind,
    OpenBrowser,
    Target,
    Town,
    a_partner_with_a_webhook,
    a_town,
    administrator,
    operator,
    partner,
    stranger,
    user,
)
from tests.schema.field_queries import payload_types
from tests.schema.write_permissions import (
    MUTATION_CASES,
    OWN_ACCESS,
    PAYLOADS,
    PERMITTED,
    MutationCase,
    Subjects,
    Verdict,
)


def test_every_mutation_has_its_line_in_the_table() -> None:
    mutations = build_schema()._schema.mutation_type
    assert mutations
    assert set(mutations.fields) == {mutation.name for mutation in MUTATION_CASES} | OWN_ACCESS.keys()


def test_every_field_that_only_mutations_answer_has_its_line_in_the_table() -> None:
    served = {name: kind.fields.keys() for name, kind in payload_types().items()}
    assert served == {name: fields.keys() for name, fields in PAYLOADS.items()}


@pytest.fixture
async def town(database: None) -> Town:  # noqa: ARG001
    return await a_town()


async def create_subjects(house: House) -> Subjects:
    """The accounts of a house for each mutation, and a partner with failed webhook deliveries."""
    request = BulkRequest(ids=(house.paul.id,))
    await delete(signed_in(house.jean), request, NOW, POLICY)
    await restore(signed_in(house.jean), request, NOW, POLICY)
    await a_partner_with_a_webhook(house)
    locked = await an_account(house.employer_id, "Noir", "Léo")
    return Subjects(
        house,
        deleted=await an_account(house.employer_id, "Vert", "Élie", deleted_at=NOW - timedelta(days=1)),
        invited=await an_account(house.employer_id, "Rose", "Lou", active=False),
        locked=await become(locked, locked_until=NOW + timedelta(days=9_999)),
    )


@pytest.fixture
async def subjects(town: Town, target: Target) -> Subjects:
    """Those of the employer that the requests are about."""
    return await create_subjects(town.house if target is Target.HOUSE else town.elsewhere)


def restricted_values(type_name: str, fields: dict[str, Any]) -> dict[str, Any]:
    """Return the values that only a permitted caller may receive."""
    return {name: value for name, value in fields.items() if PAYLOADS[type_name][name] == PERMITTED and value}


def verdict_of(response: Response, mutation: MutationCase) -> str:
    if response.status_code == 401:
        return Verdict.UNAUTHENTICATED
    content = response.json()
    if "data" not in content:  # a stranger's search costs too much to begin with
        return str(content["errors"][0]["extensions"]["code"])
    payload = content["data"]["did"]
    errors = [*payload["errors"], *(error for item in payload.get("results", ()) for error in item["errors"])]
    if not errors:
        assert payload.get("done", 1) >= 1
        return Verdict.DONE
    assert not restricted_values(mutation.payload.name, payload)
    assert not any(restricted_values("BulkAccountResult", item) for item in payload.get("results", ()))
    not_visible = errors[0]["code"] in {Verdict.NOT_FOUND, Verdict.INVALID}
    assert errors == [
        {"code": errors[0]["code"], "field": list(mutation.field) if not_visible and mutation.field else None}
    ]
    return str(errors[0]["code"])


@pytest.mark.parametrize("target", Target)
@pytest.mark.parametrize("caller", CALLERS)
async def test_a_caller_who_may_not_is_refused_and_nothing_is_written(
    database_url: str,
    town: Town,
    subjects: Subjects,
    caller: CallerKind,
    target: Target,
) -> None:
    # All mutations on all that match cost more than a minute has.
    async with a_service(settings_of(database_url, cost_per_minute=10_000_000)) as service:
        browser = await caller.open_browser(service, town)
        for mutation in MUTATION_CASES:
            expected = mutation.expected(caller, target)
            if expected is not Verdict.DONE:
                variables = {"input": await mutation.variables(subjects)}
                before = await rows_without_sessions()
                response = await browser.post(mutation.document, variables)
                assert verdict_of(response, mutation) == expected, mutation.name
                assert await rows_without_sessions() == before, mutation.name


ALLOWED = [
    pytest.param(
        caller,
        target,
        mutation,
        id=f"{caller.open_browser.__name__}-{target.name}-{number}-{mutation.name}",
        marks=marks_of(caller),
    )
    for caller in CALLER_KINDS
    for target in Target
    for number, mutation in enumerate(MUTATION_CASES)
    if mutation.expected(caller, target) is Verdict.DONE
]


@pytest.mark.parametrize(("caller", "target", "mutation"), ALLOWED)
async def test_a_caller_who_may_succeeds_by_the_same_request(
    database_url: str,
    town: Town,
    subjects: Subjects,
    caller: CallerKind,
    target: Target,  # noqa: ARG001
    mutation: MutationCase,
) -> None:
    """This shows that the refusals are due to the caller, not to the request."""
    async with a_service(settings_of(database_url, webhook_private_addresses=True)) as service:
        browser = await caller.open_browser(service, town)
        variables = {"input": await mutation.variables(subjects)}
        before = await rows_without_sessions()
        response = await browser.post(mutation.document, variables)
        assert verdict_of(response, mutation) == Verdict.DONE
        written = await rows_without_sessions()
        assert {name for name in written if written[name] != before[name]} >= mutation.changes


@pytest.mark.parametrize("name", sorted(OWN_ACCESS))
async def test_a_partner_cannot_use_passwords_and_sessions(service: Service, town: Town, name: str) -> None:
    browser = await partner(service, town)
    before = await rows_without_sessions()
    operation = OWN_ACCESS[name].replace("%s", town.house.paul.identifier)
    payload = (await browser.data(f"mutation {{ did: {operation} {{ errors {{ code }} }} }}"))["did"]
    expected = {"signOut": [], "endSession": [{"code": "INVALID"}]}.get(name, [{"code": "FORBIDDEN"}])
    assert payload["errors"] == expected
    assert await rows_without_sessions() == before


@pytest.mark.parametrize("name", sorted(OWN_ACCESS))
async def test_an_operator_cannot_use_passwords_and_sessions_of_accounts(
    service: Service, town: Town, name: str
) -> None:
    browser = await operator(service, town)
    before = await rows_without_sessions()
    operation = OWN_ACCESS[name].replace("%s", town.house.paul.identifier)
    response = await browser.post(f"mutation {{ did: {operation} {{ errors {{ code }} }} }}")
    own = {"signOutOperator": [], "signInOperator": [{"code": "BAD_CREDENTIALS"}]}
    expected = {**own, "endSession": [{"code": "INVALID"}]}.get(name, [{"code": "FORBIDDEN"}])
    assert response.json()["data"]["did"]["errors"] == expected
    if name == "signOutOperator":
        assert "comptoir-exploitation" in response.headers["set-cookie"]
    else:
        assert "set-cookie" not in response.headers
        assert await rows_without_sessions() == before


@pytest.mark.parametrize("open_browser", [stranger, user, administrator])
async def test_signing_out_changes_the_session_only(
    service: Service, town: Town, open_browser: OpenBrowser
) -> None:
    browser = await open_browser(service, town)
    before = await rows_without_sessions()
    for _ in range(2):
        assert await browser.data("mutation { signOut { errors { code } } }") == {"signOut": {"errors": []}}
        assert (await browser.data("{ viewer { kind } }"))["viewer"]["kind"] == "ANONYMOUS"
    assert await rows_without_sessions() == before


async def test_what_follows_a_sign_out_in_the_same_request_is_anonymous(service: Service, town: Town) -> None:
    browser = await administrator(service, town)
    before = await rows_without_sessions()
    document = """mutation ($ids: [ID!]) { signOut { errors { code } }
        renewAccounts(input: {ids: $ids}) { errors { code } } }"""
    variables: dict[str, Any] = {"ids": [encode_id(Kind.ACCOUNT, town.house.paul.id)]}
    data = await browser.data(document, variables)
    assert data["renewAccounts"]["errors"] == [{"code": "NOT_SIGNED_IN"}]
    assert await rows_without_sessions() == before
