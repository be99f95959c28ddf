"""An operator refuses a registration or succession, with a reason (N1, N2)."""

from datetime import datetime

from models.rules.history_entry import Actor, Change
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused
from models.rules.registrations.form import check_reason
from models.rules.registrations.states import RegistrationNews, SuccessionNews
from models.rules.vocabulary import Operation
from models.stores.registrations.registration_writes import save_refusal
from resolvers.history.record import employer_event, record_history
from resolvers.registrations.decide import deciding, refuse_decided
from resolvers.registrations.messages import queue_news, queue_succession_news


async def refuse_registration(
    registration_id: int, reason: str, actor: Actor, now: datetime, policy: Policy, *, withdraw: bool = False
) -> None:
    """Refuse a request that waits; the reason, at most 500 characters, goes to the person by e-mail.

    With `withdraw`, one that is approved is refused too, as long as its code was not entered: the code is
    worth nothing at once. Of a succession, the employer's administrators are e-mailed and its history says
    so, as for the approval.

    Raises: Refused, with NOT_FOUND for an unknown number; CONFLICT if the request waits no more; REQUIRED or
    TOO_LONG under "reason". Nothing is written then.
    """
    checked = check_reason(reason)
    if isinstance(checked, Refusal):
        raise Refused(checked)
    async with deciding(registration_id, now, only_open=False, also_approved=withdraw) as (
        registration,
        employer,
    ):
        withdrawn = await save_refusal(registration.id, checked, actor.name, now, also_approved=withdraw)
        if withdrawn is None:
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
        if withdrawn and employer:
            await queue_succession_news(SuccessionNews.WITHDRAWN, employer, registration.form, now, policy)
            change = Change("registration", str(registration.id), None)
            event = employer_event(Operation.SUCCESSION_WITHDRAWN, [change])
            await record_history(employer.id, actor, [event], [], now, paris_day(now))
