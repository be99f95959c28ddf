"""Senders that keep the messages they receive, and the outbox as the tests of deliveries need it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.vocabulary import (
    Channel,
    Civility,
    InvitationState,
    Profile,
)
from models.stores.employers.employers import employers_by_id
from models.stores.sign_in.password_links import latest_invitations
from models.tables.messages import OutgoingRow
from resolvers.accounts.create import Creation
from resolvers.accounts.details import DetailsInput
from resolvers.messages.compose import queue_invitations
from resolvers.messages.deliver import (
    MessageSender,
    OutboxMessage,
    OutboxRun,
)
from tests.factories import NOW, POLICY, TODAY, House, an_account


@dataclass(slots=True)
class RecordingSender:
    """Keeps the messages it is asked to send, after awaiting `before` for each."""

    before: Callable[[OutboxMessage], Awaitable[None]] | None = None
    messages: list[OutboxMessage] = field(default_factory=list)

    async def send(self, message: OutboxMessage) -> None:
        if self.before:
            await self.before(message)
        self.messages.append(message)


def failing_sender(error: Exception, only_to: str = "@") -> RecordingSender:
    """Return a sender that raises this error for recipients with `only_to` in their address."""

    async def fail(message: OutboxMessage) -> None:
        if only_to in message.recipient:
            raise error

    return RecordingSender(fail)


def outbox_run(sender: MessageSender, now: datetime = NOW, channel: Channel = Channel.EMAIL) -> OutboxRun:
    return OutboxRun(senders={channel: sender}, policy=POLICY, clock=lambda: now, draw=lambda: 0.5)


async def invited(house: House, last_name: str = "Ménard") -> Account:
    """Create an account whose invitation is in the outbox."""
    account = await an_account(house.employer_id, last_name, "Zoé", active=False)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    await queue_invitations([account], employer, house.jean, NOW, TODAY, POLICY)
    return account


async def email_row() -> OutgoingRow:
    """Return the only e-mail of the outbox."""
    return await OutgoingRow.get(channel=Channel.EMAIL)


def delivery_state(row: OutgoingRow) -> list[object]:
    """Return the state, the number of attempts, and the error of the last one."""
    return [row.state, row.attempts, row.last_error]


async def invitation_state(account: Account, now: datetime = NOW) -> InvitationState:
    return (await latest_invitations([account.id], now))[account.id].state


def a_creation(employer_id: int, email: str = "zoe@chu-nantes.example") -> Creation:
    details = DetailsInput(civility=Civility.MADAME, last_name="Ménard", first_name="Zoé", email=email)
    return Creation(employer_id, details, Profile.USER, ())
