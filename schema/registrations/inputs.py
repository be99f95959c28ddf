"""What the forms of registration and succession hold (N1, N2)."""

import strawberry

from models.rules.registrations.form import FormAdministrator, FormRepresentative, RegistrationForm
from resolvers.accounts.details import DetailsInput
from schema.types.enums import Civility

TOKEN_DESCRIPTION = "From the link in the e-mail."  # noqa: S105 - no secret


@strawberry.input(description="The first administrator, whose account opens once the code is entered.")
class FirstAdministratorInput:
    civility: Civility = strawberry.field(description="How they are addressed.")
    last_name: str = strawberry.field(description="At most 100 characters.")
    first_name: str = strawberry.field(description="At most 100 characters.")
    email: str = strawberry.field(description="Where the answer, and later the invitation, go.")
    phone: str | None = strawberry.field(default=None, description="As people write it, or +33….")
    department: str | None = strawberry.field(default=None, description="E.g. RH.")
    professional_address: list[str] = strawberry.field(
        description="Line by line: at most 6 of 38 characters."
    )

    def to_details(self) -> DetailsInput:
        return DetailsInput(
            civility=self.civility,
            last_name=self.last_name,
            first_name=self.first_name,
            email=self.email,
            phone=self.phone,
            department=self.department,
            professional_address=tuple(self.professional_address),
        )


@strawberry.input(description="The legal representative in a saved form, as far as it was filled in.")
class DraftRepresentativeInput:
    civility: Civility | None = strawberry.field(default=None, description="How they are addressed.")
    last_name: str | None = strawberry.field(default=None, description="As it stands in the form.")
    first_name: str | None = strawberry.field(default=None, description="As it stands in the form.")
    title: str | None = strawberry.field(default=None, description="As it stands in the form.")

    def to_form(self) -> FormRepresentative:
        return FormRepresentative(self.civility, self.last_name, self.first_name, self.title)


@strawberry.input(description="The first administrator in a saved form, as far as it was filled in.")
class DraftAdministratorInput:
    civility: Civility | None = strawberry.field(default=None, description="How they are addressed.")
    last_name: str | None = strawberry.field(default=None, description="As it stands in the form.")
    first_name: str | None = strawberry.field(default=None, description="As it stands in the form.")
    email: str | None = strawberry.field(default=None, description="As it stands in the form.")
    phone: str | None = strawberry.field(default=None, description="As it stands in the form.")
    department: str | None = strawberry.field(default=None, description="As it stands in the form.")
    professional_address: list[str] | None = strawberry.field(
        default=None, description="As it stands in the form, line by line."
    )

    def to_form(self) -> FormAdministrator:
        return FormAdministrator(
            self.civility,
            self.last_name,
            self.first_name,
            self.email,
            self.phone,
            self.department,
            None if self.professional_address is None else tuple(self.professional_address),
        )


@strawberry.input(description="The form of a registration, as far as it is filled in.")
class RegistrationFormInput:
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

    def to_form(self) -> RegistrationForm:
        return RegistrationForm(
            name=self.name,
            siret=self.siret,
            contract_number=self.contract_number,
            postal_address=None if self.postal_address is None else tuple(self.postal_address),
            representative=self.representative.to_form() if self.representative else FormRepresentative(),
            administrator=self.administrator.to_form() if self.administrator else FormAdministrator(),
        )
