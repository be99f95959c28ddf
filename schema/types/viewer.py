"""Whoever sent the request."""

from datetime import datetime

import strawberry

from resolvers.browsing import employers
from resolvers.sessions import session_lapses_at
from schema.context import Context, Info
from schema.types.account import Account, account_of
from schema.types.employer import Employer, employer_of
from schema.types.enums import Profile, ViewerKind


@strawberry.type(description="Whoever sent the request, and what they administer.")
class Viewer:
    kind: ViewerKind = strawberry.field(description="What kind of caller.")
    account: Account | None = strawberry.field(description="Their own account, if they have one.")
    profile: Profile | None = strawberry.field(
        description="The profile in force: the one the session began with."
    )
    session_lapses_at: datetime | None = strawberry.field(
        description="When the session ends if nothing more is asked; null without a session."
    )
    session_ends_at: datetime | None = strawberry.field(
        description="When the session ends at the latest, whatever is asked; null without a session."
    )

    @strawberry.field(description="The employers they administer, by name; none for a user.")
    async def employers(self, info: Info) -> list[Employer]:
        caller = info.context.caller
        if not caller.administers:
            return []
        found = await employers(caller, caller.administers)
        return [employer_of(facts) for facts in sorted(found.values(), key=lambda e: (e.name, e.id))]


def viewer_of(context: Context) -> Viewer:
    caller = context.caller
    return Viewer(
        kind=ViewerKind.ACCOUNT if caller.account else ViewerKind.ANONYMOUS,
        account=account_of(caller.account, context) if caller.account else None,
        profile=caller.profile,
        session_lapses_at=session_lapses_at(caller, context.now, context.policy),
        session_ends_at=caller.session_ends_at,
    )
