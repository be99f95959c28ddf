"""A bulk operation on many accounts leaves room for others, and is still one transaction (R2, H2)."""

import asyncio
from collections.abc import Awaitable, Callable
from contextvars import Context
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.accounts.expiry import expiry_date
from models.rules.accounts.search import Filter, Selection
from models.rules.history_entry import HistoryFilter, HistoryScope
from models.rules.vocabulary import Profile
from models.stores.accounts.account_writes import save_lock
from models.stores.history import chain_heads, count_history
from resolvers.accounts.bulk import BulkItemResult, BulkRequest, run_bulk
from resolvers.accounts.delete import delete
from resolvers.accounts.invite import resend_invitations
from resolvers.accounts.renew import Renewal, renew
from resolvers.accounts.restore import restore
from resolvers.accounts.unlock import AccountUnlock
from resolvers.employer_transaction import employer_transaction
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, House, a_house, an_account, read, signed_in
from tests.nothing_written import nothing_is_written
from tests.resolvers.requests import codes, these
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")

SLICED = replace(POLICY, bulk_slice=2)
ACCOUNTS = 7
"""Four slices."""
USERS = Filter(profiles=(Profile.USER,))


async def many(house: House) -> list[Account]:
    """Seven users, Paul among them."""
    return [house.paul, *[await an_account(house.employer_id, f"Nom {n}") for n in range(ACCOUNTS - 1)]]


async def renewal(_employer_id: int, today: date) -> Renewal:
    return Renewal(NOW, today, expiry_date(today, POLICY.validity_months))


async def renewed(house: House, pause: Callable[[], Awaitable[None]], **more: Any) -> list[BulkItemResult]:
    request = BulkRequest(matching=Selection(house.employer_id, filter=USERS), **more)
    return await run_bulk(signed_in(house.jean), request, renewal, NOW, SLICED, pause=pause)


async def apart(work: Awaitable[Any]) -> Any:
    """Await work of another caller: it does not see the transaction of the one that waits for it."""

    async def alone() -> Any:
        return await work

    return await asyncio.create_task(alone(), context=Context())


async def history_is_whole() -> None:
    assert {fault for _, fault in (await verify_history()).values()} == {None}


async def entries(house: House) -> int:
    return await count_history(HistoryScope(house.employer_id), HistoryFilter())


async def test_others_write_and_read_between_the_slices_of_a_bulk_operation() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    users, order = await many(house), list[str]()

    async def another_caller() -> None:
        if "written" not in order:
            assert codes(await renew(signed_in(other.jean), these(other.paul), NOW, POLICY)) == [None]
            order.append("written")
        assert await read(users[-1]) == users[-1]
        order.append("read")

    outcomes = await renewed(house, lambda: apart(another_caller()))
    order.append("ended")
    assert (codes(outcomes), order.index("written"), order[-1]) == ([None] * ACCOUNTS, 0, "ended")
    assert order.count("read") == 8  # four slices of reading, four of deciding
    assert (await read(other.paul)).version == 2
    assert [(await read(user)).version for user in users] == [2] * ACCOUNTS
    await history_is_whole()


async def test_an_account_changed_meanwhile_is_decided_anew_while_others_read() -> None:
    house = await a_house()
    users, reads = await many(house), list[int]()
    pauses = 0

    async def pause() -> None:
        nonlocal pauses
        pauses += 1
        if pauses == 1:
            assert codes(await renew(signed_in(house.sara), these(house.paul), NOW, POLICY)) == [None]
        reads.append((await apart(read(users[1]))).version)

    outcomes = await renewed(house, pause)
    assert (codes(outcomes), pauses) == ([None] * ACCOUNTS, 8 + 8)
    assert reads == [1] * pauses  # the last eight while the transaction was open
    assert [(await read(user)).version for user in users] == [2] * ACCOUNTS
    assert await entries(house) == ACCOUNTS
    await history_is_whole()


async def test_entries_appended_meanwhile_come_before_those_of_the_bulk_operation() -> None:
    house = await a_house()
    await many(house)
    pauses = 0

    async def pause() -> None:
        nonlocal pauses
        pauses += 1
        if pauses == 8:
            assert codes(await renew(signed_in(house.sara), these(house.jean), NOW, POLICY)) == [None]

    assert codes(await renewed(house, pause)) == [None] * ACCOUNTS
    assert (pauses, await entries(house)) == (8, ACCOUNTS + 1)
    await history_is_whole()


async def test_a_lock_that_came_meanwhile_is_seen_although_the_version_is_the_same() -> None:
    house = await a_house()
    locked = [await an_account(house.employer_id, f"Nom {n}") for n in range(ACCOUNTS)]
    caller = signed_in(house.jean)
    matching = Selection(house.employer_id, filter=USERS)
    prepared = asyncio.Event()

    async def unlocking(_employer_id: int, _today: date) -> AccountUnlock:
        return AccountUnlock(NOW, SLICED)

    async def pause() -> None:
        if not prepared.is_set():
            prepared.set()
            async with employer_transaction(house.employer_id, NOW):
                await save_lock([locked[0].id], NOW + timedelta(hours=1))

    outcomes = await run_bulk(caller, BulkRequest(matching=matching), unlocking, NOW, SLICED, pause=pause)
    assert [o.account_id for o in outcomes if o.refusal is None] == [locked[0].id]
    assert (await read(locked[0])).locked_until is None


async def test_the_same_key_sent_again_is_answered_alike_and_done_once() -> None:
    house = await a_house()
    await many(house)

    async def nothing() -> None:
        return

    first = await renewed(house, nothing, idempotency_key="once")
    async with nothing_is_written():
        assert await renewed(house, nothing, idempotency_key="once") == first
        assert codes(await renewed(house, nothing, dry_run=True)) == [None] * ACCOUNTS
    assert await entries(house) == ACCOUNTS


async def test_an_operation_that_is_stopped_between_slices_writes_nothing() -> None:
    house = await a_house()
    await many(house)
    heads = await chain_heads()

    async def stop() -> None:
        raise TimeoutError

    async with nothing_is_written():
        with pytest.raises(TimeoutError):
            await renewed(house, stop)
    assert await chain_heads() == heads


async def test_writing_takes_the_same_number_of_statements_however_many_accounts_there_are() -> None:
    counts = []
    for name, pending in (("MAIRIE DE NANTES", 1), ("MAIRIE DE REZÉ", 8)):
        house = await a_house(name)
        for number in range(pending):
            await an_account(house.employer_id, f"Autre {number}", active=False)
        await many(house)
        matching = BulkRequest(matching=Selection(house.employer_id, filter=USERS))
        with counted() as statements:
            await renew(signed_in(house.jean), matching, NOW, SLICED)
            await resend_invitations(signed_in(house.jean), matching, NOW, SLICED)
            await delete(signed_in(house.jean), matching, NOW, SLICED)
        counts.append(len([one for one in statements if not one.startswith("SELECT")]))
    assert counts[0] == counts[1] > 0
    await history_is_whole()


async def test_restored_accounts_are_invited_in_the_same_transaction_slice_by_slice() -> None:
    house = await a_house()
    gone = [
        await an_account(house.employer_id, f"Nom {n}", active=False, deleted_at=NOW) for n in range(ACCOUNTS)
    ]
    ids = BulkRequest(tuple(account.id for account in gone))
    assert codes(await restore(signed_in(house.jean), ids, NOW, SLICED)) == [None] * ACCOUNTS
    assert await entries(house) == 2 * ACCOUNTS
    (messages,) = await query("SELECT count(*) AS n FROM outgoing", [])
    assert messages["n"] == ACCOUNTS
    await history_is_whole()
