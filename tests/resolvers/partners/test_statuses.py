"""Partners read the statuses that the accounts have, and every change of status once (T1, T2)."""

from datetime import timedelta

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import AccountStatus, ErrorCode, Scope
from resolvers.caller import ANONYMOUS
from resolvers.partners.statuses import read_changes, read_statuses
from tests.factories import NOW, TODAY, a_house, a_partner, an_account, asking, signed_in
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")
YESTERDAY = TODAY - timedelta(days=1)


async def test_a_partner_reads_the_statuses_of_today_in_the_order_of_its_request() -> None:
    house = await a_house()
    pending = await an_account(house.employer_id, active=False)
    expired = await an_account(house.employer_id, expires_on=YESTERDAY)
    last_day = await an_account(house.employer_id, expires_on=TODAY)
    deleted = await an_account(house.employer_id, expires_on=YESTERDAY, deleted_at=NOW)
    accounts = [deleted, last_day, pending, expired, house.jean, last_day]
    caller = await asking(await a_partner(house.employer_id))
    statuses = await read_statuses(caller, [account.identifier.lower() for account in accounts], TODAY)
    assert [status and status.status for status in statuses] == [
        AccountStatus.DELETED,
        AccountStatus.ACTIVE,
        AccountStatus.PENDING,
        AccountStatus.EXPIRED,
        AccountStatus.ACTIVE,
        AccountStatus.ACTIVE,
    ]
    assert [s and (s.identifier, s.profile, s.expires_on) for s in statuses] == [
        (account.identifier, account.profile, account.expires_on) for account in accounts
    ]


async def test_the_status_is_the_one_that_the_account_itself_has_on_any_day() -> None:
    house = await a_house()
    accounts = [
        await an_account(
            house.employer_id, expires_on=TODAY + timedelta(days=days), active=active, deleted_at=deleted_at
        )
        for days in (-1, 0, 1)
        for active in (True, False)
        for deleted_at in (None, NOW)
    ]
    caller = await asking(await a_partner(house.employer_id))
    for day in (YESTERDAY, TODAY, TODAY + timedelta(days=1), TODAY + timedelta(days=2)):
        statuses = await read_statuses(caller, [account.identifier for account in accounts], day)
        assert [s and s.status for s in statuses] == [account.status(day) for account in accounts]


async def test_two_hundred_and_fifty_are_one_query_and_one_more_is_refused() -> None:
    house = await a_house()
    caller = await asking(await a_partner(house.employer_id))
    identifiers = [house.jean.identifier, "nobody", *(f"XXX{n:06d}" for n in range(248))]
    with counted() as queries:
        statuses = await read_statuses(caller, identifiers, TODAY)
    assert len(queries) == 1
    assert [status is not None for status in statuses] == [True] + [False] * 249
    with pytest.raises(Refused) as refused:
        await read_statuses(caller, [*identifiers, "one more"], TODAY)
    assert refused.value.refusals[0].code is ErrorCode.LIMIT_EXCEEDED


async def test_an_account_of_elsewhere_is_as_unknown_as_one_that_never_was() -> None:
    house, elsewhere = await a_house(), await a_house("B")
    caller = await asking(await a_partner(house.employer_id))
    for identifier in (elsewhere.jean.identifier, "XXX222222", "", "é" * 500, "A' OR '1'='1"):
        assert await read_statuses(caller, [identifier], TODAY) == [None]
    assert await read_statuses(await asking(await a_partner()), [house.jean.identifier], TODAY) == [None]


async def test_people_anonymous_callers_and_partners_without_the_scope_read_nothing() -> None:
    house = await a_house()
    for caller, code in (
        (ANONYMOUS, ErrorCode.NOT_SIGNED_IN),
        (signed_in(house.jean), ErrorCode.FORBIDDEN),
        (await asking(await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])), ErrorCode.FORBIDDEN),
    ):
        for act in (read_statuses(caller, [house.jean.identifier], TODAY), read_changes(caller, 0, 10)):
            with pytest.raises(Refused) as refused:
                await act
            assert refused.value.refusals[0].code is code
