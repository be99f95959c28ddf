"""A person who seems to have an account gets another only when the caller confirms it."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from resolvers.accounts.create import Creation, check_creation, create
from resolvers.accounts.details import DetailsInput
from tests.factories import NOW, POLICY, TODAY, House, a_house, an_account, signed_in
from tests.nothing_written import refused
from tests.resolvers import requests
from tests.resolvers.requests import become, count

pytestmark = pytest.mark.usefixtures("database")

OTHER_EMAIL = "sdupont@chu-nantes.example"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


def a_creation(employer_id: int, details: DetailsInput | None = None, key: str | None = None) -> Creation:
    """A request that was not confirmed."""
    return replace(requests.a_creation(employer_id, details=details, key=key), allow_duplicate=False)


def sara(**details: object) -> DetailsInput:
    """Details of another Sara Dupont, with her department, and another e-mail."""
    defaults = {
        "last_name": "Dupont",
        "first_name": "Sara",
        "department": "Service paye",
        "email": OTHER_EMAIL,
    }
    return DetailsInput(**{**defaults, **details})  # type: ignore[typeddict-item]


@pytest.mark.parametrize(
    ("details", "field"),
    [
        ({"email": "sara@chu-nantes.example"}, "email"),
        ({"email": "SARA@CHU-Nantes.example", "last_name": "Autre", "department": None}, "email"),
        ({}, "lastName"),
        ({"last_name": " DUPONT", "first_name": "Sàra", "department": "service  PAYÉ"}, "lastName"),
        ({"last_name": "Du-pont", "first_name": "Sa ra", "department": "Service-paye"}, "lastName"),
    ],
)
@pytest.mark.parametrize("expires_in", [0, -1], ids=["active", "expired"])
async def test_a_person_with_an_account_is_asked_about_by_name_and_identifier(
    house: House, details: dict[str, object], field: str, expires_in: int
) -> None:
    await become(house.sara, expires_on=TODAY + timedelta(days=expires_in))
    request = a_creation(house.employer_id, details=sara(**details))
    for act in (
        lambda: check_creation(signed_in(house.jean), request),
        lambda: create(signed_in(house.jean), request, NOW, POLICY),
    ):
        async with refused(ErrorCode.LIKELY_DUPLICATE) as refusals:
            await act()
        assert refusals[0].field == (field,)
        assert refusals[0].french.startswith(f"Sara Dupont existe déjà : {house.sara.identifier}. ")
        assert refusals[0].english.startswith(f"Sara Dupont exists already: {house.sara.identifier}. ")


async def test_a_caller_who_confirms_it_creates_the_account(house: House) -> None:
    request = replace(a_creation(house.employer_id, details=sara(), key="once"), allow_duplicate=True)
    async with refused(ErrorCode.LIKELY_DUPLICATE):
        await create(signed_in(house.jean), replace(request, allow_duplicate=False), NOW, POLICY)
    await check_creation(signed_in(house.jean), request)
    first = await create(signed_in(house.jean), request, NOW, POLICY)
    assert (first.last_name, first.email) == ("Dupont", OTHER_EMAIL)
    assert await create(signed_in(house.jean), request, NOW, POLICY) == first, "the same request, done once"


async def test_the_same_request_sent_again_is_no_duplicate_of_itself(house: House) -> None:
    request = a_creation(house.employer_id, key="once")
    first = await create(signed_in(house.jean), request, NOW, POLICY)
    assert await create(signed_in(house.jean), request, NOW, POLICY) == first


@pytest.mark.parametrize(
    "details",
    [
        {"department": "Service achats"},
        {"department": None},
        {"first_name": "Sarah"},
        {"last_name": "Sara", "first_name": "Dupont"},
        {"email": "s.dupont@chu-nantes.example"},
    ],
)
async def test_another_name_department_or_address_is_another_person(
    house: House, details: dict[str, object]
) -> None:
    if "email" in details:
        await become(house.sara, department_key="achats")
    await create(signed_in(house.jean), a_creation(house.employer_id, details=sara(**details)), NOW, POLICY)


async def test_deleted_accounts_and_those_of_other_employers_are_not_asked_about(house: House) -> None:
    other = await a_house("MAIRIE DE REZÉ")
    await become(house.sara, deleted_at=NOW)
    await create(signed_in(house.jean), a_creation(house.employer_id, details=sara()), NOW, POLICY)
    assert await count("account") == 7
    async with refused(ErrorCode.LIKELY_DUPLICATE) as refusals:
        await create(signed_in(other.jean), a_creation(other.employer_id, details=sara()), NOW, POLICY)
    assert house.sara.identifier not in repr(refusals)


async def test_each_likely_duplicate_is_named_those_with_the_address_first_and_three_at_most(
    house: House,
) -> None:
    for _ in range(4):
        await an_account(house.employer_id, "Dupont", "Sara")
    twin = await an_account(house.employer_id, "Blanc", "Luc")
    async with refused(*[ErrorCode.LIKELY_DUPLICATE] * 3) as refusals:
        details = sara(email=twin.email)
        await create(signed_in(house.jean), a_creation(house.employer_id, details=details), NOW, POLICY)
    assert twin.identifier in refusals[0].french
    assert [refusal.field for refusal in refusals] == [("email",), ("lastName",), ("lastName",)]


async def test_of_two_who_create_the_same_person_at_once_one_is_asked(house: House) -> None:
    request = a_creation(house.employer_id)
    results = await asyncio.gather(
        *(create(signed_in(who), request, NOW, POLICY) for who in (house.jean, house.sara)),
        return_exceptions=True,
    )
    (refusal,) = [result for result in results if isinstance(result, Refused)]
    assert [each.code for each in refusal.refusals] == [ErrorCode.LIKELY_DUPLICATE]
    assert await count("account") == 4
