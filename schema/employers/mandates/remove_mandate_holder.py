"""removeMandateHolder."""

from models.rules.refusals import Refused
from resolvers.employers.mandates.holders import remove_mandate_holder as remove_holder
from schema.context import Info
from schema.employers.mandates.payloads import HolderInput, done, refused_act
from schema.employers.mandates.types import MandatePayload


async def remove_mandate_holder(info: Info, input: HolderInput) -> MandatePayload:
    context = info.context
    try:
        mandate = await remove_holder(context.caller, *input.keys(), context.now)
    except Refused as refused:
        return refused_act(refused, info)
    return await done(mandate, info)
