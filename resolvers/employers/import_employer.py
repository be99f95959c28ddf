"""Founding an employer: everything it starts with in one transaction, or nothing of it (C1, H1)."""

import secrets
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from models.catalogue import services
from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.accounts.account_changes import first_values, right_changes
from models.rules.employer_import import (
    EmployerImport,
    ImportedAccount,
    LifeEvent,
    account_from_import,
    life_events,
)
from models.rules.history import SYSTEM, Actor, Change, Event
from models.rules.messages.facts import InvitationFacts
from models.rules.paris_calendar import days_after, paris_day
from models.rules.partners.feed import StatusChange
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.sign_in.tokens import link_token, token_hash
from models.rules.vocabulary import AccessLevel, ErrorCode, Operation, Profile
from models.stores.employer_import import (
    ImportedInvitation,
    draw_account_ids,
    employer_exists,
    insert_accounts,
    insert_credentials,
    insert_employer,
    insert_history,
    insert_invitations,
    insert_rights,
)
from models.stores.messages.outbox import OutgoingMessage
from models.stores.partners.feed import append_to_feed
from resolvers.messages.compose import email_to, is_letter_sent, new_message_id, person_from_account
from resolvers.sign_in.passwords import hash_password

_Person: TypeAlias = tuple[int, ImportedAccount]


async def import_employer(founding: EmployerImport, now: datetime, policy: Policy) -> bool:
    """False, and nothing written, if an employer with this SIRET exists.

    Stopped in the middle it leaves nothing; of two that found the same employer at once, one does.
    Raises: Refused if the contract number is another employer's.
    """
    if await is_employer_known(founding.siret):
        return False
    # P2: before the transaction, which on SQLite keeps everyone else waiting.
    hashes = [await hash_password(a.password) if a.password else None for a in founding.accounts]
    async with transaction():
        employer_id = await insert_employer(founding, paris_day(now))
        if employer_id is None:
            if await is_employer_known(founding.siret):
                return False
            raise Refused(_contract_taken())
        people = list(zip(await draw_account_ids(len(hashes)), founding.accounts, strict=True))
        await insert_accounts(employer_id, people)
        await insert_rights((account_id, account.rights) for account_id, account in people)
        await insert_credentials(
            (account_id, hashed, account.password_created_at)
            for (account_id, account), hashed in zip(people, hashes, strict=True)
            if hashed and account.password_created_at
        )
        await insert_invitations(_invitations(founding, employer_id, people, policy))
        turns = [(who, turn) for who in people for turn in life_events(who[1], paris_day(now))]
        turns.sort(key=lambda details_for_history: details_for_history[1].at)
        await insert_history(employer_id, _events(founding, employer_id, turns))
        await append_to_feed(
            employer_id,
            (StatusChange(account_id, turn.before, turn.after, turn.at) for (account_id, _), turn in turns),
        )
    return True


async def is_employer_known(siret: str) -> bool:
    """Is there an employer with this SIRET?"""
    return await employer_exists(siret)


def _events(
    founding: EmployerImport, employer_id: int, turns: Sequence[tuple[_Person, LifeEvent]]
) -> Iterator[tuple[datetime, Actor, Event]]:
    """H1: the holder creates the password; the rest is the system's, which found it done elsewhere."""
    granted = _granted(founding)
    for (account_id, founded), turn in turns:
        if turn.operation is None:
            continue
        actor, version = SYSTEM, 1
        changes: Sequence[Change] = [Change("status", turn.before, turn.after)]
        if turn.operation is Operation.ACCOUNT_CREATED:
            changes = _first_values(founded, granted)
        elif turn.operation is Operation.PASSWORD_CREATED:
            actor = Actor(account_id, employer_id)
        else:
            version = founded.version
        yield turn.at, actor, Event(turn.operation, account_id, version, tuple(changes))


def _granted(founding: EmployerImport) -> dict[str, dict[AccessLevel, Change]]:
    """Return the history change for each right that an account may begin with, made once for all accounts."""
    return {
        service.code: {
            level: right_changes({service.code: (AccessLevel.NONE, level)})[0]
            for level in service.levels
            if level
        }
        for service in services(founding.funds)
    }


def _first_values(
    founded: ImportedAccount, granted: Mapping[str, Mapping[AccessLevel, Change]]
) -> list[Change]:
    """Changes of a creation, as `resolvers.accounts.create` records them: rights in order (H1)."""
    values = first_values(founded.identifier, founded.details, founded.profile, founded.expires_on)
    rights = [levels[founded.rights[code]] for code, levels in granted.items() if founded.rights.get(code)]
    return [*values, *rights]


def _invitations(
    founding: EmployerImport, employer_id: int, people: Sequence[_Person], policy: Policy
) -> Iterator[ImportedInvitation]:
    """Of those who wait for a password: a link and the e-mail that brought it, in the first
    administrator's name (C2, C3)."""
    administrators = (who for who in people if who[1].profile is Profile.ADMINISTRATOR)
    creator = next((account_from_import(founded, i, employer_id) for i, founded in administrators), None)
    if creator is None:
        return
    for account_id, founded in people:
        if founded.password_created_at or founded.deleted_at:
            continue
        account = account_from_import(founded, account_id, employer_id)
        nonce = secrets.token_hex(16)
        yield ImportedInvitation(
            nonce=nonce,
            token_hash=token_hash(link_token(policy.secret_key, nonce)),
            sent_at=account.created_at,
            lapses_at=days_after(account.created_at, policy.link_days),
            email=_email(founding, account, creator, policy),
        )


def _email(founding: EmployerImport, account: Account, creator: Account, policy: Policy) -> OutgoingMessage:
    facts = InvitationFacts(
        holder=person_from_account(account),
        creator=person_from_account(creator),
        creator_phone=creator.phone,
        created_on=paris_day(account.created_at),
        employer_name=founding.name,
        contract_number=founding.contract_number,
        representative_address=founding.postal_address,
        link_days=policy.link_days,
        representative_is_told=is_letter_sent(account.profile, policy),
    )
    return email_to(account, facts, new_message_id(policy))


def _contract_taken() -> Refusal:
    return Refusal(
        ErrorCode.CONFLICT,
        "Ce numéro de contrat est celui d'un autre établissement : vérifiez-le.",
        "This contract number is another employer's: check it.",
        ("contractNumber",),
    )
