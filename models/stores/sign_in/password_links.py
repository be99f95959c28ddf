"""Password links, and the invitations that contain them (C3, C5)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from models.rules.sign_in.tokens import PasswordLink
from models.rules.vocabulary import InvitationState, OutgoingState
from models.stores.sign_in.invitation_sql import INVITATIONS, invitation_state
from models.stores.sql import Statement, as_datetime, as_datetime_or_none
from models.stores.write_together import Write, write_together
from models.tables.sign_in import LinkRow


@dataclass(frozen=True, slots=True)
class InvitationStatus:
    """The state of the last link to create a first password (C5)."""

    state: InvitationState
    sent_at: datetime | None
    expires_at: datetime
    failure: str | None = None
    """Why the e-mail was not sent, or not yet; without personal data."""


@dataclass(frozen=True, slots=True)
class NewPasswordLink:
    """A link to insert: the database holds the nonce that its token is made of, and the token's hash."""

    account_id: int
    nonce: str
    token_hash: str


async def find_password_link(token_hash: str) -> PasswordLink | None:
    """Return the link with this token, whatever its state. Holding the token is the permission."""
    row = await LinkRow.get_or_none(token_hash=token_hash)
    if row is None:
        return None
    return PasswordLink(row.id, row.account_id, row.purpose, row.expires_at, row.used_at, row.revoked_at)


async def mark_link_used(link_id: int, at: datetime) -> None:
    await LinkRow.filter(id=link_id, used_at=None).update(used_at=at)


async def revoke_password_links(account_ids: Collection[int], at: datetime) -> None:
    """Revoke the unused links of these accounts (C3); the messages that would bring one do not leave."""
    await write_together(*revocation_writes(account_ids, at))


def revocation_writes(account_ids: Collection[int], at: datetime) -> list[Write]:
    """Revoke links and messages, as `revoke_password_links`, together with other writes."""
    messages, links = Statement(), Statement()
    return [
        Write(
            messages,
            f"UPDATE outgoing SET state = {messages.value(OutgoingState.REVOKED.value)} "
            f"WHERE state = {messages.value(OutgoingState.QUEUED.value)} AND link_id IS NOT NULL "
            f"AND {messages.among('account_id', account_ids)}",
        ),
        Write(
            links,
            f"UPDATE password_link SET revoked_at = {links.value(at)} WHERE used_at IS NULL "
            f"AND revoked_at IS NULL AND {links.among('account_id', account_ids)}",
        ),
    ]


async def resets_since(employer_id: int, since: datetime) -> dict[int, list[datetime]]:
    """When links to a new password were made after `since`, by account, the oldest first (P7)."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT link.account_id, link.created_at FROM password_link link "
        "JOIN account ON account.id = link.account_id "
        f"WHERE link.purpose = 'RESET' AND link.created_at > {statement.value(since)} "
        f"AND account.employer_id = {statement.value(employer_id)} ORDER BY link.id"
    )
    made_at: dict[int, list[datetime]] = {}
    for row in rows:
        made_at.setdefault(row["account_id"], []).append(as_datetime(row["created_at"]))
    return made_at


async def latest_invitations(account_ids: Collection[int], now: datetime) -> dict[int, InvitationStatus]:
    """The latest invitation of each account that ever had one (C5).

    The ids come from a query limited to what the caller may see.
    """
    statement = Statement()
    rows = await statement.rows(
        f"SELECT link.account_id, link.expires_at, {invitation_state(statement, now)} AS state, "
        f"message.sent_at, message.last_error FROM {INVITATIONS} "
        f"WHERE {statement.among('link.account_id', account_ids)} AND link.purpose = 'CREATE' "
        "ORDER BY link.id"
    )
    return {
        row["account_id"]: InvitationStatus(
            InvitationState(row["state"]),
            as_datetime_or_none(row["sent_at"]),
            as_datetime(row["expires_at"]),
            row["last_error"],
        )
        for row in rows
    }
