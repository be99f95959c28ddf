"""Queries over GET have an ETag: an unchanged response is not sent again."""

import re
from typing import Any

from httpx2 import Response

from server.graphql.response import GRAPHQL_JSON
from tests.client import Browser, Service
from tests.factories import a_house, an_account

LIST = "{ viewer { kind employers { accounts(first: 100) { totalCount } } } }"


async def get(browser: Browser, if_none_match: str | None = None, **headers: str) -> Response:
    more = {"if-none-match": if_none_match} if if_none_match else {}
    return await browser.client.get("/graphql", params={"query": LIST}, headers={**headers, **more})


async def test_a_response_that_the_client_has_is_not_sent_again(service: Service) -> None:
    house = await a_house()
    jean = await service.browser(house.jean)
    first = await get(jean)
    etag = first.headers["etag"]
    assert re.fullmatch(r'"[0-9a-f]{32}"', etag)
    assert first.headers["cache-control"] == "private, no-cache"
    assert "Cookie" in first.headers["vary"]
    assert "left" not in first.json()["extensions"]["cost"]
    for if_none_match in (etag, f"W/{etag}", f'"x", {etag}', "*"):
        again = await get(jean, if_none_match)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == etag
        assert again.headers["cache-control"] == "private, no-cache"
    for if_none_match in ('"x"', etag.strip('"'), ""):
        assert (await get(jean, if_none_match)).json() == first.json()
    await an_account(house.employer_id, "Petit", "Anne")
    changed = await get(jean, etag)
    assert changed.status_code == 200
    assert changed.headers["etag"] != etag


async def test_an_answer_is_one_callers_in_one_language_and_form(service: Service) -> None:
    house = await a_house()
    etag = (await get(await service.browser(house.jean))).headers["etag"]
    assert (await get(await service.stranger(), etag)).status_code == 200
    assert "Accept-Language" in (await get(await service.stranger())).headers["vary"]
    assert "Accept" in (await get(await service.stranger(), accept=GRAPHQL_JSON)).headers["vary"]


async def test_the_response_to_a_post_is_not_cached(service: Service) -> None:
    response: Any = await (await service.stranger()).post(LIST)
    assert "etag" not in response.headers
    assert response.headers["cache-control"] == "no-store"


async def test_a_refusal_is_not_cached(service: Service) -> None:
    stranger = await service.stranger()
    headers = {"if-none-match": "*", "accept": GRAPHQL_JSON}
    response = await stranger.client.get("/graphql", params={"query": "{ viewer"}, headers=headers)
    assert response.status_code == 400
    assert "etag" not in response.headers
