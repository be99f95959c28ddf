"""Creating an account (A2, A4, A6, A7, C1)."""

import secrets
from dataclasses import asdict, replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from models.rules.accounts.identifier import is_generated_identifier
from models.rules.vocabulary import AccessLevel, AccountStatus, ErrorCode, Profile
from models.stores.accounts.rights import rights_of
from resolvers.accounts.create import check_creation, create
from resolvers.accounts.details import DetailsInput
from tests.factories import NOW, POLICY, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.requests import a_creation, claire, count

pytestmark = pytest.mark.usefixtures("database")

READ, WRITE, NONE = AccessLevel.READ, AccessLevel.WRITE, AccessLevel.NONE


async def test_an_account_is_created_with_the_details_of_the_request_and_is_pending() -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    assert asdict(account.details) == {**claire(), "phone": "+33241051938"}
    assert (account.employer_id, account.profile, account.version) == (house.employer_id, Profile.USER, 1)
    assert account.status(date(2026, 11, 23)) is AccountStatus.PENDING
    assert await read(account) == account


async def test_the_server_makes_the_identifier_and_it_begins_with_the_initials() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    made = {(await create(caller, a_creation(house.employer_id), NOW, POLICY)).identifier for _ in range(5)}
    assert len(made) == 5
    assert all(is_generated_identifier(identifier) and identifier.startswith("CLE") for identifier in made)


async def test_an_identifier_is_never_used_twice_not_even_after_deletion(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    house = await a_house()
    await an_account(house.employer_id, identifier="CLE222222", deleted_at=NOW)
    draws = iter("222222" + "333333")
    monkeypatch.setattr(secrets, "choice", lambda _: next(draws))
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    assert account.identifier == "CLE333333"


@pytest.mark.parametrize(
    ("now", "until"),
    [
        (NOW, date(2028, 5, 23)),
        (datetime(2026, 8, 31, 9, tzinfo=UTC), date(2028, 2, 29)),
        (datetime(2026, 12, 31, 22, 59, 59, tzinfo=UTC), date(2028, 6, 30)),
        (datetime(2026, 12, 31, 23, 0, tzinfo=UTC), date(2028, 7, 1)),
    ],
    ids=["18 months later", "leap day", "last second of the year in Paris", "first of the next"],
)
async def test_an_account_is_valid_for_18_months_from_the_day_in_paris(now: datetime, until: date) -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), now, POLICY)
    assert account.expires_on == until


async def test_how_long_an_account_is_valid_is_a_setting() -> None:
    house = await a_house()
    request, policy = a_creation(house.employer_id), replace(POLICY, validity_months=6)
    assert (await create(signed_in(house.jean), request, NOW, policy)).expires_on == date(2027, 5, 23)


async def test_rights_left_out_are_none_and_none_is_not_kept() -> None:
    house = await a_house()
    rights = [("CNRACL-01", WRITE), ("COM-01", READ), ("COM-02", NONE)]
    account = await create(signed_in(house.jean), a_creation(house.employer_id, rights=rights), NOW, POLICY)
    assert (await rights_of([account.id]))[account.id] == {"CNRACL-01": WRITE, "COM-01": READ}


async def test_a_right_is_set_only_on_a_service_and_to_a_level_that_there_is() -> None:
    house = await a_house()
    rights = [("IRC-01", READ), ("RAFP-01", WRITE), ("COM-01", READ), ("COM-01", READ), ("NO-SUCH", NONE)]
    request = a_creation(house.employer_id, rights=rights)
    unavailable = ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER
    expected = [unavailable, ErrorCode.LEVEL_UNAVAILABLE, ErrorCode.INVALID, unavailable]
    async with refused(*expected) as refusals:
        await create(signed_in(house.jean), request, NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [
        ("rights", "0", "service"),
        ("rights", "1", "level"),
        ("rights", "3", "service"),
        ("rights", "4", "service"),
    ]


async def test_an_administrator_is_not_created_without_a_professional_address() -> None:
    house = await a_house()
    blank: DetailsInput = {"professional_address": ("  ",)}
    request = a_creation(house.employer_id, Profile.ADMINISTRATOR, details=blank)
    async with refused(ErrorCode.REQUIRED) as refusals:
        await create(signed_in(house.jean), request, NOW, POLICY)
    assert refusals[0].field == ("professionalAddress",)
    user = await create(signed_in(house.jean), replace(request, profile=Profile.USER), NOW, POLICY)
    assert user.professional_address == ()


async def test_all_refusals_are_returned_at_once() -> None:
    house = await a_house()
    wrong: DetailsInput = {"last_name": "", "email": "claire", "professional_address": None}
    request = a_creation(house.employer_id, Profile.ADMINISTRATOR, [("IRC-01", READ)], details=wrong)
    async with refused(
        ErrorCode.REQUIRED,
        ErrorCode.INVALID,
        ErrorCode.REQUIRED,
        ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER,
    ) as refusals:
        await create(signed_in(house.jean), request, NOW, POLICY)
    assert [refusal.field and refusal.field[0] for refusal in refusals] == [
        "lastName",
        "email",
        "professionalAddress",
        "rights",
    ]


async def test_the_same_person_can_have_an_account_at_each_of_two_employers() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    for one in (house, other):
        await create(signed_in(one.jean), a_creation(one.employer_id), NOW, POLICY)
    assert await count("account") == 8


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"details": DetailsInput(**claire() | {"last_name": " "})}, ErrorCode.REQUIRED),
        ({"rights": (("NOWHERE", READ),)}, ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER),
        ({"idempotency_key": "x" * 101}, ErrorCode.TOO_LONG),
    ],
)
async def test_a_trial_refuses_what_creating_refuses(change: dict[str, Any], code: ErrorCode) -> None:
    house = await a_house()
    caller, wrong = signed_in(house.jean), replace(a_creation(house.employer_id), **change)
    async with refused(code) as tried:
        await check_creation(caller, wrong)
    async with refused(code) as refusals:
        await create(caller, wrong, NOW, POLICY)
    assert tried == refusals


async def test_a_trial_of_what_is_right_writes_nothing() -> None:
    house = await a_house()
    async with nothing_is_written():
        await check_creation(signed_in(house.jean), a_creation(house.employer_id))
