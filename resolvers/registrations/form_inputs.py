"""A stored form as the inputs from which an employer and an account are made (N1)."""

from models.rules.registrations.form import FormAdministrator, RegistrationForm
from resolvers.accounts.details import DetailsInput
from resolvers.employers.details import EmployerInput, RepresentativeInput


def employer_input(form: RegistrationForm) -> EmployerInput:
    """Return the form of an approved registration, which holds the funds too."""
    person = form.representative
    return EmployerInput(
        name=form.name or "",
        siret=form.siret or "",
        contract_number=form.contract_number or "",
        postal_address=form.postal_address or (),
        representative=RepresentativeInput(
            civility=person.civility,
            last_name=person.last_name or "",
            first_name=person.first_name or "",
            title=person.title,
        ),
        funds=form.funds or (),
    )


def details_input(administrator: FormAdministrator) -> DetailsInput:
    return DetailsInput(
        civility=administrator.civility,
        last_name=administrator.last_name,
        first_name=administrator.first_name,
        email=administrator.email,
        phone=administrator.phone,
        department=administrator.department,
        professional_address=administrator.professional_address,
    )
