"""Page 1,000 costs as much as page 1 (L3): a page is read from an index, in its order, from its key on."""

import logging
import re
from random import Random

import pytest

from models.database import Dialect, dialect
from models.rules.accounts.search import Filter, Order, Search, Selection, SortKey
from models.rules.vocabulary import AccountStatus, Civility, Direction, InvitationState, OrderField, Profile
from models.stores.accounts.account_list import count, page
from tests.factories import NOW, an_employer
from tests.random_accounts import populate
from tests.raw_sql import explained, run

SLICED = {OrderField.CIVILITY: 2, OrderField.PROFILE: 2, OrderField.STATUS: 3}
"""Orders that are read as slices, each from an index in the order of names, and how many slices."""
SORTED = {OrderField.EXPIRES_ON}
"""Without an index, which each renewal would have to write: the accounts of the employer are sorted."""
INDEXED = [field for field in OrderField if field not in SLICED and field not in SORTED]
SORT = {Dialect.SQLITE: "USE TEMP B-TREE FOR ORDER BY", Dialect.POSTGRESQL: "Sort"}
FROM_KEY = {
    # The row comparison is part of the index condition, not a filter over the rows read.
    Dialect.SQLITE: r"SEARCH account USING INDEX account_by_\w+ \(employer_id=\? AND \S+[<>]",
    Dialect.POSTGRESQL: r"Index Cond: \(\(employer_id = \S+\) AND \(ROW\(",
}
MOMENT = "'2026-11-23 09:00:00+00:00'"
LINKS = f"""INSERT INTO password_link (account_id, purpose, nonce, token_hash, created_at, expires_at)
    SELECT id, 'CREATE', id, id, {MOMENT}, '2026-12-08 09:00:00+00:00' FROM account"""
INVITATIONS = f"""INSERT INTO outgoing (employer_id, account_id, link_id, channel, kind, recipient, facts,
        message_id, state, created_at, attempts, next_attempt_at)
    SELECT a.employer_id, a.id, l.id, 'EMAIL', 'INVITATION', a.email, '{{}}', l.id, 'SENT',
        {MOMENT}, 1, {MOMENT}
    FROM password_link l JOIN account a ON a.id = l.account_id"""


@pytest.fixture
async def employer_id(database: None) -> int:  # noqa: ARG001
    """The id of a large employer, beside another."""
    employer_id = await an_employer()
    await populate(Random(1), employer_id, 2_000)
    await populate(Random(2), await an_employer(), 1_500)
    await run("ANALYZE")
    return employer_id


@pytest.fixture
def statements(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    caplog.set_level(logging.DEBUG, "tortoise.db_client")
    return caplog


async def plan_of_last(statements: pytest.LogCaptureFixture) -> str:
    """The query plan of the last statement that was sent to the database."""
    match statements.records[-1].args:
        case (str(sql), list(values)):
            return await explained(sql, values)
        case unexpected:
            raise AssertionError(f"Tortoise logs its statements otherwise now: {unexpected}")


async def deep_key(selection: Selection, order: Order) -> SortKey:
    """The sort key of the thousandth account."""
    result = await page(selection, order, NOW, limit=1_000, beyond=None, backward=False)
    return result.keys[-1]


async def test_a_page_in_an_order_of_its_own_index_is_read_from_its_key_on_without_a_sort(
    employer_id: int, statements: pytest.LogCaptureFixture
) -> None:
    selection = Selection(employer_id)
    for order in (Order(field, direction) for field in INDEXED for direction in Direction):
        for beyond in (None, await deep_key(selection, order)):
            for backward in (False, True):
                await page(selection, order, NOW, limit=25, beyond=beyond, backward=backward)
                plan = await plan_of_last(statements)
                assert SORT[dialect()] not in plan, (order, plan)
                assert f"account_by_{order.field.lower().removesuffix('_at')}" in plan, (order, plan)
                assert beyond is None or re.search(FROM_KEY[dialect()], plan), (order, plan)


@pytest.mark.parametrize("field", SLICED)
async def test_a_page_in_an_order_of_few_values_is_a_slice_of_each_read_from_an_index_of_names(
    employer_id: int, statements: pytest.LogCaptureFixture, field: OrderField
) -> None:
    """One page of each value is sorted, no more. A status changes with the day and has no index (A5)."""
    selection, order = Selection(employer_id), Order(field)
    for beyond in (None, await deep_key(selection, order)):
        await page(selection, order, NOW, limit=25, beyond=beyond, backward=False)
        plan = await plan_of_last(statements)
        slices = SLICED[field] if beyond is None else SLICED[field] - list(values(field)).index(beyond[0])
        assert len(re.findall("account_by_last_name|account_administrator", plan)) == slices, plan
        assert not re.search("Seq Scan|SCAN account", plan), plan
        if slices > 1:
            # Sorted at most: the slices one after the other, never the accounts of one slice.
            sorts = "SCAN s" if dialect() is Dialect.SQLITE else "->  Limit"
            assert plan.count(sorts) >= slices, plan


def values(field: OrderField) -> list[int | str]:
    """The first values of the sort keys of the slices, in their order."""
    match field:
        case OrderField.CIVILITY:
            return list(Civility)
        case OrderField.PROFILE:
            return [*sorted(Profile)]
        case _:
            return list(range(SLICED[field]))


async def test_a_page_by_the_day_of_expiry_sorts_no_more_than_the_accounts_of_the_employer(
    employer_id: int, statements: pytest.LogCaptureFixture
) -> None:
    selection, order = Selection(employer_id), Order(OrderField.EXPIRES_ON)
    for beyond in (None, await deep_key(selection, order)):
        await page(selection, order, NOW, limit=25, beyond=beyond, backward=False)
        plan = await plan_of_last(statements)
        assert "employer_id" in plan, plan
        assert not re.search("SCAN account", plan), plan


@pytest.mark.only_on("sqlite")  # PostgreSQL searches by trigrams
async def test_a_search_on_sqlite_looks_at_the_index_alone(
    employer_id: int, statements: pytest.LogCaptureFixture
) -> None:
    await count(Selection(employer_id, Search(("durant",))), NOW)
    assert "USING COVERING INDEX account_by_last_name" in await plan_of_last(statements)


@pytest.mark.parametrize("state", InvitationState)
async def test_the_state_of_an_invitation_is_read_from_the_links_of_one_account_after_the_other(
    employer_id: int, statements: pytest.LogCaptureFixture, state: InvitationState
) -> None:
    """What the links and messages of other employers cost would grow with the platform."""
    await run(LINKS, INVITATIONS, "ANALYZE")
    wanted = Filter(statuses=(AccountStatus.PENDING,), invitations=(state,))
    await count(Selection(employer_id, filter=wanted), NOW)
    plan = await plan_of_last(statements)
    assert "password_link_of_account" in plan, plan
    assert not re.search("Seq Scan on (password_link|outgoing)|SCAN (link|message)", plan), plan
