"""Erasing the personal data of accounts that were deleted 30 days ago (D1, H2)."""

import json
from datetime import timedelta

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.history_entry import HistoryFilter, HistoryScope
from models.rules.vocabulary import AccessLevel, ErrorCode, MessageKind, Profile
from models.stores.accounts.account_writes import identifier_taken
from models.stores.accounts.accounts import account_labels
from models.stores.accounts.erasure import erase_accounts
from models.tables.accounts import AccountRow
from resolvers.accounts import purge as purge_module
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.purge import purge
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.history.read import count_history_entries, read_history_page
from resolvers.history.verify import verify_history
from resolvers.sign_in.request_password_reset import request_password_reset
from resolvers.sign_in.sessions import sign_in
from tests.factories import ADDRESS, NOW, PASSWORD, POLICY, a_house, an_account, read, signed_in
from tests.nothing_written import all_rows, nothing_is_written
from tests.resolvers.invited_holders import TICK, cannot_sign_in, wrong
from tests.resolvers.race import Race
from tests.resolvers.requests import a_creation, become, codes, count, these
from tests.resolvers.sign_in.test_sign_in import CHEAP

pytestmark = pytest.mark.usefixtures("database")

DAYS_30 = timedelta(days=30)
DUE = NOW + DAYS_30 + TICK
PERSONAL = ("Quévremont", "Aliénor", "alienor", "quevremont", "+33241051938", "Service des archives")


async def alienor(employer_id: int) -> Account:
    """An account with rows in every table that can refer to it."""
    account = await an_account(
        employer_id,
        "Quévremont",
        "Aliénor",
        department="Service des archives",
        rights={"CNRACL-01": AccessLevel.WRITE},
        password_hash=CHEAP,
        profile=Profile.ADMINISTRATOR,
    )
    await sign_in(account.identifier, PASSWORD, NOW, POLICY)
    await request_password_reset(account.identifier, NOW, POLICY)
    return await read(account)


async def test_after_30_days_nothing_personal_is_left_of_the_account() -> None:
    house = await a_house()
    gone = await alienor(house.employer_id)
    await delete(signed_in(house.jean), these(gone), NOW, POLICY)
    before = repr(await all_rows())
    assert [word for word in PERSONAL if word not in before] == []
    await AccountRow.exclude(id=gone.id).update(phone=None)
    assert await purge(DUE, POLICY) == 1
    left = repr(await all_rows())
    assert [word for word in PERSONAL if word in left] == []
    rows = await query("SELECT account_id, recipient, facts FROM outgoing", [])
    assert {(row["account_id"], row["recipient"], row["facts"]) for row in rows} == {(gone.id, "—", "{}")}
    assert [await count(table) for table in ("credential", "session", "access_right")] == [0, 0, 0]


async def test_not_a_moment_before_30_days_is_anything_erased() -> None:
    house = await a_house()
    await delete(signed_in(house.jean), these(house.paul), NOW, POLICY)
    async with nothing_is_written():
        assert await purge(NOW + DAYS_30, POLICY) == 0
    assert codes(await restore(signed_in(house.jean), these(house.paul), DUE - 2 * TICK, POLICY)) == [None]


async def test_a_restored_account_stays_as_it_is() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    await delete(caller, these(house.paul), NOW, POLICY)
    await restore(caller, these(house.paul), NOW + timedelta(days=29), POLICY)
    async with nothing_is_written():
        assert await purge(NOW + timedelta(days=400), POLICY) == 0
    assert (await read(house.paul)).label == f"Paul Martin ({house.paul.identifier})"


async def test_an_account_restored_after_it_was_found_is_not_erased() -> None:
    """`erase_accounts` is called under the lock, with ids that were read before it."""
    house = await a_house()
    gone = await an_account(house.employer_id, deleted_at=NOW)
    async with nothing_is_written():
        assert await erase_accounts([house.paul.id, gone.id], NOW) == 0
    assert await erase_accounts([house.paul.id, gone.id], NOW + TICK) == 1
    assert (await read(house.paul)) == house.paul


