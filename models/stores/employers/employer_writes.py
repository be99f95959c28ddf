"""Writing employers. The use case has checked that the caller may."""

from collections.abc import Collection
from datetime import date

from models.rules.employers.employer import Employer, EmployerDetails
from models.rules.employers.searched_employer import employer_keys
from models.rules.hash_chain import ChainHead
from models.stores.bulk_insert import bulk_insert
from models.stores.sql import Statement
from models.tables.employers import ContractRow, EmployerRow


async def employer_exists(siret: str) -> bool:
    return await EmployerRow.filter(siret=siret).exists()


async def sirets_taken(sirets: Collection[str]) -> set[str]:
    """Return those of these SIRETs that an employer has."""
    rows = await EmployerRow.filter(siret__in=list(sirets)).values_list("siret", flat=True)
    return set(map(str, rows))


async def contract_numbers_taken(numbers: Collection[str]) -> set[str]:
    """Return those of these contract numbers that an employer has."""
    rows = await EmployerRow.filter(contract_number__in=list(numbers)).values_list(
        "contract_number", flat=True
    )
    return set(map(str, rows))


async def insert_employer(details: EmployerDetails, today: date) -> int | None:
    """Return the new employer's id; None, and nothing written, if its SIRET or contract number is taken.

    Of two transactions that insert the same employer at the same moment, the second waits, then gets None.
    """
    columns = {
        **_detail_columns(details),
        "history_sequence": ChainHead().sequence,
        "history_hash": ChainHead().hash,
        "expiries_told_on": today,
        "version": 1,
    }
    statement = Statement()
    values = ", ".join(statement.value(value) for value in columns.values())
    rows = await statement.rows(
        f"INSERT INTO employer ({', '.join(columns)}) VALUES ({values}) ON CONFLICT DO NOTHING RETURNING id"
    )
    if not rows:
        return None
    employer_id = int(rows[0]["id"])
    await _insert_contracts(employer_id, details.funds)
    return employer_id


async def save_employer(employer: Employer) -> None:
    """Write the details, and the version that the employer has from now on."""
    await EmployerRow.filter(id=employer.id).update(**_detail_columns(employer), version=employer.version)
    funds = set(map(str, await ContractRow.filter(employer_id=employer.id).values_list("fund", flat=True)))
    await ContractRow.filter(employer_id=employer.id, fund__in=list(funds - employer.funds)).delete()
    await _insert_contracts(employer.id, employer.funds - funds)


async def _insert_contracts(employer_id: int, funds: Collection[str]) -> None:
    await bulk_insert("contract", ({"employer_id": employer_id, "fund": fund} for fund in sorted(funds)))


def _detail_columns(details: EmployerDetails) -> dict[str, str | None]:
    """The columns of the details without the contracts, with the folded copies (L1, E2)."""
    representative = details.representative
    return {
        "name": details.name,
        "siret": details.siret,
        "contract_number": details.contract_number,
        "postal_address": "\n".join(details.postal_address),
        "representative_civility": representative.civility,
        "representative_last_name": representative.last_name,
        "representative_first_name": representative.first_name,
        "representative_title": representative.title,
        **employer_keys(
            name=details.name,
            siret=details.siret,
            contract_number=details.contract_number,
            postal_address=details.postal_address,
        ),
    }
