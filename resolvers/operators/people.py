"""An operator finds a person by exact identifier or e-mail address, with a reason (N3).

The employer reads in its history who looked, and why.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from models.rules.accounts.account import MAX_EMAIL_CHARACTERS, Account, check_text
from models.rules.accounts.identifier import normalise_identifier
from models.rules.employers.employer import Employer
from models.rules.history_entry import Change
from models.rules.looked_up_text import can_be_stored
from models.rules.operators.operator import MAX_REASON_CHARACTERS, MIN_REASON_CHARACTERS
from models.rules.operators.operator_refusals import identifier_or_email, reason_too_short
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Operation
from models.stores.employers.employers import employers_by_id
from models.stores.operators.people import (
    MessageStatus,
    latest_messages,
    people_by_email,
    people_by_identifier,
)
from models.stores.sign_in.password_links import InvitationStatus, latest_invitations
from resolvers.caller import Caller, require_operator
from resolvers.employer_transaction import employers_transaction
from resolvers.history.record import history_event, record_history

MAX_PEOPLE = 20
"""Accounts that one look-up returns: one e-mail address may be that of accounts at several employers."""
MAX_MESSAGES_OF_PERSON = 20
MAX_IDENTIFIER_CHARACTERS = 40
"""More than any identifier has."""


__all__ = ["InvitationStatus"]


@dataclass(frozen=True, slots=True)
class Person:
    """What an operator sees of an account: where it stands, and whether its messages have left."""

    account: Account
    employer: Employer
    invitation: InvitationStatus | None
    messages: Sequence[MessageStatus]


async def find_person(
    caller: Caller, identifier: str | None, email: str | None, reason: str, now: datetime
) -> list[Person]:
    """Return the accounts with this identifier or e-mail address, of any employer, by id.

    Each one is written in the history of its employer, with the operator and the reason.
    Raises: Refused, as `require_operator`; REQUIRED or TOO_LONG for the reason; INVALID unless exactly one of
    identifier and e-mail address is given.
    """
    operator = require_operator(caller)
    reason = check_reason(reason)
    if bool((identifier or "").strip()) == bool((email or "").strip()):
        raise Refused(identifier_or_email())
    seen = await _accounts(identifier, email)
    if not seen:
        return []
    async with employers_transaction({account.employer_id for account in seen}, now) as today:
        employer_ids = {account.employer_id for account in seen}
        accounts = [a for a in await _accounts(identifier, email) if a.employer_id in employer_ids]
        for employer_id in sorted(employer_ids):
            events = [
                history_event(Operation.PERSON_LOOKED_UP, account, [Change("reason", None, reason)])
                for account in accounts
                if account.employer_id == employer_id
            ]
            await record_history(employer_id, operator.actor, events, [], now, today)
        return await people_of(accounts, now)


async def people_of(accounts: Sequence[Account], now: datetime) -> list[Person]:
    """Return these accounts as an operator sees them. The look is in the history already, or with an act."""
    ids = [account.id for account in accounts]
    employers = await employers_by_id({account.employer_id for account in accounts})
    invitations = await latest_invitations(ids, now)
    messages = await latest_messages(ids, MAX_MESSAGES_OF_PERSON)
    return [
        Person(
            account,
            employers[account.employer_id],
            invitations.get(account.id),
            messages.get(account.id, []),
        )
        for account in accounts
    ]


def check_reason(reason: str) -> str:
    """Return the reason as one line. Raises: Refused, under "reason"."""
    line = check_text(reason, MAX_REASON_CHARACTERS)
    if isinstance(line, Refusal):
        raise Refused(line.under("reason"))
    if len("".join(line.split())) < MIN_REASON_CHARACTERS or not any(
        character.isalpha() for character in line
    ):
        raise Refused(reason_too_short(MIN_REASON_CHARACTERS))
    return line


async def _accounts(identifier: str | None, email: str | None) -> list[Account]:
    if identifier and identifier.strip():
        wanted = normalise_identifier(identifier)
        return await people_by_identifier(wanted) if can_be_stored(wanted, MAX_IDENTIFIER_CHARACTERS) else []
    address = (email or "").strip()
    return await people_by_email(address, MAX_PEOPLE) if can_be_stored(address, MAX_EMAIL_CHARACTERS) else []
