"""A person searched across all employers that the viewer may act for (E2, E3)."""

from typing import Any

import pytest

from models.rules.vocabulary import MandateScope
from tests.client import Browser, Service
from tests.factories import NOW, House, a_house, a_mandate, an_account, an_employer

SEARCH = """query ($search: AccountSearch!, $first: Int, $after: String) { viewer {
    accounts(search: $search, first: $first, after: $after) {
        nodes { identifier lastName employer { name } } pageInfo { hasNextPage endCursor } } } }"""


async def search(
    browser: Browser, text: str, first: int = 100, after: str | None = None, within: str = "ALL"
) -> Any:
    variables = {"search": {"text": text, "in": within}, "first": first, "after": after}
    return (await browser.data(SEARCH, variables))["viewer"]["accounts"]


def rows(connection: Any) -> list[tuple[str, str]]:
    return [(node["lastName"], node["employer"]["name"]) for node in connection["nodes"]]


@pytest.fixture
async def centre(database: None) -> House:  # noqa: ARG001
    """A centre that acts for Rezé and for Trentemoult, not for Paris; a Le Goff is at each of them."""
    centre = await a_house("CDG 44")
    for name, first_name in (("Rezé", "Zoé"), ("Trentemoult", "Anaïs"), ("Paris", "Luc")):
        employer_id = await an_employer(name)
        await an_account(employer_id, "Le Goff", first_name)
        if name != "Paris":
            await a_mandate(centre.jean, employer_id, MandateScope.READ)
    return centre


async def test_a_person_is_looked_for_at_every_employer_administered_and_at_no_other(
    service: Service, centre: House
) -> None:
    browser = await service.browser(centre.jean)
    assert rows(await search(browser, "le-goff")) == [("Le Goff", "Trentemoult"), ("Le Goff", "Rezé")]
    assert rows(await search(browser, "goff zoe")) == [("Le Goff", "Rezé")]
    assert rows(await search(browser, "zoe", within="LAST_NAME")) == []
    assert rows(await search(await service.browser(centre.sara), "le goff")) == []


@pytest.mark.parametrize("text", ["o", "le", "@chu-nantes"])
async def test_page_after_page_shows_each_account_once_by_name_whatever_is_looked_for(
    service: Service, centre: House, text: str
) -> None:
    browser = await service.browser(centre.jean)
    whole = (await search(browser, text))["nodes"]
    assert [node["lastName"] for node in whole] == sorted(node["lastName"] for node in whole)
    seen: list[Any] = []
    after, more = None, True
    while more:
        page = await search(browser, text, 1, after)
        seen += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]
    assert seen == whole
    assert len(whole) >= 2


async def test_a_deleted_account_is_not_among_them(service: Service, centre: House) -> None:
    await an_account(centre.employer_id, "Le Goff", "Gilles", deleted_at=NOW)
    assert len(rows(await search(await service.browser(centre.jean), "le goff"))) == 2


async def test_without_a_term_there_is_no_list_of_everyone(service: Service, centre: House) -> None:
    answer = await (await service.browser(centre.jean)).ask(SEARCH, {"search": {"text": " "}, "first": 10})
    assert answer["errors"][0]["extensions"] == {"code": "REQUIRED", "field": ["search", "text"]}


async def test_users_and_strangers_do_not_search_people(service: Service, centre: House) -> None:
    for browser, code in (
        (await service.browser(centre.paul), "FORBIDDEN"),
        (await service.stranger(), "NOT_SIGNED_IN"),
    ):
        answer = await browser.ask(SEARCH, {"search": {"text": "le goff"}, "first": 10})
        assert answer["errors"][0]["extensions"]["code"] == code
