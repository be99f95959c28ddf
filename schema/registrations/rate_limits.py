"""How often registrations and successions are requested: to one e-mail address, and from one network (N1).

There is no limit for one SIRET: with it, a stranger would keep the employer itself out. Requests for one
SIRET wait side by side, and the oldest give way (`resolvers.registrations.request`).
"""

from models.rules.refusals import Refusal
from resolvers.accounts.details import check_email
from schema.context import Context


async def check_email_limit(context: Context, email: str) -> None:
    """Count an e-mail to this address, however it is spelled. Raises: Refused(RATE_LIMITED)."""
    checked = check_email(email)
    # An address that is refused anyway counts as it stands.
    await context.check_rate_limit("registration", email if isinstance(checked, Refusal) else checked)
