"""Who may read the schema by introspection: the setting and the caller's role decide."""

import pytest
from graphql import get_introspection_query

from schema.limits.introspection import Introspection
from tests.client import Service
from tests.factories import a_house
from tests.server.rate_limits.cost_requests import code_of

pytestmark = pytest.mark.one_database


@pytest.mark.parametrize(
    ("served", "stranger", "account"),
    [
        ({"introspection": Introspection.OFF}, "FORBIDDEN", "FORBIDDEN"),
        ({"introspection": Introspection.SIGNED_IN}, "NOT_SIGNED_IN", None),
        ({"introspection": Introspection.EVERYONE}, None, None),
    ],
    indirect=["served"],
    ids=["off", "signed_in", "everyone"],
)
async def test_introspection_is_decided_by_role_whatever_is_cached(
    served: Service, stranger: str | None, account: str | None
) -> None:
    house = await a_house()
    someone, jean = await served.stranger(), await served.browser(house.jean)
    documents = [
        get_introspection_query(),
        "{ ...F } fragment F on Query { __schema { types { name } } }",
        '{ a: __type(name: "Account") { name } }',
        "{ _service { sdl } }",
    ]
    for document in documents:
        for _ in range(2):
            for browser, code in ((someone, stranger), (jean, account)):
                content = await browser.ask(document)
                assert ("data" in content) is (code is None)
                assert code is None or code_of(content) == code
    assert "errors" not in await someone.ask("{ __typename viewer { __typename } }")
