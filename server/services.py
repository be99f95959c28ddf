"""What the addresses of one process share: the schema, limits, keys and their uses, the way out."""

from dataclasses import dataclass
from datetime import datetime

from models.rules.refusals import Refused, key_not_good
from resolvers.caller import Caller
from schema.schema import ServedSchema, build_schema
from server.auth.access_tokens import Issuer
from server.auth.bearer import recognise_bearer
from server.auth.key_usage import Uses
from server.rate_limits.limiter import Limits
from server.settings import Settings
from server.webhooks.public_network import OpenNetwork


@dataclass(frozen=True, slots=True)
class Edge:
    settings: Settings
    schema: ServedSchema
    limits: Limits
    issuer: Issuer
    uses: Uses
    network: OpenNetwork

    async def partner(self, bearer: str, now: datetime) -> Caller | None:
        """Whose key or token this is, and a use of it counted (T3); None for what is not good now."""
        known = await recognise_bearer(bearer, self.issuer, now)
        if known is None:
            return None
        self.uses.count(known.key.id, now)
        return known.caller

    async def still(self, bearer: str, now: datetime) -> Caller:
        """The same for who goes on with what it began, and counts once. Errors: Refused(NOT_SIGNED_IN)."""
        known = await recognise_bearer(bearer, self.issuer, now)
        if known is None:
            raise Refused(key_not_good())
        return known.caller


def edge_of(settings: Settings) -> Edge:
    return Edge(
        settings=settings,
        schema=build_schema(),
        limits=Limits(settings),
        issuer=Issuer(settings.policy.public_url, settings.policy.secret_key),
        uses=Uses(),
        network=OpenNetwork(settings.webhook_private_addresses),
    )
