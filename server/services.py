"""What the addresses of one process share: the schema, limits, keys and their uses, the way out."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.refusals import Refused, invalid_key
from resolvers.caller import Caller
from schema.schema import ServedSchema, build_schema
from server.auth.access_tokens import TokenIssuer
from server.auth.bearer import recognise_bearer
from server.auth.key_usage import KeyUsageCounter
from server.rate_limits.limiter import RateLimits
from server.settings import Settings
from server.webhooks.public_network import PublicNetwork


@dataclass(frozen=True, slots=True)
class Services:
    settings: Settings
    schema: ServedSchema
    limits: RateLimits
    issuer: TokenIssuer
    uses: KeyUsageCounter
    network: PublicNetwork

    async def partner(self, bearer: str, now: datetime) -> Caller | None:
        """Whose key or token this is, and a use of it counted (T3); None for what is not good now."""
        known = await recognise_bearer(bearer, self.issuer, now)
        if known is None:
            return None
        self.uses.count(known.key.id, now)
        return known.caller

    async def still(self, bearer: str, now: datetime) -> Caller:
        """The same for who goes on with what it began, and counts once. Raises: Refused(NOT_SIGNED_IN)."""
        known = await recognise_bearer(bearer, self.issuer, now)
        if known is None:
            raise Refused(invalid_key())
        return known.caller


def create_services(settings: Settings) -> Services:
    return Services(
        settings=settings,
        schema=build_schema(),
        limits=RateLimits(settings),
        issuer=TokenIssuer(settings.policy.public_url, settings.policy.secret_key),
        uses=KeyUsageCounter(),
        network=PublicNetwork(settings.webhook_private_addresses),
    )
