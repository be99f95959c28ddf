"""An employer proposes a mandate to a management centre (E1)."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.employers.employer import Employer
from models.rules.employers.mandate import Mandate, MandateOffer, offer_refusals
from models.rules.employers.mandate_refusals import (
    centre_unknown,
    centre_without_administrators,
    mandate_overlaps,
)
from models.rules.looked_up_text import employer_number
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import MandateScope, MandateState, Operation
from models.stores.accounts.accounts import active_administrators
from models.stores.employers.employers import employer_by_number, employers_by_id
from models.stores.employers.mandates import insert_mandate, open_mandates_between
from resolvers.caller import Caller, require_own_administrator
from resolvers.employer_transaction import caller_transaction
from resolvers.employers.mandates.messages import tell_of_proposal
from resolvers.employers.mandates.sides import mandate_changes
from resolvers.history.record import employer_event, record_history


@dataclass(frozen=True, slots=True)
class MandateProposal:
    """A request; `centre` is the exact SIRET or contract number of another employer."""

    employer_id: int
    centre: str
    scope: MandateScope
    starts_on: date
    ends_on: date


async def propose_mandate(caller: Caller, request: MandateProposal, now: datetime, policy: Policy) -> Mandate:
    """Propose a mandate; tell the centre's administrators by e-mail, the legal representative by letter.

    Raises: Refused, with every refusal at once; nothing is written then.
    """
    actor = require_own_administrator(caller, request.employer_id, "employerId")
    number = employer_number(request.centre)
    centre = await employer_by_number(number) if number else None
    if centre is None or centre.closed_on is not None:
        raise Refused(centre_unknown())
    offer = MandateOffer(request.employer_id, centre.id, request.scope, request.starts_on, request.ends_on)
    async with caller_transaction(caller, request.employer_id, now) as today:
        if refusals := await _refusals(offer, centre, today):
            raise Refused(*refusals)
        giver = (await employers_by_id([offer.giver_id]))[offer.giver_id]
        mandate = await insert_mandate(offer, now)
        event = employer_event(Operation.MANDATE_PROPOSED, mandate_changes(mandate, centre))
        await record_history(giver.id, caller.actor, [event], [], now, today)
        await tell_of_proposal(mandate, giver, centre, actor, now, today, policy)
        return mandate


async def _refusals(offer: MandateOffer, centre: Employer, today: date) -> list[Refusal]:
    refusals = offer_refusals(offer, today)
    if not (await active_administrators([centre.id], today))[centre.id]:
        refusals.append(centre_without_administrators())
    for other in await open_mandates_between(offer.giver_id, offer.centre_id):
        is_open = other.state(today) in {MandateState.PROPOSED, MandateState.ACTIVE}
        if is_open and other.starts_on <= offer.ends_on and offer.starts_on <= other.ends_on:
            refusals.append(mandate_overlaps(other.starts_on, other.ends_on))
    return refusals
