"""unlockAccounts."""

from models.rules.refusals import Refused
from resolvers.accounts.unlock import unlock
from schema.accounts.inputs import BulkInput
from schema.accounts.payloads import BulkAccountsPayload, bulk_payload, refused_bulk
from schema.context import Info


async def unlock_accounts(info: Info, input: BulkInput) -> BulkAccountsPayload:
    context = info.context
    try:
        outcomes = await unlock(context.caller, input.to_request(), context.now, context.policy)
    except Refused as refused:
        return refused_bulk(refused, info)
    return bulk_payload(outcomes)
