"""The holder's details as they were given, checked and put in the form they are kept in (A2, A3)."""

from collections.abc import Callable
from dataclasses import fields
from typing import Any, TypedDict, TypeVar

from email_validator import EmailNotValidError, validate_email

from models.rules import refusals
from models.rules.accounts.account import (
    MAX_DEPARTMENT_CHARACTERS,
    MAX_EMAIL_CHARACTERS,
    Details,
    check_name,
    check_postal_address,
    check_text,
    format_french_phone,
    postal_address_refusal,
)
from models.rules.refusals import Refusal, Refused
from models.rules.vocabulary import Civility, Profile
from resolvers.accounts.phone import check_phone

T = TypeVar("T")


class DetailsInput(TypedDict, total=False):
    """What was given; a field left out is absent, one that is emptied is None."""

    civility: Civility | None
    last_name: str | None
    first_name: str | None
    email: str | None
    phone: str | None
    department: str | None
    professional_address: tuple[str, ...] | None


_FIELDS = {
    "civility": "civility",
    "last_name": "lastName",
    "first_name": "firstName",
    "email": "email",
    "phone": "phone",
    "department": "department",
    "professional_address": "professionalAddress",
}


def check_details(given: DetailsInput, profile: Profile, kept: Details | None = None) -> Details:
    """All the details that this profile needs: those given, and for the rest those `kept` until now.

    Raises: Refused with every refusal, each under its field, as the contract names it.
    """
    values: dict[str, Any] = {f.name: getattr(kept, f.name) for f in fields(Details)} if kept else {}
    found: list[Refusal] = []
    for name, label in _FIELDS.items():
        if name in given or name not in values:
            value = _CHECKS[name](given.get(name))
            if name == "phone" and kept and _is_phone(given.get("phone"), kept.phone):
                value = kept.phone
            if isinstance(value, Refusal):
                found.append(value.under(label, *(value.field or ())))
            values[name] = value
    address = values["professional_address"]
    if not isinstance(address, Refusal) and (missing := postal_address_refusal(profile, address)):
        found.append(missing.under("professionalAddress"))
    if found:
        raise Refused(*found)
    return Details(**values)


def check_email(text: str | None) -> str | Refusal:
    """Check the form of the address, without asking a name server (A3)."""
    line = _required_line(text, MAX_EMAIL_CHARACTERS)
    if isinstance(line, Refusal):
        return line
    # Allowed by the letter, but mail programs decode it, line breaks and all (RFC 2047).
    if "=?" in line:
        return refusals.email_malformed()
    try:
        return validate_email(line, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        return refusals.email_malformed()


def _is_phone(text: str | None, kept: str | None) -> bool:
    """Is it the number kept until now, which may come from before only valid ones were accepted?"""
    return kept is not None and (text or "").strip() in {kept, format_french_phone(kept)}


def _check_civility(value: Civility | None) -> Civility | Refusal:
    return value or refusals.required()


def _check_department(text: str | None) -> str | Refusal | None:
    return check_text(text or "", MAX_DEPARTMENT_CHARACTERS) or None


def _required_line(text: str | None, limit: int) -> str | Refusal:
    return check_text(text or "", limit) or refusals.required()


_CHECKS: dict[str, Callable[[Any], object]] = {
    "civility": _check_civility,
    "last_name": lambda text: check_name(text or ""),
    "first_name": lambda text: check_name(text or ""),
    "email": check_email,
    "phone": check_phone,
    "department": _check_department,
    "professional_address": lambda lines: check_postal_address(tuple(lines or ())),
}
