"""requestRegistration."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from resolvers.employers.details import EmployerInput
from resolvers.registrations.request import RegistrationRequest
from resolvers.registrations.request import request_registration as use_case
from schema.context import Info
from schema.employers.inputs import RepresentativeInput
from schema.registrations.inputs import FirstAdministratorInput
from schema.registrations.rate_limits import check_email_limit
from schema.sign_in.constant_time import ConstantTime
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="An employer to register, with its first administrator.")
class RequestRegistrationInput:
    siret: str = strawberry.field(description="14 digits; spaces do not matter.")
    contract_number: str = strawberry.field(description="E.g. VF201.")
    name: str = strawberry.field(description="E.g. CHRU DE NANTES; at most 200 characters.")
    postal_address: list[str] = strawberry.field(
        description="Where letters to the legal representative go: at most 6 lines of 38 characters."
    )
    representative: RepresentativeInput = strawberry.field(description="Receives the letter with the code.")
    administrator: FirstAdministratorInput = strawberry.field(description="Receives the answer by e-mail.")
    token: str | None = strawberry.field(
        default=None, description="Of the saved form that this goes on with, which it then replaces."
    )

    def to_request(self) -> RegistrationRequest:
        employer = EmployerInput(
            name=self.name,
            siret=self.siret,
            contract_number=self.contract_number,
            postal_address=tuple(self.postal_address),
            representative=self.representative.to_representative(),
            funds=(),
        )
        return RegistrationRequest(employer, self.administrator.to_details(), self.token)


@strawberry.type(
    description="The same answer and time whether or not the employer is registered already: the first "
    "administrator's e-mail says which."
)
class RequestRegistrationPayload:
    errors: list[UserError] = strawberry.field(
        description="What is wrong in the form, RATE_LIMITED, or empty."
    )


async def request_registration(
    info: Info, input: Annotated[RequestRegistrationInput, strawberry.argument(description="The form.")]
) -> RequestRegistrationPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await check_email_limit(context, input.administrator.email)
        await use_case(input.to_request(), context.now, context.policy)
    except Refused as refused:
        return RequestRegistrationPayload(errors=user_errors(refused, info))
    finally:
        await constant_time.wait()
    return RequestRegistrationPayload(errors=[])
