"""The employer that one tab of the panel is for, by its contract number (E3, E5)."""

from typing import Any

import pytest

from models.rules.vocabulary import MandateScope
from models.tables.employers import EmployerRow
from models.tables.mandates import MandateRow
from tests.client import Browser, Service
from tests.factories import NOW, a_house, a_mandate, an_employer

ACTING_FOR = """query ($number: String!) { viewer { actingFor(contractNumber: $number) {
    employer { name } mandate { scope centre { name } } } } }"""


async def read(browser: Browser, employer_id: int) -> Any:
    row = await EmployerRow.get(id=employer_id)
    return (await browser.data(ACTING_FOR, {"number": row.contract_number}))["viewer"]["actingFor"]


async def test_ones_own_employer_needs_no_mandate(service: Service) -> None:
    house = await a_house("CHRU DE NANTES")
    assert await read(await service.browser(house.jean), house.employer_id) == {
        "employer": {"name": "CHRU DE NANTES"},
        "mandate": None,
    }


async def test_another_employer_comes_with_the_mandate_until_it_ends(service: Service) -> None:
    house, town = await a_house("CDG 44"), await an_employer("Rezé")
    mandate_id = await a_mandate(house.jean, town, MandateScope.RENEW)
    browser = await service.browser(house.jean)
    assert await read(browser, town) == {
        "employer": {"name": "Rezé"},
        "mandate": {"scope": "RENEW", "centre": {"name": "CDG 44"}},
    }
    await MandateRow.filter(id=mandate_id).update(ended_at=NOW)
    assert await read(browser, town) is None


async def test_an_employer_that_one_does_not_administer_is_as_unknown_as_none(service: Service) -> None:
    house, town = await a_house("CDG 44"), await an_employer("Rezé")
    browser = await service.browser(house.jean)
    assert await read(browser, town) is None
    assert (await browser.data(ACTING_FOR, {"number": "VF0"}))["viewer"]["actingFor"] is None
    user = await service.browser(house.paul)
    assert await read(user, house.employer_id) is None


@pytest.mark.parametrize("number", ["", "VF\0", "V" * 21, "9" * 10_000, "vf201", "VF 201"])
async def test_what_is_no_contract_number_is_as_unknown(service: Service, number: str) -> None:
    browser = await service.browser((await a_house("CDG 44")).jean)
    assert (await browser.data(ACTING_FOR, {"number": number}))["viewer"]["actingFor"] is None


async def test_a_siret_is_no_contract_number(service: Service) -> None:
    house = await a_house("CDG 44")
    row = await EmployerRow.get(id=house.employer_id)
    browser = await service.browser(house.jean)
    assert (await browser.data(ACTING_FOR, {"number": row.siret}))["viewer"]["actingFor"] is None
