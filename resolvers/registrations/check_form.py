"""Checking a form as far as it is filled in, step by step, before it is sent (N1)."""

from models.rules.refusals import Refusal, Refused
from models.rules.registrations.form import RegistrationForm
from resolvers.employers.details import check_employer_without_funds
from resolvers.registrations.form_inputs import details_input, employer_input
from resolvers.registrations.request import check_administrator
from resolvers.registrations.save import too_large


def check_form(form: RegistrationForm) -> list[Refusal]:
    """Return every refusal that sending the form would bring, but those of what is None.

    No database is read: the answer says nothing about which employers are registered. Of a form that is too
    large to be saved, only that is said: anyone may send one, and checking it would take long.
    """
    if excesses := list(too_large(form)):
        return excesses
    refusals: list[Refusal] = []
    try:
        check_employer_without_funds(employer_input(form))
    except Refused as error:
        refusals += error.refusals
    administrator = check_administrator(details_input(form.administrator))
    if isinstance(administrator, list):
        refusals += administrator
    typed = {path for path, value in _values(form).items() if value is not None}
    return [refusal for refusal in refusals if _without_line(refusal) in typed]


def _without_line(refusal: Refusal) -> tuple[str, ...]:
    """Return the path of the field, without the number of a line of an address."""
    return tuple(part for part in refusal.field or () if not part.isdigit())


def _values(form: RegistrationForm) -> dict[tuple[str, ...], object]:
    representative, administrator = form.representative, form.administrator
    return {
        ("siret",): form.siret,
        ("contractNumber",): form.contract_number,
        ("name",): form.name,
        ("postalAddress",): form.postal_address,
        ("representative", "civility"): representative.civility,
        ("representative", "lastName"): representative.last_name,
        ("representative", "firstName"): representative.first_name,
        ("representative", "title"): representative.title,
        ("administrator", "civility"): administrator.civility,
        ("administrator", "lastName"): administrator.last_name,
        ("administrator", "firstName"): administrator.first_name,
        ("administrator", "email"): administrator.email,
        ("administrator", "phone"): administrator.phone,
        ("administrator", "department"): administrator.department,
        ("administrator", "professionalAddress"): administrator.professional_address,
    }
