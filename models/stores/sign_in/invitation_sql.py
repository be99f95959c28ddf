"""The state of an invitation in SQL: one definition for the account, its list and their counts (C5)."""

from collections.abc import Collection
from datetime import datetime

from models.rules.vocabulary import InvitationState
from models.stores.sql import Statement

INVITATIONS = (
    "password_link link LEFT JOIN outgoing message "
    "ON message.link_id = link.id AND message.kind = 'INVITATION'"
)
"""Links to create a password, each with its e-mail; those whose purpose is CREATE are invitations."""


def invitation_state(statement: Statement, now: datetime) -> str:
    """The state of a row of INVITATIONS at this moment."""
    return (
        "CASE WHEN link.used_at IS NOT NULL THEN 'USED' WHEN link.revoked_at IS NOT NULL THEN 'REVOKED' "
        f"WHEN link.expires_at <= {statement.value(now)} THEN 'LAPSED' "
        "WHEN message.state IN ('SENT', 'FAILED') THEN message.state ELSE 'QUEUED' END"
    )


def has_invitation(statement: Statement, states: Collection[InvitationState], now: datetime) -> str:
    """The condition that the account's latest invitation is in one of these states."""
    values = ", ".join(statement.value(state.value) for state in states) or "NULL"
    # A subquery for one value: as a semi-join, PostgreSQL would read the links of the whole platform.
    condition = (
        f"(SELECT {invitation_state(statement, now)} FROM {INVITATIONS} WHERE link.account_id = account.id "
        f"AND link.purpose = 'CREATE' ORDER BY link.id DESC LIMIT 1) IN ({values})"
    )
    if InvitationState.USED in states:
        return condition
    # Creating the first password uses the link: only accounts without one can have another state.
    return f"password_created_at IS NULL AND {condition}"
