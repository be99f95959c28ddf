"""The outbox is delivered: each message once while its deliverer lives, and never lost."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

import pytest
from tortoise.exceptions import BaseORMException

from models.database import query
from models.rules.accounts.account import Account
from models.rules.refusals import Refused
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import (
    Channel,
    Civility,
    InvitationState,
    Language,
    MessageKind,
    OutgoingState,
    Profile,
)
from models.stores.employers import employers_by_id
from models.stores.messages.outbox import claim_message, mark_failed, mark_revoked, mark_sent, schedule_retry
from models.stores.sign_in.password_links import latest_invitations
from models.tables.accounts import AccountRow
from models.tables.messages import OutgoingRow
from models.tables.sign_in import LinkRow
from resolvers.accounts.create import Creation, create
from resolvers.accounts.details import DetailsInput
from resolvers.accounts.modify import AccountModification, modify
from resolvers.messages.compose import queue_invitations
from resolvers.messages.deliver import (
    MESSAGE_LEASE,
    SEND_TIMEOUT,
    MessageSender,
    OutboxMessage,
    OutboxRun,
    PermanentSendError,
    SendOutcome,
    TemporarySendError,
    deliver_due_messages,
)
from tests.factories import NOW, POLICY, TODAY, House, a_house, an_account, signed_in

pytestmark = pytest.mark.usefixtures("database")


@dataclass(slots=True)
class Postman:
    """A way out that ends here: keeps what it is given, after doing what it was told to."""

    before: Callable[[OutboxMessage], Awaitable[None]] | None = None
    carried: list[OutboxMessage] = field(default_factory=list)

    async def send(self, message: OutboxMessage) -> None:
        if self.before:
            await self.before(message)
        self.carried.append(message)


def raising(error: Exception, only_to: str = "@") -> Postman:
    async def refuse(message: OutboxMessage) -> None:
        if only_to in message.recipient:
            raise error

    return Postman(refuse)


def a_round(postman: MessageSender, now: datetime = NOW, channel: Channel = Channel.EMAIL) -> OutboxRun:
    return OutboxRun(senders={channel: postman}, policy=POLICY, clock=lambda: now, draw=lambda: 0.5)


async def invited(house: House, last_name: str = "Ménard") -> Account:
    """A new account, its invitation in the outbox."""
    account = await an_account(house.employer_id, last_name, "Zoé", active=False)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    await queue_invitations([account], employer, house.jean, NOW, TODAY, POLICY)
    return account


async def the_row() -> OutgoingRow:
    return await OutgoingRow.get(channel=Channel.EMAIL)


def where(row: OutgoingRow) -> list[object]:
    """How it stands: its state, the attempts made, and why the last one failed."""
    return [row.state, row.attempts, row.last_error]


async def state_of(account: Account, now: datetime = NOW) -> InvitationState:
    return (await latest_invitations([account.id], now))[account.id].state


def asked(employer_id: int, email: str = "zoe@chu-nantes.example") -> Creation:
    details = DetailsInput(civility=Civility.MADAME, last_name="Ménard", first_name="Zoé", email=email)
    return Creation(employer_id, details, Profile.USER, ())


async def test_what_is_due_is_sent_once_and_marked() -> None:
    account, postman = await invited(await a_house()), Postman()
    assert await deliver_due_messages(a_round(postman)) == {SendOutcome.SENT: 1}
    assert await deliver_due_messages(a_round(postman)) == {}
    row = await the_row()
    assert where(row) == [OutgoingState.SENT, 1, None]
    assert row.sent_at == NOW
    assert [message.message_id for message in postman.carried] == [row.message_id]
    assert await state_of(account) is InvitationState.SENT


async def test_the_link_in_the_message_is_the_one_that_opens_the_account() -> None:
    account, postman = await invited(await a_house()), Postman()
    policy = replace(POLICY, public_url="https://comptoir.example")
    await deliver_due_messages(replace(a_round(postman), policy=policy))
    (message,) = postman.carried
    address, _, token = message.link.partition("#")
    assert address == "https://comptoir.example/mot-de-passe"
    assert message.link in message.text.paragraphs
    assert (await LinkRow.get(account_id=account.id)).token_hash == token_hash(token)


async def test_a_creation_is_told_by_e_mail_and_the_letter_waits_for_its_own_way_out() -> None:
    house = await a_house()
    await create(signed_in(house.jean), asked(house.employer_id), NOW, POLICY)
    emails, letters = Postman(), Postman()
    await deliver_due_messages(a_round(emails))
    assert [message.kind for message in emails.carried] == [MessageKind.INVITATION]
    letter = await OutgoingRow.get(channel=Channel.LETTER)
    assert (letter.state, letter.attempts, letter.next_attempt_at) == (OutgoingState.QUEUED, 0, NOW)
    await deliver_due_messages(a_round(letters, channel=Channel.LETTER))
    (message,) = letters.carried
    assert message.recipient == "5 ALLEE DE L'ILE GLORIETTE\nBP 1005\n44035 NANTES CEDEX 1"
    assert message.text.subject == "Ouverture d'un compte pour Madame Zoé Ménard"
    assert not message.link


async def test_a_new_address_is_told_to_both_in_the_language_of_the_setting() -> None:
    house = await a_house()
    change = AccountModification(
        house.paul.id, house.paul.version, {"email": "paul.martin@chu-nantes.example"}
    )
    await modify(signed_in(house.jean), change, NOW, POLICY)
    postman = Postman()
    policy = replace(POLICY, language=Language.ENGLISH)
    assert await deliver_due_messages(replace(a_round(postman), policy=policy)) == {SendOutcome.SENT: 2}
    told = {message.recipient: message.text.subject for message in postman.carried}
    assert set(told) == {house.paul.email, "paul.martin@chu-nantes.example"}
    assert set(told.values()) == {"The e-mail address of your account has changed"}


async def test_what_cannot_leave_now_stays_with_the_reason_and_is_tried_again_later() -> None:
    account = await invited(await a_house())
    assert await deliver_due_messages(a_round(raising(TemporarySendError("RCPT 450")))) == {
        SendOutcome.PUT_BACK: 1
    }
    row = await the_row()
    assert where(row) == [OutgoingState.QUEUED, 1, "RCPT 450"]
    assert row.next_attempt_at == NOW + timedelta(minutes=1)
    assert await state_of(account) is InvitationState.QUEUED
    assert await deliver_due_messages(
        a_round(raising(TemporarySendError("no")), NOW + timedelta(minutes=1))
    ) == {SendOutcome.PUT_BACK: 1}
    row = await the_row()
    assert row.next_attempt_at == NOW + timedelta(minutes=3)
    assert await deliver_due_messages(a_round(Postman(), NOW + timedelta(minutes=3))) == {SendOutcome.SENT: 1}
    assert where(await the_row()) == [OutgoingState.SENT, 3, None]


async def test_after_three_days_it_is_a_dead_letter_that_the_administrator_sees() -> None:
    account, later = await invited(await a_house()), NOW + timedelta(days=3)
    assert await deliver_due_messages(a_round(raising(TemporarySendError("CONNECT 421")), later)) == {
        SendOutcome.FAILED: 1
    }
    assert where(await the_row()) == [OutgoingState.FAILED, 1, "CONNECT 421"]
    assert await state_of(account, later) is InvitationState.FAILED
    assert await deliver_due_messages(a_round(Postman(), later + timedelta(days=1))) == {}


async def test_after_a_long_stop_of_ours_a_message_still_has_its_chance() -> None:
    await invited(await a_house())
    assert await deliver_due_messages(a_round(Postman(), NOW + timedelta(days=5))) == {SendOutcome.SENT: 1}


async def test_a_recipient_refused_for_good_is_a_dead_letter_at_once() -> None:
    account = await invited(await a_house())
    assert await deliver_due_messages(a_round(raising(PermanentSendError("RCPT 550 5.1.1")))) == {
        SendOutcome.FAILED: 1
    }
    assert (await the_row()).last_error == "RCPT 550 5.1.1"
    assert await state_of(account) is InvitationState.FAILED


@pytest.mark.parametrize("spent", ["used_at", "revoked_at"])
async def test_a_message_whose_link_has_become_worthless_does_not_leave(spent: str) -> None:
    account, postman = await invited(await a_house()), Postman()
    await LinkRow.filter(account_id=account.id).update(**{spent: NOW})
    assert await deliver_due_messages(a_round(postman)) == {SendOutcome.REVOKED: 1}
    assert (await the_row()).state is OutgoingState.REVOKED
    assert not postman.carried


async def test_a_message_whose_link_has_lapsed_does_not_leave() -> None:
    account, postman = await invited(await a_house()), Postman()
    later = NOW + timedelta(days=POLICY.link_days)
    assert await deliver_due_messages(a_round(postman, later)) == {SendOutcome.FAILED: 1}
    assert not postman.carried
    assert await state_of(account, later) is InvitationState.LAPSED


async def test_after_a_change_of_key_no_link_that_opens_nothing_leaves() -> None:
    account, postman = await invited(await a_house()), Postman()
    policy = replace(POLICY, secret_key=b"another key, of no more use than the first one")
    assert await deliver_due_messages(replace(a_round(postman), policy=policy)) == {SendOutcome.FAILED: 1}
    assert not postman.carried
    assert await state_of(account) is InvitationState.FAILED


async def test_a_message_that_hangs_keeps_no_other_waiting() -> None:
    house, others_left = await a_house(), asyncio.Event()
    for number in range(12):
        await invited(house, f"Ménard {'abcdefghijkl'[number]}")
    stuck = await OutgoingRow.all().order_by("id").first()
    assert stuck
    postman = Postman()

    async def hang(message: OutboxMessage) -> None:
        if message.message_id == stuck.message_id:
            await others_left.wait()
        elif len(postman.carried) == 10:
            others_left.set()

    postman.before = hang
    assert await deliver_due_messages(a_round(postman)) == {SendOutcome.SENT: 12}


async def test_a_sender_that_never_ends_is_given_up_and_the_message_put_back() -> None:
    await invited(await a_house())
    never = asyncio.Event()

    async def hang(_message: OutboxMessage) -> None:
        await never.wait()

    impatient = replace(a_round(Postman(hang)), patience=timedelta(milliseconds=20))
    assert await deliver_due_messages(impatient) == {SendOutcome.PUT_BACK: 1}
    assert (await the_row()).last_error == "not sent within 0.02 seconds"


async def test_a_failure_of_one_message_is_no_matter_to_the_others() -> None:
    house = await a_house()
    await invited(house)
    await create(signed_in(house.jean), asked(house.employer_id, "nobody@nowhere.example"), NOW, POLICY)
    told: list[Exception] = []
    broken = ZeroDivisionError("zoe@chu-nantes.example")
    given = replace(a_round(raising(broken, "nowhere")), unexpected=told.append)
    assert await deliver_due_messages(given) == {SendOutcome.SENT: 1, SendOutcome.PUT_BACK: 1}
    row = await OutgoingRow.get(state=OutgoingState.QUEUED, channel=Channel.EMAIL)
    assert row.last_error == "unexpected ZeroDivisionError"
    assert told == [broken]


async def test_several_deliverers_at_once_send_each_message_once() -> None:
    house = await a_house()
    for number in range(30):
        await invited(house, "Ménard" + "x" * number)

    async def slow(_message: OutboxMessage) -> None:
        await asyncio.sleep(0)

    postmen = [Postman(slow) for _ in range(4)]
    counts = await asyncio.gather(*(deliver_due_messages(a_round(postman)) for postman in postmen))
    assert sum(count[SendOutcome.SENT] for count in counts) == 30
    carried = [message.message_id for postman in postmen for message in postman.carried]
    assert len(carried) == len(set(carried)) == 30
    assert await OutgoingRow.filter(state=OutgoingState.SENT, attempts=1).count() == 30


async def test_while_a_deliverer_has_a_message_nobody_else_takes_it_up() -> None:
    await invited(await a_house())
    claimed = await claim_message([Channel.EMAIL], NOW, NOW + MESSAGE_LEASE)
    assert claimed
    assert (
        await claim_message(
            [Channel.EMAIL], NOW + MESSAGE_LEASE - timedelta(seconds=1), NOW + 2 * MESSAGE_LEASE
        )
        is None
    )
    assert MESSAGE_LEASE >= 2 * SEND_TIMEOUT


async def test_a_deliverer_whose_lease_has_passed_to_another_undoes_nothing() -> None:
    await invited(await a_house())
    late = await claim_message([Channel.EMAIL], NOW, NOW + MESSAGE_LEASE)
    taken = await claim_message([Channel.EMAIL], NOW + MESSAGE_LEASE, NOW + 2 * MESSAGE_LEASE)
    assert late
    assert taken
    for settle in (schedule_retry(late, NOW, "late"), mark_failed(late, "late"), mark_revoked(late)):
        await settle
        row = await the_row()
        assert where(row) == [OutgoingState.QUEUED, 0, None]
        assert row.next_attempt_at == NOW + 2 * MESSAGE_LEASE
    await mark_sent(taken, NOW)
    await schedule_retry(taken, NOW, "late")
    assert (await the_row()).state is OutgoingState.SENT


async def test_a_message_that_was_sent_but_not_marked_goes_again_as_the_same_message() -> None:
    await invited(await a_house())

    async def table_is_gone(_message: OutboxMessage) -> None:
        await query('ALTER TABLE "outgoing" RENAME TO "elsewhere"', [])

    first, second = Postman(table_is_gone), Postman()
    try:
        with pytest.raises(BaseORMException):
            await deliver_due_messages(a_round(first))
    finally:
        await query('ALTER TABLE "elsewhere" RENAME TO "outgoing"', [])
    assert await deliver_due_messages(a_round(second)) == {}
    assert await deliver_due_messages(a_round(second, NOW + MESSAGE_LEASE)) == {SendOutcome.SENT: 1}
    assert second.carried == first.carried


async def test_when_told_to_stop_it_finishes_what_is_on_its_way_and_takes_up_nothing_more() -> None:
    house = await a_house()
    for number in range(10):
        await invited(house, "Ménard" + "x" * number)
    stop = asyncio.Event()

    async def told_to_stop(_message: OutboxMessage) -> None:
        stop.set()

    counts = await deliver_due_messages(replace(a_round(Postman(told_to_stop)), stopping=stop.is_set))
    assert 1 <= counts[SendOutcome.SENT] <= 4
    assert (
        await OutgoingRow.filter(state=OutgoingState.QUEUED, next_attempt_at=NOW).count()
        == 10 - counts[SendOutcome.SENT]
    )


async def test_a_message_that_was_cut_off_after_it_left_is_marked_all_the_same() -> None:
    await invited(await a_house())
    postman, leaving = Postman(), asyncio.Event()

    async def cut_off(_message: OutboxMessage) -> None:
        leaving.set()

    postman.before = cut_off
    delivering = asyncio.create_task(deliver_due_messages(a_round(postman)))
    await leaving.wait()
    delivering.cancel()
    with pytest.raises(asyncio.CancelledError):
        await delivering
    assert postman.carried
    assert (await the_row()).state is OutgoingState.SENT


@pytest.mark.parametrize(
    "address",
    [
        "zoe@chu-nantes.example\r\nBcc: all@chu-nantes.example",
        "zoe@chu-nantes.example\nSubject: hello",
        "zoe@chu-nantes.example%0aBcc:all@chu-nantes.example\n.",
        "zoe\r@chu-nantes.example",
        "=?utf-8?q?a=0D=0ABcc=3A_all?=@chu-nantes.example",
        "=?utf-8?b?YQpCY2M6IGFsbA==?=@chu-nantes.example",
        "zoe@chu-nantes.example\x00",
        "zoe@chu-nantes.example\u2028Bcc: all@chu-nantes.example",
        "zoe@chu-nantes.example, all@chu-nantes.example",
        "Zoé <zoe@chu-nantes.example>",
        '"zoe\\\r\nBcc: all"@chu-nantes.example',
    ],
)
async def test_an_address_that_could_write_headers_is_refused_at_creation(address: str) -> None:
    house = await a_house()
    with pytest.raises(Refused) as refused:
        await create(signed_in(house.jean), asked(house.employer_id, address), NOW, POLICY)
    assert [refusal.field for refusal in refused.value.refusals] == [("email",)]
    assert not await OutgoingRow.exists()
    assert await AccountRow.filter(employer_id=house.employer_id).count() == 3


async def test_moments_with_and_without_fractions_of_a_second_are_told_apart() -> None:
    """SQLite compares them as text."""
    await invited(await a_house())
    due = datetime(2026, 11, 23, 9, 0, 0, 500_000, tzinfo=UTC)
    await OutgoingRow.all().update(next_attempt_at=due)
    assert await deliver_due_messages(a_round(Postman(), due - timedelta(microseconds=1))) == {}
    assert await deliver_due_messages(a_round(Postman(), due + timedelta(milliseconds=500))) == {
        SendOutcome.SENT: 1
    }
