"""Saving the form of a registration, to go on with it later by a link (N1)."""

from collections.abc import Iterator
from datetime import datetime

from models.database import transaction
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused, too_long, too_many_lines
from models.rules.registrations.form import MAX_DRAFT_CHARACTERS, MAX_DRAFT_LINES, RegistrationForm
from models.rules.registrations.registration import DRAFT_DAYS, end_of_day
from models.rules.registrations.states import RegistrationKind
from models.rules.sign_in.tokens import token_hash
from models.stores.registrations.registration_writes import insert_registration, replace_draft
from resolvers.accounts.details import check_email
from resolvers.registrations.messages import queue_saved
from resolvers.registrations.new_registration import new_registration


async def save_registration(
    email: str, form: RegistrationForm, token: str | None, now: datetime, policy: Policy
) -> None:
    """Keep the form for 30 days, and e-mail the link to it. Nothing of it is checked yet, but its size.

    `token` is that of the draft to replace; an unknown one makes a new draft, silently. The link stays the
    same unless the e-mail address changes: the new one gets a link of its own, and the former is unknown.
    Raises: Refused, with INVALID for the e-mail address and TOO_LONG; nothing is written then.
    """
    address = check_email(email)
    rejected = [address.under("email")] if isinstance(address, Refusal) else []
    rejected += too_large(form)
    if rejected or isinstance(address, Refusal):
        raise Refused(*rejected)
    until = end_of_day(now, DRAFT_DAYS)
    draft = new_registration(RegistrationKind.REGISTRATION, address, form, until, policy)
    async with transaction():
        replaced = await replace_draft(token_hash(token), draft, now) if token else None
        draft_id = replaced or await insert_registration(draft, now)
        await queue_saved(draft_id, address, now, until, policy)


def too_large(form: RegistrationForm) -> Iterator[Refusal]:
    """Yield a refusal for each text or address that is too large to be kept in a draft."""
    representative, administrator = form.representative, form.administrator
    texts = {
        ("siret",): form.siret,
        ("contractNumber",): form.contract_number,
        ("name",): form.name,
        ("representative", "lastName"): representative.last_name,
        ("representative", "firstName"): representative.first_name,
        ("representative", "title"): representative.title,
        ("administrator", "lastName"): administrator.last_name,
        ("administrator", "firstName"): administrator.first_name,
        ("administrator", "email"): administrator.email,
        ("administrator", "phone"): administrator.phone,
        ("administrator", "department"): administrator.department,
    }
    addresses = {
        ("postalAddress",): form.postal_address,
        ("administrator", "professionalAddress"): administrator.professional_address,
    }
    for path, lines in addresses.items():
        if len(lines or ()) > MAX_DRAFT_LINES:
            yield too_many_lines(MAX_DRAFT_LINES, len(lines or ())).under(*path)
            continue
        texts |= {(*path, str(number)): line for number, line in enumerate(lines or ())}
    for path, text in texts.items():
        if len(text or "") > MAX_DRAFT_CHARACTERS:
            yield too_long(MAX_DRAFT_CHARACTERS, len(text or "")).under(*path)
