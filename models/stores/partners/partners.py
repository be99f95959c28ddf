"""Partner systems: registered, allowed employers and scopes, revoked (T1)."""

from collections.abc import Collection
from datetime import datetime

from tortoise.expressions import F

from models.rules.partners.partner import (
    Partner,
    PartnerKey,
    RegisteredPartner,
    RegisteredWebhook,
    format_scopes,
    parse_scopes,
)
from models.rules.vocabulary import Scope
from models.stores.partners.partner_keys import key_from_row
from models.stores.sql import Statement
from models.tables.employers import EmployerRow
from models.tables.partners import PartnerEmployerRow, PartnerKeyRow, PartnerRow


async def employers_with_contracts(contract_numbers: Collection[str]) -> dict[str, int]:
    """The ids of the employers that have these contract numbers, by number."""
    rows = await EmployerRow.filter(contract_number__in=list(contract_numbers))
    return {row.contract_number: row.id for row in rows}


async def insert_partner(
    name: str, employers: Collection[int], scopes: frozenset[Scope], at: datetime
) -> int:
    """Insert a partner and return its id. Raises: tortoise's IntegrityError if the name is taken."""
    row = await PartnerRow.create(name=name, scopes=format_scopes(scopes), created_at=at)
    for employer_id in employers:
        await PartnerEmployerRow.create(partner_id=row.id, employer_id=employer_id)
    return int(row.id)


async def lock_scopes(partner_id: int) -> frozenset[Scope] | None:
    """Lock the partner and return its scopes, None if it was revoked. Other writers wait for the lock.

    The first statement of its transaction.
    """
    await PartnerRow.filter(id=partner_id).update(name=F("name"))
    row = await PartnerRow.get(id=partner_id)
    return None if row.revoked_at else parse_scopes(row.scopes)


async def save_scopes(partner_id: int, scopes: frozenset[Scope]) -> None:
    await PartnerRow.filter(id=partner_id).update(scopes=format_scopes(scopes))


async def add_employers(partner_id: int, employers: Collection[int]) -> None:
    """Allow these employers to the partner; those already allowed do not change."""
    for employer_id in employers:
        await PartnerEmployerRow.get_or_create(partner_id=partner_id, employer_id=employer_id)


async def remove_employers(partner_id: int, employers: Collection[int]) -> None:
    await PartnerEmployerRow.filter(partner_id=partner_id, employer_id__in=list(employers)).delete()


async def employers_allowed(partner_id: int) -> set[int]:
    rows = await PartnerEmployerRow.filter(partner_id=partner_id)
    return {row.employer_id for row in rows}


async def find_partner_by_name(name: str) -> int | None:
    """Return the id of the partner with this name, revoked or not; else one whose name differs in case only.

    Compared in Python, because SQLite folds the case of A to Z only.
    """
    known = {row.name: row.id for row in await PartnerRow.all()}
    folded = {known_name.casefold(): partner_id for known_name, partner_id in known.items()}
    return known.get(name, folded.get(name.casefold()))


async def is_revoked(partner_id: int) -> bool:
    return (await PartnerRow.get(id=partner_id)).revoked_at is not None


async def revoke_partner(partner_id: int, at: datetime) -> None:
    await PartnerRow.filter(id=partner_id, revoked_at=None).update(revoked_at=at)


async def registered_partners() -> list[RegisteredPartner]:
    """All partners in the order of their names, revoked ones too."""
    keys: dict[int, list[PartnerKey]] = {}
    for row in await PartnerKeyRow.all().order_by("id"):
        keys.setdefault(row.partner_id, []).append(key_from_row(vars(row)))
    allowed: dict[int, list[tuple[int, str]]] = {}
    for link in await PartnerEmployerRow.all().select_related("employer").order_by("id"):
        allowed.setdefault(link.partner_id, []).append((link.employer_id, link.employer.contract_number))
    webhooks = await _webhooks()
    return [
        RegisteredPartner(
            partner=Partner(
                row.id, row.name, frozenset(e for e, _ in allowed.get(row.id, ())), parse_scopes(row.scopes)
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
    """The webhooks of every partner that are not removed, the oldest first, by partner."""
    rows = await Statement().rows(
        "SELECT w.partner_id, w.url, k.hint, COUNT(CASE WHEN d.state = 'QUEUED' THEN 1 END) AS waiting, "
        "COUNT(CASE WHEN d.state = 'DEAD' THEN 1 END) AS dead "
        "FROM webhook w JOIN partner_key k ON k.id = w.key_id "
        "LEFT JOIN webhook_delivery d ON d.webhook_id = w.id "
        "WHERE w.removed_at IS NULL GROUP BY w.id, w.partner_id, w.url, k.hint ORDER BY w.id"
    )
    webhooks: dict[int, list[RegisteredWebhook]] = {}
    for row in rows:
        webhook = RegisteredWebhook(row["url"], row["hint"], row["waiting"], row["dead"])
        webhooks.setdefault(row["partner_id"], []).append(webhook)
    return webhooks
