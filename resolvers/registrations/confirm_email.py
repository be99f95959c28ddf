"""Following the link of an e-mail confirms the address of a request (N1, N2)."""

from datetime import datetime

from models.database import transaction
from models.rules.refusals import Refused
from models.rules.registrations.registration_refusals import registration_link_unknown
from models.rules.sign_in.tokens import token_hash
from models.stores.registrations.registration_writes import save_email_confirmation
from models.stores.registrations.registrations import registration_by_token


async def confirm_email(token: str, now: datetime) -> None:
    """Note that the person who sent the request reads the e-mails about it; the first time counts.

    Such a request gives way to no other, however many come.
    Raises: Refused(LINK_UNUSABLE) for an unknown link; nothing is written then.
    """
    async with transaction():
        registration = await registration_by_token(token_hash(token))
        if registration is None:
            raise Refused(registration_link_unknown())
        await save_email_confirmation(registration.id, now)
