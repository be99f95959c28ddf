"""The state and purpose of a password link (C3)."""

from datetime import datetime

import strawberry

from models.rules.sign_in.tokens import PasswordLink as PasswordLinkFacts
from schema.types.enums import LinkPurpose, LinkState


@strawberry.type(description="Whether a password link can be used. Looking at it does not use it up.")
class PasswordLink:
    state: LinkState = strawberry.field(description="Whether it can still be used.")
    purpose: LinkPurpose | None = strawberry.field(description="What for; null if there is no such link.")
    expires_at: datetime | None = strawberry.field(description="Until when; null if there is no such link.")


def to_password_link(link: PasswordLinkFacts | None, now: datetime) -> PasswordLink:
    if link is None:
        return PasswordLink(state=LinkState.UNKNOWN, purpose=None, expires_at=None)
    return PasswordLink(state=link.state(now), purpose=link.purpose, expires_at=link.expires_at)
