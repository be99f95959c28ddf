"""Query.registrations: requests to register an employer, or for a new administrator (N1–N3)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import strawberry

from models.rules.policy import Policy
from models.rules.refusals import Refused, malformed_id
from models.rules.registrations.registration import FIRST_OF_ALL, MAX_UNCONFIRMED
from models.rules.registrations.registration_refusals import refused_by_itself
from models.rules.vocabulary import Language
from resolvers.employers.details import known_funds
from resolvers.operators.registrations import read_registrations
from resolvers.registrations.queue import QueuedRegistration as QueuedFacts
from resolvers.registrations.recent_changes import MAX_RECENT_CHANGES
from schema.context import Context
from schema.history.types import Change
from schema.limits.cost_directives import ListSize
from schema.registrations.enums import RegistrationKind, RegistrationState
from schema.registrations.types import (
    ADDRESS_LINES,
    SavedAdministrator,
    SavedRepresentative,
    to_administrator,
    to_representative,
)
from schema.types.paging import PageInfo, check_page, read_cursor, write_cursor
from schema.types.user_error import UserError

QUEUE_PAGE = ListSize(assumed_size=100, slicing_arguments=["first"], sized_fields=["nodes"])
_LIST = "registrations"
_PAGES = "registrations in pages"
_PRESENT_ADMINISTRATORS = ListSize(assumed_size=10)


@strawberry.type(description="A change of what decides to whom, and where, the letter with the code goes.")
class RecentEmployerChange:
    at: datetime = strawberry.field(description="When it was made.")
    actor: str = strawberry.field(description="Who made it, as the history has it.")
    changes: list[Change] = strawberry.field(
        description="Of legalRepresentative and postalAddress, before and after.",
        directives=[ListSize(assumed_size=2)],
    )


@strawberry.type(
    description="A request as operators see it. Nothing that was typed is left once it is erased."
)
class QueuedRegistration:
    id: strawberry.ID = strawberry.field(description="To decide on it by.")
    number: int = strawberry.field(description="As `comptoir registration list` shows it.")
    kind: RegistrationKind = strawberry.field(description="What it is for.")
    state: RegistrationState = strawberry.field(description="As it is now.")
    submitted_at: datetime | None = strawberry.field(description="When it was sent.")
    lapses_at: datetime = strawberry.field(
        description="When the wait for a decision, or the code, ends if nothing comes before."
    )
    employer_name: str | None = strawberry.field(description="As typed; for a succession, as on file.")
    siret: str | None = strawberry.field(description="14 digits; for a succession, as on file.")
    contract_number: str | None = strawberry.field(description="E.g. VF201; for a succession, as on file.")
    postal_address: list[str] = strawberry.field(
        description="Where the letter with the code goes, line by line.", directives=[ADDRESS_LINES]
    )
    representative: SavedRepresentative = strawberry.field(
        description="Who receives the letter; for a succession, the one on file."
    )
    administrator: SavedAdministrator = strawberry.field(
        description="The first administrator, or the one who succeeds."
    )
    request_reason: str | None = strawberry.field(description="Why a succession is requested.")
    present_administrators: list[str] = strawberry.field(
        description="Of a succession: administrators who signed in within 90 days, a reason to doubt it.",
        directives=[_PRESENT_ADMINISTRATORS],
    )
    recent_changes: list[RecentEmployerChange] = strawberry.field(
        description="Of a succession: changes of the representative or the postal address since 30 days "
        "before it was sent, the latest first; a reason to doubt it.",
        directives=[ListSize(assumed_size=MAX_RECENT_CHANGES)],
    )
    others: list[int] = strawberry.field(
        description="The numbers of the other requests for the same employer that wait for a decision or for "
        "their code. Once one is approved, those that wait for a decision are refused.",
        directives=[ListSize(assumed_size=MAX_UNCONFIRMED)],
    )
    email_confirmed: bool = strawberry.field(
        description="Whether the link of an e-mail was followed: the address is the sender's."
    )
    decided_by: str | None = strawberry.field(description="The operator who decided; null before.")
    refusal: str | None = strawberry.field(description="Why it was refused; null unless REFUSED.")
    letters: int = strawberry.field(description="How many letters with a code were sent.")
    tries_left: int = strawberry.field(description="How many tries the code of the last letter has left.")


@strawberry.type(
    description="Requests, the oldest first; those that wait for one employer stand side by side."
)
class QueuedRegistrationConnection:
    nodes: list[QueuedRegistration] = strawberry.field(description="The requests of this page.")
    page_info: PageInfo = strawberry.field(description="The position of this page.")
    funds: list[str] = strawberry.field(
        description="The codes of the funds that an employer can have contracts with.",
        directives=[ListSize(assumed_size=10)],
    )


@strawberry.type(description="What became of a decision.")
class DecideRegistrationPayload:
    registration: QueuedRegistration | None = strawberry.field(
        description="As it is now; null if the decision was refused."
    )
    errors: list[UserError] = strawberry.field(description="Why the decision was refused.")


async def registration_queue(
    context: Context, states: Sequence[RegistrationState], first: int, after: str | None
) -> QueuedRegistrationConnection:
    """Raises: Refused, as `require_operator`; INVALID for the arguments."""
    check_page(first, context.policy)
    key = FIRST_OF_ALL if after is None else _key(read_cursor(after, _PAGES, context.policy, "after"))
    page, more = await read_registrations(context.caller, states, context.now, first, key)
    nodes = [to_queued_registration(one, context.policy, context.language) for _, one in page]
    cursors = [write_cursor(key, _PAGES, context.policy) for key, _ in page]
    page_info = PageInfo(
        has_next_page=more,
        has_previous_page=after is not None,
        start_cursor=cursors[0] if cursors else None,
        end_cursor=cursors[-1] if cursors else None,
    )
    return QueuedRegistrationConnection(nodes=nodes, page_info=page_info, funds=sorted(known_funds()))


def _key(parts: tuple[Any, ...]) -> tuple[int, int]:
    return int(parts[0]), int(parts[1])


def read_registration_id(value: str, policy: Policy) -> int:
    """Return the number of a request's id. Raises: Refused(INVALID), under id."""
    try:
        return int(read_cursor(value, _LIST, policy)[0])
    except Refused:
        raise Refused(malformed_id().under("id")) from None


