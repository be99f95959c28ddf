"""Creating employers with their first administrators: all of them, or none."""

import asyncio

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.refusals import Refused
from models.rules.vocabulary import AccountStatus, ErrorCode, InvitationState, Operation, Profile
from models.stores.sign_in.password_links import latest_invitations
from resolvers.employers.create import EmployerCreation, check_employer_creations, create_employers
from resolvers.history.verify import verify_history
from tests.factories import NOW, POLICY, TODAY
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.employers.employer_requests import a_creation_request, an_administrator_input
from tests.resolvers.history_check import snapshot

pytestmark = pytest.mark.usefixtures("database")


async def create_one(request: EmployerCreation) -> tuple[Account, ...]:
    (created,) = await create_employers([request], NOW, POLICY)
    return created.administrators


async def test_an_employer_begins_with_the_administrators_named_for_it() -> None:
    sara = an_administrator_input(first_name="Sara", email="sara@ancenis.example")
    jean, sara_account = await create_one(a_creation_request(an_administrator_input(), sara))
    assert [account.profile for account in (jean, sara_account)] == [Profile.ADMINISTRATOR] * 2
    assert jean.status(TODAY) is AccountStatus.PENDING
    assert (jean.last_name, jean.phone) == ("D’Almeida", "+33241051938")
    assert jean.identifier[:3] == "JDA"
    made = await snapshot()
    assert [entry.operation for entry in made.entries.values()] == [Operation.ACCOUNT_CREATED] * 2
    assert {entry.actor_name for entry in made.entries.values()} == {"operator"}
    assert [status for _, _, status in made.feed] == ["PENDING"] * 2
    assert [fault for _, fault in (await verify_history()).values()] == [None]


async def test_the_invitation_and_the_letter_are_queued_never_written_as_sent() -> None:
    (jean,) = await create_one(a_creation_request(an_administrator_input()))
    rows = await query("SELECT channel, state, recipient, sent_at, facts FROM outgoing ORDER BY id", [])
    assert [(row["channel"], row["state"], row["sent_at"]) for row in rows] == [
        ("EMAIL", "QUEUED", None),
        ("LETTER", "QUEUED", None),
    ]
    assert rows[0]["recipient"] == jean.email
    assert all(jean.identifier not in row["facts"] for row in rows)
    assert (await latest_invitations([jean.id], NOW))[jean.id].state is InvitationState.QUEUED


async def test_each_fault_is_named_by_its_place_and_nothing_is_written() -> None:
    good = a_creation_request(an_administrator_input())
    bad = a_creation_request(
        an_administrator_input(email="jean", professional_address=()),
        siret="123",
        contract_number="",
        postal_address=(),
        funds=("cnracl", "CAF"),
    )
    async with refused(*[ErrorCode.INVALID] * 3, *[ErrorCode.REQUIRED] * 3) as refusals:
        try:
            await create_employers([good, bad], NOW, POLICY)
        except Refused as error:
            raise Refused(*sorted(error.refusals, key=lambda refusal: refusal.code)) from None
    assert {refusal.field for refusal in refusals} == {
        ("1", "siret"),
        ("1", "contractNumber"),
        ("1", "postalAddress"),
        ("1", "funds", "1"),
        ("1", "administrators", "0", "email"),
        ("1", "administrators", "0", "professionalAddress"),
    }


async def test_a_number_that_is_taken_or_repeated_is_refused() -> None:
    first = a_creation_request()
    await create_employers([first], NOW, POLICY)
    again = a_creation_request(siret=first.employer["siret"])
    other = a_creation_request()
    twice = a_creation_request(contract_number=other.employer["contract_number"].lower())
    async with refused(ErrorCode.CONFLICT, ErrorCode.CONFLICT) as refusals:
        await create_employers([again, other, twice], NOW, POLICY)
    assert [refusal.field for refusal in refusals] == [("0", "siret"), ("2", "contractNumber")]
    async with refused(ErrorCode.CONFLICT):
        await check_employer_creations([again])


async def test_checking_writes_nothing() -> None:
    async with nothing_is_written():
        await check_employer_creations([a_creation_request(an_administrator_input())])


async def test_of_two_creations_of_the_same_employer_at_once_one_is_refused() -> None:
    request = a_creation_request(an_administrator_input())
    outcomes = await asyncio.gather(
        create_employers([request], NOW, POLICY),
        create_employers([request], NOW, POLICY),
        return_exceptions=True,
    )
    (error,) = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
    assert isinstance(error, Refused)
    assert {refusal.code for refusal in error.refusals} == {ErrorCode.CONFLICT}  # for one number or both
    assert len((await snapshot()).accounts) == 1


@pytest.mark.parametrize(
    ("field", "again"),
    [
        ("email", {"email": "Jean.DAlmeida@ancenis.example", "last_name": "Petit"}),
        ("lastName", {"email": "other@ancenis.example", "last_name": "d'almeida", "first_name": "JEAN"}),
    ],
)
async def test_one_person_is_no_administrator_of_an_employer_twice(field: str, again: dict[str, str]) -> None:
    jean, sara = (
        an_administrator_input(),
        an_administrator_input(first_name="Sara", email="s@ancenis.example"),
    )
    request = a_creation_request(jean, sara, an_administrator_input(**again))
    async with refused(ErrorCode.LIKELY_DUPLICATE) as refusals:
        await create_employers([a_creation_request(jean), request], NOW, POLICY)
    assert refusals[0].field == ("1", "administrators", "2", field)
    assert "administrator 1 of the same employer" in refusals[0].english


async def test_an_unknown_fund_is_refused_with_those_to_choose_among() -> None:
    async with refused(ErrorCode.INVALID) as refusals:
        await create_employers([a_creation_request(funds=("CAF",))], NOW, POLICY)
    for text in (refusals[0].french, refusals[0].english):
        assert "ATIACL, CNRACL, FIPHFP, IRCANTEC, RAFP." in text
