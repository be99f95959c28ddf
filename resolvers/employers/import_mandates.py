"""The mandates that an imported employer gave: their rows, and their part of its history (E1, H1)."""

from collections.abc import Iterator
from datetime import datetime

from models.rules.employers.employer_import import ImportedMandate
from models.rules.employers.mandate import Mandate
from models.rules.history_entry import SYSTEM, Actor, Change, Event
from models.rules.vocabulary import Operation
from resolvers.employers.mandates.sides import mandate_changes
from resolvers.history.record import employer_event


def mandate_events(giver_id: int, mandate: ImportedMandate) -> Iterator[tuple[datetime, Actor, Event]]:
    """Yield what the giver's history holds of a mandate, oldest first: the centre acts by its holder."""
    facts = Mandate(
        id=0,
        giver_id=giver_id,
        centre_id=mandate.centre.id,
        scope=mandate.scope,
        starts_on=mandate.starts_on,
        ends_on=mandate.ends_on,
        proposed_at=mandate.proposed_at,
    )
    changes = mandate_changes(facts, mandate.centre)
    holder = mandate.holder
    centre = Actor(holder.id, holder.employer_id) if holder else SYSTEM
    yield mandate.proposed_at, SYSTEM, employer_event(Operation.MANDATE_PROPOSED, changes)
    if mandate.accepted_at:
        yield mandate.accepted_at, centre, employer_event(Operation.MANDATE_ACCEPTED, changes)
        if holder:
            named = [*changes, Change("holder", None, holder.identifier)]
            yield mandate.accepted_at, centre, employer_event(Operation.MANDATE_HOLDER_NAMED, named)
    if mandate.ended_at:
        yield mandate.ended_at, centre, employer_event(Operation.MANDATE_ENDED, changes)
