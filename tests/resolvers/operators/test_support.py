"""An operator sends an invitation again, and unlocks; nothing else (N3)."""

from datetime import timedelta

import pytest

from models.rules.history_entry import Change
from models.rules.vocabulary import ErrorCode, InvitationState, Operation
from resolvers.operators.support import resend_invitation_as_operator, unlock_as_operator
from tests.factories import NOW, POLICY, a_house, an_operator, operating, read, signed_in
from tests.nothing_written import refused
from tests.resolvers.invited_holders import invited, token_of
from tests.resolvers.operators.test_find_person import REASON, latest_entry
from tests.resolvers.requests import become

pytestmark = pytest.mark.usefixtures("database")


async def test_a_new_invitation_leaves_and_the_history_holds_the_reason() -> None:
    house = await a_house()
    holder = (await invited(house)).account
    former = await token_of(holder)
    person = await resend_invitation_as_operator(
        await operating(await an_operator()), holder.id, REASON, NOW, POLICY
    )
    assert person.invitation
    assert person.invitation.state is InvitationState.QUEUED
    assert await token_of(holder) != former
    email = holder.email
    assert await latest_entry(house) == (
        Operation.INVITATION_SENT,
        "operator Odile Brun",
        holder.id,
        (Change("email", email, email), Change("reason", None, REASON)),
    )


async def test_a_lock_is_lifted_and_the_history_holds_the_reason() -> None:
    house = await a_house()
    until = NOW + timedelta(hours=1)
    locked = await become(house.paul, locked_until=until)
    await unlock_as_operator(await operating(await an_operator()), locked.id, REASON, NOW, POLICY)
    assert not (await read(locked)).locked(NOW)
    assert await latest_entry(house) == (
        Operation.ACCOUNT_UNLOCKED,
        "operator Odile Brun",
        locked.id,
        (Change("lockedUntil", until.isoformat(), None), Change("reason", None, REASON)),
    )


async def test_an_account_with_a_password_gets_no_invitation_and_an_open_one_is_not_unlocked() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    async with refused(ErrorCode.INVALID):
        await resend_invitation_as_operator(caller, house.paul.id, REASON, NOW, POLICY)
    async with refused(ErrorCode.INVALID):
        await unlock_as_operator(caller, house.paul.id, REASON, NOW, POLICY)


async def test_an_act_needs_a_reason_and_a_person_who_exists() -> None:
    house, caller = await a_house(), await operating(await an_operator())
    for act in (resend_invitation_as_operator, unlock_as_operator):
        async with refused(ErrorCode.REQUIRED):
            await act(caller, house.paul.id, " ", NOW, POLICY)
        async with refused(ErrorCode.NOT_FOUND):
            await act(caller, 2**62, REASON, NOW, POLICY)


async def test_accounts_do_not_act_as_operators() -> None:
    house = await a_house()
    for act in (resend_invitation_as_operator, unlock_as_operator):
        async with refused(ErrorCode.FORBIDDEN):
            await act(signed_in(house.jean), house.paul.id, REASON, NOW, POLICY)
