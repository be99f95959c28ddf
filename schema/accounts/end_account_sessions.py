"""endAccountSessions."""

from models.rules.refusals import Refused
from resolvers.sign_in import end_account_sessions as use_case
from schema.accounts.inputs import BulkInput
from schema.accounts.payloads import BulkAccountsPayload, bulk_payload, refused_bulk
from schema.context import Info


async def end_account_sessions(info: Info, input: BulkInput) -> BulkAccountsPayload:
    context = info.context
    try:
        outcomes = await use_case.end_account_sessions(
            context.caller, input.to_request(), context.now, context.policy
        )
    except Refused as refused:
        return refused_bulk(refused, info)
    return bulk_payload(outcomes)
