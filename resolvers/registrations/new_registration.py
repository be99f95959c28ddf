"""A registration to insert, with a new link of its own (N1)."""

import secrets
from datetime import datetime

from models.rules.policy import Policy
from models.rules.registrations.form import RegistrationForm
from models.rules.registrations.states import RegistrationKind
from models.rules.sign_in.tokens import registration_token, token_hash
from models.stores.registrations.registration_writes import NewRegistration


def new_registration(
    kind: RegistrationKind,
    email: str,
    form: RegistrationForm,
    lapses_at: datetime,
    policy: Policy,
    submitted_at: datetime | None = None,
) -> NewRegistration:
    """Return a draft, or with `submitted_at` a request, whose token is derived from a new nonce."""
    nonce = secrets.token_hex(16)
    token = registration_token(policy.secret_key, nonce)
    return NewRegistration(kind, nonce, token_hash(token), email, form, lapses_at, submitted_at)
