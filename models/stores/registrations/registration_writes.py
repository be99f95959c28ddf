"""Writing registrations, each step in one statement, so that of two at once one does it (N1, N2)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from tortoise.queryset import QuerySet

from models.database import Dialect, dialect
from models.rules.history_entry import SYSTEM
from models.rules.registrations.form import RegistrationForm, form_to_json
from models.rules.registrations.registration import MAX_CODE_TRIES, MAX_LETTERS
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.rules.vocabulary import Channel, OutgoingState
from models.stores.sql import Statement
from models.tables.messages import OutgoingRow
from models.tables.registrations import RegistrationRow

NO_DETAILS = "{}"
SIRET_LOCK = 0x53495245
"""The first key of PostgreSQL's advisory locks of requests: "SIRE" in ASCII."""


@dataclass(frozen=True, slots=True)
class NewRegistration:
    """A draft, or a request: a draft has neither SIRET nor contract number, nor a moment of submission."""

    kind: RegistrationKind
    token_nonce: str
    token_hash: str
    email: str
    form: RegistrationForm
    lapses_at: datetime
    submitted_at: datetime | None = None


async def lock_requests(employer: str) -> None:
    """Wait until no other transaction has the requests for this employer, and keep the next ones waiting.

    `employer` is the SIRET of a new one, which there is no row to lock of yet, or the number of the row. A
    transaction that requests, approves or opens calls it before it writes to requests of others. On SQLite
    one transaction writes at a time anyway.
    """
    if dialect() is Dialect.POSTGRESQL:
        statement = Statement()
        await statement.rows(
            f"SELECT pg_advisory_xact_lock({SIRET_LOCK}, hashtext({statement.value(employer)}))"
        )


async def insert_registration(new: NewRegistration, now: datetime) -> int:
    """Return the id of the new row."""
    columns = {
        "token_nonce": new.token_nonce,
        "token_hash": new.token_hash,
        "created_at": now,
        "code_tries": 0,
        "letters": 0,
        **_columns(new),
    }
    statement = Statement()
    values = ", ".join(statement.value(value) for value in columns.values())
    rows = await statement.rows(
        f"INSERT INTO registration ({', '.join(columns)}) VALUES ({values}) RETURNING id"
    )
    return int(rows[0]["id"])


async def replace_draft(token_hash: str, new: NewRegistration, now: datetime) -> int | None:
    """Write a newer draft, or the request, over the draft of this link; return its id, None if it is none.

    A draft for the same e-mail address keeps its link. A request, and a draft for another address, get the
    new one: the holder of the former link must not share that of the person who is e-mailed. Messages with
    the former link that have not left are revoked. Another address is not confirmed. Runs in a transaction.
    """
    statement = Statement()
    is_same = f"email = {statement.value(new.email)}"
    keeps = "1 = 0" if new.submitted_at else is_same
    nonce, hashed = statement.value(new.token_nonce), statement.value(new.token_hash)
    rows = await statement.rows(
        f"UPDATE registration SET token_nonce = CASE WHEN {keeps} THEN token_nonce ELSE {nonce} END, "
        f"token_hash = CASE WHEN {keeps} THEN token_hash ELSE {hashed} END, "
        f"email_confirmed_at = CASE WHEN {is_same} THEN email_confirmed_at END, "
        f"{_assignments(statement, _columns(new))} WHERE token_hash = {statement.value(token_hash)} "
        f"AND submitted_at IS NULL AND lapses_at > {statement.value(now)} RETURNING id, token_hash"
    )
    if not rows:
        return None
    if rows[0]["token_hash"] != token_hash:
        await _revoke(OutgoingRow.filter(registration_id=rows[0]["id"]))
    return int(rows[0]["id"])


async def save_first_answer(
    registration_id: int, refused_for: RegistrationNews | None, employer_id: int | None, now: datetime
) -> None:
    """Refuse a request that the service does not let wait; None leaves it to an operator.

    The same statement for all, so that they look alike from outside.
    """
    columns: dict[str, object] = {
        "refused_for": refused_for,
        "refused_at": now if refused_for else None,
        "decided_by": SYSTEM.name if refused_for else None,
        "employer_id": employer_id,
    }
    statement = Statement()
    await statement.rows(
        f"UPDATE registration SET {_assignments(statement, columns)} "
        f"WHERE id = {statement.value(registration_id)} RETURNING id"
    )


async def save_approval(
    registration_id: int, form: RegistrationForm, decided_by: str | None, code_nonce: str, now: datetime,
    lapses_at: datetime,
) -> bool:  # fmt: skip
    """Approve a request that waits; False, and nothing written, if it waits no more."""
    return await _decide(
        registration_id,
        now,
        {
            "approved_at": now,
            "decided_by": decided_by,
            "details": _details(form),
            "code_nonce": code_nonce,
            "code_tries": 0,
            "letters": 1,
            "letter_at": now,
            "lapses_at": lapses_at,
        },
    )


