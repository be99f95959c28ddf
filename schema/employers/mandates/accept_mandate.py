"""acceptMandate."""

from models.rules.refusals import Refused
from resolvers.employers.mandates.answer import accept_mandate as accept
from schema.context import Info
from schema.employers.mandates.payloads import AnswerInput, done, refused_act
from schema.employers.mandates.types import MandatePayload


async def accept_mandate(info: Info, input: AnswerInput) -> MandatePayload:
    context = info.context
    try:
        mandate = await accept(context.caller, *input.keys(), context.now, context.policy)
    except Refused as refused:
        return refused_act(refused, info)
    return await done(mandate, info)
