"""A centre accepts or declines a mandate; either side ends it (E1)."""

from datetime import datetime

from models.rules.employers.mandate import Mandate, answer_refusal, ending_refusal
from models.rules.policy import Policy
from models.rules.refusals import Refused, not_found
from models.rules.vocabulary import MandateNews, Operation
from models.stores.employers.mandates import save_answer, save_end
from resolvers.caller import Caller
from resolvers.employers.mandates.messages import tell
from resolvers.employers.mandates.sides import MandateAct, act_of_side, mandate_changes, read_mandate


async def accept_mandate(
    caller: Caller, centre_id: int, mandate_id: int, now: datetime, policy: Policy
) -> Mandate:
    """Accept a mandate for the centre. Raises: Refused, as `act_of_side`; CONFLICT unless it is PROPOSED."""
    async with act_of_side(caller, centre_id, mandate_id, now) as act:
        _check_answer(act, centre_id)
        await save_answer(mandate_id, accepted_at=now, declined_at=None)
        await act.record(Operation.MANDATE_ACCEPTED, mandate_changes(act.mandate, act.centre))
        await tell(MandateNews.ACCEPTED, [act.giver.id], act, policy)
        return await read_mandate(mandate_id, centre_id)


async def decline_mandate(
    caller: Caller, centre_id: int, mandate_id: int, now: datetime, policy: Policy
) -> Mandate:
    """Decline a mandate for the centre. Raises: Refused, as `accept_mandate`."""
    async with act_of_side(caller, centre_id, mandate_id, now) as act:
        _check_answer(act, centre_id)
        await save_answer(mandate_id, accepted_at=None, declined_at=now)
        await act.record(Operation.MANDATE_DECLINED, mandate_changes(act.mandate, act.centre))
        await tell(MandateNews.DECLINED, [act.giver.id], act, policy)
        return await read_mandate(mandate_id, centre_id)


async def end_mandate(
    caller: Caller, employer_id: int, mandate_id: int, now: datetime, policy: Policy
) -> Mandate:
    """End a mandate, or withdraw its proposal, for either side: holders lose access at the next request.

    Raises: Refused, as `act_of_side`; CONFLICT if it is over or was declined.
    """
    async with act_of_side(caller, employer_id, mandate_id, now) as act:
        if refusal := ending_refusal(act.mandate, act.today):
            raise Refused(refusal)
        await save_end(mandate_id, now)
        await act.record(Operation.MANDATE_ENDED, mandate_changes(act.mandate, act.centre))
        await tell(MandateNews.ENDED, [act.giver.id, act.centre.id], act, policy)
        return await read_mandate(mandate_id, employer_id)


def _check_answer(act: MandateAct, centre_id: int) -> None:
    if act.mandate.centre_id != centre_id:  # the giver does not answer itself
        raise Refused(not_found().under("mandateId"))
    if refusal := answer_refusal(act.mandate, act.today):
        raise Refused(refusal)
