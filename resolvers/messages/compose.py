"""Queues the messages of a change: invitation, letter, notice of a new e-mail address (C1–C4, M5)."""

import secrets
from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Literal

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.messages.facts import (
    CreationLetterFacts,
    EmailChangedFacts,
    InvitationFacts,
    MessageFacts,
    Person,
    PromotionLetterFacts,
)
from models.rules.messages.facts_json import facts_to_json
from models.rules.paris_calendar import days_after
from models.rules.policy import Policy
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import Channel, LetterPolicy, LinkPurpose, MessageKind, Profile
from models.stores.messages.link_messages import LinkMessage, enqueue_link_messages, link_message
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from models.stores.sign_in.password_links import NewPasswordLink


async def queue_invitations(
    accounts: Sequence[Account],
    employer: Employer,
    creator: Account | None,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue an invitation with a new link for each account, whose earlier links are revoked (C2, C3).

    `creator` is None where the platform itself invites: the first administrators of an employer.
    """
    composed = [compose_invitation(account, employer, creator, today, policy) for account in accounts]
    await queue_composed_invitations([account.id for account in accounts], composed, now, policy)


async def queue_composed_invitations(
    account_ids: Collection[int], composed: Sequence[LinkMessage], now: datetime, policy: Policy
) -> None:
    """Queue invitations, and revoke the earlier links of these accounts (C3)."""
    await enqueue_link_messages(composed, now, days_after(now, policy.link_days), revoked=account_ids)


async def queue_first_invitations(
    accounts: Sequence[Account],
    employer: Employer,
    creator: Account | None,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue the invitations of new accounts; they have no earlier links (C2)."""
    composed = [compose_invitation(account, employer, creator, today, policy) for account in accounts]
    await enqueue_link_messages(composed, now, days_after(now, policy.link_days))


def new_password_link(account: Account, policy: Policy) -> NewPasswordLink:
    """Return a link to insert, with a new nonce."""
    nonce = secrets.token_hex(16)
    return NewPasswordLink(account.id, nonce, token_hash(link_token(policy.secret_key, nonce)))


def compose_invitation(
    account: Account, employer: Employer, creator: Account | None, today: date, policy: Policy
) -> LinkMessage:
    """Return the invitation of an account with a new link, ready to be queued (C2)."""
    facts = InvitationFacts(
        holder=person_from_account(account),
        creator=person_from_account(creator) if creator else None,
        creator_phone=creator.phone if creator else None,
        created_on=today,
        employer_name=employer.name,
        contract_number=employer.contract_number,
        representative_address=employer.postal_address,
        link_days=policy.link_days,
        representative_is_told=is_letter_sent(account.profile, policy),
        profile=account.profile,
    )
    message = email_to(account, facts, new_message_id(policy))
    return link_message(new_password_link(account, policy), LinkPurpose.CREATE, message)


def is_letter_sent(profile: Profile, policy: Policy) -> bool:
    """Return whether a new account brings a letter: a setting may limit letters to administrators (C4)."""
    return profile is Profile.ADMINISTRATOR or policy.letters is LetterPolicy.EVERY_ACCOUNT


async def queue_letter(
    kind: Literal[MessageKind.CREATION_LETTER, MessageKind.PROMOTION_LETTER],
    account: Account,
    employer: Employer,
    actor: Account | None,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue a letter to the legal representative (C4); `actor` is None for the platform itself."""
    representative = employer.representative
    letter_facts = CreationLetterFacts if kind is MessageKind.CREATION_LETTER else PromotionLetterFacts
    facts = letter_facts(
        representative=Person(representative.civility, representative.last_name, representative.first_name),
        representative_title=representative.title,
        holder=person_from_account(account),
        actor=person_from_account(actor) if actor else None,
        on=today,
        employer_name=employer.name,
        contract_number=employer.contract_number,
        profile=account.profile,
    )
    await enqueue_messages([letter_to_representative(employer, account, facts, policy)], now)


async def queue_email_changed_notices(
    before: Account, after: Account, employer: Employer, now: datetime, today: date, policy: Policy
) -> None:
    """Queue the same notice to the old and to the new e-mail address (M5)."""
    facts = EmailChangedFacts(holder=person_from_account(after), employer_name=employer.name, on=today)
    notices = [email_to(account, facts, new_message_id(policy)) for account in (before, after)]
    await enqueue_messages(notices, now)


def email_to(
    account: Account, facts: MessageFacts, message_id: str, link_id: int | None = None
) -> OutgoingMessage:
    """Return an e-mail to the account's address, ready to be queued."""
    return OutgoingMessage(
        employer_id=account.employer_id,
        account_id=account.id,
        channel=Channel.EMAIL,
        kind=facts.kind,
        recipient=account.email,
        facts=facts_to_json(facts),
        message_id=message_id,
        link_id=link_id,
    )


def letter_to_representative(
    employer: Employer, account: Account, facts: MessageFacts, policy: Policy
) -> OutgoingMessage:
    """Return a letter to the legal representative about an account, ready to be queued (N4)."""
    return OutgoingMessage(
        employer_id=employer.id,
        account_id=account.id,
        channel=Channel.LETTER,
        kind=facts.kind,
        recipient="\n".join(employer.postal_address),
        facts=facts_to_json(facts),
        message_id=new_message_id(policy),
    )


def person_from_account(account: Account) -> Person:
    return Person(account.civility, account.last_name, account.first_name)


def new_message_id(policy: Policy) -> str:
    """Return a new Message-ID; it is stored with its message, which keeps it when it is sent again."""
    return f"{secrets.token_hex(16)}@{policy.message_host}"
