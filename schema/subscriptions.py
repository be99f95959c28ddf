"""What can be followed."""

from collections.abc import AsyncGenerator
from typing import Annotated

import strawberry

from models.rules.refusals import Refused, too_many_streams
from resolvers.partners.subscribe import follow_feed, latest_feed_position
from schema.context import Info
from schema.partners.types import AccountStatusChange, feed_position, to_status_change


@strawberry.type(description="What can be followed, over WebSocket or as server-sent events.")
class Subscription:
    @strawberry.subscription(
        description="For partners: each change of status as it happens, in order, each once. "
        "From a cursor on, or from now; a subscriber that does not keep up is let go, and resumes."
    )
    async def account_status_changed(
        self,
        info: Info,
        after: Annotated[
            str | None, strawberry.argument(description="Resume after this cursor; from now without it.")
        ] = None,
    ) -> AsyncGenerator[AccountStatusChange, None]:
        context = info.context
        # A client that connects again by itself sends its first `after` again, too.
        wanted = context.resume_after if context.resume_after is not None else after
        place = (
            await latest_feed_position(context.caller) if wanted is None else feed_position(context, wanted)
        )
        live = context.live
        assert live is not None  # noqa: S101  subscriptions are followed where there is one
        if not live.take_place():
            raise Refused(too_many_streams(live.most))
        live.begun.set()
        async for change in follow_feed(live.recognise, place, live.growth):
            yield to_status_change(change, context)
