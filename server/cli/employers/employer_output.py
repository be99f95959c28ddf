"""Employers and their administrators as commands print them: in lines, and as objects for JSON."""

from collections.abc import Iterator

from models.rules.employers.employer import Employer, EmployerSummary
from resolvers.employers.read import AdministratorState
from server.cli.terminal import counted


def employer_lines(employer: Employer) -> Iterator[str]:
    representative = employer.representative
    yield f"{employer.contract_number}  {employer.siret}  {employer.name}"
    if employer.closed_on:
        yield f"  closed on {employer.closed_on}"
    yield f"  address: {', '.join(employer.postal_address)}"
    title = f", {representative.title}" if representative.title else ""
    yield (
        f"  legal representative: {representative.civility} {representative.first_name} "
        f"{representative.last_name}{title}"
    )
    yield f"  contracts: {' '.join(sorted(employer.funds))}"


def administrator_line(state: AdministratorState) -> str:
    locked = ", locked" if state.locked else ""
    invitation = f", invitation {state.invitation}" if state.invitation else ""
    return f"  administrator {state.account.label}: {state.status}{locked}{invitation}"


def summary_line(summary: EmployerSummary) -> str:
    closed = f", closed on {summary.closed_on}" if summary.closed_on else ""
    people = counted(summary.administrators, "administrator")
    return (
        f"{summary.contract_number}  {summary.siret}  {summary.name}: "
        f"{counted(summary.accounts, 'account')}, {people} who can sign in{closed}"
    )


def summary_object(summary: EmployerSummary) -> dict[str, object]:
    return {
        "contractNumber": summary.contract_number,
        "siret": summary.siret,
        "name": summary.name,
        "accounts": summary.accounts,
        "activeAdministrators": summary.administrators,
        "closedOn": summary.closed_on.isoformat() if summary.closed_on else None,
    }


def employer_object(employer: Employer) -> dict[str, object]:
    representative = employer.representative
    return {
        "name": employer.name,
        "siret": employer.siret,
        "contractNumber": employer.contract_number,
        "postalAddress": employer.postal_address,
        "representative": {
            "civility": representative.civility,
            "lastName": representative.last_name,
            "firstName": representative.first_name,
            "title": representative.title,
        },
        "funds": sorted(employer.funds),
        "closedOn": employer.closed_on.isoformat() if employer.closed_on else None,
    }


def administrator_object(state: AdministratorState) -> dict[str, object]:
    account = state.account
    return {
        "identifier": account.identifier,
        "lastName": account.last_name,
        "firstName": account.first_name,
        "email": account.email,
        "status": state.status,
        "locked": state.locked,
        "invitation": state.invitation,
        "expiresOn": account.expires_on.isoformat(),
    }
