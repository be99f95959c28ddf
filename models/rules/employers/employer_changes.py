"""What the history records of an employer's details (H1)."""

from models.rules.employers.employer import EmployerDetails, LegalRepresentative
from models.rules.history_entry import Change, changes_between
from models.rules.messages.salutation import CIVILITIES


def employer_changes(before: EmployerDetails, after: EmployerDetails) -> tuple[Change, ...]:
    """Return one change for each detail that differs, by the names of the schema."""
    return changes_between(_for_history(before), _for_history(after))


def _for_history(details: EmployerDetails) -> dict[str, str | None]:
    return {
        "name": details.name,
        "siret": details.siret,
        "contractNumber": details.contract_number,
        "postalAddress": "\n".join(details.postal_address),
        "legalRepresentative": _named(details.representative),
        "funds": " ".join(sorted(details.funds)),
    }


def _named(person: LegalRepresentative) -> str:
    """Return one text, such as Madame Anne Le Goff, Directrice générale: one person follows another."""
    name = f"{CIVILITIES[person.civility]} {person.first_name} {person.last_name}"
    return f"{name}, {person.title}" if person.title else name
