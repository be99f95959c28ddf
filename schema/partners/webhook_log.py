"""The log of changes to webhooks, with the partner and the key that made them."""

import logging

from models.rules.vocabulary import Scope
from resolvers.caller import require_partner
from schema.context import Context

logger = logging.getLogger("comptoir.webhooks")


def log_webhook_change(event: str, webhook_id: int, context: Context) -> None:
    """Log a change by numbers only, so that the use of a leaked key can be traced."""
    partner = require_partner(context.caller, Scope.WEBHOOKS)
    logger.info(event, extra={"webhook": webhook_id, "partner": partner.id, "key": context.caller.key_id})
