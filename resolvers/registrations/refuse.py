"""An operator refuses a registration or succession, with a reason (N1, N2)."""

from datetime import datetime

from models.rules.history_entry import Actor
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.registrations.form import check_reason
from models.rules.registrations.states import RegistrationNews
from models.stores.registrations.registration_writes import save_refusal
from resolvers.registrations.decide import deciding, refuse_decided
from resolvers.registrations.messages import queue_news


async def refuse_registration(
    registration_id: int, reason: str, actor: Actor, now: datetime, policy: Policy
) -> None:
    """Refuse a request that waits; the reason, at most 500 characters, goes to the person by e-mail.

    Raises: Refused, with NOT_FOUND for an unknown number; CONFLICT if the request waits no more; REQUIRED or
    TOO_LONG under "reason". Nothing is written then.
    """
    checked = check_reason(reason)
    if isinstance(checked, Refusal):
        raise Refused(checked)
    async with deciding(registration_id, now, only_open=False) as (registration, employer):
        if not await save_refusal(registration.id, checked, actor.name, now):
            await refuse_decided(registration.id, now)
        # A succession that was refused names the employer by its number only, as it was typed.
        name = registration.form.name or (employer.siret if employer else "")
        await queue_news(
            RegistrationNews.REFUSED,
            registration.id,
            registration.kind,
            registration.email,
            registration.form,
            name,
            now,
            policy,
            reason=checked,
        )
