"""Reading accounts and employers: what each caller may see, and the permitted actions (L1-L4, E3)."""

from datetime import timedelta

import pytest

from models.rules.accounts.search import Group, Order, Selection
from models.rules.refusals import Refused
from models.rules.vocabulary import AccountAction, ErrorCode, Grouping, Profile
from resolvers.accounts.read import (
    account_actions,
    count_accounts,
    count_accounts_by_group,
    find_account,
    read_account_page,
    read_accounts,
    read_employers,
)
from resolvers.caller import ANONYMOUS
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, signed_in
from tests.resolvers.requests import become

pytestmark = pytest.mark.usefixtures("database")

A = AccountAction
E = ErrorCode


async def test_an_account_is_found_by_its_identifier_in_any_case() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    assert await find_account(caller, f" {house.paul.identifier.lower()} ") == house.paul
    assert await find_account(caller, house.jean.identifier) == house.jean


@pytest.mark.parametrize("text", ["ABC222222", "", "*", "JEAN\x00LOUTY", "x" * 10_000, "\N{SNOWMAN}" * 9])
async def test_what_is_no_identifier_finds_nothing(text: str) -> None:
    house = await a_house()
    assert await find_account(signed_in(house.jean), text) is None


async def test_the_identifier_of_another_employers_account_finds_nothing() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    assert await find_account(signed_in(house.jean), other.paul.identifier) is None


async def test_users_find_their_own_account_and_employer_and_nothing_else() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    paul = signed_in(house.paul)
    ids = [house.paul.id, house.jean.id, other.paul.id]
    assert await read_accounts(paul, ids) == {house.paul.id: house.paul}
    assert await read_accounts(paul, [house.jean.id]) == {}
    assert await find_account(paul, house.paul.identifier) == house.paul
    assert await find_account(paul, house.jean.identifier) is None
    employers = await read_employers(paul, [house.employer_id, other.employer_id])
    assert list(employers) == [house.employer_id]


async def test_administrators_find_the_accounts_of_the_employers_they_administer() -> None:
    house, other, third = await a_house(), await a_house("MAIRIE DE REZÉ"), await a_house("CDG")
    caller = signed_in(house.jean, other.employer_id)
    ids = [house.paul.id, other.paul.id, third.paul.id, 10**12]
    assert set(await read_accounts(caller, ids)) == set(ids[:2])
    employers = [one.employer_id for one in (house, other, third)]
    assert set(await read_employers(caller, employers)) == set(employers[:2])


async def test_an_anonymous_caller_finds_nothing_at_all() -> None:
    house = await a_house()
    for reading in (
        read_accounts(ANONYMOUS, [house.jean.id]),
        read_employers(ANONYMOUS, [house.employer_id]),
        find_account(ANONYMOUS, house.jean.identifier),
    ):
        with pytest.raises(Refused, match=E.NOT_SIGNED_IN):
            await reading


async def test_a_page_a_count_and_groups_are_those_of_the_employer() -> None:
    house = await a_house()
    await a_house("MAIRIE DE REZÉ")
    caller, everyone = signed_in(house.jean), Selection(house.employer_id)
    page = await read_account_page(caller, everyone, Order(), NOW, limit=2, beyond=None, backward=False)
    assert (page.accounts, page.more) == ([house.sara, house.jean], True)
    last = await read_account_page(
        caller, everyone, Order(), NOW, limit=2, beyond=page.keys[-1], backward=False
    )
    assert (last.accounts, last.more) == ([house.paul], False)
    assert await count_accounts(caller, everyone, NOW) == 3
    assert await count_accounts_by_group(caller, everyone, Grouping.PROFILE, NOW) == [
        Group(Profile.ADMINISTRATOR, 2),
        Group(Profile.USER, 1),
    ]


async def test_each_action_is_permitted_or_has_a_refusal() -> None:
    house = await a_house()
    waiting = await an_account(house.employer_id, active=False)
    expired = await an_account(house.employer_id, expires_on=TODAY - timedelta(days=1))
    gone = await an_account(house.employer_id, deleted_at=NOW - timedelta(days=31))
    locked = await become(await an_account(house.employer_id), locked_until=NOW + timedelta(minutes=1))
    idle = {A.RESTORE: E.INVALID, A.UNLOCK: E.INVALID}
    active = {**idle, A.RESEND_INVITATION: E.INVALID}
    late = dict.fromkeys((A.MODIFY, A.PROMOTE, A.RESEND_INVITATION), E.ACCOUNT_EXPIRED)
    wanted = {
        house.paul: active,
        house.sara: {**active, A.PROMOTE: E.INVALID},
        house.jean: {
            **active,
            A.PROMOTE: E.INVALID,
            **dict.fromkeys((A.DELETE, A.SEND_PASSWORD_RESET, A.END_SESSIONS), E.SELF_FORBIDDEN),
        },
        waiting: {
            **idle,
            **dict.fromkeys((A.RENEW, A.SEND_PASSWORD_RESET, A.END_SESSIONS), E.ACCOUNT_PENDING),
        },
        expired: {
            **idle,
            **late,
            **dict.fromkeys((A.SEND_PASSWORD_RESET, A.END_SESSIONS), E.ACCOUNT_EXPIRED),
        },
        gone: dict.fromkeys(A, E.ACCOUNT_DELETED),
        locked: {
            A.RESTORE: E.INVALID,
            A.RESEND_INVITATION: E.INVALID,
            A.END_SESSIONS: E.ACCOUNT_LOCKED,
        },
    }
    for account, refusals in wanted.items():
        actions = account_actions(signed_in(house.jean), account, 2, NOW, TODAY, POLICY)
        assert {act: refusal.code for act, refusal in actions.items() if refusal} == refusals


async def test_the_last_administrator_is_shown_as_one_who_cannot_go() -> None:
    house = await a_house()
    actions = account_actions(signed_in(house.jean), house.sara, 1, NOW, TODAY, POLICY)
    assert (refusal := actions[A.DELETE])
    assert refusal.code is E.LAST_ADMINISTRATOR


async def test_a_user_may_do_nothing_to_any_account_their_own_included() -> None:
    house = await a_house()
    actions = account_actions(signed_in(house.paul), house.paul, 2, NOW, TODAY, POLICY)
    assert [refusal.code for refusal in actions.values() if refusal] == [E.FORBIDDEN] * len(A)
