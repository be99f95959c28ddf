"""Creating an account: account, rights, e-mail, letter and history in one transaction, or none (C1)."""

from dataclasses import dataclass
from datetime import datetime

from models.catalogue import services
from models.rules.accounts.account import Account, Details
from models.rules.accounts.rights import rights_refusals
from models.rules.employers.employer import Employer
from models.rules.employers.mandate_refusals import administrators_stay_theirs
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.vocabulary import AccessLevel, MandateScope, Profile
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.employers import employers_by_id
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.accounts.duplicates import check_duplicates
from resolvers.accounts.open_account import AccountOpening, open_account
from resolvers.caller import Caller, require_administrator_of
from resolvers.employer_transaction import caller_transaction
from resolvers.idempotency import check_idempotency_key, run_once


@dataclass(frozen=True, slots=True)
class Creation:
    """A request to create an account. `rights` are pairs of service code and level, in the order sent."""

    employer_id: int
    details: DetailsInput
    profile: Profile
    rights: tuple[tuple[str, AccessLevel], ...]
    idempotency_key: str | None = None
    allow_duplicate: bool = False
    """Whether the caller has confirmed that a person who seems to have an account needs another."""


async def check_creation(caller: Caller, request: Creation) -> None:
    """Check a creation as far as the request alone decides it; nothing is written.

    Raises: Refused, with the same refusals as `create`.
    """
    employer, details, _, _ = await _checked(caller, request)
    if not request.allow_duplicate:
        await check_duplicates(employer.id, details)


async def create(caller: Caller, request: Creation, now: datetime, policy: Policy) -> Account:
    """Create an account with rights, invitation, letter and history entry (C1).

    Raises: Refused, with every refusal at once; nothing is written then.
    """
    employer, details, levels, key = await _checked(caller, request)
    employer_id = employer.id

    async with caller_transaction(caller, employer_id, now) as today:
        creator = caller.signed_in()

        async def act() -> int:
            if not request.allow_duplicate:
                await check_duplicates(employer_id, details)
            opening = AccountOpening(details, request.profile, levels)
            account = await open_account(opening, employer, creator, caller.actor, now, today, policy)
            return account.id

        account_id = await run_once(creator.id, key, ["create", request], now, policy, act)
        return (await accounts_by_id([account_id], [employer_id]))[account_id]


async def _checked(
    caller: Caller, request: Creation
) -> tuple[Employer, Details, dict[str, AccessLevel], str | None]:
    scope = MandateScope.MANAGE
    employer_id = require_administrator_of(caller, request.employer_id, "employerId", scope=scope)
    key = check_idempotency_key(request.idempotency_key)
    employer = (await employers_by_id([employer_id]))[employer_id]
    available = services(employer.funds)
    if employer_id in caller.mandates and request.profile is Profile.ADMINISTRATOR:
        raise Refused(administrators_stay_theirs().under("profile"))
    refusals = rights_refusals(request.rights, {service.code: service for service in available})
    try:
        details = check_details(request.details, request.profile)
    except Refused as error:
        raise Refused(*error.refusals, *refusals) from None
    if refusals:
        raise Refused(*refusals)
    rights = {service.code: dict(request.rights).get(service.code) for service in available}
    return employer, details, {code: level for code, level in rights.items() if level}, key
