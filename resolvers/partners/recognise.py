"""Recognising partner systems by their keys, tokens and assertions (T1, T3)."""

from dataclasses import dataclass, replace
from datetime import datetime

from models.rules.partners.api_key import is_api_key
from models.rules.partners.partner import Partner, PartnerKey
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Scope
from models.stores.partners import partner_keys
from resolvers.caller import Caller


@dataclass(frozen=True, slots=True)
class RecognisedPartner:
    """A partner that has proved who it is, and with which key."""

    partner: Partner
    key: PartnerKey

    @property
    def caller(self) -> Caller:
        return Caller(partner=self.partner, key_id=self.key.id)


async def recognise_key(text: str, now: datetime) -> RecognisedPartner | None:
    """Whose key this is; None if it is malformed, unknown, revoked, or has lapsed: all alike."""
    if not is_api_key(text):
        return None
    return _good(await partner_keys.find_partner_by_key_hash(token_hash(text)), now)


async def recognise_key_id(
    key_id: int, scopes: frozenset[Scope] | None, now: datetime
) -> RecognisedPartner | None:
    """The same for what was signed: by the key's number, with these of the partner's scopes, or all."""
    found = _good(await partner_keys.find_partner_by_key_id(key_id), now)
    if found is None or scopes is None:
        return found
    return replace(found, partner=replace(found.partner, scopes=found.partner.scopes & scopes))


async def list_partner_public_keys(partner_id: int, now: datetime) -> list[PartnerKey]:
    """What this partner may sign with now."""
    return [key for key in await partner_keys.list_public_keys(partner_id) if key.good(now)]


async def claim_single_use(name: str, expires_at: datetime) -> bool:
    """True the first time that something of this name is shown."""
    return await partner_keys.insert_assertion(token_hash(name), expires_at)


async def record_key_uses(key_id: int, uses: int, last: datetime) -> None:
    """T3."""
    await partner_keys.add_key_uses(key_id, uses, last)


def _good(found: tuple[Partner, PartnerKey] | None, now: datetime) -> RecognisedPartner | None:
    return RecognisedPartner(*found) if found and found[1].good(now) else None
