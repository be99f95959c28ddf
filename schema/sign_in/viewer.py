"""The viewer: the caller as the schema shows it."""

from datetime import datetime
from typing import Annotated

import strawberry

from resolvers.accounts.read import read_employers
from resolvers.caller import Caller
from resolvers.operators.sign_in import operator_session_lapses_at
from resolvers.sign_in.own_sessions import own_sessions
from resolvers.sign_in.sessions import session_lapses_at
from schema.accounts.account_list import AccountSearch
from schema.accounts.types import Account, to_account
from schema.context import Context, Info
from schema.employers.administered import (
    AdministeredConnection,
    AfterOnly,
    FirstOnly,
    PeopleConnection,
    administered_connection,
    people_connection,
)
from schema.employers.types import Employer, to_employer
from schema.ids import Kind, encode_id
from schema.limits.cost_directives import DATABASE_QUERY_COST, Cost, ListSize
from schema.partners.types import Partner, to_partner
from schema.types.enums import Profile, ViewerKind
from schema.types.paging import SEARCHED_WHOLE
from schema.types.search_text import parse_search_terms

FIRST_PAGED = ListSize(assumed_size=100, slicing_arguments=["first"], sized_fields=["nodes"])
COUNTED_PAGE_COST = Cost(weight=500)
"""The accounts of several employers are counted, or searched."""


@strawberry.type(description="One of the viewer's own open sessions.")
class Session:
    id: strawberry.ID = strawberry.field(
        description="Names the session when ending it; it cannot be used to sign in."
    )
    opened_at: datetime = strawberry.field(description="When it began.")
    last_used_at: datetime = strawberry.field(description="When it was last used, within a minute.")
    ends_at: datetime = strawberry.field(description="When it ends at the latest, used or not.")
    current: bool = strawberry.field(description="Whether this request came with it.")


@strawberry.type(description="An operator of the platform.")
class Operator:
    sign_in_name: str = strawberry.field(description="What they sign in with.")
    last_name: str = strawberry.field(description="Their last name.")
    first_name: str = strawberry.field(description="Their first name.")


@strawberry.type(description="The caller, and the employers that they administer.")
class Viewer:
    kind: ViewerKind = strawberry.field(description="What kind of caller.")
    account: Account | None = strawberry.field(description="Their own account, if they have one.")
    partner: Partner | None = strawberry.field(description="The partner system, if it is one.")
    operator: Operator | None = strawberry.field(description="The operator of the platform, if it is one.")
    profile: Profile | None = strawberry.field(
        description="The profile in force: the one the session began with."
    )
    session_lapses_at: datetime | None = strawberry.field(
        description="When the session ends if no further request comes; null without a session."
    )

    session_ends_at: datetime | None = strawberry.field(
        description="When the session ends in any case; null without a session."
    )

    @strawberry.field(
        description="Their own open sessions, the latest used first; none if not signed in.",
        directives=[DATABASE_QUERY_COST],
    )
    async def sessions(self, info: Info) -> list[Session]:
        context = info.context
        return [
            Session(
                id=encode_id(Kind.SESSION, one.id),
                opened_at=one.started_at,
                last_used_at=one.last_seen_at,
                ends_at=one.ends_at,
                current=one.current,
            )
            for one in await own_sessions(context.caller, context.now, context.policy)
        ]

    @strawberry.field(
        description="The employers they administer, by name; none for a user.",
        directives=[DATABASE_QUERY_COST],
    )
    async def employers(self, info: Info) -> list[Employer]:
        caller = info.context.caller
        if not caller.administers:
            return []
        employers_by_id = await read_employers(caller, caller.administers)
        return [
            to_employer(facts) for facts in sorted(employers_by_id.values(), key=lambda e: (e.name, e.id))
        ]

    @strawberry.field(
        description="The employers they may act for, by name or what is due first; none for a user.",
        directives=[FIRST_PAGED, COUNTED_PAGE_COST],
    )
    def administered(
        self,
        info: Info,
        search: Annotated[
            str | None,
            strawberry.argument(description="Only those whose name, SIRET, contract number or town hold it."),
        ] = None,
        due_first: Annotated[
            bool,
            strawberry.argument(description="Those with most expired accounts first, then most expiring."),
        ] = False,
        first: FirstOnly = None,
        after: AfterOnly = None,
    ) -> AdministeredConnection:
        terms = parse_search_terms(search or "", "search")
        return administered_connection(info.context, terms, due_first, first, after)

    @strawberry.field(
        description="A person searched among the accounts of all employers they may act for, to look at; for "
        "administrators.",
        directives=[FIRST_PAGED, COUNTED_PAGE_COST],
    )
    async def accounts(
        self,
        info: Info,
        search: Annotated[
            AccountSearch,
            strawberry.argument(description="Only those found by these terms.", directives=[SEARCHED_WHOLE]),
        ],
        first: FirstOnly = None,
        after: AfterOnly = None,
    ) -> PeopleConnection:
        return await people_connection(info.context, search.to_search(), first, after)


def to_viewer(context: Context) -> Viewer:
    caller = context.caller
    return Viewer(
        kind=_kind(caller),
        partner=to_partner(caller.partner) if caller.partner else None,
        account=to_account(caller.account, context) if caller.account else None,
        operator=_operator(caller),
        profile=caller.profile,
        session_lapses_at=_session_lapses_at(context),
        session_ends_at=caller.session_ends_at,
    )


def _operator(caller: Caller) -> Operator | None:
    facts = caller.operator
    if facts is None:
        return None
    return Operator(sign_in_name=facts.sign_in_name, last_name=facts.last_name, first_name=facts.first_name)


def _session_lapses_at(context: Context) -> datetime | None:
    if context.caller.operator is not None:
        return operator_session_lapses_at(context.caller, context.now)
    return session_lapses_at(context.caller, context.now, context.policy)


def _kind(caller: Caller) -> ViewerKind:
    if caller.operator:
        return ViewerKind.OPERATOR
    if caller.partner:
        return ViewerKind.PARTNER
    return ViewerKind.ACCOUNT if caller.account else ViewerKind.ANONYMOUS
