"""A bulk takes the same few statements however many accounts it is for (R2)."""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import pytest

from models.database import Dialect, dialect, query
from models.rules.accounts.account import Account
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Profile
from models.stores.bulk_insert import bulk_insert
from models.stores.sign_in.sessions import insert_session
from resolvers.accounts.bulk import BulkItemResult, BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.invite import resend_invitations
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.accounts.unlock import unlock
from resolvers.history.verify import verify_history
from resolvers.sign_in.end_account_sessions import end_account_sessions
from resolvers.sign_in.send_password_resets import send_password_resets
from resolvers.sign_in.sessions import recognise_session
from tests.factories import NOW, POLICY, TODAY, House, a_house, an_account
from tests.resolvers.requests import codes
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")

MANY = replace(POLICY, bulk_ids=1_000)
BEGINNING_AND_END = ("BEGIN", "COMMIT")


@dataclass(frozen=True, slots=True)
class Bulk:
    """A bulk, the accounts that it is for, and its statements: the session's look-up included."""

    verb: Callable[..., Awaitable[list[BulkItemResult]]]
    accounts: dict[str, Any]
    postgresql: int
    sqlite: int
    """Of which one statement cannot write several tables."""


BULKS = {
    "renew": Bulk(renew, {}, 5, 6),
    "renew what has expired": Bulk(renew, {"expires_on": TODAY - timedelta(days=1)}, 6, 8),
    "renew and invite": Bulk(renew, {"expires_on": TODAY - timedelta(days=1), "active": False}, 8, 14),
    "delete": Bulk(delete, {}, 7, 11),
    "restore": Bulk(restore, {"deleted_at": NOW - timedelta(days=1)}, 6, 8),
    "restore and invite": Bulk(restore, {"deleted_at": NOW - timedelta(days=1), "active": False}, 8, 14),
    "invite": Bulk(resend_invitations, {"active": False}, 6, 11),
    "send a link": Bulk(send_password_resets, {}, 7, 12),
    "end sessions": Bulk(end_account_sessions, {}, 5, 6),
    "unlock": Bulk(unlock, {"locked_until": NOW + timedelta(hours=1)}, 5, 7),
}


async def alike(house: House, count: int, columns: dict[str, Any]) -> tuple[int, ...]:
    """Return the ids of so many accounts, copies of one that has these columns."""
    columns = dict(columns)
    locked_until = columns.pop("locked_until", None)
    one = await an_account(house.employer_id, **columns)
    (row,) = await query("SELECT * FROM account WHERE id = (SELECT max(id) FROM account)", [])
    copy = {name: value for name, value in row.items() if name not in {"id", "last_sign_in_key"}}
    copy |= {"locked_until": locked_until}
    await bulk_insert("account", (copy | {"identifier": f"ZZZ{n:06d}"} for n in range(count)))
    rows = await query(f"SELECT id FROM account WHERE id > {one.id} AND identifier LIKE 'ZZZ%'", [])
    return tuple(row["id"] for row in rows)


async def session_of(account: Account) -> str:
    token = f"{account.id:064d}"
    await insert_session(account.id, token_hash(token), Profile.ADMINISTRATOR, NOW)
    return token


@pytest.mark.parametrize("name", BULKS)
@pytest.mark.parametrize("count", [1, 100, 1_000])
async def test_a_bulk_takes_the_same_few_statements_for_1_100_and_1000_accounts(
    name: str, count: int
) -> None:
    bulk, house = BULKS[name], await a_house()
    token, ids = await session_of(house.jean), await alike(house, count, bulk.accounts)
    with counted() as statements:
        caller = await recognise_session(token, NOW, MANY)
        results = await bulk.verb(caller, BulkRequest(ids), NOW, MANY)
    assert codes(results) == [None] * count
    sent = [one for one in statements if not one.startswith(BEGINNING_AND_END)]
    assert len(sent) == (bulk.postgresql if dialect() is Dialect.POSTGRESQL else bulk.sqlite), sent
    assert {fault for _, fault in (await verify_history()).values()} == {None}


async def test_a_request_with_a_key_takes_two_statements_more() -> None:
    house = await a_house()
    ids = await alike(house, 100, {})
    token = await session_of(house.jean)
    with counted() as statements:
        caller = await recognise_session(token, NOW, MANY)
        await renew(caller, BulkRequest(ids, idempotency_key="once"), NOW, MANY)
    sent = [one for one in statements if not one.startswith(BEGINNING_AND_END)]
    assert len(sent) == (7 if dialect() is Dialect.POSTGRESQL else 9), sent


@pytest.mark.only_on("postgresql")
async def test_no_index_holds_what_a_renewal_writes_so_that_rows_are_updated_in_place() -> None:
    """If one did, each renewal would enter every index of the table (HOT)."""
    rows = await query(
        "SELECT pg_get_indexdef(indexrelid) AS definition FROM pg_index WHERE indrelid = 'account'::regclass",
        [],
    )
    assert [row for row in rows if re.search(r"\b(expires_on|version)\b", row["definition"])] == []
    (table,) = await query("SELECT reloptions FROM pg_class WHERE oid = 'account'::regclass", [])
    assert table["reloptions"] == ["fillfactor=50"]
