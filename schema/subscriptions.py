"""The subscription field of the schema."""

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
        # A client that reconnects by itself sends its first `after` again: Last-Event-ID is more recent.
        cursor = context.resume_after if context.resume_after is not None else after
        position = (
            await latest_feed_position(context.caller) if cursor is None else feed_position(context, cursor)
        )
        live = context.live
        assert live is not None  # noqa: S101  the server sets it for every subscription
        if not live.acquire_slot():
            raise Refused(too_many_streams(live.max_streams))
        live.begun.set()
        async for change in follow_feed(live.recognise, position, live.listener):
            yield to_status_change(change, context)
