"""Sending another invitation (C3, C5)."""

from datetime import timedelta

import pytest

from models.rules.vocabulary import AccessLevel, ErrorCode, InvitationState, MessageKind, Operation
from models.stores.sign_in.password_links import latest_invitations
from models.tables.messages import OutgoingRow
from resolvers.accounts.invite import InvitationResend, invitation_resend, resend_invitations
from resolvers.accounts.modify import modify
from resolvers.employer_transaction import employer_transaction
from resolvers.sign_in.create_password import create_password
from tests.factories import NOW, POLICY, TODAY, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import NEW, feed, history, invited, messages, reset_token, token_of
from tests.resolvers.requests import a_modification, codes, these
from tests.resolvers.sign_in.test_sign_in import CHEAP

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(days=20)


async def states() -> list[str]:
    return [email["state"] for email in await messages(MessageKind.INVITATION)]


async def test_a_pending_account_gets_a_new_link_and_the_older_one_is_revoked() -> None:
    zoe = await invited()
    caller = signed_in(zoe.house.sara)
    assert codes(await resend_invitations(caller, these(zoe.account), NOW, POLICY)) == [None]
    assert await states() == ["REVOKED", "QUEUED"]
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, NOW, POLICY)
    await create_password(await token_of(zoe.account), NEW, NOW, POLICY)


async def test_the_new_e_mail_names_who_sent_it_again_and_its_15_days_begin_anew() -> None:
    zoe = await invited()
    await resend_invitations(signed_in(zoe.house.sara), these(zoe.account), LATER, POLICY)
    email = (await messages(MessageKind.INVITATION))[-1]
    assert email["facts"]["creator"]["last_name"] == "Dupont"
    assert email["facts"]["created_on"] == "2026-12-13"
    invitation = (await latest_invitations([zoe.account.id], LATER))[zoe.account.id]
    assert (invitation.state, invitation.expires_at) == (InvitationState.QUEUED, LATER + timedelta(days=15))


@pytest.mark.parametrize("state", ["SENT", "FAILED", "LAPSED"])
async def test_whatever_became_of_the_first_the_invitation_is_queued_again(state: str) -> None:
    zoe = await invited()
    if state != "LAPSED":
        await OutgoingRow.all().update(state=state)
    now = LATER if state == "LAPSED" else NOW
    assert (await latest_invitations([zoe.account.id], now))[zoe.account.id].state == state
    await resend_invitations(signed_in(zoe.house.jean), these(zoe.account), now, POLICY)
    invitation = (await latest_invitations([zoe.account.id], now))[zoe.account.id]
    assert (invitation.state, invitation.sent_at) == (InvitationState.QUEUED, None)


async def test_the_history_records_who_sent_it_and_no_letter_is_sent() -> None:
    zoe = await invited()
    await resend_invitations(signed_in(zoe.house.sara), these(zoe.account), NOW, POLICY)
    (entry,) = await history()
    assert (entry["operation"], entry["actor_id"]) == (Operation.INVITATION_SENT, zoe.house.sara.id)
    assert await messages(MessageKind.CREATION_LETTER) == []
    assert await feed() == []
    assert (await read(zoe.account)).version == zoe.account.version


async def test_only_pending_accounts_are_invited_and_the_others_are_refused_with_a_reason() -> None:
    zoe = await invited()
    house = zoe.house
    late = await an_account(house.employer_id, active=False, expires_on=TODAY - timedelta(days=1))
    gone = await an_account(house.employer_id, active=False, deleted_at=NOW)
    request = these(house.paul, late, gone)
    async with nothing_is_written():
        result_codes = codes(await resend_invitations(signed_in(house.jean), request, NOW, POLICY))
    assert result_codes == [ErrorCode.INVALID, ErrorCode.ACCOUNT_EXPIRED, ErrorCode.ACCOUNT_DELETED]
    mixed = these(house.paul, zoe.account)
    assert codes(await resend_invitations(signed_in(house.jean), mixed, NOW, POLICY)) == [
        ErrorCode.INVALID,
        None,
    ]


