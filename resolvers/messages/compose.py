"""The messages that go with a change: the invitation, the letter, the notice of a new address (C1–C4, M5)."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.accounts.expiry import days_after
from models.rules.employer import Employer
from models.rules.messages.emails import InvitationFacts, LetterFacts, Person
from models.rules.policy import Policy
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import Channel, LetterPolicy, LinkPurpose, MessageKind, Profile
from models.stores.messages.outbox import Outgoing, queue, revoke_waiting
from models.stores.sign_in.sessions import add_link, revoke_links


async def invite(
    account: Account, employer: Employer, creator: Account, now: datetime, today: date, policy: Policy
) -> None:
    """A fresh link and the e-mail that will bring it; the older ones become worthless (C3)."""
    await invite_each([account], employer, creator, now, today, policy)


async def invite_each(
    accounts: Sequence[Account],
    employer: Employer,
    creator: Account,
    now: datetime,
    today: date,
    policy: Policy,
) -> None:
    ids = [account.id for account in accounts]
    await revoke_waiting(ids)
    await revoke_links(ids, now)
    for account in accounts:
        await queue([await _invitation(account, employer, creator, now, today, policy)], now)


async def _invitation(
    account: Account, employer: Employer, creator: Account, now: datetime, today: date, policy: Policy
) -> Outgoing:
    nonce = secrets.token_hex(16)
    hashed = token_hash(link_token(policy.secret_key, nonce))
    until = days_after(now, policy.link_days)
    link_id = await add_link(account.id, LinkPurpose.CREATE, nonce, hashed, now, until)
    facts = InvitationFacts(
        holder=person_of(account),
        creator=person_of(creator),
        creator_phone=creator.phone,
        created_on=today,
        employer_name=employer.name,
        contract_number=employer.contract_number,
        representative_address=employer.postal_address,
        link_days=policy.link_days,
        representative_is_told=letter_goes_out(account.profile, policy),
    )
    return Outgoing(
        employer_id=account.employer_id,
        account_id=account.id,
        channel=Channel.EMAIL,
        kind=MessageKind.INVITATION,
        recipient=account.email,
        facts=plain(asdict(facts)),
        message_id=message_id(policy),
        link_id=link_id,
    )


def letter_goes_out(profile: Profile, policy: Policy) -> bool:
    """C4: with every creation, unless a setting limits letters to administrators."""
    return profile is Profile.ADMINISTRATOR or policy.letters is LetterPolicy.EVERY_ACCOUNT


async def send_letter(
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
        holder=person_of(account),
        actor=person_of(actor),
        on=today,
        employer_name=employer.name,
        contract_number=employer.contract_number,
        profile=account.profile,
    )
    letter = Outgoing(
        employer_id=employer.id,
        account_id=account.id,
        channel=Channel.LETTER,
        kind=kind,
        recipient="\n".join(employer.postal_address),
        facts=plain(asdict(facts)),
        message_id=message_id(policy),
    )
    await queue([letter], now)


async def tell_both_addresses(
    before: Account, after: Account, employer: Employer, now: datetime, today: date, policy: Policy
) -> None:
    """M5: the old address and the new one are told alike."""
    facts = {"holder": asdict(person_of(after)), "employer_name": employer.name, "on": today}
    notices = [
        Outgoing(
            employer_id=after.employer_id,
            account_id=after.id,
            channel=Channel.EMAIL,
            kind=MessageKind.EMAIL_CHANGED,
            recipient=address,
            facts=plain(facts),
            message_id=message_id(policy),
        )
        for address in (before.email, after.email)
    ]
    await queue(notices, now)


def person_of(account: Account) -> Person:
    return Person(account.civility, account.last_name, account.first_name)


def message_id(policy: Policy) -> str:
    """Fixed once and kept with its message: sent twice, it is the same one, whatever the settings are."""
    return f"{secrets.token_hex(16)}@{policy.message_host}"


def plain(facts: Mapping[str, object]) -> dict[str, object]:
    """Dates as ISO text, all else as it is."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}
