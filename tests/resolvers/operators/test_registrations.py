"""Operators decide on registrations and successions from their pages (N1, N3)."""

import pytest

from models.rules.registrations.registration import FIRST_OF_ALL
from models.rules.registrations.states import RegistrationState
from models.rules.vocabulary import ErrorCode
from resolvers.operators.registrations import approve_registration, read_registrations, refuse_registration
from resolvers.registrations.request_succession import request_succession
from tests.factories import NOW, POLICY, a_house, an_operator, operating, signed_in
from tests.nothing_written import refused
from tests.resolvers.registrations.steps import a_succession_request

pytestmark = pytest.mark.usefixtures("database")

WAITING = (RegistrationState.SUBMITTED,)


async def test_an_operator_reads_the_queue_approves_one_and_refuses_another_in_their_own_name() -> None:
    caller = await operating(await an_operator("odile"))
    numbers = [
        await request_succession(await a_succession_request(await a_house(name)), NOW, POLICY)
        for name in ("CHRU DE NANTES", "MAIRIE DE REZÉ")
    ]
    page, more = await read_registrations(caller, WAITING, NOW, 1, FIRST_OF_ALL)
    assert ([one.registration.id for _, one in page], more) == (numbers[:1], True)
    approved = await approve_registration(caller, numbers[0], (), NOW, POLICY)
    rejected = await refuse_registration(caller, numbers[1], "Ce numéro est faux.", NOW, POLICY)
    assert [one.registration.state(NOW) for one in (approved, rejected)] == [
        RegistrationState.APPROVED,
        RegistrationState.REFUSED,
    ]
    assert {one.registration.decided_by for one in (approved, rejected)} == {"operator Odile Brun"}
    assert await read_registrations(caller, WAITING, NOW, 10, FIRST_OF_ALL) == ([], False)


async def test_an_administrator_reads_and_decides_nothing() -> None:
    house = await a_house()
    caller = signed_in(house.jean)
    for act in (
        read_registrations(caller, WAITING, NOW, 10, FIRST_OF_ALL),
        approve_registration(caller, 1, (), NOW, POLICY),
        refuse_registration(caller, 1, "Non.", NOW, POLICY),
    ):
        async with refused(ErrorCode.FORBIDDEN):
            await act
