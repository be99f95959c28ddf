"""E-mails to holders about their passwords (P7)."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from models.rules.accounts.account import Account
from models.rules.messages.facts import PasswordChangedFacts, PasswordResetFacts
from models.rules.policy import Policy
from models.rules.vocabulary import LinkPurpose
from models.stores.employers.employers import employers_by_id
from models.stores.messages.link_messages import enqueue_link_messages, link_message
from models.stores.messages.outbox import enqueue_messages
from resolvers.messages.compose import email_to, new_message_id, new_password_link, person_from_account


async def queue_password_resets(
    accounts: Sequence[Account],
    administrator: Account | None,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue for each account of one employer the e-mail with a new link to a new password (P7).

    Earlier links are revoked. `administrator` is the one who sends the links; None if the holder requests it.
    """
    employer_name = await _employer_name(accounts[0])
    sender = person_from_account(administrator) if administrator else None
    messages = [
        link_message(
            new_password_link(account, policy),
            LinkPurpose.RESET,
            email_to(
                account,
                PasswordResetFacts(
                    person_from_account(account), employer_name, today, policy.reset_minutes, sender
                ),
                new_message_id(policy),
            ),
        )
        for account in accounts
    ]
    until = now + timedelta(minutes=policy.reset_minutes)
    await enqueue_link_messages(messages, now, until, revoked=[account.id for account in accounts])


async def queue_password_changed(account: Account, now: datetime, today: date, policy: Policy) -> None:
    """Queue the e-mail that confirms a new password."""
    facts = PasswordChangedFacts(person_from_account(account), await _employer_name(account), today)
    await enqueue_messages([email_to(account, facts, new_message_id(policy))], now)


async def _employer_name(account: Account) -> str:
    return (await employers_by_id([account.employer_id]))[account.employer_id].name
