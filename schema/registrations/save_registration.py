"""saveRegistration."""

from typing import Annotated

import strawberry

from models.rules.refusals import Refused
from models.rules.registrations.form import FormAdministrator, FormRepresentative, RegistrationForm
from resolvers.registrations.save import save_registration as use_case
from schema.context import Info
from schema.registrations.inputs import TOKEN_DESCRIPTION, DraftAdministratorInput, DraftRepresentativeInput
from schema.registrations.rate_limits import check_email_limit
from schema.sign_in.constant_time import ConstantTime
from schema.types.user_error import UserError, user_errors


@strawberry.input(description="A form to go on with later: as far as it was filled in, and not checked yet.")
class SaveRegistrationInput:
    email: str = strawberry.field(description="Where the link goes with which to go on.")
    siret: str | None = strawberry.field(default=None, description="As it stands in the form.")
    contract_number: str | None = strawberry.field(default=None, description="As it stands in the form.")
    name: str | None = strawberry.field(default=None, description="As it stands in the form.")
    postal_address: list[str] | None = strawberry.field(
        default=None, description="As it stands in the form, line by line."
    )
    representative: DraftRepresentativeInput | None = strawberry.field(
        default=None, description="As it stands in the form."
    )
    administrator: DraftAdministratorInput | None = strawberry.field(
        default=None, description="As it stands in the form."
    )
    token: str | None = strawberry.field(
        default=None,
        description=f"{TOKEN_DESCRIPTION} The saved form that this replaces, under the same link "
        "unless the e-mail changes; left out for a new one.",
    )

    def to_form(self) -> RegistrationForm:
        return RegistrationForm(
            name=self.name,
            siret=self.siret,
            contract_number=self.contract_number,
            postal_address=None if self.postal_address is None else tuple(self.postal_address),
            representative=self.representative.to_form() if self.representative else FormRepresentative(),
            administrator=self.administrator.to_form() if self.administrator else FormAdministrator(),
        )


@strawberry.type(description="The same answer and time whatever was saved before. The link goes by e-mail.")
class SaveRegistrationPayload:
    errors: list[UserError] = strawberry.field(
        description="INVALID e-mail, TOO_LONG, RATE_LIMITED, or empty."
    )


async def save_registration(
    info: Info, input: Annotated[SaveRegistrationInput, strawberry.argument(description="The form.")]
) -> SaveRegistrationPayload:
    context = info.context
    constant_time = ConstantTime(context.policy.refusal_seconds)
    try:
        context.caller.person_only()
        await check_email_limit(context, input.email)
        await use_case(input.email, input.to_form(), input.token, context.now, context.policy)
    except Refused as refused:
        return SaveRegistrationPayload(errors=user_errors(refused, info))
    finally:
        await constant_time.wait()
    return SaveRegistrationPayload(errors=[])
