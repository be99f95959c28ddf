"""Reminding holders and administrators of what is about to end (V1): safe to run as often as one likes."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employer import Employer
from models.rules.messages.reminders import expiring_until, lapsing_until
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.vocabulary import Channel, MessageKind
from models.stores.accounts.accounts import active_administrators
from models.stores.employers import employers_by_id
from models.stores.messages.outbox import OutgoingMessage, already_queued, enqueue_messages
from models.stores.messages.reminders import (
    LapsingInvitation,
    employer_ids,
    expiring_accounts,
    lapsing_invitations,
)
from resolvers.employer_transaction import employer_transaction
from resolvers.messages.compose import facts_to_json, person_from_account


async def remind(now: datetime, policy: Policy) -> int:
    """Queue the reminders not sent yet; return how many e-mails. One transaction for each employer.

    A reminder's Message-ID is made of what it is about, so that it is queued once whatever runs twice.
    """
    return sum([await _remind(employer_id, now, policy) for employer_id in await employer_ids()])


async def _remind(employer_id: int, now: datetime, policy: Policy) -> int:
    async with employer_transaction(employer_id, now) as today:
        employer = (await employers_by_id([employer_id]))[employer_id]
        ending = await expiring_accounts(employer_id, today, expiring_until(today, policy.reminder_day))
        waiting = await lapsing_invitations(
            employer_id, today, now, lapsing_until(now, policy.invitation_reminder_days)
        )
        holders = {account.id: _to_holder(account, employer, policy) for account in ending}
        invited = {found.account.id: _to_invited(found, employer, today, policy) for found in waiting}
        told = await already_queued([*holders.values(), *invited.values()])
        ending = [account for account in ending if holders[account.id].message_id not in told]
        waiting = [found for found in waiting if invited[found.account.id].message_id not in told]
        messages = [holders[account.id] for account in ending]
        messages += [invited[found.account.id] for found in waiting]
        if messages:
            administrators = (await active_administrators([employer_id], today))[employer_id]
            messages += [_digest(a, employer, ending, waiting, now, policy) for a in administrators]
        await enqueue_messages(messages, now)
        return len(messages)


def _to_holder(account: Account, employer: Employer, policy: Policy) -> OutgoingMessage:
    facts = {
        "holder": asdict(person_from_account(account)),
        "employer_name": employer.name,
        "expires_on": account.expires_on,
    }
    message_id = f"expiry-{account.id}-{account.expires_on}@{policy.message_host}"
    return _email(MessageKind.EXPIRY_REMINDER, account, facts, message_id)


def _to_invited(found: LapsingInvitation, employer: Employer, today: date, policy: Policy) -> OutgoingMessage:
    """The same link again: it has not been used, and is still good."""
    facts = {
        "holder": asdict(person_from_account(found.account)),
        "employer_name": employer.name,
        "lapses_on": paris_day(found.lapses_at),
        "on": today,
    }
    message_id = f"invitation-{found.link_id}-reminder@{policy.message_host}"
    return _email(MessageKind.INVITATION_REMINDER, found.account, facts, message_id, found.link_id)


def _digest(
    administrator: Account,
    employer: Employer,
    ending: list[Account],
    waiting: list[LapsingInvitation],
    now: datetime,
    policy: Policy,
) -> OutgoingMessage:
    """One e-mail an administrator, whatever the number of accounts."""
    facts = {
        "administrator": asdict(person_from_account(administrator)),
        "employer_name": employer.name,
        "expiring": [_line(account, account.expires_on) for account in ending],
        "lapsing": [_line(found.account, paris_day(found.lapses_at)) for found in waiting],
    }
    message_id = f"digest-{administrator.id}-{now.timestamp():.6f}@{policy.message_host}"
    return _email(MessageKind.ADMINISTRATOR_DIGEST, administrator, facts, message_id)


def _line(account: Account, on: date) -> dict[str, object]:
    return {"holder": asdict(person_from_account(account)), "on": on.isoformat()}


def _email(
    kind: MessageKind,
    account: Account,
    facts: Mapping[str, object],
    message_id: str,
    link_id: int | None = None,
) -> OutgoingMessage:
    return OutgoingMessage(
        employer_id=account.employer_id,
        account_id=account.id,
        channel=Channel.EMAIL,
        kind=kind,
        recipient=account.email,
        facts=facts_to_json(facts),
        message_id=message_id,
        link_id=link_id,
    )
