"""Erasing accounts erases their personal data in messages too, also in those about other accounts (D1)."""

from collections import Counter
from datetime import datetime, timedelta

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.vocabulary import Channel, InvitationState, MessageKind, OutgoingState, Profile
from models.stores.sign_in.password_links import latest_invitations
from models.tables.messages import OutgoingRow
from resolvers.accounts import purge as purge_module
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.purge import purge
from resolvers.history.verify import verify_history
from resolvers.messages.deliver import OutboxRun, SendOutcome, deliver_due_messages
from resolvers.messages.reminders import remind
from tests.factories import NOW, POLICY, TODAY, House, a_house, read, signed_in
from tests.nothing_written import all_rows, nothing_is_written
from tests.resolvers.accounts.test_purge import DUE, alienor
from tests.resolvers.invited_holders import messages
from tests.resolvers.messages.recording_sender import RecordingSender
from tests.resolvers.requests import a_creation, become, these

pytestmark = pytest.mark.usefixtures("database")

NAMES = ("Quévremont", "Aliénor", "+33241051938")


async def accounts_in_messages(house: House) -> tuple[Account, Account]:
    """Aliénor, who created Claire's account and was in Jean's digest, and is deleted then; and Claire."""
    gone = await alienor(house.employer_id)
    claire = await create(signed_in(gone), a_creation(house.employer_id, Profile.ADMINISTRATOR), NOW, POLICY)
    await become(gone, expires_on=TODAY + timedelta(days=2))
    await remind(NOW, POLICY)
    await delete(signed_in(house.jean), these(gone), NOW, POLICY)
    return gone, claire


async def delivered(now: datetime = NOW) -> Counter[SendOutcome]:
    postman = RecordingSender()
    senders = {Channel.EMAIL: postman, Channel.LETTER: postman}
    return await deliver_due_messages(OutboxRun(senders, POLICY, lambda: now, lambda: 0.5))


async def test_an_erased_name_is_in_nobodys_messages_and_the_history_still_holds() -> None:
    house = await a_house()
    gone, _ = await accounts_in_messages(house)
    await delivered()
    everywhere = repr(await query("SELECT facts FROM outgoing WHERE account_id <> $1", [gone.id]))
    assert [name for name in NAMES if name not in everywhere] == []
    assert await purge(DUE, POLICY) == 1
    left = repr(await all_rows())
    assert [name for name in NAMES[:2] if name in left] == []
    assert {row["facts"] for row in await query("SELECT facts FROM outgoing", [])} == {"{}"}
    assert (await verify_history())[house.employer_id][1] is None


async def test_deliveries_of_others_are_recorded_as_before_once_their_facts_are_erased() -> None:
    house = await a_house()
    _, claire = await accounts_in_messages(house)
    await delivered()
    before = await latest_invitations([claire.id], NOW)
    assert before[claire.id].state is InvitationState.SENT
    await purge(DUE, POLICY)
    assert await latest_invitations([claire.id], NOW) == before
    assert (await messages(MessageKind.INVITATION))[0]["recipient"] == claire.email
    async with nothing_is_written():
        assert await delivered(DUE) == {}
        assert await purge(DUE, POLICY) == 0
    assert await read(claire) == claire


async def test_not_a_moment_before_30_days_are_the_facts_of_a_message_erased() -> None:
    house = await a_house()
    await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    await OutgoingRow.all().update(state=OutgoingState.SENT)
    async with nothing_is_written():
        await purge(NOW + timedelta(days=30), POLICY)


async def test_a_message_that_still_waits_keeps_its_facts_and_leaves_when_it_can() -> None:
    house = await a_house()
    await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    async with nothing_is_written():
        await purge(DUE, POLICY)
    assert await delivered(NOW) == {SendOutcome.SENT: 2}


@pytest.mark.parametrize("state", sorted({*OutgoingState} - {OutgoingState.QUEUED}))
async def test_whatever_became_of_a_message_its_facts_go(state: OutgoingState) -> None:
    house = await a_house()
    await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    await OutgoingRow.all().update(state=state)
    await purge(DUE, POLICY)
    assert [row.facts for row in await OutgoingRow.all()] == ["{}", "{}"]


async def test_what_still_waits_for_an_erased_account_never_leaves() -> None:
    house = await a_house()
    gone = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    await become(gone, deleted_at=NOW)
    await purge(DUE, POLICY)
    assert [row.state for row in await OutgoingRow.all()] == [OutgoingState.REVOKED] * 2
    async with nothing_is_written():
        assert await delivered(DUE) == {}


async def test_many_messages_are_gone_through_a_batch_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(purge_module, "_BATCH", 3)
    house = await a_house()
    for _ in range(5):
        await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    await OutgoingRow.all().update(state=OutgoingState.SENT)
    waiting = await create(signed_in(house.jean), a_creation(house.employer_id), NOW, POLICY)
    await purge(DUE, POLICY)
    rows = await OutgoingRow.all()
    assert {row.account_id for row in rows if row.facts != "{}"} == {waiting.id}
    assert len(rows) == 12
