"""An account as clients see it."""

import asyncio
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import strawberry

from models.rules.accounts.account import Account as AccountFacts
from models.rules.history_entry import HistoryFilter, HistoryScope
from resolvers.accounts.read import InvitationStatus, account_actions
from resolvers.batch_loader import load_each
from schema.accounts.rights import SERVICES, Right, rights_for
from schema.context import Context, Info
from schema.federation.directives import BY_ID
from schema.history.types import HistoryConnection, history_connection
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import PAGE_COST, ListSize
from schema.types.enums import AccountAction, AccountStatus, Civility, InvitationState, Profile
from schema.types.node import Node
from schema.types.paging import PAGED, After, Before, First, Last
from schema.types.user_error import UserError, user_error

if TYPE_CHECKING:
    from schema.employers.types import Employer


@strawberry.type(description="The state of the invitation to create a first password.")
class Invitation:
    state: InvitationState = strawberry.field(description="Its state.")
    sent_at: datetime | None = strawberry.field(description="When the e-mail left; null while it waits.")
    expires_at: datetime = strawberry.field(description="When its link lapses.")
    failure: str | None = strawberry.field(
        description="Why the e-mail could not be sent, or not yet; null if nothing went wrong."
    )


@strawberry.type(description="What may be done to an account, or why not.")
class AccountActionState:
    action: AccountAction = strawberry.field(description="What would be done.")
    allowed: bool = strawberry.field(description="Whether the viewer may do it now.")
    refusal: UserError | None = strawberry.field(description="Why not; null when it is allowed.")


@strawberry.type(description="One person's account at one employer.", directives=[BY_ID])
class Account(Node):
    identifier: str = strawberry.field(description="The sign-in name, e.g. JLO000439; it never changes.")
    civility: Civility = strawberry.field(description="How the holder is addressed.")
    last_name: str = strawberry.field(description="The holder's last name.")
    first_name: str = strawberry.field(description="The holder's first name.")
    email: str = strawberry.field(description="Where messages to the holder go.")
    phone: str | None = strawberry.field(description="E.164, e.g. +33241051938.")
    department: str | None = strawberry.field(description="Where the holder works, in free text.")
    professional_address: list[str] = strawberry.field(
        description="Postal address: at most 6 lines of at most 38 characters; an administrator has one."
    )
    profile: Profile = strawberry.field(description="User or administrator.")
    status: AccountStatus = strawberry.field(description="As of today in Europe/Paris.")
    locked: bool = strawberry.field(description="Locked for now after too many wrong passwords.")
    expires_on: date = strawberry.field(description="The last day on which the account is valid.")
    last_sign_in_at: datetime | None = strawberry.field(description="Null if the holder never signed in.")
    created_at: datetime = strawberry.field(description="When the account was created.")
    version: int = strawberry.field(description="Rises by one with each change; send it when modifying.")
    facts: strawberry.Private[AccountFacts]

    @strawberry.field(description="The employer it belongs to.")
    async def employer(self, info: Info) -> Annotated["Employer", strawberry.lazy("schema.employers.types")]:
        return (await employers_of(info.context, [self]))[0]

    @strawberry.field(description="The latest invitation; null if there never was one.")
    async def invitation(self, info: Info) -> Invitation | None:
        return (await invitations_of(info.context, [self]))[0]

    @strawberry.field(
        description="One row for each service of the employer, NONE included.",
        directives=[ListSize(assumed_size=SERVICES)],
    )
    async def rights(self, info: Info) -> list[Right]:
        return (await rights_of(info.context, [self]))[0]

    @strawberry.field(
        description="What was done to this account, newest first; for administrators.",
        directives=[PAGED, PAGE_COST],
    )
    def history(
        self, info: Info, first: First = None, after: After = None, last: Last = None, before: Before = None
    ) -> HistoryConnection:
        scope = HistoryScope(self.facts.employer_id, self.facts.id)
        return history_connection(info, scope, HistoryFilter(), first, after, last, before)

    @strawberry.field(
        description="What the viewer may do to this account now, and if not, why not.",
        directives=[ListSize(assumed_size=len(AccountAction))],
    )
    async def actions(self, info: Info) -> list[AccountActionState]:
        return (await actions_of(info.context, [self]))[0]


async def employers_of(context: Context, accounts: Sequence[Account]) -> list["Employer"]:
    """Return the employer of each of these accounts."""
    from schema.employers.types import to_employer

    ids = [account.facts.employer_id for account in accounts]
    facts = await load_each(context.loaders.employers, set(ids))
    employers = {employer_id: to_employer(employer) for employer_id, employer in facts.items()}
    return [employers[employer_id] for employer_id in ids]  # a foreign key holds each


async def invitations_of(context: Context, accounts: Sequence[Account]) -> list[Invitation | None]:
    """Return the latest invitation of each of these accounts; None if there never was one."""
    facts = await load_each(context.loaders.invitations, [account.facts.id for account in accounts])
    return [_invitation(facts.get(account.facts.id)) for account in accounts]


def _invitation(facts: InvitationStatus | None) -> Invitation | None:
    if facts is None:
        return None
    return Invitation(
        state=facts.state, sent_at=facts.sent_at, expires_at=facts.expires_at, failure=facts.failure
    )


async def rights_of(context: Context, accounts: Sequence[Account]) -> list[list[Right]]:
    """Return the rights of each of these accounts, NONE included."""
    loaders = context.loaders
    employers, rights = await asyncio.gather(
        load_each(loaders.employers, {account.facts.employer_id for account in accounts}),
        load_each(loaders.rights, [account.facts.id for account in accounts]),
    )
    return [
        rights_for(employers[account.facts.employer_id].funds, rights.get(account.facts.id, {}))
        for account in accounts
    ]


async def actions_of(context: Context, accounts: Sequence[Account]) -> list[list[AccountActionState]]:
    """Return what the viewer may do to each of these accounts now, and if not, why not."""
    employers = {account.facts.employer_id for account in accounts}
    administrators = await load_each(context.loaders.administrators, employers)
    return [
        _action_states(context, account, len(administrators.get(account.facts.employer_id, ())))
        for account in accounts
    ]


def _action_states(context: Context, account: Account, administrators: int) -> list[AccountActionState]:
    states = account_actions(
        context.caller, account.facts, administrators, context.now, context.today, context.policy
    )
    return [
        AccountActionState(
            action=action,
            allowed=refusal is None,
            refusal=user_error(refusal, context.language) if refusal else None,
        )
        for action, refusal in states.items()
    ]


def to_account(facts: AccountFacts, context: Context) -> Account:
    return Account(
        id=encode_id(Kind.ACCOUNT, facts.id),
        identifier=facts.identifier,
        civility=facts.civility,
        last_name=facts.last_name,
        first_name=facts.first_name,
        email=facts.email,
        phone=facts.phone,
        department=facts.department,
        professional_address=list(facts.professional_address),
        profile=facts.profile,
        status=facts.status(context.today),
        locked=facts.locked(context.now),
        expires_on=facts.expires_on,
        last_sign_in_at=facts.last_sign_in_at,
        created_at=facts.created_at,
        version=facts.version,
        facts=facts,
    )
