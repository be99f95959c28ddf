"""What operators of the platform see (N3)."""

from datetime import datetime

import strawberry

from models.rules.operators.operator import Operator
from models.rules.operators.operator_refusals import person_not_found
from models.rules.policy import Policy
from models.rules.refusals import Refused
from resolvers.operators.people import MAX_MESSAGES_OF_PERSON, InvitationStatus
from resolvers.operators.people import Person as PersonFacts
from schema.accounts.types import Invitation
from schema.context import Context
from schema.employers.mandates.types import EmployerName
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import ListSize
from schema.operators.enums import Channel, MessageKind, OutgoingState
from schema.types.enums import AccountStatus, Civility
from schema.types.paging import read_cursor, write_cursor
from schema.types.user_error import UserError


@strawberry.type(description="Whether a message has left: neither its text nor its recipient.")
class PersonMessage:
    kind: MessageKind = strawberry.field(description="What it is about.")
    channel: Channel = strawberry.field(description="How it leaves.")
    state: OutgoingState = strawberry.field(description="Whether it has left.")
    queued_at: datetime = strawberry.field(description="When it was decided.")
    sent_at: datetime | None = strawberry.field(description="When it left; null while it has not.")
    failure: str | None = strawberry.field(
        description="Why it was not sent, or not yet; null if nothing went wrong."
    )


@strawberry.type(
    description="A person at one employer, as an operator of the platform sees them: neither rights nor "
    "addresses."
)
class Person:
    id: strawberry.ID = strawberry.field(description="To act by; of use to the operator who looked only.")
    identifier: str = strawberry.field(description="The sign-in name, e.g. JLO000439.")
    civility: Civility = strawberry.field(description="How they are addressed.")
    last_name: str = strawberry.field(description="Their last name.")
    first_name: str = strawberry.field(description="Their first name.")
    employer: EmployerName = strawberry.field(description="The employer of the account.")
    status: AccountStatus = strawberry.field(description="As of today in Europe/Paris.")
    locked_until: datetime | None = strawberry.field(
        description="Until when wrong passwords have locked the account; null if it is not locked."
    )
    invitation: Invitation | None = strawberry.field(
        description="The last link to create a first password; null if there never was one."
    )
    messages: list[PersonMessage] = strawberry.field(
        description="The latest messages about the account, the newest first.",
        directives=[ListSize(assumed_size=MAX_MESSAGES_OF_PERSON)],
    )


@strawberry.type(description="What became of an act for one person.")
class PersonPayload:
    person: Person | None = strawberry.field(description="As they are now; null if it was refused.")
    errors: list[UserError] = strawberry.field(description="Why it was refused.")


def to_person(facts: PersonFacts, operator: Operator, context: Context) -> Person:
    account = facts.account
    return Person(
        id=strawberry.ID(write_cursor((account.id,), _of(operator), context.policy)),
        identifier=account.identifier,
        civility=account.civility,
        last_name=account.last_name,
        first_name=account.first_name,
        employer=EmployerName(
            id=encode_id(Kind.EMPLOYER, facts.employer.id),
            name=facts.employer.name,
            siret=facts.employer.siret,
        ),
        status=account.status(context.today),
        locked_until=account.locked_until if account.locked(context.now) else None,
        invitation=_to_invitation(facts.invitation) if facts.invitation else None,
        messages=[
            PersonMessage(
                kind=message.kind,
                channel=message.channel,
                state=message.state,
                queued_at=message.queued_at,
                sent_at=message.sent_at,
                failure=message.failure,
            )
            for message in facts.messages
        ],
    )


def _to_invitation(facts: InvitationStatus) -> Invitation:
    return Invitation(
        state=facts.state, sent_at=facts.sent_at, expires_at=facts.expires_at, failure=facts.failure
    )


def read_person_id(value: str, operator: Operator, policy: Policy) -> int:
    """Return the account's key of an id that this operator was given.

    Raises: Refused(NOT_FOUND), under personId: an operator acts for a person whom they have looked up.
    """
    try:
        return int(read_cursor(value, _of(operator), policy)[0])
    except Refused:
        raise Refused(person_not_found().under("personId")) from None


def _of(operator: Operator) -> tuple[str, int]:
    return "person of operator", operator.id
