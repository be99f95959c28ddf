"""An operator finds a person with a reason, which the history of each employer holds (N3, H1)."""

from datetime import timedelta

import pytest

from models.rules.accounts.account import ERASED_TEXT
from models.rules.history_entry import Change, HistoryFilter, HistoryScope
from models.rules.vocabulary import ErrorCode, InvitationState, MessageKind, Operation, OutgoingState
from models.tables.accounts import AccountRow
from resolvers.history.read import read_history_page
from resolvers.history.verify import verify_history
from resolvers.operators.people import find_person
from tests.factories import NOW, House, a_house, an_account, an_operator, operating, signed_in
from tests.nothing_written import nothing_is_written, refused
from tests.resolvers.invited_holders import invited

pytestmark = pytest.mark.usefixtures("database")

REASON = "Appel du titulaire, ticket 4312"


async def latest_entry(house: House) -> tuple[Operation, str | None, int | None, tuple[Change, ...]]:
    """What the employer's administrator reads first."""
    page, _ = await read_history_page(
        signed_in(house.jean),
        HistoryScope(house.employer_id),
        HistoryFilter(),
        limit=1,
        beyond=None,
        backward=False,
    )
    entry = page[0][1]
    return entry.operation, entry.actor_name, entry.account_id, entry.changes or ()


async def test_a_person_is_found_by_the_exact_identifier_and_the_employer_reads_who_looked_and_why() -> None:
    house, operator = await a_house(), await an_operator()
    (person,) = await find_person(
        await operating(operator), f" {house.paul.identifier.lower()} ", None, REASON, NOW
    )
    assert (person.account, person.employer.name) == (house.paul, "CHRU DE NANTES")
    assert await latest_entry(house) == (
        Operation.PERSON_LOOKED_UP,
        "operator Odile Brun",
        house.paul.id,
        (Change("reason", None, REASON),),
    )


async def test_an_email_address_finds_the_accounts_of_several_employers_each_with_its_history() -> None:
    nantes, reze = await a_house(), await a_house("MAIRIE DE REZÉ")
    people = await find_person(
        await operating(await an_operator()), None, "PAUL@chu-nantes.example", REASON, NOW
    )
    assert [person.account for person in people] == [nantes.paul, reze.paul]
    for house in (nantes, reze):
        assert (await latest_entry(house))[:3] == (
            Operation.PERSON_LOOKED_UP,
            "operator Odile Brun",
            house.paul.id,
        )
    assert all(fault is None for _, fault in (await verify_history()).values())


async def test_the_state_of_link_and_messages_is_seen_without_text_or_recipient() -> None:
    house = await a_house()
    holder = (await invited(house)).account
    (person,) = await find_person(await operating(await an_operator()), holder.identifier, None, REASON, NOW)
    assert person.invitation
    assert person.invitation.state is InvitationState.QUEUED
    kinds = {(message.kind, message.state) for message in person.messages}
    assert (MessageKind.INVITATION, OutgoingState.QUEUED) in kinds
    assert not any(holder.email in repr(message) for message in person.messages)


async def test_deleted_accounts_are_found_and_erased_ones_are_not() -> None:
    house = await a_house()
    deleted = await an_account(house.employer_id, "Petit", "Anne", deleted_at=NOW - timedelta(days=1))
    caller = await operating(await an_operator())
    assert len(await find_person(caller, deleted.identifier, None, REASON, NOW)) == 1
    await AccountRow.filter(id=deleted.id).update(last_name=ERASED_TEXT, email=ERASED_TEXT)
    async with nothing_is_written():
        assert await find_person(caller, deleted.identifier, None, REASON, NOW) == []
        assert await find_person(caller, None, ERASED_TEXT, REASON, NOW) == []


@pytest.mark.parametrize(
    "text", ["TST", "%", "_", "'; --", "paul@chu-nantes", "TST\0", "\0", "\ud800", "A" * 300]
)
async def test_a_part_of_an_identifier_or_address_finds_nobody_and_writes_nothing(text: str) -> None:
    await a_house()
    caller = await operating(await an_operator())
    async with nothing_is_written():
        assert await find_person(caller, text, None, REASON, NOW) == []
        assert await find_person(caller, None, text, REASON, NOW) == []


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("", ErrorCode.REQUIRED),
        ("abc", ErrorCode.REQUIRED),
        ("12345", ErrorCode.REQUIRED),
        ("a    b", ErrorCode.REQUIRED),
        ("a\u2800\u2800\u2800\u2800b", ErrorCode.INVALID),
        ("\u2800" * 9, ErrorCode.INVALID),
        ("a" * 301, ErrorCode.TOO_LONG),
        ("deux\nlignes", ErrorCode.INVALID),
    ],
)
async def test_a_look_needs_a_reason(reason: str, code: ErrorCode) -> None:
    house, caller = await a_house(), await operating(await an_operator())
    async with refused(code) as refusals:
        await find_person(caller, house.paul.identifier, None, reason, NOW)
    assert refusals[0].field == ("reason",)


@pytest.mark.parametrize(("identifier", "email"), [(None, None), ("TST000001", "paul@x.example"), (" ", "")])
async def test_either_an_identifier_or_an_address_is_given(identifier: str | None, email: str | None) -> None:
    caller = await operating(await an_operator())
    async with refused(ErrorCode.INVALID):
        await find_person(caller, identifier, email, REASON, NOW)


async def test_an_administrator_looks_up_nobody_so() -> None:
    house = await a_house()
    async with refused(ErrorCode.FORBIDDEN):
        await find_person(signed_in(house.jean), house.paul.identifier, None, REASON, NOW)
