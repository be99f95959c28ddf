"""Reminds the only active administrator of an employer, once a year, to name a second (N2)."""

from datetime import datetime

from models.rules.accounts.account import Account
from models.rules.messages.registration_facts import SoleAdministratorFacts
from models.rules.messages.reminders import full_years
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.stores.accounts.accounts import sole_administrators
from models.stores.employers.employers import employers_by_id
from models.stores.messages.outbox import OutgoingMessage, already_queued, enqueue_messages
from resolvers.employer_transaction import employer_transaction
from resolvers.messages.compose import email_to, person_from_account


async def remind_sole_administrators(now: datetime, policy: Policy) -> int:
    """Queue the reminders due that were not queued before; return how many. One transaction per employer.

    Due from each anniversary of the account on. The Message-ID names the account and the years of its life: a
    second run does not queue it again, and who becomes the only one later is reminded then.
    """
    today = paris_day(now)
    accounts = [a for a in await sole_administrators(today) if full_years(paris_day(a.created_at), today)]
    employers = await employers_by_id({account.employer_id for account in accounts})
    emails = [_email(a, employers[a.employer_id].name, now, policy) for a in accounts]
    queued = await already_queued(emails)
    due = [
        (account, email)
        for account, email in zip(accounts, emails, strict=True)
        if email.message_id not in queued
    ]
    return sum([await _queue(account, email, now) for account, email in due])


async def _queue(account: Account, email: OutgoingMessage, now: datetime) -> int:
    async with employer_transaction(account.employer_id, now):
        if await already_queued([email]):  # since the first look, by another process
            return 0
        await enqueue_messages([email], now)
        return 1


def _email(account: Account, employer_name: str, now: datetime, policy: Policy) -> OutgoingMessage:
    facts = SoleAdministratorFacts(administrator=person_from_account(account), employer_name=employer_name)
    years = full_years(paris_day(account.created_at), paris_day(now))
    return email_to(account, facts, f"sole-administrator-{account.id}-{years}@{policy.message_host}")
