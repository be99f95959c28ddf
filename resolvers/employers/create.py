"""Creating employers with their first administrators: all of them in one transaction, or none."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from models.database import transaction
from models.rules.accounts.account import Account, Details
from models.rules.accounts.same_person import same_person
from models.rules.employers.employer import Employer, EmployerDetails, check_contract_number
from models.rules.employers.employer_refusals import (
    administrator_repeated,
    contract_number_taken,
    repeated,
    siret_taken,
)
from models.rules.history_entry import OPERATOR
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Profile
from models.stores.employers.employer_writes import contract_numbers_taken, insert_employer, sirets_taken
from models.stores.employers.employers import employers_by_id
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.accounts.open_account import AccountOpening, open_account
from resolvers.employers.details import EmployerInput, check_employer, check_siret


@dataclass(frozen=True, slots=True)
class EmployerCreation:
    """A request to create an employer; it may have its first administrators later."""

    employer: EmployerInput
    administrators: tuple[DetailsInput, ...] = ()


@dataclass(frozen=True, slots=True)
class CreatedEmployer:
    employer: Employer
    administrators: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class _Checked:
    details: EmployerDetails
    administrators: tuple[Details, ...]


async def check_employer_creations(creations: Sequence[EmployerCreation]) -> None:
    """Check the requests, as `create_employers` does; nothing is written. Raises: Refused, likewise."""
    await _checked(creations)


async def create_employers(
    creations: Sequence[EmployerCreation], now: datetime, policy: Policy
) -> list[CreatedEmployer]:
    """Create each employer and the accounts of its administrators, whose invitations are queued (C1).

    Raises: Refused, with every refusal of every request, whose field begins with the place of the request;
    nothing is written then.
    """
    checked = await _checked(creations)
    async with transaction():
        return [await _create(place, request, now, policy) for place, request in enumerate(checked)]


async def _create(place: int, request: _Checked, now: datetime, policy: Policy) -> CreatedEmployer:
    today = paris_day(now)
    employer_id = await insert_employer(request.details, today)
    if employer_id is None:  # since the check, by another
        raise Refused(siret_taken().under(str(place), "siret"))
    employer = (await employers_by_id([employer_id]))[employer_id]
    accounts = [
        await open_account(
            AccountOpening(details, Profile.ADMINISTRATOR, {}), employer, None, OPERATOR, now, today, policy
        )
        for details in request.administrators
    ]
    return CreatedEmployer(employer, tuple(accounts))


async def _checked(creations: Sequence[EmployerCreation]) -> list[_Checked]:
    rejected = await _conflicts(creations)
    checked: list[_Checked] = []
    for place, creation in enumerate(creations):
        try:
            checked.append(_check(creation))
        except Refused as error:
            rejected += (refusal.under(str(place), *(refusal.field or ())) for refusal in error.refusals)
    if rejected:
        raise Refused(*sorted(rejected, key=_place))
    return checked


def _place(refusal: Refusal) -> int:
    return int((refusal.field or ("0",))[0])


def _check(creation: EmployerCreation) -> _Checked:
    rejected: list[Refusal] = []
    employer: EmployerDetails | None = None
    administrators: dict[int, Details] = {}
    try:
        employer = check_employer(creation.employer)
    except Refused as error:
        rejected += error.refusals
    for number, person in enumerate(creation.administrators):
        try:
            administrators[number] = check_details(person, Profile.ADMINISTRATOR)
        except Refused as error:
            path = ("administrators", str(number))
            rejected += (refusal.under(*path, *(refusal.field or ())) for refusal in error.refusals)
    rejected += _repeated_administrators(administrators)
    if employer is None or rejected:
        raise Refused(*rejected)
    return _Checked(employer, tuple(administrators.values()))


def _repeated_administrators(administrators: Mapping[int, Details]) -> Iterator[Refusal]:
    """Yield a refusal for each administrator, by place, who seems to be one above: the rule of duplicates."""
    for place, person in administrators.items():
        for earlier, other in administrators.items():
            if earlier < place and (field := same_person(person, other)):
                yield administrator_repeated(earlier + 1).under("administrators", str(place), field)
                break


async def _conflicts(creations: Sequence[EmployerCreation]) -> list[Refusal]:
    """Return the refusal of each SIRET and contract number that is taken, or that the requests repeat."""
    sirets = [check_siret(creation.employer["siret"]) for creation in creations]
    numbers = [check_contract_number(creation.employer["contract_number"]) for creation in creations]
    return [
        *_taken(sirets, await sirets_taken(_valid(sirets)), siret_taken(), "siret"),
        *_taken(
            numbers, await contract_numbers_taken(_valid(numbers)), contract_number_taken(), "contractNumber"
        ),
    ]


def _valid(values: Sequence[str | Refusal]) -> set[str]:
    return {value for value in values if isinstance(value, str)}


def _taken(
    values: Sequence[str | Refusal], taken: set[str], refusal: Refusal, field: str
) -> Iterator[Refusal]:
    first: dict[str, int] = {}
    for place, value in enumerate(values):
        if isinstance(value, Refusal):
            continue
        if value in taken:
            yield refusal.under(str(place), field)
        elif first.setdefault(value, place) != place:
            yield repeated(first[value] + 1).under(str(place), field)
