"""endMandate."""

from models.rules.refusals import Refused
from resolvers.employers.mandates.answer import end_mandate as end
from schema.context import Info
from schema.employers.mandates.payloads import AnswerInput, done, refused_act
from schema.employers.mandates.types import MandatePayload


async def end_mandate(info: Info, input: AnswerInput) -> MandatePayload:
    context = info.context
    try:
        mandate = await end(context.caller, *input.keys(), context.now, context.policy)
    except Refused as refused:
        return refused_act(refused, info)
    return await done(mandate, info)
