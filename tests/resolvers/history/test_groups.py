"""A bulk request is one group of the history, and what follows it another (H3, R2)."""

from dataclasses import replace

import pytest

from models.rules.accounts.search import Selection
from models.rules.history_entry import HistoryFilter, HistoryScope
from models.rules.vocabulary import ErrorCode, Operation
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.history.read import count_history_groups, read_history_group_page
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, House, a_house, an_account, signed_in
from tests.nothing_written import refused
from tests.resolvers.requests import these

pytestmark = pytest.mark.usefixtures("database")


async def groups(house: House) -> list[tuple[str, int]]:
    caller, scope = signed_in(house.sara), HistoryScope(house.employer_id)
    page, _ = await read_history_group_page(
        caller, scope, HistoryFilter(), limit=100, beyond=None, backward=False
    )
    assert await count_history_groups(caller, scope, HistoryFilter()) == len(page)
    return [(group.first.operation, group.count) for group in page]


async def test_a_bulk_is_one_group_and_the_next_one_another_even_at_the_same_moment() -> None:
    house = await a_house()
    accounts = [await an_account(house.employer_id) for _ in range(5)]
    await renew(signed_in(house.jean), these(*accounts[:3]), NOW, POLICY)
    await renew(signed_in(house.jean), these(*accounts[3:]), NOW, POLICY)
    await renew(signed_in(house.jean), these(house.paul), NOW, POLICY)
    renewed = Operation.ACCOUNT_RENEWED
    assert await groups(house) == [(renewed, 1), (renewed, 2), (renewed, 3)]
    assert (await verify_history())[house.employer_id][1] is None


async def test_a_bulk_that_is_computed_in_slices_is_one_group() -> None:
    house = await a_house()
    for _ in range(6):
        await an_account(house.employer_id)
    request = BulkRequest(matching=Selection(house.employer_id))
    await renew(signed_in(house.jean), request, NOW, replace(POLICY, bulk_slice=2))
    assert await groups(house) == [(Operation.ACCOUNT_RENEWED, 9)]
    assert (await verify_history())[house.employer_id][1] is None


async def test_the_invitations_that_follow_a_restoration_are_a_group_of_their_own() -> None:
    house = await a_house()
    pending = [await an_account(house.employer_id, active=False) for _ in range(2)]
    await delete(signed_in(house.jean), these(*pending), NOW, POLICY)
    await restore(signed_in(house.jean), these(*pending), NOW, POLICY)
    assert await groups(house) == [
        (Operation.INVITATION_SENT, 2),
        (Operation.ACCOUNT_RESTORED, 2),
        (Operation.ACCOUNT_DELETED, 2),
    ]


async def test_users_and_administrators_of_other_employers_read_no_groups() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    scope = HistoryScope(house.employer_id)
    for caller, code in ((house.paul, ErrorCode.FORBIDDEN), (other.jean, ErrorCode.NOT_FOUND)):
        async with refused(code):
            await read_history_group_page(
                signed_in(caller), scope, HistoryFilter(), limit=1, beyond=None, backward=False
            )
        async with refused(code):
            await count_history_groups(signed_in(caller), scope, HistoryFilter())
