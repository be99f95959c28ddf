"""resendInvitations."""

from models.rules.refusals import Refused
from resolvers.accounts import invite
from schema.accounts.inputs import BulkInput
from schema.accounts.payloads import BulkAccountsPayload, bulk_payload, refused_bulk
from schema.context import Info


async def resend_invitations(info: Info, input: BulkInput) -> BulkAccountsPayload:
    context = info.context
    try:
        outcomes = await invite.resend_invitations(
            context.caller, input.to_request(), context.now, context.policy
        )
    except Refused as refused:
        return refused_bulk(refused, info)
    return bulk_payload(outcomes)
