"""Which callers may act for which employers, in every use case (E1, E3)."""

from collections.abc import Awaitable, Callable

import pytest

from models.rules.accounts.search import Order, Selection
from models.rules.history_entry import SYSTEM, HistoryFilter, HistoryScope
from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode, Grouping, Profile
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.modify import modify
from resolvers.accounts.read import count_accounts, count_accounts_by_group, read_account_page
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.caller import ANONYMOUS, Caller, require_administrator_of
from resolvers.history.read import count_history_entries, read_history_page
from tests.factories import NOW, POLICY, House, a_house, an_operator, operating, signed_in
from tests.nothing_written import refused
from tests.resolvers.requests import a_creation, a_modification, these

pytestmark = pytest.mark.usefixtures("database")

Act = Callable[[Caller, int, House], Awaitable[object]]
UNKNOWN_ID = 10**12


def _matching(employer_id: int) -> BulkRequest:
    return BulkRequest(matching=Selection(employer_id))


FOR_AN_EMPLOYER: dict[str, Act] = {
    "create": lambda c, e, _: create(c, a_creation(e), NOW, POLICY),
    "renew all that match": lambda c, e, _: renew(c, _matching(e), NOW, POLICY),
    "delete all that match": lambda c, e, _: delete(c, _matching(e), NOW, POLICY),
    "restore all that match": lambda c, e, _: restore(c, _matching(e), NOW, POLICY),
    "list": lambda c, e, _: read_account_page(
        c, Selection(e), Order(), NOW, limit=10, beyond=None, backward=False
    ),
    "count": lambda c, e, _: count_accounts(c, Selection(e), NOW),
    "group": lambda c, e, _: count_accounts_by_group(c, Selection(e), Grouping.STATUS, NOW),
    "read the history": lambda c, e, _: read_history_page(
        c, HistoryScope(e), HistoryFilter(), limit=10, beyond=None, backward=False
    ),
    "count the history": lambda c, e, _: count_history_entries(c, HistoryScope(e), HistoryFilter()),
}
FOR_ACCOUNTS: dict[str, Act] = {
    "modify": lambda c, _, h: modify(c, a_modification(h.paul, {"phone": None}), NOW, POLICY),
    "renew": lambda c, _, h: renew(c, these(h.paul), NOW, POLICY),
    "delete": lambda c, _, h: delete(c, these(h.paul, key=" "), NOW, POLICY),
    "restore": lambda c, _, h: restore(c, these(h.paul, dry_run=True), NOW, POLICY),
    "delete nothing in particular": lambda c, _, __: delete(c, BulkRequest(), NOW, POLICY),
}
EVERY_ACT = FOR_AN_EMPLOYER | FOR_ACCOUNTS


@pytest.mark.parametrize("act", EVERY_ACT.values(), ids=EVERY_ACT.keys())
async def test_an_anonymous_caller_is_not_signed_in(act: Act) -> None:
    house = await a_house()
    async with refused(ErrorCode.NOT_SIGNED_IN):
        await act(ANONYMOUS, house.employer_id, house)


@pytest.mark.parametrize("act", EVERY_ACT.values(), ids=EVERY_ACT.keys())
async def test_a_user_may_not_for_their_own_employer(act: Act) -> None:
    house = await a_house()
    async with refused(ErrorCode.FORBIDDEN):
        await act(signed_in(house.paul), house.employer_id, house)


@pytest.mark.parametrize("act", EVERY_ACT.values(), ids=EVERY_ACT.keys())
async def test_one_who_became_administrator_may_not_before_signing_in_again(act: Act) -> None:
    house = await a_house()
    async with refused(ErrorCode.FORBIDDEN):
        await act(signed_in(house.sara, profile=Profile.USER), house.employer_id, house)


@pytest.mark.parametrize("act", FOR_AN_EMPLOYER.values(), ids=FOR_AN_EMPLOYER.keys())
@pytest.mark.parametrize("who", ["jean", "paul"])
async def test_another_employer_and_one_that_does_not_exist_are_refused_alike(act: Act, who: str) -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    caller = signed_in(getattr(house, who))
    results = []
    for employer_id in (other.employer_id, UNKNOWN_ID):
        async with refused(ErrorCode.NOT_FOUND) as refusals:
            await act(caller, employer_id, other)
        results.append(refusals)
    assert results[0] == results[1]


async def test_the_input_at_fault_is_named_if_there_is_one() -> None:
    jean = signed_in((await a_house()).jean)
    for path in [(), ("matching", "employerId")]:
        with pytest.raises(Refused) as caught:
            require_administrator_of(jean, UNKNOWN_ID, *path)
        assert caught.value.refusals[0].field == (path or None)
    with pytest.raises(Refused, match=ErrorCode.NOT_FOUND):
        require_administrator_of(jean, None)


async def test_the_actor_in_the_history_is_the_caller_or_the_system_if_anonymous() -> None:
    jean = (await a_house()).jean
    actor = signed_in(jean).actor
    assert (actor.id, actor.employer_id) == (jean.id, jean.employer_id)
    assert ANONYMOUS.actor == SYSTEM


async def test_an_operator_is_the_actor_by_name() -> None:
    operator = await an_operator()
    assert (await operating(operator)).actor == operator.actor
    assert operator.actor.name == "operator Odile Brun"
