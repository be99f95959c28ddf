"""Signing in (A4, P2, P3, P4, P6)."""

from datetime import timedelta
from typing import Any

import pytest
from argon2 import PasswordHasher

from models.database import query
from models.rules.accounts.account import Account
from models.rules.refusals import Refusal, Refused, bad_credentials
from models.rules.vocabulary import ErrorCode, Profile
from resolvers.sign_in.passwords import needs_rehash, password_matches
from resolvers.sign_in.sessions import sign_in
from tests.factories import (
    NOW,
    PASSWORD,
    POLICY,
    TODAY,
    a_house,
    a_mandate,
    an_account,
    read,
)
from tests.nothing_written import all_rows, refused
from tests.resolvers.requests import become

pytestmark = pytest.mark.usefixtures("database")

CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(PASSWORD)
YESTERDAY = TODAY - timedelta(days=1)


async def a_holder(**facts: Any) -> Account:
    house = await a_house()
    return await an_account(house.employer_id, password_hash=CHEAP, **facts)


async def hash_of(account: Account) -> str:
    rows = await query("SELECT account_id, password_hash FROM credential", [])
    return {row["account_id"]: str(row["password_hash"]) for row in rows}[account.id]


async def test_a_holder_signs_in_with_identifier_and_password() -> None:
    holder = await a_holder()
    typed = f" \ufeff {holder.identifier[:3].lower()}\u200b{holder.identifier[3:]}\u2060 "
    signed = await sign_in(typed, PASSWORD, NOW, POLICY)
    assert (signed.caller.account, signed.caller.profile) == (holder, Profile.USER)
    assert signed.caller.administers == frozenset()
    assert signed.caller.session_ends_at == NOW + timedelta(hours=8)
    after = await read(holder)
    assert (after.last_sign_in_at, after.version) == (NOW, holder.version)


async def test_the_token_has_256_random_bits_and_is_kept_as_a_hash_only() -> None:
    holder = await a_holder()
    tokens = {(await sign_in(holder.identifier, PASSWORD, NOW, POLICY)).token for _ in range(2)}
    assert {len(token) for token in tokens} == {64}
    rows = repr(await all_rows())
    assert len(tokens) == 2
    assert not any(token in rows for token in tokens)


async def test_an_administrator_signs_in_for_their_employer_and_those_of_their_mandates() -> None:
    house, other, third = await a_house(), await a_house("MAIRIE DE REZÉ"), await a_house("CDG")
    boss = await an_account(house.employer_id, profile=Profile.ADMINISTRATOR, password_hash=CHEAP)
    await a_mandate(boss, other.employer_id, days=0)
    await a_mandate(house.jean, third.employer_id)
    caller = (await sign_in(boss.identifier, PASSWORD, NOW, POLICY)).caller
    assert caller.administers == {house.employer_id, other.employer_id}
    tomorrow = NOW + timedelta(days=1)
    caller = (await sign_in(boss.identifier, PASSWORD, tomorrow, POLICY)).caller
    assert caller.administers == {house.employer_id}


async def refusals_of(identifier: str, password: str) -> tuple[Refusal, ...]:
    async with refused(ErrorCode.BAD_CREDENTIALS) as refusals:
        await sign_in(identifier, password, NOW, POLICY)
    return tuple(refusals)


async def test_unknown_wrong_pending_locked_and_deleted_are_answered_alike() -> None:
    holder = await a_holder()
    results = {
        "wrong password": await refusals_of(holder.identifier, PASSWORD.lower()),
        "unknown": await refusals_of("ABC222222", PASSWORD),
        "no identifier": await refusals_of("' OR 1=1 --\x00", PASSWORD),
        "neither": await refusals_of("", ""),
    }
    states: dict[str, dict[str, Any]] = {
        "locked": {"locked_until": NOW + timedelta(minutes=15)},
        "pending": {"locked_until": None, "password_created_at": None},
        "deleted": {"deleted_at": NOW, "password_created_at": NOW},
        "deleted and expired": {"expires_on": YESTERDAY},
    }
    for name, state in states.items():
        await become(holder, **state)
        results[name] = await refusals_of(holder.identifier, PASSWORD)
    no_hash = await an_account(holder.employer_id)
    results["no hash at all"] = await refusals_of(no_hash.identifier, PASSWORD)
    assert set(results.values()) == {(bad_credentials(),)}


async def test_a_lock_that_is_over_lets_its_holder_in() -> None:
    holder = await become(await a_holder(), locked_until=NOW)
    assert (await sign_in(holder.identifier, PASSWORD, NOW, POLICY)).caller.account == holder


async def test_only_the_right_password_shows_that_an_account_has_expired_and_names_administrators() -> None:
    house = await a_house()
    late = await an_account(house.employer_id, expires_on=YESTERDAY, password_hash=CHEAP)
    await an_account(house.employer_id, "Aaa", profile=Profile.ADMINISTRATOR, active=False)
    await an_account(house.employer_id, "Zola", "Émile", profile=Profile.ADMINISTRATOR)
    await an_account(house.employer_id, "Zzz", "Un de trop", profile=Profile.ADMINISTRATOR)
    await refusals_of(late.identifier, "wrong")
    async with refused(ErrorCode.ACCOUNT_EXPIRED) as refusals:
        await sign_in(late.identifier, PASSWORD, NOW, POLICY)
    for text in (refusals[0].french, refusals[0].english):
        assert ": Sara Dupont, Jean Louty, Émile Zola." in text


async def test_without_an_administrator_the_help_desk_is_named() -> None:
    house = await a_house()
    late = await an_account(house.employer_id, expires_on=YESTERDAY, password_hash=CHEAP)
    for administrator in (house.jean, house.sara):
        await become(administrator, deleted_at=NOW)
    async with refused(ErrorCode.ACCOUNT_EXPIRED) as refusals:
        await sign_in(late.identifier, PASSWORD, NOW, POLICY)
    assert "the help desk" in refusals[0].english
    assert "l’assistance" in refusals[0].french


async def test_an_expired_and_locked_account_says_nothing() -> None:
    holder = await a_holder(expires_on=YESTERDAY)
    await become(holder, locked_until=NOW + timedelta(minutes=1))
    await refusals_of(holder.identifier, PASSWORD)


@pytest.mark.usefixtures("full_cost_hashes")
async def test_a_hash_is_made_anew_when_the_parameters_have_risen() -> None:
    holder = await a_holder()
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    newer = await hash_of(holder)
    assert newer != CHEAP
    assert not needs_rehash(newer)
    assert await password_matches(PASSWORD, newer)
    await sign_in(holder.identifier, PASSWORD, NOW, POLICY)
    assert await hash_of(holder) == newer


@pytest.mark.usefixtures("full_cost_hashes")
async def test_a_wrong_password_makes_no_hash_anew() -> None:
    holder = await a_holder()
    with pytest.raises(Refused):
        await sign_in(holder.identifier, "wrong", NOW, POLICY)
    assert await hash_of(holder) == CHEAP
