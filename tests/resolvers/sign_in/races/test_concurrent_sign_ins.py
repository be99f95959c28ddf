"""Changes to an account while its password is compared take effect for that sign-in (P4)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from anyio.lowlevel import checkpoint

from models.rules.vocabulary import ErrorCode
from models.stores.sign_in.credentials import save_password_hash
from resolvers.accounts.delete import delete
from resolvers.sign_in import passwords
from resolvers.sign_in.passwords import hash_password, password_matches
from resolvers.sign_in.sessions import SignedIn, sign_in
from tests.factories import NOW, PASSWORD, POLICY, a_house, an_account, read, signed_in
from tests.nothing_written import refused
from tests.resolvers.requests import become, count, these
from tests.resolvers.sign_in.test_sign_in import CHEAP, hash_of

pytestmark = pytest.mark.usefixtures("database", "full_cost_hashes")


@asynccontextmanager
async def comparing(identifier: str) -> AsyncIterator[asyncio.Task[SignedIn]]:
    """Yield a sign-in that has read its account, and compares the password after the block."""
    limiter, borrowers = passwords._limiter(), [object() for _ in range(passwords.MAX_CONCURRENT_HASHES)]
    for borrower in borrowers:
        await limiter.acquire_on_behalf_of(borrower)
    signing_in = asyncio.create_task(sign_in(identifier, PASSWORD, NOW, POLICY))
    while not limiter.statistics().tasks_waiting:
        await checkpoint()
    try:
        yield signing_in
    finally:
        for borrower in borrowers:
            limiter.release_on_behalf_of(borrower)


async def test_an_account_deleted_meanwhile_is_not_signed_in() -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, password_hash=CHEAP)
    async with comparing(holder.identifier) as signing_in:
        await delete(signed_in(house.jean), these(holder), NOW, POLICY)
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await signing_in


async def test_an_account_locked_meanwhile_is_not_signed_in() -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, password_hash=CHEAP)
    async with comparing(holder.identifier) as signing_in:
        await become(holder, locked_until=NOW + timedelta(minutes=15))
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await signing_in


async def test_a_password_changed_meanwhile_is_the_one_that_counts_and_stays() -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, password_hash=CHEAP)
    newer = await hash_password("Un-autre#2026")
    async with comparing(holder.identifier) as signing_in:
        await save_password_hash(holder.id, newer, NOW)
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await signing_in
    assert await hash_of(holder) == newer


async def test_two_honest_sign_ins_at_once_both_succeed() -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, password_hash=CHEAP)
    two = [asyncio.create_task(sign_in(holder.identifier, PASSWORD, NOW, POLICY)) for _ in range(2)]
    tokens = {signed.token for signed in await asyncio.gather(*two)}
    assert (len(tokens), await count("session")) == (2, 2)
    assert await password_matches(PASSWORD, await hash_of(holder))


async def test_a_change_that_removes_no_access_does_not_hinder_a_sign_in() -> None:
    house = await a_house()
    holder = await an_account(house.employer_id, password_hash=CHEAP)
    async with comparing(holder.identifier) as signing_in:
        await become(holder, department="RH", version=2)
    caller = (await signing_in).caller
    assert caller.account is not None
    assert (caller.account.department, (await read(holder)).last_sign_in_at) == ("RH", NOW)
