"""The messages that go with a change: the invitation, the letter, the notice of a new address (C1–C4, M5)."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employer import Employer
from models.rules.messages.emails import InvitationFacts, Person
from models.rules.messages.letters import LetterFacts
from models.rules.paris_calendar import days_after
from models.rules.policy import Policy
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import Channel, LetterPolicy, LinkPurpose, MessageKind, Profile
from models.stores.messages.outbox import OutgoingMessage, enqueue_messages
from models.stores.sign_in.password_links import insert_password_link, revoke_password_links


async def queue_invitations(
    accounts: Sequence[Account],
    employer: Employer,
    creator: Account,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue an invitation with a link to a first password for each account; revoke earlier links (C3)."""
    await revoke_password_links([account.id for account in accounts], now)
    for account in accounts:
        await queue_first_invitation(account, employer, creator, now, today, policy)


async def queue_first_invitation(
    account: Account, employer: Employer, creator: Account, now: datetime, today: date, policy: Policy
) -> None:
    """Queue the invitation of a new account, which has no earlier link (C2)."""
    await enqueue_messages([await _invitation(account, employer, creator, now, today, policy)], now)


async def _invitation(
    account: Account, employer: Employer, creator: Account, now: datetime, today: date, policy: Policy
) -> OutgoingMessage:
    nonce = secrets.token_hex(16)
    hashed = token_hash(link_token(policy.secret_key, nonce))
    until = days_after(now, policy.link_days)
    link_id = await insert_password_link(account.id, LinkPurpose.CREATE, nonce, hashed, now, until)
    facts = InvitationFacts(
        holder=person_from_account(account),
        creator=person_from_account(creator),
        creator_phone=creator.phone,
        created_on=today,
        employer_name=employer.name,
        contract_number=employer.contract_number,
        representative_address=employer.postal_address,
        link_days=policy.link_days,
        representative_is_told=is_letter_sent(account.profile, policy),
    )
    return OutgoingMessage(
        employer_id=account.employer_id,
        account_id=account.id,
        channel=Channel.EMAIL,
        kind=MessageKind.INVITATION,
        recipient=account.email,
        facts=facts_to_json(asdict(facts)),
        message_id=new_message_id(policy),
        link_id=link_id,
    )


def is_letter_sent(profile: Profile, policy: Policy) -> bool:
    """C4: with every creation, unless a setting limits letters to administrators."""
    return profile is Profile.ADMINISTRATOR or policy.letters is LetterPolicy.EVERY_ACCOUNT


async def queue_letter(
    kind: MessageKind,
    account: Account,
    employer: Employer,
    actor: Account,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    """Queue a letter to the legal representative (C4)."""
    representative = employer.representative
    facts = LetterFacts(
        representative=Person(representative.civility, representative.last_name, representative.first_name),
        representative_title=representative.title,
        holder=person_from_account(account),
        actor=person_from_account(actor),
        on=today,
        employer_name=employer.name,
        contract_number=employer.contract_number,
        profile=account.profile,
    )
    letter = OutgoingMessage(
        employer_id=employer.id,
        account_id=account.id,
        channel=Channel.LETTER,
        kind=kind,
        recipient="\n".join(employer.postal_address),
        facts=facts_to_json(asdict(facts)),
        message_id=new_message_id(policy),
    )
    await enqueue_messages([letter], now)


async def queue_email_changed_notices(
    before: Account, after: Account, employer: Employer, now: datetime, today: date, policy: Policy
) -> None:
    """Queue the same notice to the old and to the new address (M5)."""
    facts = {"holder": asdict(person_from_account(after)), "employer_name": employer.name, "on": today}
    notices = [
        OutgoingMessage(
            employer_id=after.employer_id,
            account_id=after.id,
            channel=Channel.EMAIL,
            kind=MessageKind.EMAIL_CHANGED,
            recipient=address,
            facts=facts_to_json(facts),
            message_id=new_message_id(policy),
        )
        for address in (before.email, after.email)
    ]
    await enqueue_messages(notices, now)


def person_from_account(account: Account) -> Person:
    return Person(account.civility, account.last_name, account.first_name)


def new_message_id(policy: Policy) -> str:
    """Fixed once and kept with its message: sent twice, it is the same one, whatever the settings are."""
    return f"{secrets.token_hex(16)}@{policy.message_host}"


def facts_to_json(facts: Mapping[str, object]) -> dict[str, object]:
    """Dates as ISO text, all else as it is."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}
