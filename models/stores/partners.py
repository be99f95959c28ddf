"""Partner systems: recognised by a key, registered, given keys, revoked (T1, T3)."""

import json
from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from tortoise.expressions import F, Q

from models.database import Dialect, dialect
from models.rules.partner import (
    Partner,
    PartnerKey,
    RegisteredPartner,
    RegisteredWebhook,
    scopes_of,
    scopes_text,
)
from models.rules.vocabulary import Scope
from models.stores.statement import Statement, moment, moment_or_none
from models.tables.employer import EmployerRow
from models.tables.partner import AssertionRow, PartnerEmployerRow, PartnerKeyRow, PartnerRow


async def partner_with_key(key_hash: str) -> tuple[Partner, PartnerKey] | None:
    """Whose key has this hash, good or not; one query, found or not. A revoked partner has none."""
    statement = Statement()
    return await _found(statement, f"k.key_hash = {statement.value(key_hash)}")


async def partner_with_key_id(key_id: int) -> tuple[Partner, PartnerKey] | None:
    """The same by the number of a key, which a token holds."""
    statement = Statement()
    return await _found(statement, f"k.id = {statement.value(key_id)}")


async def public_keys_of(partner_id: int) -> list[PartnerKey]:
    """The public keys of a partner, good or not; a revoked one has none."""
    rows = await PartnerKeyRow.filter(
        partner_id=partner_id, partner__revoked_at=None, public_jwk__not_isnull=True
    )
    return [_key_of_row(row) for row in rows]


async def _found(statement: Statement, condition: str) -> tuple[Partner, PartnerKey] | None:
    rows = await statement.rows(
        f"SELECT p.id AS partner_id, p.name, p.scopes, k.*, {_employers()} AS employers "
        "FROM partner_key k JOIN partner p ON p.id = k.partner_id "
        f"WHERE {condition} AND p.revoked_at IS NULL"
    )
    if not rows:
        return None
    (row,) = rows
    return _partner_of(row), _key_of(row)


def _employers() -> str:
    gathered = "json_group_array" if dialect() is Dialect.SQLITE else "json_agg"
    return f"(SELECT {gathered}(employer_id) FROM partner_employer e WHERE e.partner_id = p.id)"


def _partner_of(row: Mapping[str, Any]) -> Partner:
    employers = frozenset(json.loads(row["employers"] or "[]"))
    return Partner(row["partner_id"], row["name"], employers, scopes_of(row["scopes"]))


def _key_of(row: Mapping[str, Any]) -> PartnerKey:
    return PartnerKey(
        id=row["id"],
        hint=row["hint"],
        public_jwk=row["public_jwk"],
        created_at=moment(row["created_at"]),
        expires_at=moment_or_none(row["expires_at"]),
        revoked_at=moment_or_none(row["revoked_at"]),
        last_used_at=moment_or_none(row["last_used_at"]),
        uses=row["uses"],
    )


def _key_of_row(row: PartnerKeyRow) -> PartnerKey:
    return PartnerKey(
        id=row.id,
        hint=row.hint,
        public_jwk=row.public_jwk,
        created_at=row.created_at,
        expires_at=row.expires_at,
        revoked_at=row.revoked_at,
        last_used_at=row.last_used_at,
        uses=row.uses,
    )


async def employers_with_contracts(contract_numbers: Collection[str]) -> dict[str, int]:
    """The employers that have these contract numbers, by number."""
    rows = await EmployerRow.filter(contract_number__in=list(contract_numbers))
    return {row.contract_number: row.id for row in rows}


async def insert_partner(
    name: str, employers: Collection[int], scopes: frozenset[Scope], at: datetime
) -> int:
    """Errors: tortoise's IntegrityError if the name is taken."""
    row = await PartnerRow.create(name=name, scopes=scopes_text(scopes), created_at=at)
    for employer_id in employers:
        await PartnerEmployerRow.create(partner_id=row.id, employer_id=employer_id)
    return int(row.id)


async def lock_scopes(partner_id: int) -> frozenset[Scope]:
    """What it may do; whoever else changes that waits. The first statement of its transaction."""
    await PartnerRow.filter(id=partner_id).update(name=F("name"))
    return scopes_of((await PartnerRow.get(id=partner_id)).scopes)


async def save_scopes(partner_id: int, scopes: frozenset[Scope]) -> None:
    await PartnerRow.filter(id=partner_id).update(scopes=scopes_text(scopes))


async def add_employers(partner_id: int, employers: Collection[int]) -> None:
    """Those that it has already stay as they are."""
    for employer_id in employers:
        await PartnerEmployerRow.get_or_create(partner_id=partner_id, employer_id=employer_id)


