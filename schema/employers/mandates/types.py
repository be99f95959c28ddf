"""Mandates as clients see them (E1, E4)."""

from datetime import date

import strawberry

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from resolvers.employers.mandates.read import MandateDetails
from schema.employers.mandates.enums import MandateScope, MandateState
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import ListSize
from schema.types.enums import Civility
from schema.types.node import Node
from schema.types.user_error import UserError

ASSUMED_HOLDERS = 3


@strawberry.type(description="What one side of a mandate sees of the other.")
class EmployerName:
    id: strawberry.ID = strawberry.field(description="The employer.")
    name: str = strawberry.field(description="E.g. CHRU DE NANTES.")
    siret: str = strawberry.field(description="14 digits.")


@strawberry.type(description="An administrator of the centre who may act under a mandate.")
class MandateHolder:
    id: strawberry.ID = strawberry.field(description="Their account, which the giver cannot read.")
    civility: Civility = strawberry.field(description="How they are addressed.")
    last_name: str = strawberry.field(description="Their last name.")
    first_name: str = strawberry.field(description="Their first name.")
    identifier: str = strawberry.field(description="Their sign-in name, which the history shows.")


@strawberry.type(description="Who may act for an employer. Neither side sees more of the other than this.")
class Mandate(Node):
    giver: EmployerName = strawberry.field(description="The employer that is acted for.")
    centre: EmployerName = strawberry.field(description="The employer whose administrators act.")
    scope: MandateScope = strawberry.field(description="How far they may act.")
    starts_on: date = strawberry.field(description="The first day.")
    ends_on: date = strawberry.field(description="The last day, at most 24 months later.")
    state: MandateState = strawberry.field(description="As it is today.")
    holders: list[MandateHolder] = strawberry.field(
        description="Whom the centre has named, by name.", directives=[ListSize(assumed_size=ASSUMED_HOLDERS)]
    )


@strawberry.type(description="What became of an act on a mandate.")
class MandatePayload:
    mandate: Mandate | None = strawberry.field(description="The mandate as it is now; null if refused.")
    errors: list[UserError] = strawberry.field(description="Why it was refused; nothing was written then.")


def to_mandate(details: MandateDetails, today: date) -> Mandate:
    mandate = details.mandate
    return Mandate(
        id=encode_id(Kind.MANDATE, mandate.id),
        giver=_name(details.giver),
        centre=_name(details.centre),
        scope=mandate.scope,
        starts_on=mandate.starts_on,
        ends_on=mandate.ends_on,
        state=mandate.state(today),
        holders=[_holder(account) for account in details.holders],
    )


def _name(employer: Employer) -> EmployerName:
    return EmployerName(id=encode_id(Kind.EMPLOYER, employer.id), name=employer.name, siret=employer.siret)


def _holder(account: Account) -> MandateHolder:
    return MandateHolder(
        id=encode_id(Kind.ACCOUNT, account.id),
        civility=account.civility,
        last_name=account.last_name,
        first_name=account.first_name,
        identifier=account.identifier,
    )
