"""Following the link of an e-mail confirms the address of a request (N1, N2)."""

from datetime import datetime

from models.rules.refusals import Refused
from models.rules.registrations.registration_refusals import registration_link_unknown
from models.rules.sign_in.tokens import token_hash
from models.stores.registrations.registration_writes import save_email_confirmation


async def confirm_email(token: str, now: datetime) -> None:
    """Note that the person who sent the request reads the e-mails about it; the first time counts.

    Such a request gives way to no other, however many come.
    Raises: Refused(LINK_UNUSABLE) for an unknown link; nothing is written then.
    """
    if not await save_email_confirmation(token_hash(token), now):
        raise Refused(registration_link_unknown())
