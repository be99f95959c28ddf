"""The link and the code of a message: derived from the secret key at each attempt, never stored (C3, N1)."""

from datetime import datetime

from models.rules.messages.facts import MessageFacts
from models.rules.messages.registration_facts import RegistrationLetterFacts, RegistrationSavedFacts
from models.rules.policy import Policy
from models.rules.registrations.code import make_code
from models.rules.sign_in.tokens import (
    link_token,
    registration_code_key,
    registration_token,
    token_hash,
)
from models.stores.messages.outbox import ClaimedMessage, LinkToSend, RegistrationToSend
from resolvers.messages.sending import PermanentSendError

SAVED_PAGE, FOLLOWED_PAGE = "/inscription", "/inscription/suivi"
"""Of the panel: the form to go on with, and where a request stands, with the field for the code."""


def secret_parts(
    claimed: ClaimedMessage, facts: MessageFacts, policy: Policy, now: datetime
) -> tuple[str, str]:
    """Return the URL and the code of a message; each is empty for a message without one.

    Raises: PermanentSendError if the link or code has lapsed, or the secret key has changed.
    """
    if claimed.link is not None:
        return _password_url(claimed.link, policy, now), ""
    if claimed.registration is not None:
        return _registration_parts(claimed.registration, facts, policy, now)
    return "", ""


def _password_url(link: LinkToSend, policy: Policy, now: datetime) -> str:
    if link.expires_at <= now:
        raise PermanentSendError("the link lapsed before the message could leave")
    token = link_token(policy.secret_key, link.nonce)
    if token_hash(token) != link.token_hash:
        raise PermanentSendError("the secret key has changed since: send the invitation again")
    return f"{policy.public_url}/mot-de-passe#{token}"


def _registration_parts(
    registration: RegistrationToSend, facts: MessageFacts, policy: Policy, now: datetime
) -> tuple[str, str]:
    token = registration_token(policy.secret_key, registration.nonce)
    if token_hash(token) != registration.token_hash:
        raise PermanentSendError("the secret key has changed since: the request has to be sent again")
    page = SAVED_PAGE if isinstance(facts, RegistrationSavedFacts) else FOLLOWED_PAGE
    url = f"{policy.public_url}{page}#{token}"
    if not isinstance(facts, RegistrationLetterFacts) or registration.code_nonce is None:
        return url, ""
    if registration.lapses_at <= now:
        raise PermanentSendError("the code lapsed before the letter could leave")
    return url, make_code(registration_code_key(policy.secret_key, registration.code_nonce))
