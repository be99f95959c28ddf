"""What the endpoints of one process share: schema, rate limits, tokens, key usage, network of webhooks."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.refusals import Refused, invalid_key
from resolvers.caller import Caller
from schema.schema import ServedSchema, build_schema
from server.auth.access_tokens import TokenIssuer
from server.auth.bearer import recognise_bearer
from server.auth.key_usage import KeyUsageCounter
from server.rate_limits.fair_slots import FairSlots
from server.rate_limits.limiter import RateLimits
from server.settings import Settings
from server.webhooks.public_network import PublicNetwork


@dataclass(frozen=True, slots=True)
class Services:
    settings: Settings
    schema: ServedSchema
    limits: RateLimits
    issuer: TokenIssuer
    key_usage: KeyUsageCounter
    network: PublicNetwork
    slots: FairSlots
    """Of operations: callers take turns, and those who are not signed in have fewer."""

    async def recognise_partner(self, bearer: str, now: datetime) -> Caller | None:
        """Return the partner of this key or token, and count a use (T3); None if it is not valid now."""
        recognised = await recognise_bearer(bearer, self.issuer, now)
        if recognised is None:
            return None
        self.key_usage.count(recognised.key.id, now)
        return recognised.caller

    async def recognise_partner_again(self, bearer: str, now: datetime) -> Caller:
        """The same while a subscription goes on, which counts as one use.

        Raises: Refused(NOT_SIGNED_IN).
        """
        recognised = await recognise_bearer(bearer, self.issuer, now)
        if recognised is None:
            raise Refused(invalid_key())
        return recognised.caller


def create_services(settings: Settings) -> Services:
    return Services(
        settings=settings,
        schema=build_schema(),
        limits=RateLimits(settings),
        issuer=TokenIssuer(settings.policy.public_url, settings.policy.secret_key),
        key_usage=KeyUsageCounter(),
        network=PublicNetwork(settings.webhook_private_addresses),
        slots=FairSlots(),
    )
