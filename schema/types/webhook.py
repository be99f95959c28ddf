"""Webhooks as partners see them (T2)."""

from datetime import datetime
from typing import Annotated

import strawberry

from models.rules.refusals import Refused, out_of_range
from models.rules.webhooks import Webhook as WebhookFacts
from resolvers.webhooks import dead_letters
from schema.context import Info
from schema.ids import Kind, encode_id
from schema.sizes import ListSize
from schema.types.enums import AccountStatus

LETTERS = 100


@strawberry.type(description="A change that an address was told in vain, for three days.")
class DeadLetter:
    id: strawberry.ID = strawberry.field(description="To replay it by.")
    identifier: str = strawberry.field(description="The account's sign-in name.")
    after: AccountStatus = strawberry.field(description="What it became.")
    attempts: int = strawberry.field(description="How often it was tried.")
    last_attempt_at: datetime | None = strawberry.field(description="When it was tried last.")
    error: str | None = strawberry.field(description="What went wrong then.")


@strawberry.type(description="An address that a partner's changes are posted to, signed.")
class Webhook:
    id: strawberry.ID = strawberry.field(description="To remove or replay it by.")
    url: str = strawberry.field(description="Where changes are posted.")
    created_at: datetime = strawberry.field(description="Since when it is told.")
    waiting: int = strawberry.field(description="Changes still to be told, retries among them.")
    dead: int = strawberry.field(description="Changes that were given up.")
    facts: strawberry.Private[WebhookFacts]

    @strawberry.field(
        description="What was given up, the oldest first.",
        directives=[ListSize(assumed_size=LETTERS, slicing_arguments=["first"])],
    )
    async def dead_letters(
        self,
        info: Info,
        first: Annotated[int, strawberry.argument(description="How many: 1 to 100.")] = LETTERS,
    ) -> list[DeadLetter]:
        if not 1 <= first <= LETTERS:
            raise Refused(out_of_range("first", 1, LETTERS).under("first"))
        return [
            DeadLetter(
                id=encode_id(Kind.DELIVERY, letter.id),
                identifier=letter.identifier,
                after=letter.after,
                attempts=letter.attempts,
                last_attempt_at=letter.last_attempt_at,
                error=letter.error,
            )
            for letter in await dead_letters(info.context.caller, self.facts.id, first)
        ]


def webhook_of(facts: WebhookFacts) -> Webhook:
    return Webhook(
        id=encode_id(Kind.WEBHOOK, facts.id),
        url=facts.url,
        created_at=facts.created_at,
        waiting=facts.waiting,
        dead=facts.dead,
        facts=facts,
    )
