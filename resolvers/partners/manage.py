"""Partner systems: the operator registers, changes and revokes them, and issues their keys (T1, T3)."""

import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from models.database import transaction
from models.rules.partners.api_key import api_key_hint, generate_api_key
from models.rules.partners.partner import RegisteredPartner
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Scope
from models.stores.partners import partner_keys, partners
from models.stores.partners.webhooks import forget_changes, remove_webhooks_of


class PartnerCommandError(Exception):
    """The operator's command cannot be carried out; the text says why and names the argument."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A partner's own public key, for `private_key_jwt`: its JSON and its thumbprint (RFC 7638)."""

    jwk: str
    thumbprint: str


@dataclass(frozen=True, slots=True)
class PartnerRegistration:
    """`key` is shown once: only its hash is kept. None for a partner that signs with a key of its own."""

    partner_id: int
    key: str | None


@dataclass(frozen=True, slots=True)
class RevocationResult:
    """How many keys were revoked and how many webhooks removed."""

    keys: int
    webhooks: int


async def create_partner(
    name: str,
    contract_numbers: Sequence[str],
    scopes: Collection[Scope],
    now: datetime,
    public_key: PublicKey | None = None,
) -> PartnerRegistration:
    """Register a partner and issue its key (T1, T3).

    Raises: PartnerCommandError if the name or the public key is in use, or if no employer has one of these
    contract numbers.
    """
    employers = await _employers(contract_numbers)
    known = await partners.find_partner_by_name(name)
    if known is not None:
        revoked = await partners.is_revoked(known)
        raise PartnerCommandError(_revoked(name) if revoked else f"a partner is called {name!r} already")
    await _check_unknown(public_key)
    async with transaction():
        partner_id = await partners.insert_partner(name, employers.values(), frozenset(scopes), now)
        return PartnerRegistration(partner_id, await _add_key(partner_id, now, public_key))


async def rotate_key(
    name: str, overlap: timedelta, now: datetime, public_key: PublicKey | None = None
) -> PartnerRegistration:
    """Issue a new key; the former ones stay valid for the overlap (T3). Raises: PartnerCommandError."""
    partner_id = await _known(name)
    await _check_unknown(public_key)
    async with transaction():
        await _locked(partner_id, name)
        await partner_keys.expire_keys(partner_id, now + overlap)
        return PartnerRegistration(partner_id, await _add_key(partner_id, now, public_key))


async def revoke_partner(name: str, now: datetime, hint: str | None = None) -> RevocationResult:
    """Revoke a partner with all its keys, or the one key that begins with `hint`; with effect at once.

    The webhooks that were registered with these keys are removed.

    Raises: PartnerCommandError if there is no such partner or key.
    """
    partner_id = await _known(name)
    async with transaction():
        await _locked(partner_id, name)
        revoked = await partner_keys.revoke_keys(partner_id, now, hint)
        if hint and not revoked:
            raise PartnerCommandError(f"{name!r} has no key in use that begins with {hint!r}")
        if not hint:
            await partners.revoke_partner(partner_id, now)
        removed = await remove_webhooks_of(partner_id, now, keys=revoked if hint else None)
        return RevocationResult(len(revoked), removed)


async def remove_partner_webhook(name: str, url: str, now: datetime) -> None:
    """Remove a webhook and its queue. Raises: PartnerCommandError if there is none at this URL."""
    partner_id = await _known(name)
    async with transaction():
        await _locked(partner_id, name)
        removed = await remove_webhooks_of(partner_id, now, url=url)
    if not removed:
        raise PartnerCommandError(f"{name!r} has no webhook at {url!r}")


async def extend_partner(
    name: str, contract_numbers: Sequence[str], scopes: Collection[Scope]
) -> RegisteredPartner:
    """Add employers and scopes; return the partner as it is after. Raises: PartnerCommandError."""
    partner_id = await _known(name)
    employers = await _employers(contract_numbers)
    async with transaction():
        held = await _locked(partner_id, name)
        await partners.save_scopes(partner_id, held | frozenset(scopes))
        await partners.add_employers(partner_id, employers.values())
    return await _registered(partner_id)


async def restrict_partner(
    name: str, contract_numbers: Sequence[str], scopes: Collection[Scope], now: datetime
) -> RegisteredPartner:
    """Withdraw employers and scopes at once; return the partner as it is after.

    Deliveries that are enqueued for these employers are removed; without the scope, all webhooks are.
    Raises: PartnerCommandError, also if the partner does not have all of these employers and scopes.
    """
    partner_id = await _known(name)
    employers = await _employers(contract_numbers)
    async with transaction():
        held = await _locked(partner_id, name)
        allowed = await partners.employers_allowed(partner_id)
        missing = [number for number, employer_id in employers.items() if employer_id not in allowed]
        missing += [scope for scope in scopes if scope not in held]
        if missing:
            raise PartnerCommandError(f"{name!r} has no {', '.join(missing)} to withdraw: see `partner list`")
        await partners.save_scopes(partner_id, held - frozenset(scopes))
        await partners.remove_employers(partner_id, employers.values())
        await forget_changes(partner_id, employers.values())
        if Scope.WEBHOOKS in scopes:
            await remove_webhooks_of(partner_id, now)
    return await _registered(partner_id)


async def list_partners() -> list[RegisteredPartner]:
    """Return all partners, revoked ones too, by name."""
    return await partners.registered_partners()


async def _known(name: str) -> int:
    partner_id = await partners.find_partner_by_name(name)
    if partner_id is None:
        raise PartnerCommandError(f"no partner is called {name!r}")
    return partner_id


async def _locked(partner_id: int, name: str) -> frozenset[Scope]:
    """Lock the partner until the transaction ends; return its scopes.

    Raises: PartnerCommandError if it was revoked.
    """
    held = await partners.lock_scopes(partner_id)
    if held is None:
        raise PartnerCommandError(_revoked(name))
    return held


def _revoked(name: str) -> str:
    return f"{name!r} was revoked: register it anew under another name"


async def _employers(contract_numbers: Sequence[str]) -> dict[str, int]:
    """Return the employers' ids by contract number. Raises: PartnerCommandError."""
    known = await partners.employers_with_contracts(contract_numbers)
    if unknown := [number for number in contract_numbers if number not in known]:
        raise PartnerCommandError(f"no employer has the contract number {', '.join(unknown)}")
    return known


async def _registered(partner_id: int) -> RegisteredPartner:
    return next(registered for registered in await list_partners() if registered.partner.id == partner_id)


async def _check_unknown(public_key: PublicKey | None) -> None:
    if public_key is not None and await partner_keys.is_key_registered(public_key.thumbprint):
        raise PartnerCommandError("this public key is registered already: a key proves one partner, once")


async def _add_key(partner_id: int, now: datetime, public_key: PublicKey | None) -> str | None:
    if public_key is None:
        key = generate_api_key(secrets.token_bytes(32))
        await partner_keys.insert_key(partner_id, token_hash(key), api_key_hint(key), None, now)
        return key
    hint = f"jwk_{public_key.thumbprint[:6]}"
    await partner_keys.insert_key(partner_id, public_key.thumbprint, hint, public_key.jwk, now)
    return None
