"""Creating an account: account, rights, e-mail, letter and history in one transaction, or none (C1)."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from models.catalogue import services
from models.rules.accounts.account import Account, Details
from models.rules.accounts.expiry import expiry_date
from models.rules.accounts.first_values import first_values
from models.rules.accounts.identifier import make_identifier
from models.rules.accounts.rights import ServiceFacts, right_refusal
from models.rules.employer import Employer
from models.rules.history_entry import Change
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused, malformed
from models.rules.vocabulary import AccessLevel, MessageKind, Operation, Profile
from models.stores.accounts.account_writes import NewAccount, identifier_taken, insert_account
from models.stores.accounts.accounts import accounts_by_id
from models.stores.accounts.rights import save_rights
from models.stores.employers import employers_by_id
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.caller import Caller, require_administrator_of
from resolvers.employer_transaction import caller_transaction
from resolvers.history.record import history_event, record_history, right_changes
from resolvers.idempotency import check_idempotency_key, run_once
from resolvers.messages.compose import is_letter_sent, queue_invitations, queue_letter


@dataclass(frozen=True, slots=True)
class Creation:
    """A request to create an account. `rights` are (service code, level), in the order given."""

    employer_id: int
    details: DetailsInput
    profile: Profile
    rights: tuple[tuple[str, AccessLevel], ...]
    idempotency_key: str | None = None


async def check_creation(caller: Caller, asked: Creation) -> None:
    """Check a creation without writing anything, as far as the request decides it. Raises: as `create`."""
    await _checked(caller, asked)


async def create(caller: Caller, asked: Creation, now: datetime, policy: Policy) -> Account:
    """Create an account with rights, invitation, letter and history entry (C1).

    Raises: Refused, with everything that is wrong at once; nothing is written then.
    """
    employer, details, levels, key = await _checked(caller, asked)
    employer_id = employer.id

    async with caller_transaction(caller, employer_id, now) as today:
        creator = caller.signed_in()

        async def act() -> int:
            account = await _insert(asked, details, now, today, policy)
            await save_rights(account.id, levels)
            await queue_invitations([account], employer, creator, now, today, policy)
            if is_letter_sent(account.profile, policy):
                await queue_letter(
                    MessageKind.CREATION_LETTER, account, employer, creator, now, today, policy
                )
            changes = [
                *first_values(account.identifier, account.details, account.profile, account.expires_on),
                *_first_rights(levels),
            ]
            created = history_event(Operation.ACCOUNT_CREATED, account, changes)
            await record_history(employer_id, caller.actor, [created], [(None, account)], now, today)
            return account.id

        account_id = await run_once(creator.id, key, ["create", asked], now, policy, act)
        return (await accounts_by_id([account_id], [employer_id]))[account_id]


async def _checked(
    caller: Caller, asked: Creation
) -> tuple[Employer, Details, dict[str, AccessLevel], str | None]:
    employer_id = require_administrator_of(caller, asked.employer_id, "employerId")
    key = check_idempotency_key(asked.idempotency_key)
    employer = (await employers_by_id([employer_id]))[employer_id]
    available = services(employer.funds)
    refused = check_rights(asked.rights, {service.code: service for service in available})
    try:
        details = check_details(asked.details, asked.profile)
    except Refused as error:
        raise Refused(*error.refusals, *refused) from None
    if refused:
        raise Refused(*refused)
    rights = {service.code: dict(asked.rights).get(service.code) for service in available}
    return employer, details, {code: level for code, level in rights.items() if level}, key


def check_rights(
    rights: Sequence[tuple[str, AccessLevel]], available: Mapping[str, ServiceFacts]
) -> list[Refusal]:
    """A7, each refusal under its place in the list; a service named twice is refused too."""
    found: list[Refusal] = []
    seen: set[str] = set()
    for place, (code, level) in enumerate(rights):
        refusal = right_refusal(code, level, available)
        if refusal:
            at_fault = "level" if code in available else "service"
            found.append(refusal.under("rights", str(place), at_fault))
        elif code in seen:
            found.append(_named_twice().under("rights", str(place), "service"))
        seen.add(code)
    return found


async def _insert(asked: Creation, details: Details, now: datetime, today: date, policy: Policy) -> Account:
    new = NewAccount(
        employer_id=asked.employer_id,
        identifier=await _free_identifier(details),
        details=details,
        profile=asked.profile,
        expires_on=expiry_date(today, policy.validity_months),
        created_at=now,
    )
    return await insert_account(new)


async def _free_identifier(details: Details) -> str:
    """A4: never one that was given before."""
    while True:
        identifier = make_identifier(details.first_name, details.last_name, secrets.choice)
        if not await identifier_taken(identifier):
            return identifier


def _first_rights(levels: Mapping[str, AccessLevel]) -> list[Change]:
    return right_changes({code: (AccessLevel.NONE, level) for code, level in levels.items()})


def _named_twice() -> Refusal:
    return malformed(
        "Ce service figure deux fois : gardez un seul niveau.",
        "This service is named twice: keep one level.",
    )
