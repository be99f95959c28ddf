"""An unexpected error is masked, with a reference that the log has too; the log never holds its text."""

import json

import pytest

from schema.ids import Kind, encode_id
from tests.client import ENGLISH, Browser, Service
from tests.factories import House, a_house
from tests.nothing_written import rows_without_sessions
from tests.raw_sql import run

SECRET = "PIRATE"
"""Personal data that an unexpected error would quote."""
EMPLOYER = "query ($id: ID!) { employer(id: $id) { name } viewer { kind } }"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    """The employer's row holds a value that the service cannot read."""
    house = await a_house()
    await run(f"UPDATE employer SET representative_civility = '{SECRET}' WHERE id = {house.employer_id}")
    return house


@pytest.fixture
async def jean(house: House, service: Service) -> Browser:
    return await service.browser(house.jean)


@pytest.mark.parametrize(
    ("language", "beginning"),
    [
        (None, "Une erreur est survenue de notre côté. Donnez cette référence à l'assistance : "),
        (ENGLISH, "Something went wrong on our side. Give this reference to support: "),
    ],
)
async def test_an_unforeseen_error_is_masked_with_a_reference_that_the_log_has_too(
    house: House, jean: Browser, service: Service, language: str | None, beginning: str
) -> None:
    response = await jean.ask(EMPLOYER, {"id": encode_id(Kind.EMPLOYER, house.employer_id)}, language)
    (error,) = response["errors"]
    reference = error["extensions"]["reference"]
    assert error["extensions"] == {"code": "INTERNAL", "reference": reference}
    assert error["message"] == f"{beginning}{reference}."
    assert error["path"] == ["employer"]
    assert response["data"] == {"employer": None, "viewer": {"kind": "ACCOUNT"}}
    (line,) = [line for line in service.logged() if line["level"] == "error"]
    assert (line["event"], line["reference"], line["error"]) == ("unexpected error", reference, "ValueError")
    assert any("employers_by_id" in frame for frame in line["frames"])
    assert SECRET not in json.dumps([response, line])


async def test_every_field_that_fails_has_a_reference_of_its_own(house: House, jean: Browser) -> None:
    document = """query ($id: ID!, $identifier: String!) {
        employer(id: $id) { id } account(identifier: $identifier) { employer { id } rights { level } } }"""
    variables: dict[str, object] = {
        "id": encode_id(Kind.EMPLOYER, house.employer_id),
        "identifier": house.paul.identifier,
    }
    errors = (await jean.ask(document, variables))["errors"]
    references = [error["extensions"]["reference"] for error in errors]
    assert len(set(references)) == len(references) >= 2


async def test_a_mutation_that_fails_is_masked_and_writes_nothing(house: House, jean: Browser) -> None:
    document = "mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { code } } }"
    modification = {"id": encode_id(Kind.ACCOUNT, house.paul.id), "version": 1, "department": "RH"}
    before = await rows_without_sessions()
    response = await jean.ask(document, {"input": modification})
    assert response["data"] is None
    assert response["errors"][0]["extensions"]["code"] == "INTERNAL"
    assert await rows_without_sessions() == before
