"""Concurrent changes of one account's password: each is done as if alone, or refused (C3, P4)."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode, LinkState, MessageKind
from resolvers.accounts.delete import delete
from resolvers.sign_in.change_password import change_password
from resolvers.sign_in.create_password import create_password, find_link
from resolvers.sign_in.passwords import password_matches
from resolvers.sign_in.request_password_reset import request_password_reset
from resolvers.sign_in.send_password_resets import send_password_resets
from tests.factories import NOW, PASSWORD, POLICY, a_house, read, signed_in
from tests.resolvers.invited_holders import NEW, a_holder, feed, invited, messages, token_of
from tests.resolvers.race import Call, Race, verdict
from tests.resolvers.requests import become, count, these
from tests.resolvers.sign_in.test_sign_in import hash_of

OTHER = "Un-autre#2026"


def why(outcome: Any) -> ErrorCode | None:
    if isinstance(outcome, Refused):
        return outcome.refusals[0].code
    if isinstance(outcome, BaseException):
        raise outcome
    return None


async def at_once(race: Race, employer_id: int, *calls: Call) -> list[ErrorCode | None]:
    """Run calls that wait for the employer's lock, each with its password hashed already."""
    return [why(result) for result in await race(employer_id, *calls)]


async def test_of_two_uses_of_one_link_at_the_same_moment_one_wins(race: Race) -> None:
    house = await a_house()
    for _ in range(5):
        zoe = await invited(house)
        before = len(await feed())
        outcomes = await at_once(
            race,
            house.employer_id,
            create_password(zoe.token, NEW, NOW, POLICY),
            create_password(zoe.token, OTHER, NOW, POLICY),
        )
        assert sorted(map(str, outcomes)) == [ErrorCode.LINK_UNUSABLE, "None"]
        winner = NEW if outcomes[0] is None else OTHER
        assert await password_matches(winner, await hash_of(zoe.account))
        assert (await feed())[before:] == [(zoe.account.id, "PENDING", "ACTIVE")]
    assert await count("history") == 5


async def test_of_two_requests_for_a_new_password_at_once_one_link_works(race: Race) -> None:
    holder = await a_holder()
    calls = (request_password_reset(holder.identifier, NOW, POLICY) for _ in range(2))
    assert await at_once(race, holder.employer_id, *calls) == [None, None]
    assert [email["state"] for email in await messages(MessageKind.PASSWORD_RESET)] == ["REVOKED", "QUEUED"]
    link = await find_link(await token_of(holder))
    assert link is not None
    assert link.state(NOW) is LinkState.USABLE


async def test_of_two_administrators_at_once_the_one_beyond_the_limit_is_refused(race: Race) -> None:
    house = await a_house()
    holder = await a_holder(house)
    for _ in range(2):
        await request_password_reset(holder.identifier, NOW, POLICY)
    calls = (
        send_password_resets(signed_in(administrator), these(holder), NOW, POLICY)
        for administrator in (house.jean, house.sara)
    )
    outcomes = await race(house.employer_id, *calls)
    assert sorted(map(str, map(verdict, outcomes))) == ["None", ErrorCode.RATE_LIMITED]
    assert len(await messages(MessageKind.PASSWORD_RESET)) == 3


async def test_of_two_changes_with_the_same_password_at_once_one_is_done(race: Race) -> None:
    holder = await a_holder()
    caller = signed_in(holder)
    outcomes = await at_once(
        race,
        holder.employer_id,
        change_password(caller, PASSWORD, NEW, NOW, POLICY),
        change_password(caller, PASSWORD, OTHER, NOW, POLICY),
    )
    assert sorted(map(str, outcomes)) == [ErrorCode.NOT_SIGNED_IN, "None"]
    winner = NEW if outcomes[0] is None else OTHER
    assert await password_matches(winner, await hash_of(holder))
    assert await count("session") == 1


@pytest.mark.parametrize("lost", ["deleted_at", "locked_until"])
@pytest.mark.usefixtures("database")
async def test_who_lost_the_account_while_the_password_was_compared_changes_nothing(lost: str) -> None:
    holder = await a_holder()
    caller = signed_in(holder)
    await become(holder, **{lost: NOW + timedelta(minutes=1)})
    with pytest.raises(Refused, match=ErrorCode.NOT_SIGNED_IN):
        await change_password(caller, PASSWORD, NEW, NOW, POLICY)
    assert (await count("session"), await count("outgoing")) == (0, 0)
    assert await password_matches(PASSWORD, await hash_of(holder))


async def test_an_account_deleted_meanwhile_gets_no_link(race: Race) -> None:
    house = await a_house()
    for _ in range(5):
        holder = await a_holder(house)
        results = await race(
            house.employer_id,
            delete(signed_in(house.jean), these(holder), NOW, POLICY),
            request_password_reset(holder.identifier, NOW, POLICY),
        )
        assert [why(result) for result in results] == [None, None]
        assert (await read(holder)).deleted_at == NOW
    assert [e["state"] for e in await messages(MessageKind.PASSWORD_RESET) if e["state"] != "REVOKED"] == []


@pytest.mark.usefixtures("database")
async def test_a_link_used_while_its_account_is_deleted_leaves_no_way_in() -> None:
    zoe = await invited()
    results = await asyncio.gather(
        create_password(zoe.token, NEW, NOW, POLICY),
        delete(signed_in(zoe.house.jean), these(zoe.account), NOW, POLICY),
        return_exceptions=True,
    )
    assert why(results[0]) in {None, ErrorCode.LINK_UNUSABLE}
    assert why(results[1]) is None
    assert (await read(zoe.account)).deleted_at == NOW
