"""An employer's details: checked, and normalised to the form in which they are stored (Words)."""

from collections.abc import Callable
from typing import Any, TypedDict

from stdnum.exceptions import ValidationError
from stdnum.fr import siret as siret_number

from models.catalogue import themes
from models.rules import refusals
from models.rules.accounts.account import check_name
from models.rules.accounts.rights import MULTI_FUND
from models.rules.employers.employer import (
    EmployerDetails,
    LegalRepresentative,
    check_contract_number,
    check_employer_address,
    check_employer_name,
    check_title,
)
from models.rules.employers.employer_refusals import fund_unknown, siret_malformed
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Civility


class RepresentativeInput(TypedDict):
    civility: Civility | None
    last_name: str
    first_name: str
    title: str | None


class EmployerInput(TypedDict):
    """The details of a request, as they were typed."""

    name: str
    siret: str
    contract_number: str
    postal_address: tuple[str, ...]
    representative: RepresentativeInput
    funds: tuple[str, ...]


class EmployerChanges(TypedDict, total=False):
    """Some details of a request, as they were typed."""

    name: str
    siret: str
    contract_number: str
    postal_address: tuple[str, ...]
    representative: RepresentativeInput
    funds: tuple[str, ...]


_REPRESENTATIVE_FIELDS = {
    "civility": "civility",
    "last_name": "lastName",
    "first_name": "firstName",
    "title": "title",
}
_FIELDS = {
    "name": "name",
    "siret": "siret",
    "contract_number": "contractNumber",
    "postal_address": "postalAddress",
    "funds": "funds",
}


def check_employer(employer_input: EmployerInput) -> EmployerDetails:
    """Check the details of an employer. Raises: Refused, as `check_employer_changes`."""
    return EmployerDetails(**check_employer_changes(EmployerChanges(**employer_input)))


def check_employer_without_funds(employer_input: EmployerInput) -> EmployerDetails:
    """Check the details that a registration has: an operator adds the funds. Raises: Refused, likewise."""
    typed = EmployerChanges(**employer_input)
    typed.pop("funds", None)
    return EmployerDetails(**check_employer_changes(typed), funds=frozenset())


def check_employer_changes(changes: EmployerChanges) -> dict[str, Any]:
    """Check some details of an employer; return them by the names of `EmployerDetails`.

    Raises: Refused, with every refusal at once, each under the name that its field has in the schema.
    """
    rejected: list[Refusal] = []

    def checked(values: Any, fields: dict[str, str], *path: str) -> dict[str, Any]:
        results = {name: _CHECKS[name](values[name]) for name in fields if name in values}
        for name, result in results.items():
            if isinstance(result, Refusal):
                rejected.append(result.under(*path, fields[name], *(result.field or ())))
        return results

    details = checked(changes, _FIELDS)
    person = changes.get("representative")
    representative = checked(person, _REPRESENTATIVE_FIELDS, "representative") if person else None
    if rejected:
        raise Refused(*rejected)
    if representative is not None:
        details["representative"] = LegalRepresentative(**representative)
    return details


def check_siret(text: str) -> str | Refusal:
    """Return the 14 digits of a SIRET whose check digits are right, La Poste's own sum included."""
    if not text.strip():
        return refusals.required()
    try:
        return siret_number.validate(text)
    except ValidationError:
        return siret_malformed()


def known_funds() -> frozenset[str]:
    """Return the funds of the catalogue that an employer can have a contract with."""
    services = (service for theme in themes() for service in theme.services)
    return frozenset(service.fund for service in services) - {MULTI_FUND}


def check_funds(codes: tuple[str, ...]) -> frozenset[str] | Refusal:
    """Return the funds, whose codes may be typed in small letters; at least one is required."""
    funds = [code.strip().upper() for code in codes]
    for place, fund in enumerate(funds):
        if fund not in known_funds():
            return fund_unknown(codes[place], known_funds()).under(str(place))
    return frozenset(funds) if funds else refusals.required()


_CHECKS: dict[str, Callable[[Any], object]] = {
    "name": check_employer_name,
    "siret": check_siret,
    "contract_number": check_contract_number,
    "postal_address": check_employer_address,
    "funds": check_funds,
    "civility": lambda civility: civility or refusals.required(),
    "last_name": check_name,
    "first_name": check_name,
    "title": check_title,
}
