"""requestSuccession."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.registrations.request_succession import SuccessionRequest
from resolvers.registrations.request_succession import request_succession as use_case
from schema.context import Info
from schema.registrations.inputs import FirstAdministratorInput
from schema.registrations.rate_limits import check_email_limit
from schema.sign_in.constant_time import ConstantTime
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="A new administrator for an employer whose administrators are gone.")
class RequestSuccessionInput:
    employer: str = strawberry.field(description="The exact SIRET or contract number of the employer.")
    administrator: FirstAdministratorInput = strawberry.field(description="Who is to become administrator.")
    reason: str = strawberry.field(description="What happened, for the operator; at most 500 characters.")


@strawberry.type(
    description="The same answer and time whether or not there is such an employer, and whether or not it "
    "has administrators: the e-mail says what follows."
)
class RequestSuccessionPayload:
    errors: list[UserError] = strawberry.field(
        description="What is wrong in the form, RATE_LIMITED, or empty."
    )


async def request_succession(
    info: Info, input: Annotated[RequestSuccessionInput, strawberry.argument(description="The form.")]
) -> RequestSuccessionPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await check_email_limit(context, input.administrator.email)
        request = SuccessionRequest(input.employer, input.administrator.to_details(), input.reason)
        await use_case(request, context.now, context.policy)
    except Refused as refused:
        return RequestSuccessionPayload(errors=user_errors(refused, info))
    finally:
        await constant_time.wait()
    return RequestSuccessionPayload(errors=[])
