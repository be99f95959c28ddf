"""The link of an invitation: how long and how often it works, and that reading it does not use it (C3)."""

from datetime import timedelta

import pytest

from models.database import query
from models.rules.sign_in.tokens import PasswordLink
from models.rules.vocabulary import ErrorCode, LinkPurpose, LinkState
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.invite import resend_invitations
from resolvers.accounts.restore import restore
from resolvers.sign_in.create_password import create_password, find_link
from tests.factories import NOW, POLICY, a_house, signed_in
from tests.nothing_written import all_rows, nothing_is_written, refused
from tests.resolvers.invited_holders import NEW, TICK, invited, token_of
from tests.resolvers.requests import a_creation, these

pytestmark = pytest.mark.usefixtures("database")

LAPSES = NOW + timedelta(days=15)


async def existing_link(token: str) -> PasswordLink:
    link = await find_link(token)
    assert link is not None
    return link


async def test_a_link_works_for_15_days() -> None:
    zoe = await invited()
    link = await existing_link(zoe.token)
    assert (link.account_id, link.purpose, link.expires_at) == (zoe.account.id, LinkPurpose.CREATE, LAPSES)
    assert link.state(LAPSES - TICK) is LinkState.USABLE
    assert link.state(LAPSES) is LinkState.LAPSED
    async with refused(ErrorCode.LINK_UNUSABLE) as refusals:
        await create_password(zoe.token, NEW, LAPSES, POLICY)
    assert (refusals[0].field, "no longer good" in refusals[0].english) == (("token",), True)
    assert await create_password(zoe.token, NEW, LAPSES - TICK, POLICY) == zoe.account.identifier


async def test_a_link_can_be_read_any_number_of_times_and_then_used() -> None:
    zoe = await invited()
    async with nothing_is_written():
        assert {(await existing_link(zoe.token)).state(NOW) for _ in range(20)} == {LinkState.USABLE}
    await create_password(zoe.token, NEW, NOW, POLICY)


async def test_a_link_works_once() -> None:
    zoe = await invited()
    await create_password(zoe.token, NEW, NOW, POLICY)
    assert (await existing_link(zoe.token)).state(NOW) is LinkState.USED
    async with refused(ErrorCode.LINK_UNUSABLE) as refusals:
        await create_password(zoe.token, "Un-autre#2026", NOW, POLICY)
    assert "has been used" in refusals[0].english
    assert "a déjà servi" in refusals[0].french


async def test_a_newer_link_revokes_the_older_one() -> None:
    zoe = await invited()
    await resend_invitations(signed_in(zoe.house.jean), these(zoe.account), NOW, POLICY)
    assert (await existing_link(zoe.token)).state(NOW) is LinkState.LAPSED
    async with refused(ErrorCode.LINK_UNUSABLE) as refusals:
        await create_password(zoe.token, NEW, NOW, POLICY)
    assert "no longer good" in refusals[0].english
    await create_password(await token_of(zoe.account), NEW, NOW, POLICY)


@pytest.mark.parametrize(
    "token", ["", "0" * 64, "x" * 100_000, "\x00", "' OR 1=1 --", "é☃", " {} ", "{upper}", "{half}"]
)
async def test_a_token_that_was_never_sent_is_refused_as_unknown(token: str) -> None:
    sent = (await invited()).token
    token = {"{upper}": sent.upper(), "{half}": sent[:32], " {} ": f" {sent} "}.get(token, token)
    assert await find_link(token) is None
    async with refused(ErrorCode.LINK_UNUSABLE) as refusals:
        await create_password(token, NEW, NOW, POLICY)
    assert (refusals[0].field, "There is no such link" in refusals[0].english) == (("token",), True)


async def test_the_links_of_a_deleted_account_stay_revoked_even_if_it_is_restored() -> None:
    zoe = await invited()
    caller = signed_in(zoe.house.jean)
    await delete(caller, these(zoe.account), NOW, POLICY)
    assert (await existing_link(zoe.token)).state(NOW) is LinkState.LAPSED
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, NOW, POLICY)
    await restore(caller, these(zoe.account), NOW, POLICY)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, NOW, POLICY)
    await resend_invitations(caller, these(zoe.account), NOW, POLICY)
    await create_password(await token_of(zoe.account), NEW, NOW, POLICY)


async def test_no_token_is_in_the_database_nor_in_what_waits_to_leave() -> None:
    house = await a_house()
    account = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    first = await token_of(account)
    await resend_invitations(signed_in(house.jean), these(account), NOW, POLICY)
    second = await token_of(account)
    facts = [row["facts"] for row in await query("SELECT facts FROM outgoing", [])]
    nonces = [row["nonce"] for row in await query("SELECT nonce FROM password_link", [])]
    everything = repr(await all_rows())
    assert first != second
    assert not any(token in everything for token in (first, second))
    assert not any(nonce in text for nonce in nonces for text in facts)