async def test_the_identifier_stays_taken_and_the_account_cannot_come_back() -> None:
    house = await a_house()
    gone = await alienor(house.employer_id)
    await delete(signed_in(house.jean), these(gone), NOW, POLICY)
    await purge(DUE, POLICY)
    assert await identifier_taken(gone.identifier)
    async with nothing_is_written():
        result_codes = codes(await restore(signed_in(house.jean), these(gone), DUE, POLICY))
        await cannot_sign_in(gone.identifier, PASSWORD, DUE)
        await request_password_reset(gone.identifier, DUE, POLICY)
    assert result_codes == [ErrorCode.ACCOUNT_DELETED]


async def test_the_history_still_holds_and_names_a_pseudonym_as_holder_and_as_actor() -> None:
    house = await a_house()
    gone = await alienor(house.employer_id)
    created = await create(signed_in(gone), a_creation(house.employer_id), NOW, POLICY)
    await renew(signed_in(house.jean), these(gone), NOW, POLICY)
    await delete(signed_in(house.jean), these(gone), NOW, POLICY)
    await purge(DUE, POLICY)
    head, fault = (await verify_history())[house.employer_id]
    assert (head.sequence, fault) == (4, None)
    scope = HistoryScope(house.employer_id)
    page, _ = await read_history_page(
        signed_in(house.jean), scope, HistoryFilter(), limit=10, beyond=None, backward=False
    )
    entries = [entry for _, entry in reversed(page)]
    assert [entry.changes is None for entry in entries] == [True, False, True, True]
    labels = await account_labels({entry.account_id or 0 for entry in entries} | {entries[1].actor_id or 0})
    assert labels[gone.id] == f"compte effacé ({gone.identifier})"
    assert (entries[1].account_id, entries[1].actor_id) == (created.id, gone.id)
    assert (await read(created)).label.startswith("Claire Le Goff-Ménard")
    by_name = HistoryFilter(terms=("quevremont",))
    assert await count_history_entries(signed_in(house.jean), scope, by_name) == 0


async def test_what_an_account_that_stays_has_is_not_touched() -> None:
    house = await a_house()
    stays, gone = await alienor(house.employer_id), await alienor(house.employer_id)
    await delete(signed_in(house.jean), these(gone), NOW, POLICY)
    await purge(DUE, POLICY)
    assert await read(stays) == stays
    assert [await count(table) for table in ("credential", "session", "access_right")] == [1, 1, 1]
    all_facts = [
        json.loads(row["facts"]) for row in await query("SELECT facts FROM outgoing ORDER BY id", [])
    ]
    assert [bool(facts) for facts in all_facts] == [True, False]


async def test_many_are_erased_a_batch_at_a_time_and_a_second_run_finds_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(purge_module, "_BATCH", 3)
    houses = [await a_house(name) for name in ("CHRU DE NANTES", "MAIRIE DE REZÉ")]
    for house in houses:
        for _ in range(4):
            await an_account(house.employer_id, deleted_at=NOW)
    assert await purge(DUE, POLICY) == 8
    assert await AccountRow.filter(last_name="—").count() == 8
    async with nothing_is_written():
        assert await purge(DUE, POLICY) == 0


async def test_two_purges_at_once_erase_each_account_once(race: Race) -> None:
    house = await a_house()
    for _ in range(5):
        await an_account(house.employer_id, deleted_at=NOW)
    assert sorted(await race(house.employer_id, purge(DUE, POLICY), purge(DUE, POLICY))) == [0, 5]


async def test_the_length_is_a_setting() -> None:
    house = await a_house()
    await become(house.paul, deleted_at=NOW)
    week = type(POLICY)(POLICY.secret_key, restore_days=7)
    assert await purge(NOW + timedelta(days=7), week) == 0
    assert await purge(NOW + timedelta(days=7) + TICK, week) == 1


async def test_wrong_passwords_of_long_ago_are_forgotten_and_newer_ones_are_not() -> None:
    await wrong("ABC222222", 4, NOW)
    await wrong("DEF222222", 4, NOW + timedelta(days=1))
    await purge(DUE, POLICY)
    assert await count("sign_in_guard") == 1


async def test_administrators_keep_an_address_so_that_the_table_stays_sound() -> None:
    house = await a_house()
    gone = await alienor(house.employer_id)
    assert gone.professional_address == ADDRESS
    await become(gone, deleted_at=NOW)
    await purge(DUE, POLICY)
    assert (await read(gone)).professional_address == ("—",)
    assert MessageKind.PASSWORD_RESET.value in repr(await query("SELECT kind FROM outgoing", []))
