"""How often a registration or succession is requested: for one employer, and to one e-mail address (N1)."""

from models.rules.looked_up_text import employer_number
from models.rules.refusals import Refusal
from resolvers.accounts.details import check_email
from resolvers.employers.details import check_siret
from schema.context import Context


async def check_email_limit(context: Context, email: str) -> None:
    """Count an e-mail to this address, however it is spelled. Raises: Refused(RATE_LIMITED)."""
    await context.check_rate_limit("registration_email", _checked(check_email(email), email))


async def check_siret_limit(context: Context, siret: str) -> None:
    """Count a registration of this SIRET, however it is spelled. Raises: Refused(RATE_LIMITED)."""
    await context.check_rate_limit("registration", _checked(check_siret(siret), siret))


async def check_employer_limit(context: Context, number: str) -> None:
    """Count a succession at this employer, however its number is spelled. Raises: Refused(RATE_LIMITED)."""
    await context.check_rate_limit("registration", employer_number(number) or number)


def _checked(checked: str | Refusal, text: str) -> str:
    """A text that is refused anyway counts as it stands."""
    return text if isinstance(checked, Refusal) else checked
