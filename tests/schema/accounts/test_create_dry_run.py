"""createAccount with dryRun: a form learns what would be refused, and nothing is written."""

import pytest

from schema.ids import Kind, encode_id
from tests.client import Service
from tests.factories import House, a_house
from tests.nothing_written import nothing_is_written

DRY_RUN = """mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
    account { id } errors { code field } } }"""


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


def dry_run_input(house: House, **more: object) -> dict[str, object]:
    claire = {"civility": "MADAME", "lastName": "Le Goff", "firstName": "Claire", "email": "c@chu.example"}
    return {**claire, "employerId": encode_id(Kind.EMPLOYER, house.employer_id), "dryRun": True, **more}


async def test_a_dry_run_of_a_valid_account_has_no_errors_and_writes_nothing(
    service: Service, house: House
) -> None:
    jean = await service.browser(house.jean)
    async with nothing_is_written():
        data = await jean.data(DRY_RUN, {"input": dry_run_input(house)})
    assert data == {"createAccount": {"account": None, "errors": []}}


async def test_a_dry_run_reports_all_errors_at_once(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    async with nothing_is_written():
        data = await jean.data(DRY_RUN, {"input": dry_run_input(house, email="?", profile="ADMINISTRATOR")})
    assert data["createAccount"]["account"] is None
    assert [error["field"] for error in data["createAccount"]["errors"]] == [
        ["email"],
        ["professionalAddress"],
    ]


async def test_a_dry_run_needs_the_permission_to_create(service: Service, house: House) -> None:
    user, stranger = await service.browser(house.paul), await service.stranger()
    async with nothing_is_written():
        refusals = [
            await browser.data(DRY_RUN, {"input": dry_run_input(house)}) for browser in (user, stranger)
        ]
    codes = [refusal["createAccount"]["errors"][0]["code"] for refusal in refusals]
    assert codes == ["FORBIDDEN", "NOT_SIGNED_IN"]
