"""Creating an account: account, rights, e-mail, letter and history in one transaction, or none (C1)."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from models.catalogue import services
from models.rules.accounts.account import Account, Details
from models.rules.accounts.account_changes import first_values, right_changes
from models.rules.accounts.expiry import expiry_date
from models.rules.accounts.identifier import make_identifier
from models.rules.accounts.rights import rights_refusals
from models.rules.employers.employer import Employer
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.vocabulary import AccessLevel, MessageKind, Operation, Profile
from models.stores.accounts.account_writes import NewAccount, identifier_taken, insert_account
from models.stores.accounts.accounts import accounts_by_id
from models.stores.accounts.rights import save_rights
from models.stores.employers.employers import employers_by_id
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.accounts.duplicates import check_duplicates
from resolvers.caller import Caller, require_administrator_of
from resolvers.employer_transaction import caller_transaction
from resolvers.history.record import history_event, record_history
from resolvers.idempotency import check_idempotency_key, run_once
from resolvers.messages.compose import is_letter_sent, queue_first_invitations, queue_letter


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
            account = await _insert(request, details, now, today, policy)
            await save_rights(account.id, levels)
            await queue_first_invitations([account], employer, creator, now, today, policy)
            if is_letter_sent(account.profile, policy):
                await queue_letter(
                    MessageKind.CREATION_LETTER, account, employer, creator, now, today, policy
                )
            changes = [
                *first_values(account.identifier, account.details, account.profile, account.expires_on),
                *right_changes({code: (AccessLevel.NONE, level) for code, level in levels.items()}),
            ]
            created = history_event(Operation.ACCOUNT_CREATED, account, changes)
            await record_history(employer_id, caller.actor, [created], [(None, account)], now, today)
            return account.id

        account_id = await run_once(creator.id, key, ["create", request], now, policy, act)
        return (await accounts_by_id([account_id], [employer_id]))[account_id]


async def _checked(
    caller: Caller, request: Creation
) -> tuple[Employer, Details, dict[str, AccessLevel], str | None]:
    employer_id = require_administrator_of(caller, request.employer_id, "employerId")
    key = check_idempotency_key(request.idempotency_key)
    employer = (await employers_by_id([employer_id]))[employer_id]
    available = services(employer.funds)
    refusals = rights_refusals(request.rights, {service.code: service for service in available})
    try:
        details = check_details(request.details, request.profile)
    except Refused as error:
        raise Refused(*error.refusals, *refusals) from None
    if refusals:
        raise Refused(*refusals)
    rights = {service.code: dict(request.rights).get(service.code) for service in available}
    return employer, details, {code: level for code, level in rights.items() if level}, key


async def _insert(request: Creation, details: Details, now: datetime, today: date, policy: Policy) -> Account:
    new = NewAccount(
        employer_id=request.employer_id,
        identifier=await _free_identifier(details),
        details=details,
        profile=request.profile,
        expires_on=expiry_date(today, policy.validity_months),
        created_at=now,
    )
    return await insert_account(new)


async def _free_identifier(details: Details) -> str:
    """Draw an identifier that no account has or ever had (A4)."""
    while True:
        identifier = make_identifier(details.first_name, details.last_name, secrets.choice)
        if not await identifier_taken(identifier):
            return identifier
