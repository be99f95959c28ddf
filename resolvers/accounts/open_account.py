"""Opening an account inside the caller's transaction: all that comes into being with it (C1)."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.account import Account, Details
from models.rules.accounts.account_changes import first_values, right_changes
from models.rules.accounts.expiry import expiry_date
from models.rules.accounts.identifier import make_identifier
from models.rules.employers.employer import Employer
from models.rules.employers.employer_refusals import employer_closed
from models.rules.history_entry import Actor
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.vocabulary import AccessLevel, MessageKind, Operation, Profile
from models.stores.accounts.account_writes import NewAccount, identifier_taken, insert_account
from models.stores.accounts.rights import save_rights
from resolvers.history.record import history_event, record_history
from resolvers.messages.compose import is_letter_sent, queue_first_invitations, queue_letter


@dataclass(frozen=True, slots=True)
class AccountOpening:
    """What an account begins with, checked; `levels` holds no NONE."""

    details: Details
    profile: Profile
    levels: Mapping[str, AccessLevel]


async def open_account(
    opening: AccountOpening,
    employer: Employer,
    creator: Account | None,
    actor: Actor,
    now: datetime,
    today: date,
    policy: Policy,
) -> Account:
    """Write the account, its rights, invitation, letter and history entry; return it (C1, C4).

    The caller holds the employer's lock. `creator` is named in the messages: None for the platform itself.
    Raises: Refused for an employer that the operator has closed.
    """
    if employer.closed_on is not None:
        raise Refused(employer_closed())
    account = await insert_account(
        NewAccount(
            employer_id=employer.id,
            identifier=await _free_identifier(opening.details),
            details=opening.details,
            profile=opening.profile,
            expires_on=expiry_date(today, policy.validity_months),
            created_at=now,
        )
    )
    await save_rights(account.id, opening.levels)
    await queue_first_invitations([account], employer, creator, now, today, policy)
    if is_letter_sent(account.profile, policy):
        await queue_letter(MessageKind.CREATION_LETTER, account, employer, creator, now, today, policy)
    changes = [
        *first_values(account.identifier, account.details, account.profile, account.expires_on),
        *right_changes({code: (AccessLevel.NONE, level) for code, level in opening.levels.items()}),
    ]
    created = history_event(Operation.ACCOUNT_CREATED, account, changes)
    await record_history(employer.id, actor, [created], [(None, account)], now, today)
    return account


async def _free_identifier(details: Details) -> str:
    """Draw an identifier that no account has or ever had (A4)."""
    while True:
        identifier = make_identifier(details.first_name, details.last_name, secrets.choice)
        if not await identifier_taken(identifier):
            return identifier
