"""The employers that the viewer may act for: searched, ordered, paged and counted (E2, E3)."""

from datetime import timedelta
from typing import Any

import pytest

from models.rules.vocabulary import MandateScope
from models.tables.employers import EmployerRow
from models.tables.mandates import MandateRow
from tests.client import Browser, Service
from tests.factories import NOW, TODAY, House, a_house, a_mandate, an_account, an_employer
from tests.resolvers.statement_count import counted

LIST = """query ($search: String, $dueFirst: Boolean! = false, $first: Int, $after: String) { viewer {
    administered(search: $search, dueFirst: $dueFirst, first: $first, after: $after) {
        totalCount pageInfo { hasNextPage hasPreviousPage endCursor }
        nodes { employer { name } mandate { scope endsOn giver { name } centre { name } holders { lastName } }
            expired expiring pending } } } }"""


async def read(browser: Browser, **variables: Any) -> Any:
    data = await browser.data(LIST, {"first": 100, **variables})
    return data["viewer"]["administered"]


def names(connection: Any) -> list[str]:
    return [node["employer"]["name"] for node in connection["nodes"]]


@pytest.fixture
async def centre(database: None) -> House:  # noqa: ARG001
    """A management centre; Jean holds mandates for three towns, of which Rezé is due most."""
    centre = await a_house("CDG 44")
    for name, expired, expiring in (("Rezé", 2, 0), ("Œuvres d'Arès", 0, 1), ("Saint-Nazaire", 1, 3)):
        employer_id = await an_employer(name)
        await a_mandate(centre.jean, employer_id, MandateScope.RENEW)
        for place in range(expired):
            await an_account(employer_id, expires_on=TODAY - timedelta(days=1 + place))
        for place in range(expiring):
            await an_account(employer_id, expires_on=TODAY + timedelta(days=60 * (place % 2)))
    return centre


async def test_they_are_listed_by_name_with_the_mandate_and_what_is_due(
    service: Service, centre: House
) -> None:
    administered = await read(await service.browser(centre.jean))
    assert administered["totalCount"] == 4
    assert names(administered) == ["CDG 44", "Œuvres d'Arès", "Rezé", "Saint-Nazaire"]
    own, _, reze, _ = administered["nodes"]
    assert own["mandate"] is None
    assert (reze["expired"], reze["expiring"], reze["pending"]) == (2, 0, 0)
    assert reze["mandate"] == {
        "scope": "RENEW",
        "endsOn": (TODAY + timedelta(days=30)).isoformat(),
        "giver": {"name": "Rezé"},
        "centre": {"name": "CDG 44"},
        "holders": [{"lastName": "Louty"}],
    }


async def test_what_is_due_comes_first_if_asked_for_expired_before_expiring(
    service: Service, centre: House
) -> None:
    browser = await service.browser(centre.jean)
    due = await read(browser, dueFirst=True)
    assert names(due) == ["Rezé", "Saint-Nazaire", "Œuvres d'Arès", "CDG 44"]
    assert [(node["expired"], node["expiring"]) for node in due["nodes"]] == [(2, 0), (1, 3), (0, 1), (0, 0)]


async def test_an_account_counts_as_expiring_from_its_last_day_to_sixty_days_before_and_deleted_ones_never(
    service: Service, centre: House
) -> None:
    for days in (-1, 0, 60, 61):
        await an_account(centre.employer_id, expires_on=TODAY + timedelta(days=days))
    await an_account(centre.employer_id, expires_on=TODAY, deleted_at=NOW)
    await an_account(centre.employer_id, expires_on=TODAY, active=False)
    await an_account(centre.employer_id, expires_on=TODAY - timedelta(days=1), active=False)
    own = (await read(await service.browser(centre.jean), search="CDG"))["nodes"][0]
    assert (own["expired"], own["expiring"], own["pending"]) == (2, 3, 1)


@pytest.mark.parametrize("due_first", [False, True])
async def test_page_after_page_shows_each_employer_once(
    service: Service, centre: House, due_first: bool
) -> None:
    browser = await service.browser(centre.jean)
    whole = names(await read(browser, dueFirst=due_first))
    seen: list[str] = []
    after = None
    for _ in range(len(whole)):
        page = await read(browser, dueFirst=due_first, first=1, after=after)
        seen += names(page)
        after = page["pageInfo"]["endCursor"]
        assert page["pageInfo"]["hasNextPage"] == (len(seen) < len(whole))
        assert page["totalCount"] == len(whole)
    assert seen == whole


async def test_every_word_is_looked_for_in_name_siret_contract_number_and_town(
    service: Service, centre: House
) -> None:
    reze = await EmployerRow.get(name="Rezé")
    browser = await service.browser(centre.jean)
    siret = f"{reze.siret[:3]} {reze.siret[3:6]} {reze.siret[6:]}"
    for text in ("rez", "REZÉ 44035", reze.siret, siret, f"reze {reze.contract_number.lower()}"):
        assert "Rezé" in names(await read(browser, search=text)), text
    assert names(await read(browser, search="rezé paris")) == []
    assert names(await read(browser, search="oeuvres-dares")) == ["Œuvres d'Arès"]
    assert len(names(await read(browser, search="Nantes"))) == 4
    assert (await read(browser, search="saint nazaire"))["totalCount"] == 1


async def test_only_employers_of_mandates_in_force_are_listed(service: Service, centre: House) -> None:
    await an_employer("Mairie d'ailleurs")
    await MandateRow.filter(giver__name="Rezé").update(ended_at=NOW)
    await MandateRow.filter(giver__name="Saint-Nazaire").update(starts_on=TODAY + timedelta(days=1))
    assert names(await read(await service.browser(centre.jean))) == ["CDG 44", "Œuvres d'Arès"]
    assert names(await read(await service.browser(centre.sara))) == ["CDG 44"]
    nothing = {"totalCount": 0, "nodes": []}
    for browser in (await service.browser(centre.paul), await service.stranger()):
        administered = await read(browser)
        assert {name: administered[name] for name in nothing} == nothing


async def test_a_page_has_one_to_a_hundred_and_a_cursor_is_of_its_own_list(
    service: Service, centre: House
) -> None:
    browser = await service.browser(centre.jean)
    for first in (None, 0, 101, -1):
        errors = (await browser.ask(LIST, {"first": first}))["errors"]
        assert errors[0]["extensions"]["code"] == "INVALID", first
    cursor = (await read(browser, first=1))["pageInfo"]["endCursor"]
    for other in ({"dueFirst": True}, {"search": "rez"}):
        answer = await browser.ask(LIST, {"first": 1, "after": cursor, **other})
        assert answer["errors"][0]["extensions"]["code"] == "INVALID"


async def test_the_number_of_statements_does_not_depend_on_the_number_of_employers(
    service: Service, centre: House
) -> None:
    browser = await service.browser(centre.jean)
    with counted() as before:
        await read(browser, dueFirst=True)
    for number in range(20):
        await a_mandate(centre.jean, await an_employer(f"Commune {number}"))
    with counted() as after:
        assert len(names(await read(browser, dueFirst=True))) == 24
    assert len(after) == len(before) <= 12
