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
    """An authenticated partner, and the key it used."""

    partner: Partner
    key: PartnerKey

    @property
    def caller(self) -> Caller:
        return Caller(partner=self.partner, key_id=self.key.id)


async def recognise_key(text: str, now: datetime) -> RecognisedPartner | None:
    """Return the partner of an API key; None if the key is malformed, unknown, revoked or expired."""
    if not is_api_key(text):
        return None
    return _if_valid(await partner_keys.find_partner_by_key_hash(token_hash(text)), now)


async def recognise_key_id(
    key_id: int, scopes: frozenset[Scope] | None, now: datetime
) -> RecognisedPartner | None:
    """Return the partner of a token or assertion, by the id of its key; None as in `recognise_key`.

    Its scopes are limited to `scopes`, if there are any.
    """
    recognised = _if_valid(await partner_keys.find_partner_by_key_id(key_id), now)
    if recognised is None or scopes is None:
        return recognised
    return replace(recognised, partner=replace(recognised.partner, scopes=recognised.partner.scopes & scopes))


async def list_partner_public_keys(partner_id: int, now: datetime) -> list[PartnerKey]:
    """Return the public keys whose signatures the partner may use now."""
    return [key for key in await partner_keys.list_public_keys(partner_id) if key.valid(now)]


async def claim_single_use(name: str, expires_at: datetime) -> bool:
    """Return True the first time that this name is used, so that an assertion is accepted once (T3)."""
    return await partner_keys.insert_assertion(token_hash(name), expires_at)


async def record_key_uses(key_id: int, uses: int, last: datetime) -> None:
    """Add `uses` to the count of a key, of which the last was at `last` (T3)."""
    await partner_keys.add_key_uses(key_id, uses, last)


def _if_valid(partner_and_key: tuple[Partner, PartnerKey] | None, now: datetime) -> RecognisedPartner | None:
    return RecognisedPartner(*partner_and_key) if partner_and_key and partner_and_key[1].valid(now) else None
