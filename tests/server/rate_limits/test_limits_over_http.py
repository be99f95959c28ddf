"""A response says what its request cost; a request that costs too much, or exceeds the budget, is not run."""

import pytest
import time_machine

from models.rules.partners.api_key import generate_api_key
from schema.ids import Kind, encode_id
from schema.limits.budget import CHARACTERS_PER_COST_UNIT
from server.graphql.response import GRAPHQL_JSON
from server.rate_limits.limiter import MAX_ANONYMOUS_COST
from tests.client import Service
from tests.factories import NOW, a_house, a_partner
from tests.nothing_written import rows_without_sessions
from tests.server.rate_limits.cost_requests import KIND, SMALL, code_of, cost_of

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_a_response_says_what_it_cost_and_what_is_left(served: Service) -> None:
    house = await a_house()
    jean = await served.browser(house.jean)
    for left in (1_950, 1_850):  # a request costs 100 at least
        assert cost_of((await jean.post(KIND)).json()) == (1, 1_000, left)
    assert cost_of((await jean.post("{ __typename }")).json()) == (0, 1_000, 1_750)
    names = "{ " + " ".join(f"a{n}: viewer {{ account {{ id }} }}" for n in range(70)) + " }"
    read = len(names) // CHARACTERS_PER_COST_UNIT
    assert read > 500
    for left in (1_750 - read, 1_750 - read - 140):  # parsing a long document is charged the first time
        assert cost_of((await jean.post(names)).json()) == (140, 1_000, left)
    refusal = (await jean.post("{ account(identifier: 5) { id } }")).json()
    assert "extensions" not in refusal
    assert cost_of((await jean.post(KIND)).json()) == (1, 1_000, 1_750 - read - 340)  # and what is refused


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_too_many_refused_documents_spend_the_budget(served: Service) -> None:
    stranger = await served.stranger()
    for _ in range(20):
        response = await stranger.post("{ nothing }")
        assert response.json()["errors"][0]["extensions"]["code"] == "BAD_REQUEST"
    response = await stranger.post("{ nothing }")
    assert (response.status_code, code_of(response.json())) == (429, "RATE_LIMITED")


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_requests_refused_before_execution_are_charged_to_the_network_address(served: Service) -> None:
    """Looking an unknown key up has a cost. A partner at the same address has its own budget."""
    partner = await a_partner((await a_house()).employer_id)
    unknown = await served.partner(generate_api_key(bytes(32)))
    assert [(await unknown.post(KIND)).status_code for _ in range(19)] == [401] * 19
    stranger = await served.stranger()
    assert (await stranger.client.post("/graphql", content="[]")).status_code == 415
    for response in (await unknown.post(KIND), await stranger.client.post("/graphql", content="[]")):
        assert (response.status_code, code_of(response.json())) == (429, "RATE_LIMITED")
        assert 0 < int(response.headers["retry-after"]) <= 120
    assert cost_of((await (await served.partner(partner.key)).post(KIND)).json()) == (1, 1_000, 1_950)


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_a_request_that_costs_too_much_is_not_executed(served: Service) -> None:
    house = await a_house()
    jean = await served.browser(house.jean)
    before = await rows_without_sessions()
    document = (
        "mutation ($i: BulkAccountsInput!) { signOut { errors { code } } renewAccounts(input: $i) { done } }"
    )
    variables = {"i": {"matching": {"employerId": "x"}}}
    content = (await jean.post(document, variables)).json()
    assert code_of(content) == "LIMIT_EXCEEDED"
    assert cost_of(content)[:2] == (30_110, 1_000)
    assert await rows_without_sessions() == before
    response = await jean.client.post(
        "/graphql", json={"query": document, "variables": variables}, headers={"accept": GRAPHQL_JSON}
    )
    assert response.status_code == 400


async def test_one_request_of_a_stranger_may_cost_less(service: Service) -> None:
    house = await a_house()
    jean, stranger = await service.browser(house.jean), await service.stranger()
    fields = " ".join(f"a{i}: renewAccounts(input: $i) {{ done }}" for i in range(4))
    document = f"mutation ($i: BulkAccountsInput!) {{ {fields} }}"
    matching = {"employerId": encode_id(Kind.EMPLOYER, house.employer_id)}
    variables = {"i": {"matching": matching, "dryRun": True}}
    before = await rows_without_sessions()
    refused = (await stranger.post(document, variables)).json()
    done = (await jean.post(document, variables)).json()
    assert code_of(refused) == "NOT_SIGNED_IN"
    assert cost_of(refused)[:2] == (120_200, MAX_ANONYMOUS_COST)
    assert (cost_of(done)[:2], done["data"]["a3"]) == ((120_200, 500_000), {"done": 3})
    assert await rows_without_sessions() == before


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_without_budget_nothing_is_executed_and_the_refusal_says_when_to_retry(
    served: Service,
) -> None:
    house = await a_house()
    jean, sara = await served.browser(house.jean), await served.browser(house.sara)
    stranger = await served.stranger()
    dear = "{ " + " ".join(f"a{i}: viewer {{ account {{ rights {{ level }} }} }}" for i in range(45)) + " }"
    assert cost_of((await jean.post(dear)).json()) == (990, 1_000, 1_060)
    for left in (960, 860):
        assert cost_of((await jean.post(KIND)).json()) == (1, 1_000, left)
    before = await rows_without_sessions()
    sign_out = "mutation { " + " ".join(f"a{i}: signOut {{ errors {{ code }} }}" for i in range(16)) + " }"
    response = await jean.post(sign_out)
    content, left = response.json(), 860 - len(sign_out) // CHARACTERS_PER_COST_UNIT
    assert (response.status_code, code_of(content)) == (429, "RATE_LIMITED")
    assert cost_of(content) == (960, 1_000, left)
    assert 0 < int(response.headers["retry-after"]) <= 120
    assert response.headers["retry-after"] in content["errors"][0]["message"]
    assert await rows_without_sessions() == before
    assert cost_of((await sara.post(KIND)).json()) == (1, 1_000, 1_950)
    assert cost_of((await stranger.post(KIND)).json()) == (1, 1_000, 1_950)
    with time_machine.travel(NOW.timestamp() + int(response.headers["retry-after"]) + 1, tick=False):
        assert (await jean.post(sign_out)).status_code == 200
