"""Writing a whole new employer at once, inside the caller's transaction.

Rows are inserted as they are generated, so that a large employer is never held in memory.
"""

import json
import secrets
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.database import Dialect, dialect
from models.rules.accounts.rights import RightsMatrix
from models.rules.employers.employer_import import ImportedAccount, ImportedMandate
from models.rules.hash_chain import ChainHead, chain_entries
from models.rules.history_entry import Actor, Entry, Event
from models.rules.vocabulary import AccessLevel, LinkPurpose, OutgoingState
from models.stores.accounts.account_writes import detail_columns
from models.stores.bulk_insert import bulk_insert, reserve_ids
from models.stores.history_append import entry_columns
from models.stores.messages.outbox import OutgoingMessage
from models.stores.sql import Statement
from models.tables.employers import EmployerRow


@dataclass(frozen=True, slots=True)
class ImportedInvitation:
    """A link to create a password, and the e-mail that it was sent in (C3)."""

    nonce: str
    token_hash: str
    sent_at: datetime
    lapses_at: datetime
    email: OutgoingMessage


async def prefer_generic_plans() -> None:
    """Prepare the transaction for a million foreign key checks, which are faster with one plan.

    Searches need a plan each (models.database).
    """
    if dialect() is Dialect.POSTGRESQL:
        await Statement().rows("SET LOCAL plan_cache_mode = force_generic_plan")


async def draw_account_ids(count: int) -> list[int]:
    """Ids reserved for new accounts, in ascending order."""
    return await reserve_ids("account", count)


async def insert_accounts(employer_id: int, accounts: Iterable[tuple[int, ImportedAccount]]) -> None:
    await bulk_insert(
        "account",
        (
            {
                "id": account_id,
                "employer_id": employer_id,
                "identifier": account.identifier,
                "profile": account.profile,
                "expires_on": account.expires_on,
                "password_created_at": account.password_created_at,
                "last_sign_in_at": account.last_sign_in_at,
                "created_at": account.created_at,
                "deleted_at": account.deleted_at,
                "version": account.version,
                **detail_columns(account.details, account.identifier),
            }
            for account_id, account in accounts
        ),
    )


async def insert_rights(rights: Iterable[tuple[int, RightsMatrix]]) -> None:
    await bulk_insert(
        "access_right",
        (
            {"account_id": account_id, "service_id": code, "level": level.value}
            for account_id, levels in rights
            for code, level in levels.items()
            if level is not AccessLevel.NONE
        ),
    )


async def insert_credentials(hashes: Iterable[tuple[int, str, datetime]]) -> None:
    """Insert password hashes: (account id, hash, moment of its creation)."""
    await bulk_insert(
        "credential",
        ({"account_id": a, "password_hash": h, "changed_at": at} for a, h, at in hashes),
    )


async def insert_invitations(invitations: Iterable[ImportedInvitation]) -> None:
    rows = list(invitations)
    numbered = list(zip(await reserve_ids("password_link", len(rows)), rows, strict=True))
    await bulk_insert("password_link", (_link_columns(link_id, row) for link_id, row in numbered))
    await bulk_insert("outgoing", (_sent_columns(link_id, row) for link_id, row in numbered))


async def insert_mandates(giver_id: int, mandates: Sequence[ImportedMandate]) -> None:
    numbered = list(zip(await reserve_ids("mandate", len(mandates)), mandates, strict=True))
    await bulk_insert(
        "mandate",
        (
            {
                "id": mandate_id,
                "giver_id": giver_id,
                "centre_id": mandate.centre.id,
                "scope": mandate.scope,
                "starts_on": mandate.starts_on,
                "ends_on": mandate.ends_on,
                "proposed_at": mandate.proposed_at,
                "accepted_at": mandate.accepted_at,
                "ended_at": mandate.ended_at,
            }
            for mandate_id, mandate in numbered
        ),
    )
    await bulk_insert(
        "mandate_holder",
        (
            {"mandate_id": mandate_id, "account_id": one.holder.id, "named_at": one.accepted_at}
            for mandate_id, one in numbered
            if one.holder
        ),
    )


async def insert_history(employer_id: int, events: Iterable[tuple[datetime, Actor, Event]]) -> None:
    """Chain these events from the beginning of the new employer's history (H2)."""
    head = ChainHead()

    def entries() -> Iterator[Entry]:
        nonlocal head
        for at, actor, event in events:
            (entry,) = chain_entries(head, employer_id, at, actor, [(event, secrets.token_hex(16))])
            head = ChainHead(entry.sequence, entry.hash)
            yield entry

    await bulk_insert("history", map(entry_columns, entries()))
    await EmployerRow.filter(id=employer_id).update(history_sequence=head.sequence, history_hash=head.hash)


def _link_columns(link_id: int, invitation: ImportedInvitation) -> dict[str, object]:
    return {
        "id": link_id,
        "account_id": invitation.email.account_id,
        "purpose": LinkPurpose.CREATE,
        "nonce": invitation.nonce,
        "token_hash": invitation.token_hash,
        "created_at": invitation.sent_at,
        "expires_at": invitation.lapses_at,
    }


def _sent_columns(link_id: int, invitation: ImportedInvitation) -> dict[str, object]:
    message = invitation.email
    return {
        "employer_id": message.employer_id,
        "account_id": message.account_id,
        "link_id": link_id,
        "channel": message.channel,
        "kind": message.kind,
        "recipient": message.recipient,
        "facts": json.dumps(message.facts, ensure_ascii=False),
        "message_id": message.message_id,
        "state": OutgoingState.SENT,
        "created_at": invitation.sent_at,
        "sent_at": invitation.sent_at,
        "attempts": 1,
        "next_attempt_at": invitation.sent_at,
    }
