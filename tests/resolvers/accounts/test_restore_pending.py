"""Restoring an account that never had a password invites its holder anew (C3, C5, D1)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import AccountStatus, ErrorCode, InvitationState, MessageKind, Operation
from models.stores.sign_in.password_links import latest_invitations
from resolvers.accounts.delete import delete
from resolvers.accounts.restore import restore
from resolvers.sign_in.create_password import create_password
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import NEW, feed, history, invited, messages, token_of
from tests.resolvers.requests import codes, these

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(days=20)


async def states() -> list[str]:
    return [email["state"] for email in await messages(MessageKind.INVITATION)]


async def test_a_restored_pending_account_has_a_link_that_works_and_the_old_one_stays_dead() -> None:
    zoe = await invited()
    await delete(signed_in(zoe.house.jean), these(zoe.account), NOW, POLICY)
    assert codes(await restore(signed_in(zoe.house.sara), these(zoe.account), LATER, POLICY)) == [None]
    invitation = (await latest_invitations([zoe.account.id], LATER))[zoe.account.id]
    assert (invitation.state, invitation.expires_at) == (InvitationState.QUEUED, LATER + timedelta(days=15))
    emails = await messages(MessageKind.INVITATION)
    assert [email["state"] for email in emails] == ["REVOKED", "QUEUED"]
    assert emails[-1]["facts"]["creator"]["last_name"] == "Dupont"
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, LATER, POLICY)
    await create_password(await token_of(zoe.account), NEW, LATER, POLICY)


async def test_the_history_has_the_restoration_and_the_invitation_and_the_feed_one_change() -> None:
    zoe = await invited()
    await delete(signed_in(zoe.house.jean), these(zoe.account), NOW, POLICY)
    await restore(signed_in(zoe.house.jean), these(zoe.account), LATER, POLICY)
    entries = [(entry["operation"], entry["account_version"]) for entry in await history()]
    assert entries == [
        (Operation.ACCOUNT_DELETED, 2),
        (Operation.ACCOUNT_RESTORED, 3),
        (Operation.INVITATION_SENT, 3),
    ]
    deleted, pending = AccountStatus.DELETED, AccountStatus.PENDING
    assert await feed() == [(zoe.account.id, pending, deleted), (zoe.account.id, deleted, pending)]


async def test_among_several_only_those_that_are_pending_again_are_invited() -> None:
    zoe = await invited()
    employer_id = zoe.house.employer_id
    late = await an_account(employer_id, active=False, expires_on=TODAY)
    request = these(zoe.account, zoe.house.paul, late)
    await delete(signed_in(zoe.house.jean), request, NOW, POLICY)
    assert codes(await restore(signed_in(zoe.house.jean), request, LATER, POLICY)) == [None] * 3
    queued = [e["account_id"] for e in await messages(MessageKind.INVITATION) if e["state"] == "QUEUED"]
    assert queued == [zoe.account.id]


async def test_a_dry_run_sends_nothing_and_the_same_request_twice_sends_one() -> None:
    zoe = await invited()
    caller = signed_in(zoe.house.jean)
    await delete(caller, these(zoe.account), NOW, POLICY)
    async with nothing_is_written():
        assert codes(await restore(caller, these(zoe.account, dry_run=True), NOW, POLICY)) == [None]
    for _ in range(2):
        await restore(caller, these(zoe.account, key="k"), NOW, POLICY)
    assert await states() == ["REVOKED", "QUEUED"]


async def test_an_account_that_is_not_restored_is_not_invited() -> None:
    zoe, other = await invited(), await a_house("MAIRIE DE REZÉ")
    await delete(signed_in(zoe.house.jean), these(zoe.account), NOW, POLICY)
    async with nothing_is_written():
        late = await restore(signed_in(zoe.house.jean), these(zoe.account), NOW + timedelta(days=30), POLICY)
        foreign = await restore(signed_in(other.jean), these(zoe.account), NOW, POLICY)
    assert codes(late) + codes(foreign) == [ErrorCode.ACCOUNT_DELETED, ErrorCode.NOT_FOUND]
