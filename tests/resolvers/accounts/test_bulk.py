"""Bulk operations: which accounts, how many, and the result of each (R2, E2, E3)."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from models.rules.accounts.search import Filter, Search, Selection, search_terms
from models.rules.vocabulary import AccountStatus, ErrorCode, MandateScope, Profile
from resolvers.accounts.bulk import BulkItemResult, BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.invite import resend_invitations
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.accounts.unlock import unlock
from resolvers.sign_in.end_account_sessions import end_account_sessions
from resolvers.sign_in.send_password_resets import send_password_resets
from tests.factories import NOW, POLICY, TODAY, a_house, a_mandate, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.requests import codes, these
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")

UNKNOWN_ID = 10**12


async def test_each_account_of_the_request_has_one_result_in_the_order_of_the_request() -> None:
    house = await a_house()
    request = BulkRequest((house.sara.id, UNKNOWN_ID, house.paul.id, house.sara.id))
    outcomes = await renew(signed_in(house.jean), request, NOW, POLICY)
    assert [outcome.account_id for outcome in outcomes] == [house.sara.id, UNKNOWN_ID, house.paul.id]
    assert codes(outcomes) == [None, ErrorCode.NOT_FOUND, None]
    assert [outcome.account for outcome in outcomes] == [await read(house.sara), None, await read(house.paul)]


async def test_an_account_of_another_employer_is_not_found_and_not_touched() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    outcomes = await renew(signed_in(house.jean), these(other.paul, house.paul), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.NOT_FOUND, None]
    assert outcomes[0].account is None
    assert await read(other.paul) == other.paul


async def test_if_no_account_is_found_each_result_is_not_found() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    async with nothing_is_written():
        request = BulkRequest((other.paul.id, UNKNOWN_ID))
        outcomes = await delete(signed_in(house.jean), request, NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.NOT_FOUND] * 2


async def test_accounts_of_two_employers_are_not_done_in_one_request() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    caller = signed_in(house.jean, other.employer_id)
    async with refused(ErrorCode.INVALID) as refusals:
        await renew(caller, these(house.paul, other.paul), NOW, POLICY)
    assert refusals[0].field == ("ids",)


async def test_a_request_has_ids_or_a_search_and_never_both() -> None:
    house = await a_house()
    both = replace(these(house.paul), matching=Selection(house.employer_id))
    for request in (BulkRequest(), both):
        async with refused(ErrorCode.INVALID):
            await renew(signed_in(house.jean), request, NOW, POLICY)
    async with refused(ErrorCode.REQUIRED) as refusals:
        await renew(signed_in(house.jean), BulkRequest(()), NOW, POLICY)
    assert refusals[0].field == ("ids",)


async def test_all_that_match_a_search_are_done_and_no_other() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    more = [await an_account(house.employer_id, "Martin", "Zoé"), await an_account(house.employer_id)]
    everyone = Selection(house.employer_id, Search(search_terms("MÀRTIN")), Filter(profiles=(Profile.USER,)))
    outcomes = await renew(signed_in(house.jean), BulkRequest(matching=everyone), NOW, POLICY)
    assert [outcome.account_id for outcome in outcomes] == [house.paul.id, more[0].id]
    assert [(await read(account)).version for account in (more[1], other.paul)] == [1, 1]


async def test_a_search_matches_the_same_accounts_as_in_the_list_however_it_is_typed() -> None:
    house = await a_house()
    anne = await an_account(house.employer_id, "Le Goff", "Anne", department="Antenne de Saint Nazaire")
    for text in ("saint-nazaire", "l\u200be'goff", "anne@chu-nantes.example"):
        request = BulkRequest(matching=Selection(house.employer_id, Search(search_terms(text))), dry_run=True)
        outcomes = await renew(signed_in(house.jean), request, NOW, POLICY)
        assert [outcome.account_id for outcome in outcomes] == [anne.id], text


async def test_a_search_that_matches_nothing_does_nothing() -> None:
    house = await a_house()
    no_match = Selection(house.employer_id, Search(("zzz",)))
    async with nothing_is_written():
        assert await delete(signed_in(house.jean), BulkRequest(matching=no_match), NOW, POLICY) == []


async def test_deleted_accounts_are_matched_only_if_the_search_asks_for_them() -> None:
    house = await a_house()
    gone = await an_account(house.employer_id, deleted_at=NOW - timedelta(days=1))
    wanted = Filter(statuses=(AccountStatus.DELETED,))
    request = BulkRequest(matching=Selection(house.employer_id, filter=wanted))
    async with nothing_is_written():
        outcomes = await renew(signed_in(house.jean), request, NOW, POLICY)
    assert [(o.account_id, o.refusal and o.refusal.code) for o in outcomes] == [
        (gone.id, ErrorCode.ACCOUNT_DELETED)
    ]


async def test_a_dry_run_gives_the_same_answer_and_writes_nothing() -> None:
    house = await a_house()
    waiting = await an_account(house.employer_id, active=False)
    request = these(house.sara, waiting, house.paul, dry_run=True, key="a key that stays free")
    async with nothing_is_written():
        would = await renew(signed_in(house.jean), request, NOW, POLICY)
    done = await renew(signed_in(house.jean), replace(request, dry_run=False), NOW, POLICY)
    assert codes(would) == codes(done) == [None, ErrorCode.ACCOUNT_PENDING, None]
    assert [outcome.account for outcome in would] == [outcome.account for outcome in done]
    assert would[0].account == await read(house.sara) != house.sara


@pytest.mark.parametrize(
    "verb",
    [renew, delete, restore, resend_invitations, unlock, send_password_resets, end_account_sessions],
)
async def test_a_dry_run_only_reads(verb: Callable[..., Awaitable[list[BulkItemResult]]]) -> None:
    """It takes no write lock: on SQLite others could write nothing meanwhile."""
    house = await a_house()
    with counted() as statements:
        await verb(signed_in(house.jean), these(house.sara, house.paul, dry_run=True), NOW, POLICY)
    assert statements
    assert [statement for statement in statements if not statement.lstrip().startswith("SELECT")] == []


async def test_at_most_so_many_ids_are_taken_at_once() -> None:
    house = await a_house()
    policy, caller = replace(POLICY, bulk_ids=2), signed_in(house.jean)
    async with refused(ErrorCode.LIMIT_EXCEEDED) as refusals:
        await renew(caller, these(house.jean, house.sara, house.paul), NOW, policy)
    assert (refusals[0].field, "3 at once" in refusals[0].english) == (("ids",), True)
    twice = these(house.sara, house.paul, house.sara)
    assert codes(await renew(caller, twice, NOW, policy)) == [None, None]


async def test_a_search_that_matches_too_many_says_how_many() -> None:
    house = await a_house()
    policy, caller = replace(POLICY, bulk_matches=2), signed_in(house.jean)
    await an_account(house.employer_id)
    async with refused(ErrorCode.LIMIT_EXCEEDED) as refusals:
        await renew(caller, BulkRequest(matching=Selection(house.employer_id)), NOW, policy)
    assert (refusals[0].field, "4 at once" in refusals[0].english) == (("matching",), True)
    administrators = Selection(house.employer_id, filter=Filter(profiles=(Profile.ADMINISTRATOR,)))
    assert codes(await renew(caller, BulkRequest(matching=administrators), NOW, policy)) == [None, None]


async def test_the_limits_are_250_ids_and_10_000_matches_unless_set() -> None:
    assert (POLICY.bulk_ids, POLICY.bulk_matches) == (250, 10_000)
    house = await a_house()
    request = BulkRequest(tuple(range(UNKNOWN_ID, UNKNOWN_ID + 251)))
    async with refused(ErrorCode.LIMIT_EXCEEDED):
        await renew(signed_in(house.jean), request, NOW, POLICY)
    outcomes = await renew(signed_in(house.jean), BulkRequest((request.ids or ())[1:]), NOW, POLICY)
    assert codes(outcomes) == [ErrorCode.NOT_FOUND] * 250


async def test_250_accounts_are_done_at_once_whatever_the_day() -> None:
    house = await a_house()
    users = [await an_account(house.employer_id, expires_on=TODAY) for _ in range(250)]
    assert codes(await renew(signed_in(house.jean), these(*users), NOW, POLICY)) == [None] * 250


async def test_who_may_only_look_at_the_one_employer_of_the_request_changes_nothing() -> None:
    house, centre = await a_house(), await a_house("CENTRE DE GESTION")
    await a_mandate(centre.jean, house.employer_id, MandateScope.READ)
    caller = signed_in(centre.jean, house.employer_id, scope=MandateScope.READ)
    request = replace(these(house.paul), employer_id=house.employer_id)
    async with refused(ErrorCode.FORBIDDEN):
        await renew(caller, request, NOW, POLICY)
