"""Reminds holders and administrators of accounts and invitations that end soon; safe to run again (V1)."""

from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.messages.facts import (
    AdministratorDigestFacts,
    DigestLine,
    ExpiryReminderFacts,
    InvitationReminderFacts,
)
from models.rules.messages.reminders import expiring_until, lapsing_until
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.stores.accounts.accounts import active_administrators
from models.stores.employers.employers import employers_by_id
from models.stores.messages.outbox import OutgoingMessage, already_queued, enqueue_messages
from models.stores.messages.reminders import (
    LapsingInvitation,
    employer_ids,
    expiring_accounts,
    lapsing_invitations,
)
from resolvers.employer_transaction import employer_transaction
from resolvers.messages.compose import email_to, person_from_account


async def remind(now: datetime, policy: Policy) -> int:
    """Queue the reminders due that were not queued before; return how many. One transaction per employer.

    The Message-ID of a reminder names its account and day, or its link: a second run does not queue it again.
    """
    return sum([await _remind(employer_id, now, policy) for employer_id in await employer_ids()])


async def _remind(employer_id: int, now: datetime, policy: Policy) -> int:
    async with employer_transaction(employer_id, now) as today:
        employer = (await employers_by_id([employer_id]))[employer_id]
        expiring = await expiring_accounts(employer_id, today, expiring_until(today, policy.reminder_day))
        lapsing = await lapsing_invitations(
            employer_id, today, now, lapsing_until(now, policy.invitation_reminder_days)
        )
        expiry_emails = {account.id: _expiry_reminder(account, employer, policy) for account in expiring}
        invitation_emails = {
            invitation.account.id: _invitation_reminder(invitation, employer, today, policy)
            for invitation in lapsing
        }
        queued = await already_queued([*expiry_emails.values(), *invitation_emails.values()])
        expiring = [account for account in expiring if expiry_emails[account.id].message_id not in queued]
        lapsing = [
            invitation
            for invitation in lapsing
            if invitation_emails[invitation.account.id].message_id not in queued
        ]
        messages = [expiry_emails[account.id] for account in expiring]
        messages += [invitation_emails[invitation.account.id] for invitation in lapsing]
        if messages:
            administrators = (await active_administrators([employer_id], today))[employer_id]
            messages += [_digest(a, employer, expiring, lapsing, now, policy) for a in administrators]
        await enqueue_messages(messages, now)
        return len(messages)


def _expiry_reminder(account: Account, employer: Employer, policy: Policy) -> OutgoingMessage:
    facts = ExpiryReminderFacts(
        holder=person_from_account(account), employer_name=employer.name, expires_on=account.expires_on
    )
    return email_to(account, facts, f"expiry-{account.id}-{account.expires_on}@{policy.message_host}")


def _invitation_reminder(
    invitation: LapsingInvitation, employer: Employer, today: date, policy: Policy
) -> OutgoingMessage:
    """Return an e-mail with the link of the invitation, which is still valid."""
    facts = InvitationReminderFacts(
        holder=person_from_account(invitation.account),
        employer_name=employer.name,
        lapses_on=paris_day(invitation.lapses_at),
        on=today,
    )
    message_id = f"invitation-{invitation.link_id}-reminder@{policy.message_host}"
    return email_to(invitation.account, facts, message_id, invitation.link_id)


def _digest(
    administrator: Account,
    employer: Employer,
    expiring: list[Account],
    lapsing: list[LapsingInvitation],
    now: datetime,
    policy: Policy,
) -> OutgoingMessage:
    """Return one e-mail to the administrator, whatever the number of accounts."""
    facts = AdministratorDigestFacts(
        administrator=person_from_account(administrator),
        employer_name=employer.name,
        expiring=tuple(DigestLine(person_from_account(account), account.expires_on) for account in expiring),
        lapsing=tuple(
            DigestLine(person_from_account(invitation.account), paris_day(invitation.lapses_at))
            for invitation in lapsing
        ),
    )
    message_id = f"digest-{administrator.id}-{now.timestamp():.6f}@{policy.message_host}"
    return email_to(administrator, facts, message_id)
