"""The history of imported mandates (E1, H1)."""

from datetime import timedelta

import pytest

from models.rules.employers.employer_import import ImportedMandate
from models.rules.history_entry import SYSTEM
from models.rules.vocabulary import MandateScope, Operation
from models.stores.employers.employers import employers_by_id
from resolvers.employers.import_mandates import mandate_events
from tests.factories import NOW, TODAY, a_house

pytestmark = pytest.mark.usefixtures("database")


async def test_a_mandate_without_a_holder_was_accepted_and_ended_by_the_system() -> None:
    house = await a_house()
    centre = (await employers_by_id([house.employer_id]))[house.employer_id]
    end = TODAY + timedelta(days=30)
    mandate = ImportedMandate(
        centre, MandateScope.READ, TODAY, end, NOW, accepted_at=NOW, ended_at=NOW + timedelta(days=1)
    )
    events = list(mandate_events(1, mandate))
    assert [event.operation for _, _, event in events] == [
        Operation.MANDATE_PROPOSED,
        Operation.MANDATE_ACCEPTED,
        Operation.MANDATE_ENDED,
    ]
    assert {actor for _, actor, _ in events} == {SYSTEM}