async def test_a_dry_run_sends_nothing_and_the_same_request_twice_sends_one() -> None:
    zoe = await invited()
    caller = signed_in(zoe.house.jean)
    async with nothing_is_written():
        assert codes(await resend_invitations(caller, these(zoe.account, dry_run=True), NOW, POLICY)) == [
            None
        ]
    for _ in range(2):
        await resend_invitations(caller, these(zoe.account, key="k"), NOW, POLICY)
    assert await states() == ["REVOKED", "QUEUED"]


async def test_users_and_administrators_of_other_employers_send_nothing() -> None:
    zoe, other = await invited(), await a_house("MAIRIE DE REZÉ")
    async with refused(ErrorCode.FORBIDDEN):
        await resend_invitations(signed_in(zoe.house.paul), these(zoe.account), NOW, POLICY)
    async with nothing_is_written():
        results = await resend_invitations(signed_in(other.jean), these(zoe.account), NOW, POLICY)
    assert codes(results) == [ErrorCode.NOT_FOUND]


async def test_a_corrected_e_mail_sends_an_invitation_to_the_new_address_and_revokes_the_older_link() -> None:
    """M5, C3."""
    zoe = await invited()
    request = a_modification(zoe.account, {"email": "zoe@nouveau.example"})
    after = await modify(signed_in(zoe.house.jean), request, NOW, POLICY)
    emails = await messages(MessageKind.INVITATION)
    assert [(e["recipient"], e["state"]) for e in emails] == [
        (zoe.account.email, "REVOKED"),
        ("zoe@nouveau.example", "QUEUED"),
    ]
    recipients = [email["recipient"] for email in await messages(MessageKind.EMAIL_CHANGED)]
    assert recipients == [zoe.account.email, "zoe@nouveau.example"]
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(zoe.token, NEW, NOW, POLICY)
    await create_password(await token_of(after), NEW, NOW, POLICY)
    entries = [(entry["operation"], entry["account_version"]) for entry in await history()]
    assert entries == [
        (Operation.DETAILS_MODIFIED, 2),
        (Operation.INVITATION_SENT, 2),
        (Operation.PASSWORD_CREATED, 2),
    ]


async def test_any_other_correction_leaves_the_invitation_as_it_is() -> None:
    zoe = await invited()
    request = a_modification(zoe.account, {"last_name": "Ménart"}, rights=[("COM-01", AccessLevel.READ)])
    await modify(signed_in(zoe.house.jean), request, NOW, POLICY)
    assert await states() == ["QUEUED"]
    await create_password(zoe.token, NEW, NOW, POLICY)


async def test_a_new_e_mail_of_an_active_account_revokes_links_to_the_old_address() -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, password_hash=CHEAP)
    token = await reset_token(holder)
    request = a_modification(holder, {"email": "nouveau@chu-nantes.example"})
    await modify(signed_in(house.jean), request, NOW, POLICY)
    async with refused(ErrorCode.LINK_UNUSABLE):
        await create_password(token, NEW, NOW, POLICY)
    assert [email["state"] for email in await messages(MessageKind.PASSWORD_RESET)] == ["REVOKED"]
    assert await states() == []


async def test_an_invitation_that_was_not_composed_beforehand_is_composed_when_it_is_saved() -> None:
    zoe = await invited()
    resend = await invitation_resend(signed_in(zoe.house.sara), NOW, POLICY)(zoe.house.employer_id, TODAY)
    async with employer_transaction(zoe.house.employer_id, NOW):
        await resend.save([zoe.account])
    assert await states() == ["REVOKED", "QUEUED"]


async def test_an_invitation_is_composed_once_its_employer_is_read() -> None:
    zoe = await invited()
    resend = InvitationResend(zoe.house.employer_id, zoe.house.sara, NOW, TODAY, POLICY)
    with pytest.raises(ValueError, match="not read yet"):
        resend.compose(zoe.account)
    ready = await resend.ready()
    assert ready.compose(zoe.account).link[0] == zoe.account.id
    assert await ready.ready() is ready
