"""Reading registrations (N1, N2). The use case has checked who may."""

import json
from datetime import datetime
from typing import Any

from models.rules.registrations.form import form_from_json
from models.rules.registrations.registration import Registration
from models.rules.registrations.states import RegistrationKind, RegistrationNews, RegistrationState
from models.stores.sql import Statement, as_datetime, as_datetime_or_none

REGISTRATION_COLUMNS = (
    "id, kind, token_nonce, token_hash, email, siret, contract_number, employer_id, details, created_at, "
    "lapses_at, submitted_at, approved_at, refused_at, refused_for, decided_by, reason, code_nonce, "
    "code_tries, "
    "letters, letter_at, opened_at, email_confirmed_at"
)


def registration_from_row(row: dict[str, Any]) -> Registration:
    return Registration(
        id=row["id"],
        kind=RegistrationKind(row["kind"]),
        token_nonce=row["token_nonce"],
        token_hash=row["token_hash"],
        email=row["email"],
        siret=row["siret"],
        contract_number=row["contract_number"],
        employer_id=row["employer_id"],
        form=form_from_json(json.loads(row["details"])),
        created_at=as_datetime(row["created_at"]),
        lapses_at=as_datetime(row["lapses_at"]),
        submitted_at=as_datetime_or_none(row["submitted_at"]),
        approved_at=as_datetime_or_none(row["approved_at"]),
        refused_at=as_datetime_or_none(row["refused_at"]),
        refused_for=RegistrationNews(row["refused_for"]) if row["refused_for"] else None,
        decided_by=row["decided_by"],
        reason=row["reason"],
        code_nonce=row["code_nonce"],
        code_tries=row["code_tries"],
        letters=row["letters"],
        letter_at=as_datetime_or_none(row["letter_at"]),
        opened_at=as_datetime_or_none(row["opened_at"]),
        email_confirmed_at=as_datetime_or_none(row["email_confirmed_at"]),
    )


async def registration_by_token(token_hash: str) -> Registration | None:
    """Return the registration whose link has the token with this hash."""
    statement = Statement()
    return await _first(statement, f"token_hash = {statement.value(token_hash)}")


async def registration_by_id(registration_id: int) -> Registration | None:
    statement = Statement()
    return await _first(statement, f"id = {statement.value(registration_id)}")


async def approved_request(
    kind: RegistrationKind, column: str, value: object, now: datetime, except_id: int
) -> Registration | None:
    """Return another request of this kind whose code is awaited; None if there is none.

    `column` is siret for a registration, employer_id for a succession.
    """
    statement = Statement()
    return await _first(
        statement,
        f"kind = {statement.value(kind)} AND {column} = {statement.value(value)} "
        f"AND id <> {statement.value(except_id)} "
        f"AND {in_state(statement, RegistrationState.APPROVED, now)}",
    )


def in_state(statement: Statement, state: RegistrationState, now: datetime, table: str = "") -> str:
    """Return the condition of a state, as `Registration.state` computes it; `table`: an alias with a dot."""
    undecided = f"{table}opened_at IS NULL AND {table}refused_at IS NULL"
    match state:
        case RegistrationState.OPENED:
            return f"{table}opened_at IS NOT NULL"
        case RegistrationState.REFUSED:
            return f"{table}opened_at IS NULL AND {table}refused_at IS NOT NULL"
        case RegistrationState.LAPSED:
            return f"{undecided} AND {table}lapses_at <= {statement.value(now)}"
        case RegistrationState.APPROVED:
            awaited = f"{table}lapses_at > {statement.value(now)} AND {table}approved_at IS NOT NULL"
            return f"{undecided} AND {awaited}"
        case RegistrationState.SUBMITTED:
            waits = f"{table}lapses_at > {statement.value(now)} AND {table}approved_at IS NULL"
            return f"{undecided} AND {waits}"
        case RegistrationState.DRAFT | RegistrationState.UNKNOWN:
            return "1 = 0"


async def _first(statement: Statement, condition: str) -> Registration | None:
    rows = await statement.rows(
        f"SELECT {REGISTRATION_COLUMNS} FROM registration WHERE {condition} ORDER BY id LIMIT 1"
    )
    return registration_from_row(rows[0]) if rows else None
