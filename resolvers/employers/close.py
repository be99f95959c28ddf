"""The operator closes an employer: accounts are deleted, mandates end, successions are refused."""

from dataclasses import dataclass
from datetime import date, datetime

from models.rules.accounts.search import Selection
from models.rules.employers.employer import Employer
from models.rules.employers.employer_refusals import employer_closed_already
from models.rules.employers.mandate import Mandate, ending_refusal
from models.rules.history_entry import OPERATOR, Change
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.registrations.registration_refusals import succession_employer_closed
from models.rules.registrations.states import RegistrationNews
from models.rules.vocabulary import MandateNews, Operation
from models.stores.accounts.account_list import all_matching
from models.stores.employers.employers import employers_by_id, save_closure
from models.stores.employers.mandates import open_mandates_of, save_end
from models.stores.history_append import chain_head
from models.stores.messages.outbox import enqueue_messages
from models.stores.registrations.closing import refuse_open_successions
from resolvers.accounts.bulk_changes import BulkRun, let_others_go_on
from resolvers.accounts.delete import DeletionOfAll
from resolvers.employer_transaction import employers_transaction
from resolvers.employers.mandates.messages import emails_to_sides
from resolvers.employers.mandates.sides import mandate_changes
from resolvers.history.record import employer_event, record_history
from resolvers.messages.compose import new_message_id
from resolvers.messages.registration_news import queue_news

_EVERY_ACCOUNT = 10**7
"""More accounts than any employer has."""


@dataclass(frozen=True, slots=True)
class Closure:
    """What was ended by closing an employer."""

    employer: Employer
    accounts: int
    mandates: int
    successions: int


async def close_employer(employer_id: int, now: datetime, policy: Policy) -> Closure:
    """Close the employer, in one transaction; all who are at work there lose access at once (D1, E1, P4).

    Raises: Refused(CONFLICT) if it is closed already; nothing is written then.
    """
    while True:
        locked = {employer_id, *(m.giver_id for m in await open_mandates_of(employer_id))}
        async with employers_transaction(locked, now) as today:
            mandates = [m for m in await open_mandates_of(employer_id) if not ending_refusal(m, today)]
            if locked.issuperset(mandate.giver_id for mandate in mandates):
                return await _close(employer_id, mandates, now, today, policy)
        # Another employer has proposed a mandate since its locks were taken: they are taken again.


async def _close(
    employer_id: int, mandates: list[Mandate], now: datetime, today: date, policy: Policy
) -> Closure:
    employer = (await employers_by_id([employer_id]))[employer_id]
    if employer.closed_on is not None:
        raise Refused(employer_closed_already(employer.closed_on))
    for mandate in mandates:
        await _end(mandate, employer_id, now, today, policy)
    successions = await _refuse_successions(employer, now, policy)
    await save_closure(employer_id, today)
    closed = employer_event(Operation.EMPLOYER_CLOSED, [Change("closedOn", None, today.isoformat())])
    await record_history(employer_id, OPERATOR, [closed], [], now, today)
    accounts = await all_matching(Selection(employer_id), now, _EVERY_ACCOUNT)
    run = BulkRun(employer_id, OPERATOR, now, policy, let_others_go_on)
    head = await chain_head(employer_id)
    await run.save(await run.changes([DeletionOfAll(now, today)], accounts, today, head), head)
    return Closure(employer, len(accounts), len(mandates), successions)


async def _end(mandate: Mandate, closing_id: int, now: datetime, today: date, policy: Policy) -> None:
    """End a mandate, and inform the administrators of the other side; those of this side have no account."""
    sides = await employers_by_id([mandate.giver_id, mandate.centre_id])
    giver, centre = sides[mandate.giver_id], sides[mandate.centre_id]
    await save_end(mandate.id, now)
    ended = employer_event(Operation.MANDATE_ENDED, mandate_changes(mandate, centre))
    await record_history(giver.id, OPERATOR, [ended], [], now, today)
    other = [side for side in sides if side != closing_id]
    emails = await emails_to_sides(
        MandateNews.ENDED, other, mandate, giver, centre, today, lambda _account: new_message_id(policy)
    )
    await enqueue_messages(emails, now)


async def _refuse_successions(employer: Employer, now: datetime, policy: Policy) -> int:
    """Refuse the requests for a new administrator that wait, by e-mail too; return how many."""
    reason = succession_employer_closed().message(policy.language)
    refused = await refuse_open_successions(employer.id, reason, OPERATOR.name, now)
    for one in refused:
        await queue_news(
            RegistrationNews.REFUSED,
            one.id,
            one.kind,
            one.email,
            one.form,
            employer.siret,
            now,
            policy,
            reason=reason,
        )
    return len(refused)
