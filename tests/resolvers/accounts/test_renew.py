"""Renewing accounts (R1, R3), also on the days when the clocks change and at the year's end."""

from datetime import UTC, date, datetime, timedelta

import pytest

from models.rules.policy import Policy
from models.rules.vocabulary import AccountStatus, ErrorCode, MessageKind, Operation
from resolvers.accounts.renew import renew
from resolvers.sign_in.create_password import create_password
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import NEW, history, invited, messages, token_of
from tests.resolvers.requests import codes, count, these

pytestmark = pytest.mark.usefixtures("database")


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


async def test_a_renewed_account_is_valid_for_18_months_from_today() -> None:
    house = await a_house()
    expired = await an_account(house.employer_id, expires_on=TODAY - timedelta(days=400))
    (outcome,) = await renew(signed_in(house.jean), these(expired), NOW, POLICY)
    assert outcome.account is not None
    assert (outcome.account.expires_on, outcome.account.version) == (date(2028, 5, 23), 2)
    assert outcome.account.status(TODAY) is AccountStatus.ACTIVE


async def test_renewing_twice_on_one_day_changes_nothing_the_second_time() -> None:
    house = await a_house()
    jean, sara = signed_in(house.jean), signed_in(house.sara)
    await renew(jean, these(house.paul), NOW, POLICY)
    once = await read(house.paul)
    async with nothing_is_written():
        (outcome,) = await renew(sara, these(house.paul), NOW + timedelta(hours=3), POLICY)
    assert (outcome.refusal, outcome.account) == (None, once)


async def test_one_that_was_renewed_today_does_not_hold_back_the_others() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    await renew(caller, these(house.paul), NOW, POLICY)
    await renew(caller, these(house.paul, house.sara), NOW, POLICY)
    assert await count("history") == 2


async def test_pending_and_deleted_accounts_are_refused_renewal_with_a_reason() -> None:
    house = await a_house()
    waiting = await an_account(house.employer_id, active=False)
    gone = await an_account(house.employer_id, deleted_at=NOW)
    async with nothing_is_written():
        outcomes = await renew(signed_in(house.jean), these(waiting, gone), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.ACCOUNT_PENDING, ErrorCode.ACCOUNT_DELETED]


async def test_one_that_expired_before_its_password_was_created_waits_for_it_again() -> None:
    house = await a_house()
    late = await an_account(house.employer_id, active=False, expires_on=TODAY - timedelta(days=1))
    (outcome,) = await renew(signed_in(house.jean), these(late), NOW, POLICY)
    assert outcome.account is not None
    assert outcome.account.status(TODAY) is AccountStatus.PENDING


async def test_one_that_waits_for_its_password_again_gets_a_link_that_works() -> None:
    zoe = await invited(expires_on=TODAY - timedelta(days=1))
    caller = signed_in(zoe.house.jean)
    later = NOW + timedelta(days=20)
    async with nothing_is_written():
        assert codes(await renew(caller, these(zoe.account, dry_run=True), later, POLICY)) == [None]
    assert codes(await renew(caller, these(zoe.account, zoe.house.paul), later, POLICY)) == [None, None]
    assert [email["state"] for email in await messages(MessageKind.INVITATION)] == ["REVOKED", "QUEUED"]
    operations = [entry["operation"] for entry in await history()]
    assert operations == [*[Operation.ACCOUNT_RENEWED] * 2, Operation.INVITATION_SENT]
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, later, POLICY)
    await create_password(await token_of(zoe.account), NEW, later, POLICY)


async def test_administrators_may_renew_their_own_account() -> None:
    house = await a_house()
    assert codes(await renew(signed_in(house.jean), these(house.jean), NOW, POLICY)) == [None]


async def test_the_length_is_a_setting() -> None:
    house = await a_house()
    policy = Policy(secret_key=POLICY.secret_key, validity_months=1)
    (outcome,) = await renew(signed_in(house.jean), these(house.paul), utc("2027-01-31T09:00"), policy)
    assert outcome.account is not None
    assert outcome.account.expires_on == date(2027, 2, 28)


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-10-24T21:59:59", date(2028, 4, 24)),
        ("2026-10-24T22:00:00", date(2028, 4, 25)),
        ("2026-10-25T22:59:59", date(2028, 4, 25)),
        ("2026-10-25T23:00:00", date(2028, 4, 26)),
        ("2027-03-27T22:59:59", date(2028, 9, 27)),
        ("2027-03-27T23:00:00", date(2028, 9, 28)),
        ("2027-03-28T21:59:59", date(2028, 9, 28)),
        ("2027-03-28T22:00:00", date(2028, 9, 29)),
        ("2026-12-31T22:59:59", date(2028, 6, 30)),
        ("2026-12-31T23:00:00", date(2028, 7, 1)),
        ("2027-08-30T22:00:00", date(2029, 2, 28)),
        ("2026-08-31T21:59:59", date(2028, 2, 29)),
    ],
)
async def test_the_day_is_the_one_in_paris_when_the_clocks_change_and_at_the_years_end(
    now: str, until: date
) -> None:
    house = await a_house()
    (outcome,) = await renew(signed_in(house.jean), these(house.paul), utc(now), POLICY)
    assert outcome.account is not None
    assert outcome.account.expires_on == until


@pytest.mark.parametrize(
    ("first", "last", "next_day"),
    [
        ("2026-10-24T22:00:00", "2026-10-25T22:59:59", "2026-10-25T23:00:00"),
        ("2027-03-27T23:00:00", "2027-03-28T21:59:59", "2027-03-28T22:00:00"),
    ],
    ids=["a day of 25 hours", "a day of 23 hours"],
)
async def test_a_day_on_which_the_clocks_change_is_one_day(first: str, last: str, next_day: str) -> None:
    house = await a_house()
    for now, entries in ((first, 1), (last, 1), (next_day, 2)):
        await renew(signed_in(house.jean), these(house.paul), utc(now), POLICY)
        assert await count("history") == entries