async def remove_employers(partner_id: int, employers: Collection[int]) -> None:
    await PartnerEmployerRow.filter(partner_id=partner_id, employer_id__in=list(employers)).delete()


async def partner_called(name: str) -> int | None:
    """The id of the partner with this name, revoked or not."""
    row = await PartnerRow.get_or_none(name=name)
    return row.id if row else None


async def is_revoked(partner_id: int) -> bool:
    return (await PartnerRow.get(id=partner_id)).revoked_at is not None


async def insert_key(partner_id: int, key_hash: str, hint: str, public_jwk: str | None, at: datetime) -> None:
    await PartnerKeyRow.create(
        partner_id=partner_id, key_hash=key_hash, hint=hint, public_jwk=public_jwk, created_at=at
    )


async def key_known(key_hash: str) -> bool:
    return await PartnerKeyRow.filter(key_hash=key_hash).exists()


async def expire_keys(partner_id: int, until: datetime) -> None:
    """Those in use end then, unless they end sooner."""
    living = PartnerKeyRow.filter(partner_id=partner_id, revoked_at=None)
    await living.filter(expires_at=None).update(expires_at=until)
    await living.filter(expires_at__gt=until).update(expires_at=until)


async def revoke_keys(partner_id: int, at: datetime, hint: str | None = None) -> int:
    """How many were revoked: all, or the one that begins so."""
    found = PartnerKeyRow.filter(partner_id=partner_id, revoked_at=None)
    return await (found.filter(hint=hint) if hint else found).update(revoked_at=at)


async def revoke_partner(partner_id: int, at: datetime) -> None:
    await PartnerRow.filter(id=partner_id, revoked_at=None).update(revoked_at=at)


async def registered_partners() -> list[RegisteredPartner]:
    """All there ever were, by name."""
    keys: dict[int, list[PartnerKey]] = {}
    for row in await PartnerKeyRow.all().order_by("id"):
        keys.setdefault(row.partner_id, []).append(_key_of_row(row))
    allowed: dict[int, list[tuple[int, str]]] = {}
    for link in await PartnerEmployerRow.all().select_related("employer").order_by("id"):
        allowed.setdefault(link.partner_id, []).append((link.employer_id, link.employer.contract_number))
    webhooks = await _webhooks()
    return [
        RegisteredPartner(
            partner=Partner(
                row.id, row.name, frozenset(e for e, _ in allowed.get(row.id, ())), scopes_of(row.scopes)
            ),
            contract_numbers=tuple(sorted(number for _, number in allowed.get(row.id, ()))),
            created_at=row.created_at,
            revoked_at=row.revoked_at,
            keys=tuple(keys.get(row.id, ())),
            webhooks=tuple(webhooks.get(row.id, ())),
        )
        for row in await PartnerRow.all().order_by("name")
    ]


async def _webhooks() -> dict[int, list[RegisteredWebhook]]:
    """Of every partner those not removed, the oldest first."""
    rows = await Statement().rows(
        "SELECT w.partner_id, w.url, COUNT(CASE WHEN d.state = 'QUEUED' THEN 1 END) AS waiting, "
        "COUNT(CASE WHEN d.state = 'DEAD' THEN 1 END) AS dead "
        "FROM webhook w LEFT JOIN webhook_delivery d ON d.webhook_id = w.id "
        "WHERE w.removed_at IS NULL GROUP BY w.id, w.partner_id, w.url ORDER BY w.id"
    )
    found: dict[int, list[RegisteredWebhook]] = {}
    for row in rows:
        webhook = RegisteredWebhook(row["url"], row["waiting"], row["dead"])
        found.setdefault(row["partner_id"], []).append(webhook)
    return found


async def count_uses(key_id: int, uses: int, last: datetime) -> None:
    """T3: how often a key was used, and when last, whichever process writes it down first."""
    await PartnerKeyRow.filter(id=key_id).update(uses=F("uses") + uses)
    later = Q(last_used_at=None) | Q(last_used_at__lt=last)
    await PartnerKeyRow.filter(later, id=key_id).update(last_used_at=last)


async def use_assertion(key: str, expires_at: datetime) -> bool:
    """False if a token was given for this assertion before (RFC 7523)."""
    statement = Statement()
    values = f"{statement.value(key)}, {statement.value(expires_at)}"
    rows = await statement.rows(
        f"INSERT INTO used_assertion (key, expires_at) VALUES ({values}) ON CONFLICT DO NOTHING RETURNING key"
    )
    return bool(rows)


async def forget_assertions(before: datetime) -> None:
    """Those that have expired: their tokens are refused for that alone."""
    await AssertionRow.filter(expires_at__lt=before).delete()
