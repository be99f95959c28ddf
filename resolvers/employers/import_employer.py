"""Importing an employer with its accounts, rights, invitations and history, in one transaction (C1, H1)."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from heapq import merge
from typing import TypeAlias

from models.catalogue import services
from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.accounts.account_changes import first_values, right_changes
from models.rules.employers.employer_import import (
    EmployerImport,
    ImportedAccount,
    LifeEvent,
    account_from_import,
    life_events,
)
from models.rules.employers.employer_refusals import contract_number_taken
from models.rules.history_entry import SYSTEM, Actor, Change, Event
from models.rules.messages.facts import InvitationFacts
from models.rules.paris_calendar import days_after, paris_day
from models.rules.partners.feed import StatusChange
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import AccessLevel, Operation, Profile
from models.stores.employers.employer_import import (
    ImportedInvitation,
    draw_account_ids,
    insert_accounts,
    insert_credentials,
    insert_history,
    insert_invitations,
    insert_mandates,
    insert_rights,
    prefer_generic_plans,
)
from models.stores.employers.employer_writes import employer_exists, insert_employer
from models.stores.messages.outbox import OutgoingMessage
from models.stores.partners.feed import append_to_feed
from resolvers.employers.import_mandates import mandate_events
from resolvers.messages.compose import email_to, is_letter_sent, new_message_id, person_from_account
from resolvers.sign_in.passwords import hash_password

_Person: TypeAlias = tuple[int, ImportedAccount]


async def import_employer(employer_import: EmployerImport, now: datetime, policy: Policy) -> bool:
    """Import an employer; return False, with nothing written, if an employer with this SIRET exists.

    All of it is written or nothing; of two imports of the same employer at the same moment, one writes.
    Raises: Refused(CONFLICT), if the contract number is another employer's.
    """
    if await is_employer_known(employer_import.siret):
        return False
    # Hashing is slow (P2), so it is done before the transaction, for which all other writers wait on SQLite.
    hashes = [await hash_password(a.password) if a.password else None for a in employer_import.accounts]
    async with transaction():
        employer_id = await insert_employer(employer_import, paris_day(now))
        if employer_id is None:
            if await is_employer_known(employer_import.siret):
                return False
            raise Refused(contract_number_taken())
        await prefer_generic_plans()
        people = list(zip(await draw_account_ids(len(hashes)), employer_import.accounts, strict=True))
        await insert_accounts(employer_id, people)
        await insert_rights((account_id, account.rights) for account_id, account in people)
        await insert_credentials(
            (account_id, hashed, account.password_created_at)
            for (account_id, account), hashed in zip(people, hashes, strict=True)
            if hashed and account.password_created_at
        )
        await insert_invitations(_invitations(employer_import, employer_id, people, policy))
        account_events = [
            (person, event) for person in people for event in life_events(person[1], paris_day(now))
        ]
        account_events.sort(key=lambda pair: pair[1].at)
        await insert_mandates(employer_id, employer_import.mandates)
        mandates = [each for one in employer_import.mandates for each in mandate_events(employer_id, one)]
        history = merge(
            _events(employer_import, employer_id, account_events), mandates, key=lambda event: event[0]
        )
        await insert_history(employer_id, history)
        await append_to_feed(
            employer_id,
            (
                StatusChange(account_id, event.before, event.after, event.at)
                for (account_id, _), event in account_events
            ),
        )
    return True


async def is_employer_known(siret: str) -> bool:
    """Is there an employer with this SIRET?"""
    return await employer_exists(siret)


def _events(
    employer_import: EmployerImport, employer_id: int, account_events: Sequence[tuple[_Person, LifeEvent]]
) -> Iterator[tuple[datetime, Actor, Event]]:
    """Yield the history: the holder creates the password; all other events are by the system (H1)."""
    granted = _granted(employer_import)
    for (account_id, imported), event in account_events:
        if event.operation is None:
            continue
        actor, version = SYSTEM, 1
        changes: Sequence[Change] = [Change("status", event.before, event.after)]
        if event.operation is Operation.ACCOUNT_CREATED:
            changes = _first_values(imported, granted)
        elif event.operation is Operation.PASSWORD_CREATED:
            actor = Actor(account_id, employer_id)
        else:
            version = imported.version
        yield event.at, actor, Event(event.operation, account_id, version, tuple(changes))


def _granted(employer_import: EmployerImport) -> dict[str, dict[AccessLevel, Change]]:
    """Return the history change for each right that an account may begin with, made once for all accounts."""
    return {
        service.code: {
            level: right_changes({service.code: (AccessLevel.NONE, level)})[0]
            for level in service.levels
            if level
        }
        for service in services(employer_import.funds)
    }


def _first_values(
    imported: ImportedAccount, granted: Mapping[str, Mapping[AccessLevel, Change]]
) -> list[Change]:
    """Return the changes of a creation, as `resolvers.accounts.create` records them: rights in order (H1)."""
    values = first_values(imported.identifier, imported.details, imported.profile, imported.expires_on)
    rights = [levels[imported.rights[code]] for code, levels in granted.items() if imported.rights.get(code)]
    return [*values, *rights]


def _invitations(
    employer_import: EmployerImport, employer_id: int, people: Sequence[_Person], policy: Policy
) -> Iterator[ImportedInvitation]:
    """Yield a password link and its e-mail for each account that has no password (C2, C3).

    The sender is the employer's first administrator; without one, nothing is sent.
    """
    administrators = (person for person in people if person[1].profile is Profile.ADMINISTRATOR)
    creator = next((account_from_import(imported, i, employer_id) for i, imported in administrators), None)
    if creator is None:
        return
    for account_id, imported in people:
        if imported.password_created_at or imported.deleted_at:
            continue
        account = account_from_import(imported, account_id, employer_id)
        nonce = secrets.token_hex(16)
        yield ImportedInvitation(
            nonce=nonce,
            token_hash=token_hash(link_token(policy.secret_key, nonce)),
            sent_at=account.created_at,
            lapses_at=days_after(account.created_at, policy.link_days),
            email=_email(employer_import, account, creator, policy),
        )


def _email(
    employer_import: EmployerImport, account: Account, creator: Account, policy: Policy
) -> OutgoingMessage:
    facts = InvitationFacts(
        holder=person_from_account(account),
        creator=person_from_account(creator),
        creator_phone=creator.phone,
        created_on=paris_day(account.created_at),
        employer_name=employer_import.name,
        contract_number=employer_import.contract_number,
        representative_address=employer_import.postal_address,
        link_days=policy.link_days,
        representative_is_told=is_letter_sent(account.profile, policy),
    )
    return email_to(account, facts, new_message_id(policy))
