"""A request that names the employer it acts for never reaches another, whatever it holds (E5)."""

from collections.abc import Awaitable, Callable
from random import Random

import pytest

from models.rules.accounts.search import Selection
from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from models.stores.accounts.accounts import accounts_by_id
from resolvers.accounts.bulk import BulkItemResult, BulkRequest
from resolvers.accounts.delete import delete
from resolvers.accounts.details import DetailsInput
from resolvers.accounts.invite import resend_invitations
from resolvers.accounts.modify import AccountModification, modify
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.accounts.unlock import unlock
from resolvers.caller import Caller
from tests.factories import NOW, POLICY, House, a_house, a_mandate, read, signed_in
from tests.nothing_written import nothing_is_written, refused

pytestmark = pytest.mark.usefixtures("database")

BulkUseCase = Callable[..., Awaitable[list[BulkItemResult]]]
BULK = pytest.mark.parametrize(
    "use_case", [renew, delete, restore, resend_invitations, unlock], ids=lambda use_case: use_case.__name__
)


async def two_tabs() -> tuple[House, House, Caller]:
    """Jean's own employer, another that he acts for, and Jean."""
    own, other = await a_house(), await a_house("MAIRIE D'ANCENIS")
    await a_mandate(own.jean, other.employer_id)
    return own, other, signed_in(own.jean, other.employer_id)


@BULK
async def test_accounts_of_another_employer_are_unknown_to_a_bulk(use_case: BulkUseCase) -> None:
    own, other, jean = await two_tabs()
    for acted_for, wrong in ((own, other), (other, own)):
        request = BulkRequest(ids=(wrong.paul.id,), employer_id=acted_for.employer_id)
        async with nothing_is_written():
            (result,) = await use_case(jean, request, NOW, POLICY)
        assert result.refusal is not None
        assert (result.account, result.refusal.code) == (None, ErrorCode.NOT_FOUND)


@BULK
async def test_a_search_in_another_employer_is_refused(use_case: BulkUseCase) -> None:
    own, other, jean = await two_tabs()
    for acted_for, wrong in ((own, other), (other, own)):
        request = BulkRequest(matching=Selection(wrong.employer_id), employer_id=acted_for.employer_id)
        async with refused(ErrorCode.NOT_FOUND) as refusals:
            await use_case(jean, request, NOW, POLICY)
        assert refusals[0].field == ("matching", "employerId")


async def test_an_account_of_another_employer_cannot_be_modified() -> None:
    own, other, jean = await two_tabs()
    for acted_for, wrong in ((own, other), (other, own)):
        request = AccountModification(
            wrong.paul.id,
            wrong.paul.version,
            DetailsInput(department="RH"),
            employer_id=acted_for.employer_id,
        )
        async with refused(ErrorCode.NOT_FOUND) as refusals:
            await modify(jean, request, NOW, POLICY)
        assert refusals[0].field == ("id",)


async def test_an_employer_that_the_caller_does_not_administer_is_unknown() -> None:
    own, other, _ = await two_tabs()
    stranger = await a_house("RÉGION")
    request = BulkRequest(ids=(own.paul.id,), employer_id=other.employer_id)
    async with refused(ErrorCode.NOT_FOUND) as refusals:
        await renew(signed_in(stranger.jean), request, NOW, POLICY)
    assert refusals[0].field == ("employerId",)
    async with refused(ErrorCode.FORBIDDEN):
        await renew(
            signed_in(own.paul), BulkRequest(ids=(own.paul.id,), employer_id=own.employer_id), NOW, POLICY
        )


async def test_a_key_of_one_employer_is_of_no_use_in_another() -> None:
    own, other, jean = await two_tabs()
    there = BulkRequest(ids=(own.paul.id,), idempotency_key="a click", employer_id=own.employer_id)
    (done,) = await renew(jean, there, NOW, POLICY)
    assert done.refusal is None
    here = BulkRequest(ids=(own.paul.id,), idempotency_key="a click", employer_id=other.employer_id)
    async with nothing_is_written():
        (result,) = await renew(jean, here, NOW, POLICY)
    assert (result.account, result.refusal and result.refusal.code) == (None, ErrorCode.NOT_FOUND)


@pytest.mark.parametrize("seed", range(3))
async def test_two_tabs_that_act_in_turn_never_write_at_the_other(seed: int) -> None:
    random = Random(seed)
    own, other, jean = await two_tabs()
    houses = (own, other)
    for turn in range(67):
        tab, aimed = random.choice(houses), random.choice(houses)
        bystander = other if tab is own else own
        before = await people(bystander)
        paul = await read(aimed.paul)
        match random.randrange(4):
            case 0:
                change = AccountModification(
                    paul.id,
                    paul.version,
                    DetailsInput(department=f"Bureau {turn}"),
                    employer_id=tab.employer_id,
                )
                outcome = await outcome_of(modify(jean, change, NOW, POLICY))
            case 1:
                outcome = await outcome_of(renew(jean, one(paul.id, tab), NOW, POLICY))
            case 2:
                outcome = await outcome_of(delete(jean, one(paul.id, tab), NOW, POLICY))
            case _:
                outcome = await outcome_of(restore(jean, one(paul.id, tab), NOW, POLICY))
        assert await people(bystander) == before, outcome


def one(account_id: int, tab: House) -> BulkRequest:
    return BulkRequest(ids=(account_id,), employer_id=tab.employer_id)


async def outcome_of(work: Awaitable[object]) -> object:
    """What came of it; a refusal is an outcome too."""
    try:
        return await work
    except Refused as error:
        return error


async def people(house: House) -> object:
    ids = [house.jean.id, house.sara.id, house.paul.id]
    return await accounts_by_id(ids, [house.employer_id])
