"""What an operator does for administrators: invites the first one, sends a link again."""

import pytest

from models.database import query
from models.rules.vocabulary import ErrorCode, Operation
from resolvers.employers.administrators import invite_administrator, resend_invitation
from resolvers.employers.create import create_employers
from resolvers.employers.read import find_employer, list_administrators, list_employers
from tests.factories import NOW, POLICY, a_house, an_account
from tests.nothing_written import refused
from tests.resolvers.employers.employer_requests import a_creation_request, an_administrator_input
from tests.resolvers.history_check import snapshot

pytestmark = pytest.mark.usefixtures("database")


async def test_an_employer_without_administrators_gets_one() -> None:
    request = a_creation_request(contract_number="VX900")
    await create_employers([request], NOW, POLICY)
    employer = await find_employer(" vx900 ")
    assert await find_employer(request.employer["siret"]) == employer
    jean = await invite_administrator(employer, an_administrator_input(), NOW, POLICY, allow_duplicate=False)
    (state,) = await list_administrators(employer, NOW)
    assert (state.account, state.status, state.locked) == (jean, "PENDING", False)
    (summary,) = await list_employers(NOW)
    assert (summary.name, summary.accounts, summary.administrators) == ("MAIRIE D'ANCENIS", 1, 0)


async def test_the_same_person_is_asked_about_once() -> None:
    (created,) = await create_employers([a_creation_request(an_administrator_input())], NOW, POLICY)
    async with refused(ErrorCode.LIKELY_DUPLICATE):
        await invite_administrator(
            created.employer, an_administrator_input(), NOW, POLICY, allow_duplicate=False
        )
    await invite_administrator(created.employer, an_administrator_input(), NOW, POLICY, allow_duplicate=True)
    assert len(await list_administrators(created.employer, NOW)) == 2


async def test_a_new_link_revokes_the_earlier_one_and_is_recorded() -> None:
    (created,) = await create_employers([a_creation_request(an_administrator_input())], NOW, POLICY)
    (jean,) = created.administrators
    assert await resend_invitation(jean.identifier.lower(), NOW, POLICY) == jean
    links = await query("SELECT revoked_at FROM password_link ORDER BY id", [])
    assert [link["revoked_at"] is None for link in links] == [False, True]
    last = list((await snapshot()).entries.values())[-1]
    assert (last.operation, last.actor_name) == (Operation.INVITATION_SENT, "operator")


async def test_who_has_a_password_or_is_no_administrator_gets_no_link() -> None:
    house = await a_house()
    user = await an_account(house.employer_id, active=False)
    async with refused(ErrorCode.INVALID):
        await resend_invitation(house.jean.identifier, NOW, POLICY)
    for identifier in (user.identifier, "ZZZ000000"):
        async with refused(ErrorCode.NOT_FOUND):
            await resend_invitation(identifier, NOW, POLICY)


async def test_an_employer_that_is_not_there_is_named() -> None:
    async with refused(ErrorCode.NOT_FOUND) as refusals:
        await find_employer("VF0")
    assert "VF0" in refusals[0].english
