"""What becomes of the other requests for an employer once one of them goes on (N1, N2)."""

from datetime import datetime

from models.rules.employers.employer import Employer
from models.rules.policy import Policy
from models.rules.registrations.registration import Registration
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.stores.registrations.competing import refuse_others
from resolvers.messages.registration_news import queue_news_of_others


async def refuse_competitors(
    registration: Registration,
    employer: Employer | None,
    refused_for: RegistrationNews,
    now: datetime,
    policy: Policy,
) -> None:
    """Refuse the others that wait for a decision, and e-mail their senders why. Runs in a transaction.

    The caller has locked the requests for the employer (`lock_requests`).
    """
    siret, employer_id = registration.siret, employer.id if employer else None
    others = await refuse_others(registration.kind, siret, employer_id, registration.id, refused_for, now)
    number = employer.siret if employer else siret or ""
    await queue_news_of_others(others, number, now, policy)


def employer_key(registration: Registration) -> str:
    """Return what `lock_requests` knows the employer of the request by."""
    is_new = registration.kind is RegistrationKind.REGISTRATION
    return registration.siret or "" if is_new else str(registration.employer_id)
