"""unlockAsOperator."""

from models.rules.refusals import Refused
from resolvers.caller import require_operator
from resolvers.operators import support
from schema.context import Info
from schema.operators.support import ActInput
from schema.operators.types import PersonPayload, read_person_id, to_person
from schema.types.user_error import user_errors


async def unlock_as_operator(info: Info, input: ActInput) -> PersonPayload:
    context = info.context
    try:
        operator = require_operator(context.caller)
        account_id = read_person_id(input.person_id, operator, context.policy)
        person = await support.unlock_as_operator(
            context.caller, account_id, input.reason, context.now, context.policy
        )
    except Refused as refused:
        return PersonPayload(person=None, errors=user_errors(refused, info))
    return PersonPayload(person=to_person(person, operator, context), errors=[])
