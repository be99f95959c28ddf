"""declineMandate."""

from models.rules.refusals import Refused
from resolvers.employers.mandates.answer import decline_mandate as decline
from schema.context import Info
from schema.employers.mandates.payloads import AnswerInput, done, refused_act
from schema.employers.mandates.types import MandatePayload


async def decline_mandate(info: Info, input: AnswerInput) -> MandatePayload:
    context = info.context
    try:
        mandate = await decline(context.caller, *input.keys(), context.now, context.policy)
    except Refused as refused:
        return refused_act(refused, info)
    return await done(mandate, info)
