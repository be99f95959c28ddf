"""Which documents are executed for which kind of caller: trusted ones only, or any."""

import hashlib

import pytest

from server.graphql.persisted_documents import trusted_documents
from server.setting_types import Documents
from tests.client import Service
from tests.factories import a_house
from tests.nothing_written import rows_without_sessions
from tests.server.rate_limits.cost_requests import KIND, SIGN_OUT, code_of

pytestmark = pytest.mark.one_database

TRUSTED = next(text for text in trusted_documents().values() if "query Viewer" in text)
BY_ID = {"documentId": f"sha256:{hashlib.sha256(TRUSTED.encode()).hexdigest()}"}


@pytest.mark.parametrize(
    ("served", "stranger", "account"),
    [
        ({"documents_anonymous": Documents.TRUSTED}, True, False),
        ({"documents_accounts": Documents.TRUSTED}, False, True),
        ({"documents_partners": Documents.TRUSTED}, False, False),
    ],
    indirect=["served"],
    ids=["anonymous", "accounts", "partners"],
)
async def test_documents_are_trusted_or_any_by_kind_of_caller(
    served: Service, stranger: bool, account: bool
) -> None:
    house = await a_house()
    someone, jean = await served.stranger(), await served.browser(house.jean)
    before = await rows_without_sessions()
    for browser, closed in ((someone, stranger), (jean, account)):
        for request in ({"query": TRUSTED}, BY_ID):
            assert "errors" not in (await browser.client.post("/graphql", json=request)).json()
        for request in ({"query": KIND}, {"query": TRUSTED + " "}):
            response = await browser.client.post("/graphql", json=request)
            assert response.status_code == (403 if closed else 200)
            assert not closed or code_of(response.json()) == "UNTRUSTED_DOCUMENT"
            assert not closed or "data" not in response.json()
        if closed:
            assert (await browser.post(SIGN_OUT)).status_code == 403
    assert await rows_without_sessions() == before
