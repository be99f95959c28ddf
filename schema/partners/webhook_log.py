"""The log of changes to webhooks: which key of which partner made them."""

import logging

from models.rules.vocabulary import Scope
from resolvers.caller import require_partner
from schema.context import Context

logger = logging.getLogger("comptoir.webhooks")


def log_webhook_change(event: str, webhook_id: int, context: Context) -> None:
    """Numbers only: whose key did it, should one have leaked."""
    partner = require_partner(context.caller, Scope.WEBHOOKS)
    logger.info(event, extra={"webhook": webhook_id, "partner": partner.id, "key": context.caller.key_id})
