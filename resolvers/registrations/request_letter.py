"""Requesting another letter, with another code (N1)."""

import secrets
from datetime import datetime

from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.registrations.registration import CODE_DAYS, LETTER_INTERVAL, MAX_LETTERS, end_of_day
from models.rules.registrations.registration_refusals import letter_too_soon, letters_used_up
from models.rules.registrations.states import RegistrationNews
from models.stores.registrations.registration_writes import save_new_letter
from resolvers.registrations.approved import approved_registration
from resolvers.registrations.decide import registration_transaction
from resolvers.registrations.messages import queue_code_letter, queue_news


async def request_letter(token: str, now: datetime, policy: Policy) -> None:
    """Send the legal representative another letter; its code has 15 days and 5 tries of its own.

    The former code is worthless. At most 3 letters leave in all, so that at most 15 codes can be tried; and
    one in 24 hours, so that a second click sends none.

    Raises: Refused, as `approved_registration`; LIMIT_EXCEEDED after 3 letters, RATE_LIMITED before 24 hours
    are over. Nothing is written then.
    """
    registration = await approved_registration(token, now)
    async with registration_transaction(registration, now) as employer:
        until = end_of_day(now, CODE_DAYS)
        nonce = secrets.token_hex(16)
        if not await save_new_letter(registration.id, nonce, now, until, LETTER_INTERVAL):
            current = await approved_registration(token, now)
            next_letter_at = current.next_letter_at
            raise Refused(letter_too_soon(next_letter_at) if next_letter_at else letters_used_up(MAX_LETTERS))
        form = registration.form
        await queue_code_letter(registration.id, registration.kind, form, employer, now, until, policy)
        await queue_news(
            RegistrationNews.LETTER_SENT,
            registration.id,
            registration.kind,
            registration.email,
            form,
            employer.name if employer else form.name or "",
            now,
            policy,
            until=until,
        )
