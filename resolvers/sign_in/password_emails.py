"""E-mails to holders about their passwords (P7)."""

from dataclasses import asdict
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.policy import Policy
from models.rules.vocabulary import Channel, MessageKind
from models.stores.employers import employers_by_id
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from resolvers.messages.compose import facts_to_json, new_message_id, person_from_account


async def queue_password_email(
    kind: MessageKind,
    account: Account,
    now: datetime,
    today: date,
    policy: Policy,
    link_id: int | None = None,
) -> None:
    """Enqueue an e-mail to the holder about their password; `link_id` is that of the link in it, if any."""
    employer = (await employers_by_id([account.employer_id]))[account.employer_id]
    facts = {
        "holder": asdict(person_from_account(account)),
        "employer_name": employer.name,
        "on": today,
        "minutes": policy.reset_minutes if link_id is not None else None,
    }
    message = OutgoingMessage(
        employer_id=account.employer_id,
        account_id=account.id,
        channel=Channel.EMAIL,
        kind=kind,
        recipient=account.email,
        facts=facts_to_json(facts),
        message_id=new_message_id(policy),
        link_id=link_id,
    )
    await enqueue_messages([message], now)
