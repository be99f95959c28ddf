"""Keys of partners: looked up, issued, revoked, counted; assertions that are valid once (T3)."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from tortoise.expressions import F, Q

from models.rules.partners.partner import Partner, PartnerKey, parse_scopes
from models.stores.employers.allowed_employers import employers_of_partner
from models.stores.sql import Statement, as_datetime, as_datetime_or_none
from models.tables.partners import AssertionRow, PartnerKeyRow


async def find_partner_by_key_hash(key_hash: str) -> tuple[Partner, PartnerKey] | None:
    """The partner whose key has this hash, and the key, valid or not; None for a revoked partner."""
    statement = Statement()
    return await _find_partner(statement, f"k.key_hash = {statement.value(key_hash)}")


async def find_partner_by_key_id(key_id: int) -> tuple[Partner, PartnerKey] | None:
    """The partner whose key has this id, which a token holds, as `find_partner_by_key_hash` returns it."""
    statement = Statement()
    return await _find_partner(statement, f"k.id = {statement.value(key_id)}")


async def list_public_keys(partner_id: int) -> list[PartnerKey]:
    """The public keys of a partner, valid or not; none for a revoked partner."""
    rows = await PartnerKeyRow.filter(
        partner_id=partner_id, partner__revoked_at=None, public_jwk__not_isnull=True
    )
    return [key_from_row(vars(row)) for row in rows]


async def _find_partner(statement: Statement, condition: str) -> tuple[Partner, PartnerKey] | None:
    rows = await statement.tuples(
        f"SELECT p.id, p.name, p.scopes, p.employers_version, {_OF_KEY} "
        "FROM partner_key k JOIN partner p ON p.id = k.partner_id "
        f"WHERE {condition} AND p.revoked_at IS NULL"
    )
    if not rows:
        return None
    partner_id, name, scopes, version, *key = rows[0]
    employers = await employers_of_partner(partner_id, version)
    return Partner(partner_id, name, employers, parse_scopes(scopes)), _key_of(*key)


def key_from_row(row: Mapping[str, Any]) -> PartnerKey:
    """The key in a row of `partner_key`."""
    return _key_of(*(row[column] for column in _KEY_COLUMNS))


_KEY_COLUMNS = ("id", "hint", "public_jwk", "created_at", "expires_at", "revoked_at", "last_used_at", "uses")

_OF_KEY = ", ".join(f"k.{column}" for column in _KEY_COLUMNS)


def _key_of(
    key_id: int,
    hint: str,
    public_jwk: str | None,
    created_at: str | datetime,
    expires_at: str | datetime | None,
    revoked_at: str | datetime | None,
    last_used_at: str | datetime | None,
    uses: int,
) -> PartnerKey:
    return PartnerKey(
        id=key_id,
        hint=hint,
        public_jwk=public_jwk,
        created_at=as_datetime(created_at),
        expires_at=as_datetime_or_none(expires_at),
        revoked_at=as_datetime_or_none(revoked_at),
        last_used_at=as_datetime_or_none(last_used_at),
        uses=uses,
    )


async def insert_key(partner_id: int, key_hash: str, hint: str, public_jwk: str | None, at: datetime) -> None:
    await PartnerKeyRow.create(
        partner_id=partner_id, key_hash=key_hash, hint=hint, public_jwk=public_jwk, created_at=at
    )


async def is_key_registered(key_hash: str) -> bool:
    return await PartnerKeyRow.filter(key_hash=key_hash).exists()


async def expire_keys(partner_id: int, until: datetime) -> None:
    """End the partner's keys at `until`, unless they end sooner."""
    keys = PartnerKeyRow.filter(partner_id=partner_id, revoked_at=None)
    await keys.filter(expires_at=None).update(expires_at=until)
    await keys.filter(expires_at__gt=until).update(expires_at=until)


async def revoke_keys(partner_id: int, at: datetime, hint: str | None = None) -> list[int]:
    """Revoke all keys of the partner, or the one with this hint; return their ids. The partner is locked."""
    keys = PartnerKeyRow.filter(partner_id=partner_id, revoked_at=None)
    chosen = keys.filter(hint=hint) if hint else keys
    ids = [int(str(one)) for one in await chosen.values_list("id", flat=True)]
    await chosen.update(revoked_at=at)
    return ids


async def is_key_revoked(key_id: int) -> bool:
    return await PartnerKeyRow.filter(id=key_id).exclude(revoked_at=None).exists()


async def add_key_uses(key_id: int, uses: int, last: datetime) -> None:
    """Add to the uses of a key and record its last use, in any order of the processes that count (T3)."""
    await PartnerKeyRow.filter(id=key_id).update(uses=F("uses") + uses)
    later = Q(last_used_at=None) | Q(last_used_at__lt=last)
    await PartnerKeyRow.filter(later, id=key_id).update(last_used_at=last)


async def insert_assertion(key: str, expires_at: datetime) -> bool:
    """Record an assertion; return False if a token was issued for it before (RFC 7523)."""
    statement = Statement()
    values = f"{statement.value(key)}, {statement.value(expires_at)}"
    rows = await statement.rows(
        f"INSERT INTO used_assertion (key, expires_at) VALUES ({values}) ON CONFLICT DO NOTHING RETURNING key"
    )
    return bool(rows)


async def purge_assertions(before: datetime) -> None:
    """Delete expired assertions, which are refused as expired anyway."""
    await AssertionRow.filter(expires_at__lt=before).delete()
