"""E-mails to holders about their passwords (P7)."""

from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.messages.facts import PasswordChangedFacts, PasswordResetFacts
from models.rules.policy import Policy
from models.stores.employers import employers_by_id
from models.stores.messages.outbox import enqueue_messages
from resolvers.messages.compose import email_to, new_message_id, person_from_account


async def queue_password_reset(
    account: Account, link_id: int, now: datetime, today: date, policy: Policy
) -> None:
    """Queue the e-mail that brings the link to a new password."""
    employer_name = await _employer_name(account)
    facts = PasswordResetFacts(person_from_account(account), employer_name, today, policy.reset_minutes)
    await enqueue_messages([email_to(account, facts, new_message_id(policy), link_id)], now)


async def queue_password_changed(account: Account, now: datetime, today: date, policy: Policy) -> None:
    """Queue the e-mail that confirms a new password."""
    facts = PasswordChangedFacts(person_from_account(account), await _employer_name(account), today)
    await enqueue_messages([email_to(account, facts, new_message_id(policy))], now)


async def _employer_name(account: Account) -> str:
    return (await employers_by_id([account.employer_id]))[account.employer_id].name
