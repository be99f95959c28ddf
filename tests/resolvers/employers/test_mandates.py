"""A mandate's life: proposed to a centre, accepted, its holders named, ended (E1, E4)."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from models.database import query
from models.rules.employers.mandate import Mandate
from models.rules.vocabulary import (
    AccountAction,
    ErrorCode,
    MandateScope,
    MandateState,
    MessageKind,
    Operation,
    Profile,
)
from models.stores.employers.mandates import mandates_of_holder
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from models.tables.mandates import MandateRow
from resolvers.accounts.create import create
from resolvers.accounts.delete import delete
from resolvers.accounts.details import DetailsInput
from resolvers.accounts.modify import AccountModification, modify
from resolvers.accounts.read import account_actions
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.employers.mandates.answer import accept_mandate, decline_mandate, end_mandate
from resolvers.employers.mandates.holders import name_holder, remove_mandate_holder
from resolvers.employers.mandates.propose import MandateProposal, propose_mandate
from resolvers.employers.mandates.read import read_mandates, read_mandates_given, read_mandates_held
from resolvers.employers.mandates.remind import remind_of_mandate_ends
from resolvers.sign_in.end_account_sessions import end_account_sessions
from tests.factories import ADDRESS, NOW, POLICY, TODAY, House, a_house, a_mandate, signed_in
from tests.nothing_written import refused
from tests.resolvers.history_check import snapshot
from tests.resolvers.requests import a_creation, codes, these

pytestmark = pytest.mark.usefixtures("database")


async def two_sides() -> tuple[House, House]:
    """The giver and the centre."""
    return await a_house("COMMUNE"), await a_house("CENTRE DE GESTION")


async def proposal_to(giver: House, to: House, **changes: object) -> MandateProposal:
    row = await EmployerRow.get(id=to.employer_id)
    request = MandateProposal(
        giver.employer_id, row.siret, MandateScope.RENEW, TODAY, TODAY + timedelta(days=300)
    )
    return replace(request, **changes)  # type: ignore[arg-type]


async def proposed(giver: House, centre: House) -> Mandate:
    return await propose_mandate(signed_in(giver.jean), await proposal_to(giver, centre), NOW, POLICY)


async def operations() -> list[tuple[str, int | None]]:
    return [(entry.operation, entry.account_id) for entry in (await snapshot()).entries.values()]


async def emails() -> list[tuple[str, str]]:
    rows = await query("SELECT kind, facts FROM outgoing ORDER BY id", [])
    return [(row["kind"], row["facts"]) for row in rows]


async def test_a_mandate_goes_from_proposal_to_end_and_the_giver_sees_all_of_it() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    assert mandate.state(TODAY) is MandateState.PROPOSED
    accepted = await accept_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
    assert accepted.state(TODAY) is MandateState.ACTIVE
    await name_holder(signed_in(centre.jean), centre.employer_id, mandate.id, centre.sara.id, NOW)
    assert await mandates_of_holder(centre.sara.id, TODAY) == {giver.employer_id: MandateScope.RENEW}
    await remove_mandate_holder(signed_in(centre.jean), centre.employer_id, mandate.id, centre.sara.id, NOW)
    assert await mandates_of_holder(centre.sara.id, TODAY) == {}
    ended = await end_mandate(signed_in(giver.sara), giver.employer_id, mandate.id, NOW, POLICY)
    assert ended.state(TODAY) is MandateState.ENDED
    assert await operations() == [
        (Operation.MANDATE_PROPOSED, None),
        (Operation.MANDATE_ACCEPTED, None),
        (Operation.MANDATE_HOLDER_NAMED, None),
        (Operation.MANDATE_HOLDER_REMOVED, None),
        (Operation.MANDATE_ENDED, None),
    ]
    entries = list((await snapshot()).entries.values())
    assert {entry.employer_id for entry in entries} == {giver.employer_id}
    assert [entry.actor_employer_id for entry in entries[:2]] == [giver.employer_id, centre.employer_id]
    named = {change.field: change.after for change in entries[2].changes or ()}
    assert named["holder"] == centre.sara.identifier
    assert named["centre"].startswith("CENTRE DE GESTION (")  # type: ignore[union-attr]


async def test_both_sides_are_told_and_the_representative_gets_a_letter() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    news, letter = MessageKind.MANDATE_NEWS, MessageKind.MANDATE_LETTER
    assert [kind for kind, _ in await emails()] == [news, news, letter]
    await accept_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
    assert len(await emails()) == 5
    await end_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
    sent = [facts for kind, facts in await emails() if kind == news]
    assert [
        f'"news": "{word}"' in facts
        for word, facts in zip(["PROPOSED"] * 2 + ["ACCEPTED"] * 2 + ["ENDED"] * 4, sent, strict=True)
    ] == [True] * 8


async def test_a_declined_mandate_can_be_proposed_anew() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    declined = await decline_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
    assert declined.state(TODAY) is MandateState.DECLINED
    async with refused(ErrorCode.CONFLICT):
        await accept_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
    assert (await proposed(giver, centre)).id != mandate.id


@pytest.mark.parametrize(
    ("changes", "code", "field"),
    [
        ({"centre": "99999999999999"}, ErrorCode.NOT_FOUND, "centre"),
        ({"centre": "VF\0"}, ErrorCode.NOT_FOUND, "centre"),
        ({"centre": "V" * 21}, ErrorCode.NOT_FOUND, "centre"),
        ({"starts_on": TODAY - timedelta(days=1)}, ErrorCode.INVALID, "startsOn"),
        ({"ends_on": TODAY + timedelta(days=800)}, ErrorCode.INVALID, "endsOn"),
    ],
    ids=["unknown centre", "no text", "no number", "in the past", "too long"],
)
async def test_what_cannot_be_proposed_is_refused(
    changes: dict[str, object], code: ErrorCode, field: str
) -> None:
    giver, centre = await two_sides()
    request = await proposal_to(giver, centre, **changes)
    async with refused(code) as refusals:
        await propose_mandate(signed_in(giver.jean), request, NOW, POLICY)
    assert refusals[0].field == (field,)


async def test_a_mandate_to_oneself_is_refused() -> None:
    giver = await a_house()
    async with refused(ErrorCode.INVALID):
        await propose_mandate(signed_in(giver.jean), await proposal_to(giver, giver), NOW, POLICY)


async def test_a_centre_without_administrators_cannot_be_asked() -> None:
    giver, centre = await two_sides()
    await AccountRow.filter(employer_id=centre.employer_id).update(expires_on=TODAY - timedelta(days=1))
    async with refused(ErrorCode.INVALID) as refusals:
        await propose_mandate(signed_in(giver.jean), await proposal_to(giver, centre), NOW, POLICY)
    assert refusals[0].field == ("centre",)


async def test_periods_never_overlap_and_a_successor_begins_after() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    async with refused(ErrorCode.CONFLICT):
        await proposed(giver, centre)
    after = mandate.ends_on + timedelta(days=1)
    successor = await proposal_to(giver, centre, starts_on=after, ends_on=after + timedelta(days=300))
    assert (await propose_mandate(signed_in(giver.jean), successor, NOW, POLICY)).starts_on == after


async def test_the_same_mandate_proposed_twice_at_once_is_one() -> None:
    giver, centre = await two_sides()
    request = await proposal_to(giver, centre)
    outcomes = await asyncio.gather(
        propose_mandate(signed_in(giver.jean), request, NOW, POLICY),
        propose_mandate(signed_in(giver.sara), request, NOW, POLICY),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Mandate) for outcome in outcomes) == 1
    assert len(await read_mandates_given(signed_in(giver.jean), giver.employer_id)) == 1


async def test_only_the_centre_answers_and_only_once() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    async with refused(ErrorCode.NOT_FOUND):
        await accept_mandate(signed_in(giver.jean), giver.employer_id, mandate.id, NOW, POLICY)
    await accept_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
    for answer in (accept_mandate, decline_mandate):
        async with refused(ErrorCode.CONFLICT):
            await answer(signed_in(centre.sara), centre.employer_id, mandate.id, NOW, POLICY)


async def test_sides_that_end_and_accept_at_once_leave_one_outcome() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    await asyncio.gather(
        end_mandate(signed_in(giver.jean), giver.employer_id, mandate.id, NOW, POLICY),
        accept_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY),
        return_exceptions=True,
    )
    (details,) = await read_mandates_given(signed_in(giver.jean), giver.employer_id)
    assert details.mandate.state(TODAY) is MandateState.ENDED


async def test_an_employer_of_neither_side_finds_no_mandate() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    other = await a_house("AUTRE CENTRE")
    for act in (accept_mandate, decline_mandate, end_mandate):
        async with refused(ErrorCode.NOT_FOUND):
            await act(signed_in(other.jean), other.employer_id, mandate.id, NOW, POLICY)
    assert await read_mandates(signed_in(other.jean), [mandate.id]) == []
    assert await read_mandates(signed_in(giver.paul), [mandate.id]) == []
    (seen,) = await read_mandates(signed_in(giver.jean), [mandate.id])
    assert (seen.giver.name, seen.centre.name, seen.holders) == ("COMMUNE", "CENTRE DE GESTION", ())


async def test_a_holder_neither_gives_the_mandate_on_nor_ends_it() -> None:
    giver, centre = await two_sides()
    mandate_id = await a_mandate(centre.jean, giver.employer_id)
    holder = signed_in(centre.jean, giver.employer_id)
    async with refused(ErrorCode.FORBIDDEN):
        await propose_mandate(holder, await proposal_to(giver, centre), NOW, POLICY)
    async with refused(ErrorCode.FORBIDDEN):
        await end_mandate(holder, giver.employer_id, mandate_id, NOW, POLICY)
    async with refused(ErrorCode.FORBIDDEN):
        await read_mandates_given(holder, giver.employer_id)
    assert len(await read_mandates_held(holder, centre.employer_id)) == 1


async def test_only_active_administrators_of_the_centre_are_named_and_each_once() -> None:
    giver, centre = await two_sides()
    mandate_id = await a_mandate(centre.jean, giver.employer_id)
    caller, centre_id = signed_in(centre.jean), centre.employer_id
    for wrong in (centre.paul.id, giver.sara.id, 10**9):
        async with refused(ErrorCode.INVALID):
            await name_holder(caller, centre_id, mandate_id, wrong, NOW)
    async with refused(ErrorCode.CONFLICT):
        await name_holder(caller, centre_id, mandate_id, centre.jean.id, NOW)
    for wrong in (centre.sara.id, giver.sara.id):
        async with refused(ErrorCode.NOT_FOUND):
            await remove_mandate_holder(caller, centre_id, mandate_id, wrong, NOW)
    async with refused(ErrorCode.NOT_FOUND):
        await name_holder(signed_in(giver.jean), giver.employer_id, mandate_id, giver.sara.id, NOW)


async def test_a_holder_of_a_whole_mandate_touches_no_administrator() -> None:
    giver, centre = await two_sides()
    await a_mandate(centre.jean, giver.employer_id)
    holder = signed_in(centre.jean, giver.employer_id)
    forbidden = ErrorCode.FORBIDDEN
    request = a_creation(giver.employer_id, profile=Profile.ADMINISTRATOR)
    async with refused(forbidden):
        await create(holder, request, NOW, POLICY)
    assert codes(await delete(holder, these(giver.sara), NOW, POLICY)) == [forbidden]
    await delete(signed_in(giver.jean), these(giver.sara), NOW, POLICY)
    assert codes(await restore(holder, these(giver.sara), NOW, POLICY)) == [forbidden]
    assert codes(await renew(holder, these(giver.jean), NOW, POLICY)) == [None]


async def test_both_sides_are_reminded_once_before_the_end() -> None:
    giver, centre = await two_sides()
    await a_mandate(centre.jean, giver.employer_id, days=30)
    assert await remind_of_mandate_ends(NOW, POLICY) == 4
    assert await remind_of_mandate_ends(NOW, POLICY) == 0
    assert await remind_of_mandate_ends(NOW + timedelta(days=10), POLICY) == 0
    assert await remind_of_mandate_ends(NOW + timedelta(days=29), POLICY) == 4
    assert await remind_of_mandate_ends(NOW + timedelta(days=31), POLICY) == 0
    assert all('"news": "ENDING"' in facts for _, facts in await emails())


async def test_a_mandate_that_begins_later_brings_no_reminder_yet() -> None:
    giver, centre = await two_sides()
    await a_mandate(centre.jean, giver.employer_id, days=30)
    await MandateRow.all().update(starts_on=TODAY + timedelta(days=1))
    assert await remind_of_mandate_ends(NOW, POLICY) == 0


async def test_the_scope_decides_what_is_offered_and_done() -> None:
    giver, centre = await two_sides()
    offered = {}
    for scope in MandateScope:
        holder = signed_in(centre.jean, giver.employer_id, scope=scope)
        actions = account_actions(holder, giver.paul, 2, NOW, TODAY, POLICY)
        offered[scope] = {action for action, refusal in actions.items() if refusal is None}
        administrator = account_actions(holder, giver.sara, 2, NOW, TODAY, POLICY)
        assert administrator[AccountAction.DELETE] is not None
        assert administrator[AccountAction.END_SESSIONS] is not None
    assert offered[MandateScope.READ] == set()
    assert offered[MandateScope.RENEW] == {AccountAction.RENEW}
    assert offered[MandateScope.MANAGE] >= {AccountAction.RENEW, AccountAction.MODIFY, AccountAction.DELETE}
    assert AccountAction.PROMOTE not in offered[MandateScope.MANAGE]


async def test_a_mandate_that_was_narrowed_meanwhile_permits_less() -> None:
    giver, centre = await two_sides()
    await a_mandate(centre.jean, giver.employer_id, MandateScope.READ)
    stale = signed_in(centre.jean, giver.employer_id)
    async with refused(ErrorCode.FORBIDDEN):
        await renew(stale, these(giver.paul), NOW, POLICY)


async def test_a_holder_changes_users_and_promotes_nobody() -> None:
    giver, centre = await two_sides()
    await a_mandate(centre.jean, giver.employer_id)
    holder = signed_in(centre.jean, giver.employer_id)
    paul = await modify(
        holder,
        AccountModification(giver.paul.id, giver.paul.version, DetailsInput(department="RH")),
        NOW,
        POLICY,
    )
    promotion = AccountModification(
        paul.id, paul.version, DetailsInput(professional_address=ADDRESS), Profile.ADMINISTRATOR
    )
    async with refused(ErrorCode.FORBIDDEN) as refusals:
        await modify(holder, promotion, NOW, POLICY)
    assert refusals[0].field == ("profile",)
    change = AccountModification(giver.sara.id, giver.sara.version, DetailsInput(email="me@centre.example"))
    async with refused(ErrorCode.FORBIDDEN):
        await modify(holder, change, NOW, POLICY)
    assert codes(await end_account_sessions(holder, these(giver.sara), NOW, POLICY)) == [ErrorCode.FORBIDDEN]


async def test_what_is_over_or_not_accepted_yet_can_be_neither_ended_nor_given_holders() -> None:
    giver, centre = await two_sides()
    mandate = await proposed(giver, centre)
    async with refused(ErrorCode.CONFLICT):
        await name_holder(signed_in(centre.jean), centre.employer_id, mandate.id, centre.sara.id, NOW)
    await end_mandate(signed_in(giver.jean), giver.employer_id, mandate.id, NOW, POLICY)
    async with refused(ErrorCode.CONFLICT):
        await end_mandate(signed_in(centre.jean), centre.employer_id, mandate.id, NOW, POLICY)
