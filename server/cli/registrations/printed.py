"""A request of the queue as commands print it."""

from collections.abc import Iterator

from models.rules.accounts.account import Account
from models.rules.paris_calendar import PARIS
from models.rules.registrations.registration import Registration
from models.rules.registrations.registration_refusals import refused_by_itself
from resolvers.registrations.queue import QueuedRegistration

_CHANGED = {"legalRepresentative": "legal representative", "postalAddress": "postal address"}


def as_line(queued: QueuedRegistration) -> str:
    """Return 12  SUCCESSION  SUBMITTED  VF201  CHRU DE NANTES: Sara Dupont, since 29/11/2026 (warning …)."""
    one = queued.registration
    submitted = one.submitted_at or one.created_at
    warnings = {
        "an administrator signed in lately": queued.present_administrators,
        "the representative or the postal address was changed lately": queued.recent_changes,
        f"{len(queued.others) + 1} requests for this employer": queued.others,
    }
    warning = "".join(f"  warning: {text}" for text, reason in warnings.items() if reason)
    return (
        f"{one.id}  {one.kind}  {queued.state}  {_contract_number(queued)}  {_name(queued)}: "
        f"{_person(one)}, since {submitted.astimezone(PARIS):%d/%m/%Y}{warning}"
    )


def as_lines(queued: QueuedRegistration) -> Iterator[str]:
    """Yield the request with all that was typed; nothing of that is left once it is erased."""
    one, form = queued.registration, queued.registration.form
    yield as_line(queued)
    yield f"  SIRET: {_siret(queued)}"
    if address := queued.employer.postal_address if queued.employer else form.postal_address:
        yield f"  address: {', '.join(address)}"
    yield f"  legal representative: {_representative(queued)}"
    person = form.administrator
    yield f"  administrator: {_person(one)}, {person.email or ''}, {person.phone or 'no phone'}"
    if person.department:
        yield f"  department: {person.department}"
    if person.professional_address:
        yield f"  at: {', '.join(person.professional_address)}"
    if form.reason:
        yield f"  because: {form.reason}"
    for account in queued.present_administrators:
        yield f"  warning: {account.label} signed in on {_signed_in(account)}"
    for recent in queued.recent_changes:
        moment = f"{recent.at.astimezone(PARIS):%d/%m/%Y %H:%M}"
        for change in recent.changes:
            before, after = (_on_one_line(value) for value in (change.before, change.after))
            yield f"  warning: {_CHANGED[change.field]} changed on {moment} by {recent.actor}:"
            yield f"    {before} -> {after}"
    if queued.others:
        numbers = ", ".join(f"no. {number}" for number in queued.others)
        yield f"  other requests for this employer: {numbers}"
    yield f"  e-mail address confirmed: {'yes' if one.email_confirmed_at else 'no'}"
    if form.funds:
        yield f"  contracts: {' '.join(form.funds)}"
    if one.decided_by:
        yield f"  decided by: {one.decided_by}"
    if refusal := refusal_of(one):
        yield f"  refused: {refusal}"
    if one.letters:
        yield f"  letters: {one.letters}, tries left: {one.tries_left}"


def as_object(queued: QueuedRegistration) -> dict[str, object]:
    """Return the same for programs."""
    one, form = queued.registration, queued.registration.form
    person = form.administrator
    return {
        "number": one.id,
        "kind": one.kind,
        "state": queued.state,
        "name": _name(queued),
        "siret": _siret(queued),
        "contractNumber": _contract_number(queued),
        "postalAddress": queued.employer.postal_address if queued.employer else form.postal_address,
        "representative": _representative(queued),
        "administrator": {
            "civility": person.civility,
            "lastName": person.last_name,
            "firstName": person.first_name,
            "email": person.email,
            "phone": person.phone,
            "department": person.department,
            "professionalAddress": person.professional_address,
        },
        "funds": form.funds,
        "requestReason": form.reason,
        "submittedAt": one.submitted_at.isoformat() if one.submitted_at else None,
        "lapsesAt": one.lapses_at.isoformat(),
        "decidedBy": one.decided_by,
        "refusal": refusal_of(one),
        "letters": one.letters,
        "triesLeft": one.tries_left,
        "others": queued.others,
        "emailConfirmed": one.email_confirmed_at is not None,
        "recentChanges": [
            {
                "at": recent.at.isoformat(),
                "actor": recent.actor,
                "changes": [
                    {"field": change.field, "before": change.before, "after": change.after}
                    for change in recent.changes
                ],
            }
            for recent in queued.recent_changes
        ],
        "presentAdministrators": [account.identifier for account in queued.present_administrators],
    }


def _on_one_line(value: str | None) -> str:
    return (value or "").replace("\n", ", ")


def _name(queued: QueuedRegistration) -> str:
    return queued.employer.name if queued.employer else queued.registration.form.name or "(unknown employer)"


def _siret(queued: QueuedRegistration) -> str:
    return queued.employer.siret if queued.employer else queued.registration.siret or ""


def _contract_number(queued: QueuedRegistration) -> str:
    one = queued.registration
    return queued.employer.contract_number if queued.employer else one.contract_number or "-"


def _person(one: Registration) -> str:
    person = one.form.administrator
    return f"{person.first_name} {person.last_name}" if person.last_name else "(erased)"


def _representative(queued: QueuedRegistration) -> str:
    """Return the one to whom the letter goes: of a succession, the one on file."""
    person = queued.employer.representative if queued.employer else queued.registration.form.representative
    title = f", {person.title}" if person.title else ""
    return f"{person.civility or ''} {person.first_name or ''} {person.last_name or ''}{title}".strip()


def _signed_in(account: Account) -> str:
    return f"{account.last_sign_in_at.astimezone(PARIS):%d/%m/%Y}" if account.last_sign_in_at else "never"


def refusal_of(one: Registration) -> str | None:
    """Return why the service or an operator refused the request; None if neither did."""
    by_itself = refused_by_itself(one.refused_for)
    return by_itself.english if by_itself else one.reason
