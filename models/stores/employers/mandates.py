"""Mandates and their holders (E1). The use case has checked who may see or change them."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from typing import Any

from models.rules.accounts.account import Account
from models.rules.employers.mandate import Mandate, MandateOffer
from models.rules.vocabulary import MandateScope
from models.stores.accounts.accounts import ACCOUNT_COLUMNS, account_from_row
from models.stores.sql import Statement, as_date, as_datetime, as_datetime_or_none
from models.tables.mandates import MandateHolderRow, MandateRow

_MAX_SHOWN = 1_000
"""Mandates of one side that are read at once, the latest first."""


HELD_SCOPE = "m.giver_id || ':' || m.scope"
"""A mandate of `held_today` as `scopes_by_giver` reads it."""


def held_today(statement: Statement, account_id: str, today: date) -> str:
    """The tables and condition of the mandates `m` that this account holds today, of its own centre (E1)."""
    day = statement.value(today)
    return (
        "mandate_holder h JOIN mandate m ON m.id = h.mandate_id "
        "JOIN account own ON own.id = h.account_id AND own.employer_id = m.centre_id "
        f"WHERE h.account_id = {account_id} AND h.removed_at IS NULL AND m.accepted_at IS NOT NULL "
        f"AND m.ended_at IS NULL AND m.starts_on <= {day} AND m.ends_on >= {day}"
    )


def scopes_by_giver(text: str | None) -> Mapping[int, MandateScope]:
    """Return the scope by employer, from texts of `HELD_SCOPE` with a space between two."""
    pairs = (pair.split(":") for pair in (text or "").split())
    return {int(giver_id): _SCOPES[scope] for giver_id, scope in pairs}


_SCOPES = {scope.value: scope for scope in MandateScope}


async def mandates_of_holder(account_id: int, today: date) -> Mapping[int, MandateScope]:
    """Return the employers that this account may act for today, each with the scope (E1)."""
    statement = Statement()
    held = held_today(statement, statement.value(account_id), today)
    rows = await statement.rows(f"SELECT {statement.joined(HELD_SCOPE)} AS scopes FROM {held}")
    return scopes_by_giver(rows[0]["scopes"])


async def mandates_acted_under(account_id: int, givers: Collection[int], today: date) -> dict[int, Mandate]:
    """Return the mandate in force under which this account acts for each of these employers, by employer."""
    statement = Statement()
    held = held_today(statement, statement.value(account_id), today)
    rows = await statement.rows(f"SELECT m.* FROM {held} AND {statement.among('m.giver_id', givers)}")
    return {row["giver_id"]: _mandate_of(row) for row in rows}


async def mandates_given(employer_id: int) -> list[Mandate]:
    """Return what the employer gave or proposed, the latest first."""
    return await _mandates_where("giver_id", employer_id)


async def mandates_held(employer_id: int) -> list[Mandate]:
    """Return what was given or proposed to the employer as a centre, the latest first."""
    return await _mandates_where("centre_id", employer_id)


async def mandates_by_id(ids: Collection[int], employer_id: int) -> list[Mandate]:
    """Return those of these mandates of which the employer is a side."""
    statement = Statement()
    side = statement.value(employer_id)
    rows = await statement.rows(
        f"SELECT * FROM mandate WHERE {statement.among('id', ids)} "
        f"AND (giver_id = {side} OR centre_id = {side})"
    )
    return [_mandate_of(row) for row in rows]


async def open_mandates_between(giver_id: int, centre_id: int) -> list[Mandate]:
    """Return what this employer gave or proposed to this centre, and neither side declined or ended."""
    statement = Statement()
    rows = await statement.rows(
        f"SELECT * FROM mandate WHERE giver_id = {statement.value(giver_id)} "
        f"AND centre_id = {statement.value(centre_id)} AND declined_at IS NULL AND ended_at IS NULL"
    )
    return [_mandate_of(row) for row in rows]


async def open_mandates_of(employer_id: int) -> list[Mandate]:
    """Return what this employer gave or was given, proposals included, and neither side declined or ended.

    By centre, so that those who end several lock the versions of the centres in one order.
    """
    statement = Statement()
    side = statement.value(employer_id)
    rows = await statement.rows(
        f"SELECT * FROM mandate WHERE (giver_id = {side} OR centre_id = {side}) "
        "AND declined_at IS NULL AND ended_at IS NULL ORDER BY centre_id, id"
    )
    return [_mandate_of(row) for row in rows]


async def ending_mandates(today: date, until: date) -> list[Mandate]:
    """Return the accepted mandates of all employers whose last day is from today to `until`."""
    statement = Statement()
    rows = await statement.rows(
        "SELECT * FROM mandate WHERE accepted_at IS NOT NULL AND ended_at IS NULL "
        f"AND ends_on >= {statement.value(today)} AND ends_on <= {statement.value(until)} ORDER BY id"
    )
    return [_mandate_of(row) for row in rows]


async def insert_mandate(offer: MandateOffer, now: datetime) -> Mandate:
    row = await MandateRow.create(
        giver_id=offer.giver_id,
        centre_id=offer.centre_id,
        scope=offer.scope,
        starts_on=offer.starts_on,
        ends_on=offer.ends_on,
        proposed_at=now,
    )
    return Mandate(
        row.id, offer.giver_id, offer.centre_id, offer.scope, offer.starts_on, offer.ends_on, proposed_at=now
    )


async def save_answer(mandate_id: int, *, accepted_at: datetime | None, declined_at: datetime | None) -> None:
    await MandateRow.filter(id=mandate_id).update(accepted_at=accepted_at, declined_at=declined_at)


async def save_end(mandate_id: int, now: datetime) -> None:
    await MandateRow.filter(id=mandate_id).update(ended_at=now)


async def add_holder(mandate_id: int, account_id: int, now: datetime) -> None:
    await MandateHolderRow.create(mandate_id=mandate_id, account_id=account_id, named_at=now)


async def remove_holder(mandate_id: int, account_id: int, now: datetime) -> None:
    await MandateHolderRow.filter(mandate_id=mandate_id, account_id=account_id, removed_at=None).update(
        removed_at=now
    )


async def holders_by_mandate(mandate_ids: Collection[int]) -> dict[int, list[Account]]:
    """Return the holders of each mandate, those with deleted accounts left out, by name."""
    statement = Statement()
    columns = ", ".join(f"a.{column.strip()}" for column in ACCOUNT_COLUMNS.split(","))
    rows = await statement.rows(
        f"SELECT h.mandate_id, {columns} FROM mandate_holder h JOIN account a ON a.id = h.account_id "
        f"WHERE {statement.among('h.mandate_id', mandate_ids)} AND h.removed_at IS NULL "
        "AND a.deleted_at IS NULL ORDER BY a.last_name_key, a.first_name_key, a.id"
    )
    holders: dict[int, list[Account]] = {mandate_id: [] for mandate_id in mandate_ids}
    for row in rows:
        holders[row["mandate_id"]].append(account_from_row(row))
    return holders


async def _mandates_where(column: str, employer_id: int) -> list[Mandate]:
    statement = Statement()
    rows = await statement.rows(
        f"SELECT * FROM mandate WHERE {column} = {statement.value(employer_id)} "
        f"ORDER BY ends_on DESC, id DESC LIMIT {_MAX_SHOWN}"
    )
    return [_mandate_of(row) for row in rows]


def _mandate_of(row: dict[str, Any]) -> Mandate:
    return Mandate(
        id=row["id"],
        giver_id=row["giver_id"],
        centre_id=row["centre_id"],
        scope=MandateScope(row["scope"]),
        starts_on=as_date(row["starts_on"]),
        ends_on=as_date(row["ends_on"]),
        proposed_at=as_datetime(row["proposed_at"]),
        accepted_at=as_datetime_or_none(row["accepted_at"]),
        declined_at=as_datetime_or_none(row["declined_at"]),
        ended_at=as_datetime_or_none(row["ended_at"]),
    )
