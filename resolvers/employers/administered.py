"""The employers that a caller may act for, what is due in each, and people searched across them (E2, E3)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from models.rules.accounts.search import AccountPage, Search, SortKey
from models.rules.employers.administered import AdministeredKey, DueCounts
from models.rules.employers.employer import Employer
from models.rules.looked_up_text import employer_number
from models.rules.refusals import Refused, required
from models.stores.accounts.people import people_page
from models.stores.employers.administered import administered_page, count_administered
from models.stores.employers.employers import employer_by_number, employers_by_id
from models.stores.employers.mandates import mandates_acted_under
from resolvers.caller import Caller, require_administrator
from resolvers.employers.mandates.read import MandateDetails, read_details


@dataclass(frozen=True, slots=True)
class AdministeredEmployer:
    """An employer that the caller may act for; `mandate` is None for their own."""

    employer: Employer
    mandate: MandateDetails | None
    due: DueCounts


@dataclass(frozen=True, slots=True)
class AdministeredEmployers:
    """A page of them, each with its key. `more`: others follow."""

    employers: list[AdministeredEmployer]
    keys: list[AdministeredKey]
    more: bool


async def read_administered(
    caller: Caller,
    terms: Collection[str],
    today: date,
    *,
    due_first: bool,
    limit: int,
    beyond: AdministeredKey | None,
) -> AdministeredEmployers:
    """Return a page of the employers that the caller may act for; none unless they administer any.

    Six statements at most, whatever their number.
    """
    if caller.account is None or not caller.administers:
        return AdministeredEmployers([], [], more=False)
    page = await administered_page(
        caller.administers, terms, today, due_first=due_first, limit=limit, beyond=beyond
    )
    ids = [due.employer_id for due in page.counts]
    employers = await employers_by_id(ids)
    mandates = await _mandates(caller, ids, today)
    return AdministeredEmployers(
        [
            AdministeredEmployer(employers[due.employer_id], mandates.get(due.employer_id), due)
            for due in page.counts
            # A mandate may end while the request is answered.
            if due.employer_id in mandates or due.employer_id not in caller.mandates
        ],
        page.keys,
        page.more,
    )


async def read_acting_for(
    caller: Caller, contract_number: str, today: date
) -> tuple[Employer, MandateDetails | None] | None:
    """Return the employer with this contract number and the mandate acted under, None for the caller's own.

    None when the caller may not act for it, as if it did not exist (E3).
    """
    if not caller.administers:
        return None
    if employer_number(contract_number) != contract_number:
        return None
    employer = await employer_by_number(contract_number)
    if employer is None or employer.contract_number != contract_number:
        return None  # the number is the SIRET of one
    if employer.id not in caller.administers:
        return None
    mandate = (await _mandates(caller, [employer.id], today)).get(employer.id)
    if mandate is None and employer.id in caller.mandates:
        return None  # it ended while the request is answered
    return employer, mandate


async def count_administered_employers(caller: Caller, terms: Collection[str]) -> int:
    """Return how many employers `read_administered` pages through."""
    return await count_administered(caller.administers, terms) if caller.administers else 0


async def read_people(caller: Caller, search: Search, *, limit: int, beyond: SortKey | None) -> AccountPage:
    """Return a page of the accounts of all employers that the caller administers, to look at (E2).

    Raises: Refused(NOT_SIGNED_IN or FORBIDDEN) unless they administer any; REQUIRED without a term, since
    this is no list of everyone.
    """
    require_administrator(caller)
    if not search.terms:
        raise Refused(required().under("search", "text"))
    return await people_page(caller.administers, search, limit=limit, beyond=beyond)


async def _mandates(caller: Caller, givers: Collection[int], today: date) -> dict[int, MandateDetails]:
    held = [giver for giver in givers if giver in caller.mandates]
    if not held:
        return {}
    mandates = await mandates_acted_under(caller.signed_in().id, held, today)
    return {details.giver.id: details for details in await read_details(list(mandates.values()))}
