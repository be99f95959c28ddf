"""Employers, and the lock that serialises the writes of one."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from models.database import Dialect, dialect
from models.rules.employers.employer import Employer, EmployerSummary, LegalRepresentative
from models.rules.hash_chain import ChainHead
from models.rules.vocabulary import Civility, Profile
from models.stores.sql import Statement, as_date, as_date_or_none, split_lines
from models.tables.employers import EmployerRow


def funds_text(statement: Statement, employer_id: str) -> str:
    """A subquery of the funds that an employer has contracts with, as one text; NULL for none.

    `employer_id` is the SQL of its id.
    """
    return f"(SELECT {statement.joined('fund')} FROM contract WHERE employer_id = {employer_id})"


def split_funds(text: str | None) -> frozenset[str]:
    return frozenset((text or "").split())


async def employers_by_id(ids: Collection[int]) -> dict[int, Employer]:
    statement = Statement()
    rows = await statement.rows(
        "SELECT id, name, siret, contract_number, postal_address, representative_civility, "
        "representative_last_name, representative_first_name, representative_title, version, closed_on, "
        f"{funds_text(statement, 'employer.id')} AS funds "
        f"FROM employer WHERE {statement.among('id', ids)}"
    )
    return {row["id"]: _employer_of(row) for row in rows}


async def employer_by_number(number: str) -> Employer | None:
    """Return the employer with this SIRET or contract number: for the command line."""
    employer_id = await employer_id_by_number(number)
    return None if employer_id is None else (await employers_by_id([employer_id])).get(employer_id)


async def employer_id_by_number(number: str, *, only_open: bool = False) -> int | None:
    """Return the id of the employer with this SIRET or contract number, in one statement.

    With `only_open`, a closed employer is unknown.
    """
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id FROM employer WHERE (siret = {statement.value(number)} "
        f"OR contract_number = {statement.value(number)}) {'AND closed_on IS NULL' if only_open else ''}"
    )
    return int(rows[0]["id"]) if rows else None


async def employer_summaries(today: date) -> list[EmployerSummary]:
    """Return every employer, in the order of the contract numbers: for the command line."""
    statement = Statement()
    active = (
        f"profile = {statement.value(Profile.ADMINISTRATOR)} AND password_created_at IS NOT NULL "
        f"AND expires_on >= {statement.value(today)}"
    )
    rows = await statement.rows(
        "SELECT e.name, e.siret, e.contract_number, e.closed_on, coalesce(c.accounts, 0) AS accounts, "
        "coalesce(c.administrators, 0) AS administrators FROM employer e LEFT JOIN ("
        f"SELECT employer_id, count(*) AS accounts, sum(CASE WHEN {active} THEN 1 ELSE 0 END) "
        "AS administrators FROM account WHERE deleted_at IS NULL GROUP BY employer_id) c "
        "ON c.employer_id = e.id ORDER BY length(e.contract_number), e.contract_number"
    )
    return [EmployerSummary(**{**row, "closed_on": as_date_or_none(row["closed_on"])}) for row in rows]


@dataclass(frozen=True, slots=True)
class LockedEmployer:
    expiries_published_on: date
    """The day up to which its expiries are published."""
    closed_on: date | None
    chain_head: ChainHead
    """The end of its history (H2)."""


async def lock_employer(employer_id: int) -> LockedEmployer:
    """Lock the employer until the transaction ends, and return what is read of it under the lock.

    Every write for an employer takes this lock first, so that none deadlocks. Only
    `resolvers.employers.publish_expiries` calls it. It is the first statement of its transaction: on SQLite
    it takes the write lock.
    """
    if dialect() is Dialect.SQLITE:
        statement = Statement()
        rows = await statement.rows(
            "UPDATE employer SET history_sequence = history_sequence "
            f"WHERE id = {statement.value(employer_id)} RETURNING {_LOCKED_COLUMNS}"
        )
    else:
        statement = Statement()
        rows = await statement.rows(
            f"SELECT {_LOCKED_COLUMNS} FROM employer "
            f"WHERE id = {statement.value(employer_id)} FOR NO KEY UPDATE"
        )
    row = rows[0]
    return LockedEmployer(
        as_date(row["expiries_told_on"]),
        as_date_or_none(row["closed_on"]),
        ChainHead(row["history_sequence"], row["history_hash"]),
    )


_LOCKED_COLUMNS = "expiries_told_on, closed_on, history_sequence, history_hash"


async def save_closure(employer_id: int, today: date) -> None:
    await EmployerRow.filter(id=employer_id).update(closed_on=today)


async def save_expiries_published(employer_id: int, today: date) -> None:
    await EmployerRow.filter(id=employer_id).update(expiries_told_on=today)


async def expiries_published_on(employer_id: int) -> date:
    """Return the day up to which the employer's expiries are published, read without the lock."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT expiries_told_on FROM employer WHERE id = {statement.value(employer_id)}"
    )
    return as_date(rows[0]["expiries_told_on"])


async def employers_with_unpublished_expiries(today: date, latest: date) -> list[int]:
    """Return the employers whose expiries are published to a day before `today`, or beyond `latest`."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT id FROM employer WHERE expiries_told_on < {statement.value(today)} "
        f"OR expiries_told_on > {statement.value(latest)} ORDER BY id"
    )
    return [row["id"] for row in rows]


def _employer_of(row: dict[str, Any]) -> Employer:
    return Employer(
        id=row["id"],
        name=row["name"],
        siret=row["siret"],
        contract_number=row["contract_number"],
        postal_address=split_lines(row["postal_address"]),
        representative=LegalRepresentative(
            civility=Civility(row["representative_civility"]),
            last_name=row["representative_last_name"],
            first_name=row["representative_first_name"],
            title=row["representative_title"],
        ),
        funds=split_funds(row["funds"]),
        version=row["version"],
        closed_on=as_date_or_none(row["closed_on"]),
    )
