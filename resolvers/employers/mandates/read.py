"""Reading the mandates that an employer gave, and those that it holds as a centre (E1, E4)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.employers.mandate import Mandate
from models.stores.employers.employers import employers_by_id
from models.stores.employers.mandates import (
    holders_by_mandate,
    mandates_by_id,
    mandates_given,
    mandates_held,
)
from resolvers.caller import Caller, require_own_administrator


@dataclass(frozen=True, slots=True)
class MandateDetails:
    """A mandate with what each side may know of the other: its name, and the holders."""

    mandate: Mandate
    giver: Employer
    centre: Employer
    holders: tuple[Account, ...]


async def read_mandates_given(caller: Caller, employer_id: int) -> list[MandateDetails]:
    """Return what the employer gave, the latest first. Raises: Refused, as `require_own_administrator`."""
    require_own_administrator(caller, employer_id)
    return await read_details(await mandates_given(employer_id))


async def read_mandates_held(caller: Caller, employer_id: int) -> list[MandateDetails]:
    """Return what the employer was given. Raises: Refused, as `require_own_administrator`."""
    require_own_administrator(caller, employer_id)
    return await read_details(await mandates_held(employer_id))


async def read_mandates(caller: Caller, ids: Collection[int]) -> list[MandateDetails]:
    """Return those of these mandates of which the caller's own employer is a side; none for a user."""
    account = caller.signed_in()
    if account.employer_id not in caller.administers:
        return []
    return await read_details(await mandates_by_id(ids, account.employer_id))


async def read_details(mandates: Sequence[Mandate]) -> list[MandateDetails]:
    """Return mandates that the caller may see with their sides and holders, in three queries at most."""
    if not mandates:
        return []
    sides = await employers_by_id({side for m in mandates for side in (m.giver_id, m.centre_id)})
    holders = await holders_by_mandate([mandate.id for mandate in mandates])
    return [MandateDetails(m, sides[m.giver_id], sides[m.centre_id], tuple(holders[m.id])) for m in mandates]
