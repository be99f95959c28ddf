"""Operators are warned of a representative or address that was changed shortly before a succession (N2)."""

from datetime import timedelta

import pytest

from resolvers.employers.details import EmployerChanges
from resolvers.employers.edit import EmployerModification, edit_employer, modify_employer
from resolvers.registrations.queue import show_registration
from resolvers.registrations.recent_changes import MAX_RECENT_CHANGES
from resolvers.registrations.request_succession import request_succession
from tests.factories import NOW, POLICY, a_house, signed_in
from tests.resolvers.registrations.steps import a_succession_request, registered

pytestmark = pytest.mark.usefixtures("database")


async def test_a_change_within_30_days_before_a_succession_is_shown_with_who_and_when() -> None:
    house = await a_house()
    await edit_employer(house.employer_id, EmployerChanges(name="CHU"), NOW)
    address = ("9 rue du Piège", "44000 NANTES")
    request = EmployerModification(house.employer_id, 2, postal_address=address)
    await modify_employer(signed_in(house.jean), request, NOW, POLICY)
    later = NOW + timedelta(days=30)
    number = await request_succession(await a_succession_request(house), later, POLICY)
    (recent,) = (await show_registration(number, later)).recent_changes
    assert (recent.at, recent.actor) == (NOW, house.jean.label)
    assert [(change.field, change.after) for change in recent.changes] == [
        ("postalAddress", "9 rue du Piège\n44000 NANTES")
    ]


async def test_an_older_change_is_not_shown() -> None:
    house = await a_house()
    await edit_employer(house.employer_id, EmployerChanges(postal_address=("1 rue Haute",)), NOW)
    later = NOW + timedelta(days=31)
    number = await request_succession(await a_succession_request(house), later, POLICY)
    assert (await show_registration(number, later)).recent_changes == ()


async def test_a_change_after_the_request_is_shown_and_the_latest_come_first() -> None:
    house = await a_house()
    number = await request_succession(await a_succession_request(house), NOW, POLICY)
    for minute in range(MAX_RECENT_CHANGES + 1):
        changes = EmployerChanges(postal_address=(f"{minute + 1} rue Haute",))
        await edit_employer(house.employer_id, changes, NOW + timedelta(minutes=minute))
    recent = (await show_registration(number, NOW)).recent_changes
    assert [one.at for one in recent][:2] == [NOW + timedelta(minutes=10), NOW + timedelta(minutes=9)]
    assert (len(recent), recent[0].actor) == (MAX_RECENT_CHANGES, "operator")


async def test_a_new_employer_has_no_such_changes() -> None:
    assert (await show_registration(await registered(), NOW)).recent_changes == ()
