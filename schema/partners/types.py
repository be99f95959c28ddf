"""What partner systems see: themselves, statuses, and the feed of their changes (T1, T2)."""

from datetime import date, datetime

import strawberry

from models.rules.partners.feed import PartnerAccountStatus, PublishedChange
from models.rules.partners.partner import Partner as PartnerFacts
from models.rules.partners.webhooks import MAX_WEBHOOKS_PER_PARTNER
from models.rules.policy import Policy
from models.rules.vocabulary import Scope
from resolvers.accounts.read import read_employers
from resolvers.caller import require_partner
from resolvers.partners.statuses import read_changes
from resolvers.partners.subscribe import latest_feed_position
from resolvers.partners.webhooks import own_webhooks
from schema.context import Context, Info
from schema.employers.types import Employer, to_employer
from schema.federation.directives import BY_IDENTIFIER
from schema.limits.cost_directives import DATABASE_QUERY_COST, ListSize
from schema.partners.webhook_types import Webhook, to_webhook
from schema.types.enums import AccountStatus, Profile
from schema.types.paging import PageInfo, Window, check_page, read_cursor, write_cursor

FEED_PAGE_LIST_SIZE = ListSize(assumed_size=100, slicing_arguments=["first"], sized_fields=["edges"])


@strawberry.type(description="A partner system.")
class Partner:
    name: str = strawberry.field(description="As the platform's operator registered it.")
    scopes: list[str] = strawberry.field(description="What it may do: status, changes, webhooks.")

    @strawberry.field(
        description="The employers whose accounts it may ask about, by name.",
        directives=[DATABASE_QUERY_COST],
    )
    async def employers(self, info: Info) -> list[Employer]:
        caller = info.context.caller
        employers_by_id = await read_employers(caller, caller.partner.employers if caller.partner else [])
        return [
            to_employer(facts) for facts in sorted(employers_by_id.values(), key=lambda e: (e.name, e.id))
        ]

    @strawberry.field(
        description="Its webhooks, the oldest first; needs the scope webhooks.",
        directives=[ListSize(assumed_size=MAX_WEBHOOKS_PER_PARTNER), DATABASE_QUERY_COST],
    )
    async def webhooks(self, info: Info) -> list[Webhook]:
        return [to_webhook(facts, info.context) for facts in await own_webhooks(info.context.caller)]


@strawberry.type(description="The status of an account at a moment.", directives=[BY_IDENTIFIER])
class AccountStatusReport:
    identifier: str = strawberry.field(description="The account's sign-in name.")
    status: AccountStatus = strawberry.field(description="As of today in Europe/Paris.")
    profile: Profile = strawberry.field(description="What the account is.")
    expires_on: date = strawberry.field(description="The last day on which the account is valid.")
    as_of: datetime = strawberry.field(description="The moment of which this is the status.")


@strawberry.type(description="One change of status. Each appears once, in order.")
class AccountStatusChange:
    identifier: str = strawberry.field(description="The account's sign-in name.")
    before: AccountStatus | None = strawberry.field(description="What it was; null for a new account.")
    after: AccountStatus = strawberry.field(description="What it became.")
    at: datetime = strawberry.field(
        description="When it changed; for an expiry, midnight in Paris after the last valid day."
    )
    cursor: str = strawberry.field(description="Pass it as `after` to resume from here, at any time.")


@strawberry.type(description="A change and its position in the feed.")
class AccountStatusChangeEdge:
    cursor: str = strawberry.field(description="Pass it as `after` to resume from here, at any time.")
    node: AccountStatusChange = strawberry.field(description="The change.")


@strawberry.type(description="A part of the feed, the oldest change first.")
class AccountStatusChangeConnection:
    edges: list[AccountStatusChangeEdge] = strawberry.field(description="The changes, in order.")
    page_info: PageInfo = strawberry.field(
        description="`endCursor` is null when nothing is new: keep the last cursor read."
    )

    @strawberry.field(
        description="Where the feed ends now: to follow it from here on, whatever came before.",
        directives=[DATABASE_QUERY_COST],
    )
    async def latest_cursor(self, info: Info) -> str:
        context = info.context
        partner = require_partner(context.caller, Scope.CHANGES)
        return feed_cursor(await latest_feed_position(context.caller), partner, context.policy)


def to_partner(facts: PartnerFacts) -> Partner:
    return Partner(name=facts.name, scopes=[scope.value for scope in Scope if scope in facts.scopes])


def to_status_report(facts: PartnerAccountStatus | None, context: Context) -> AccountStatusReport | None:
    if facts is None:
        return None
    return AccountStatusReport(
        identifier=facts.identifier,
        status=facts.status,
        profile=facts.profile,
        expires_on=facts.expires_on,
        as_of=context.now,
    )


async def change_connection(context: Context, first: int, after: str | None) -> AccountStatusChangeConnection:
    """Return a page of the feed.

    Raises: Refused, as `feed_position`; INVALID unless `first` is from 1 to 100.
    """
    policy = context.policy
    position = feed_position(context, after)
    check_page(first, policy)
    changes = await read_changes(context.caller, position, first + 1)
    nodes = [to_status_change(change, context) for change in changes[:first]]
    page_window = Window(first, (position,) if after else None, backward=False)
    return AccountStatusChangeConnection(
        edges=[AccountStatusChangeEdge(cursor=change.cursor, node=change) for change in nodes],
        page_info=page_window.page_info([change.cursor for change in nodes], len(changes) > first),
    )


def feed_position(context: Context, after: str | None) -> int:
    """Return the position of a cursor in the feed; 0, its beginning, without one.

    Raises: Refused, as `require_partner`; INVALID for a cursor of another partner, or a forged one.
    """
    partner = require_partner(context.caller, Scope.CHANGES)
    return int(read_cursor(after, _feed(partner), context.policy, "after")[0]) if after is not None else 0


def to_status_change(change: PublishedChange, context: Context) -> AccountStatusChange:
    partner = require_partner(context.caller, Scope.CHANGES)
    return AccountStatusChange(
        identifier=change.identifier,
        before=change.before,
        after=change.after,
        at=change.at,
        cursor=feed_cursor(change.position, partner, context.policy),
    )


def feed_cursor(position: int, partner: PartnerFacts, policy: Policy) -> str:
    return write_cursor((position,), _feed(partner), policy)


def _feed(partner: PartnerFacts) -> tuple[str, int]:
    return ("feed", partner.id)