async def save_refusal(
    registration_id: int, reason: str, decided_by: str | None, now: datetime, *, also_approved: bool
) -> bool | None:
    """Refuse a request that waits, or, `also_approved`, whose code is awaited; None if it is neither.

    Returns whether an approval was withdrawn: its code is worth nothing, and a letter with it that has not
    left is revoked, also one that gave up. Runs in a transaction.
    """
    statement = Statement()
    waits = "" if also_approved else "AND approved_at IS NULL "
    refused = {
        "refused_at": now,
        "refused_for": RegistrationNews.REFUSED,
        "reason": reason,
        "decided_by": decided_by,
        "approved_at": None,
        "code_nonce": None,
    }
    rows = await statement.rows(
        f"UPDATE registration SET {_assignments(statement, refused)} "
        f"WHERE id = {statement.value(registration_id)} AND submitted_at IS NOT NULL AND opened_at IS NULL "
        f"AND refused_at IS NULL {waits}AND lapses_at > {statement.value(now)} RETURNING letters"
    )
    if not rows:
        return None
    await _revoke(OutgoingRow.filter(registration_id=registration_id, channel=Channel.LETTER))
    return bool(rows[0]["letters"])


async def save_email_confirmation(token_hash: str, now: datetime) -> bool:
    """Note that the link of an e-mail about the request was followed; the first time counts.

    False, and nothing written, for an unknown link.
    """
    statement = Statement()
    rows = await statement.rows(
        f"UPDATE registration SET email_confirmed_at = COALESCE(email_confirmed_at, {statement.value(now)}) "
        f"WHERE token_hash = {statement.value(token_hash)} RETURNING id"
    )
    return bool(rows)


async def count_code_try(registration_id: int, now: datetime) -> tuple[str, int] | None:
    """Count one try; return the nonce of the code and the tries so far.

    None, and nothing counted, if all tries are used up, or no code is awaited. Of tries at the same moment
    each waits for the one before, so that no more are counted than there are.
    """
    statement = Statement()
    rows = await statement.rows(
        "UPDATE registration SET code_tries = code_tries + 1 "
        f"WHERE id = {statement.value(registration_id)} AND code_tries < {MAX_CODE_TRIES} "
        f"AND approved_at IS NOT NULL AND opened_at IS NULL AND lapses_at > {statement.value(now)} "
        "RETURNING code_nonce, code_tries"
    )
    return (rows[0]["code_nonce"], int(rows[0]["code_tries"])) if rows else None


async def save_new_letter(
    registration_id: int, code_nonce: str, now: datetime, lapses_at: datetime, interval: timedelta
) -> bool:
    """Replace the code; False, and nothing written, if no letter may be sent now.

    A letter with the former code that has not left is revoked, also one that gave up: sent again, it would
    bring the new code to an address of before.
    """
    statement = Statement()
    rows = await statement.rows(
        f"UPDATE registration SET code_nonce = {statement.value(code_nonce)}, code_tries = 0, "
        f"letters = letters + 1, letter_at = {statement.value(now)}, lapses_at = "
        f"{statement.value(lapses_at)} "
        f"WHERE id = {statement.value(registration_id)} AND approved_at IS NOT NULL AND opened_at IS NULL "
        f"AND lapses_at > {statement.value(now)} AND letters < {MAX_LETTERS} "
        f"AND letter_at <= {statement.value(now - interval)} RETURNING id"
    )
    if rows:
        await _revoke(OutgoingRow.filter(registration_id=registration_id, channel=Channel.LETTER))
    return bool(rows)


async def save_opening(registration_id: int, employer_id: int, account_id: int, now: datetime) -> None:
    await RegistrationRow.filter(id=registration_id).update(
        opened_at=now, employer_id=employer_id, account_id=account_id
    )


async def _decide(registration_id: int, now: datetime, columns: dict[str, object]) -> bool:
    statement = Statement()
    rows = await statement.rows(
        f"UPDATE registration SET {_assignments(statement, columns)} "
        f"WHERE id = {statement.value(registration_id)} "
        "AND submitted_at IS NOT NULL AND approved_at IS NULL AND refused_at IS NULL "
        f"AND lapses_at > {statement.value(now)} RETURNING id"
    )
    return bool(rows)


async def _revoke(messages: QuerySet[OutgoingRow]) -> None:
    unsent = [OutgoingState.QUEUED, OutgoingState.FAILED]
    await messages.filter(state__in=unsent).update(state=OutgoingState.REVOKED)


def _assignments(statement: Statement, columns: Mapping[str, object]) -> str:
    return ", ".join(f"{name} = {statement.value(value)}" for name, value in columns.items())


def _columns(new: NewRegistration) -> dict[str, object]:
    is_request = new.submitted_at is not None
    return {
        "kind": new.kind,
        "email": new.email,
        "details": _details(new.form),
        "siret": new.form.siret if is_request else None,
        "contract_number": new.form.contract_number if is_request else None,
        "lapses_at": new.lapses_at,
        "submitted_at": new.submitted_at,
    }


def _details(form: RegistrationForm) -> str:
    return json.dumps(form_to_json(form), ensure_ascii=False)
