"""createAccount with dryRun: a form is refused in the service's words before anything is written."""

import pytest

from schema.ids import Kind, encode_id
from tests.client import Service
from tests.factories import House, a_house
from tests.nothing_written import nothing_is_written

TRY = """mutation ($input: CreateAccountInput!) { createAccount(input: $input) {
    account { id } errors { code field } } }"""


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


def given(house: House, **more: object) -> dict[str, object]:
    claire = {"civility": "MADAME", "lastName": "Le Goff", "firstName": "Claire", "email": "c@chu.example"}
    return {**claire, "employerId": encode_id(Kind.EMPLOYER, house.employer_id), "dryRun": True, **more}


async def test_what_is_right_is_said_to_be_and_nothing_is_written(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    async with nothing_is_written():
        tried = await jean.data(TRY, {"input": given(house)})
    assert tried == {"createAccount": {"account": None, "errors": []}}


async def test_everything_that_is_wrong_is_told_at_once(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    async with nothing_is_written():
        tried = await jean.data(TRY, {"input": given(house, email="?", profile="ADMINISTRATOR")})
    assert tried["createAccount"]["account"] is None
    assert [error["field"] for error in tried["createAccount"]["errors"]] == [
        ["email"],
        ["professionalAddress"],
    ]


async def test_only_who_may_create_may_try(service: Service, house: House) -> None:
    user, stranger = await service.browser(house.paul), await service.stranger()
    async with nothing_is_written():
        refusals = [await browser.data(TRY, {"input": given(house)}) for browser in (user, stranger)]
    codes = [refusal["createAccount"]["errors"][0]["code"] for refusal in refusals]
    assert codes == ["FORBIDDEN", "NOT_SIGNED_IN"]