def to_queued_registration(facts: QueuedFacts, policy: Policy, language: Language) -> QueuedRegistration:
    one, employer = facts.registration, facts.employer
    form = one.form
    by_itself = refused_by_itself(one.refused_for)
    return QueuedRegistration(
        id=strawberry.ID(write_cursor((one.id,), _LIST, policy)),
        number=one.id,
        kind=one.kind,
        state=facts.state,
        submitted_at=one.submitted_at,
        lapses_at=one.lapses_at,
        employer_name=employer.name if employer else form.name,
        siret=employer.siret if employer else one.siret,
        contract_number=employer.contract_number if employer else one.contract_number,
        postal_address=list(employer.postal_address if employer else form.postal_address or ()),
        representative=to_representative(employer.representative if employer else form.representative),
        administrator=to_administrator(form.administrator),
        request_reason=form.reason,
        present_administrators=[account.label for account in facts.present_administrators],
        recent_changes=[
            RecentEmployerChange(
                at=recent.at,
                actor=recent.actor,
                changes=[Change(field=c.field, before=c.before, after=c.after) for c in recent.changes],
            )
            for recent in facts.recent_changes
        ],
        others=list(facts.others),
        email_confirmed=one.email_confirmed_at is not None,
        decided_by=one.decided_by,
        refusal=by_itself.message(language) if by_itself else one.reason,
        letters=one.letters,
        tries_left=one.tries_left,
    )
