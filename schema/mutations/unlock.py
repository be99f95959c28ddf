"""unlockAccounts."""

from models.rules.refusals import Refused
from resolvers import helping
from schema.context import Info
from schema.mutations.inputs import BulkInput
from schema.types.outcomes import BulkAccountsPayload, bulk_payload, refused_bulk


async def unlock_accounts(info: Info, input: BulkInput) -> BulkAccountsPayload:
    context = info.context
    try:
        outcomes = await helping.unlock(context.caller, input.wanted(), context.now, context.policy)
    except Refused as refused:
        return refused_bulk(refused, info)
    return bulk_payload(outcomes, info)
