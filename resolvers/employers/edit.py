"""Correcting an employer: its own administrators some details, the operator all of them (H1, N4)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.employers.employer_changes import employer_changes
from models.rules.employers.employer_refusals import (
    contract_number_taken,
    employer_conflict,
    fund_in_use,
    siret_taken,
)
from models.rules.history_entry import OPERATOR, Actor
from models.rules.messages.facts import EmployerLetterFacts, Person
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Operation
from models.stores.accounts.rights import accounts_with_rights_on
from models.stores.employers.employer_writes import contract_numbers_taken, save_employer, sirets_taken
from models.stores.employers.employers import employers_by_id
from models.stores.messages.outbox import enqueue_messages
from resolvers.caller import Caller, require_own_administrator
from resolvers.employer_transaction import caller_transaction, employer_transaction
from resolvers.employers.details import EmployerChanges, RepresentativeInput, check_employer_changes
from resolvers.history.record import employer_event, record_history
from resolvers.messages.compose import letter_to_representative, person_from_account


@dataclass(frozen=True, slots=True)
class EmployerModification:
    """A request of an administrator; None leaves a detail as it is."""

    employer_id: int
    version: int
    """The version that was read."""
    postal_address: tuple[str, ...] | None = None
    representative: RepresentativeInput | None = None


async def modify_employer(
    caller: Caller, request: EmployerModification, now: datetime, policy: Policy
) -> Employer:
    """Correct the postal address and the legal representative; a letter informs the former one.

    Raises: Refused, as `require_own_administrator`; CONFLICT if the employer has another version by now;
    what `check_employer_changes` refuses. Nothing is written then, nor if nothing changes.
    """
    actor = require_own_administrator(caller, request.employer_id, "employerId")
    changes = EmployerChanges()
    if request.postal_address is not None:
        changes["postal_address"] = request.postal_address
    if request.representative is not None:
        changes["representative"] = request.representative
    details = check_employer_changes(changes)
    async with caller_transaction(caller, request.employer_id, now) as today:
        before = (await employers_by_id([request.employer_id]))[request.employer_id]
        if before.version != request.version:
            raise Refused(employer_conflict())
        after = await _write(before, details, caller.actor, now, today)
        if after != before:
            await _inform_former_representative(before, after, actor, now, today, policy)
        return after


async def edit_employer(employer_id: int, changes: EmployerChanges, now: datetime) -> Employer:
    """Correct any detail, as the operator; no letter leaves.

    Raises: Refused, with CONFLICT for a SIRET or contract number of another employer, and for a contract that
    ends while accounts have rights on its services; nothing is written then.
    """
    details = check_employer_changes(changes)
    async with employer_transaction(employer_id, now, only_open=True) as today:
        before = (await employers_by_id([employer_id]))[employer_id]
        if refusals := await _conflicts(before, details):
            raise Refused(*refusals)
        return await _write(before, details, OPERATOR, now, today)


async def _write(
    before: Employer, details: Mapping[str, Any], actor: Actor, now: datetime, today: date
) -> Employer:
    after = replace(before, **details)
    if after == before:
        return before
    after = replace(after, version=before.version + 1)
    await save_employer(after)
    event = employer_event(Operation.EMPLOYER_MODIFIED, employer_changes(before, after))
    await record_history(before.id, actor, [event], [], now, today)
    return after


async def _conflicts(before: Employer, details: Mapping[str, Any]) -> list[Refusal]:
    refusals: list[Refusal] = []
    siret, number = details.get("siret", before.siret), details.get("contract_number", before.contract_number)
    if siret != before.siret and await sirets_taken([siret]):
        refusals.append(siret_taken())
    if number != before.contract_number and await contract_numbers_taken([number]):
        refusals.append(contract_number_taken())
    ending = sorted(before.funds - details.get("funds", before.funds))
    in_use = {fund: await accounts_with_rights_on(before.id, fund) for fund in ending}
    return [*refusals, *(fund_in_use(fund, accounts) for fund, accounts in in_use.items() if accounts)]


async def _inform_former_representative(
    before: Employer, after: Employer, actor: Account, now: datetime, today: date, policy: Policy
) -> None:
    """Queue the letter, to the former address: a wrong correction does not decide who hears of it."""
    former, latter = before.representative, after.representative
    facts = EmployerLetterFacts(
        representative=Person(former.civility, former.last_name, former.first_name),
        representative_title=former.title,
        actor=person_from_account(actor),
        on=today,
        employer_name=after.name,
        contract_number=after.contract_number,
        postal_address=after.postal_address,
        next_representative=Person(latter.civility, latter.last_name, latter.first_name),
        next_representative_title=latter.title,
    )
    await enqueue_messages([letter_to_representative(before, actor, facts, policy)], now)
