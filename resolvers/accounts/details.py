"""The holder's details: checked, and normalised to the form in which they are stored (A2, A3)."""

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
    """The details of a request: a field left out is absent, an emptied field is None."""

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


def check_details(details_input: DetailsInput, profile: Profile, current: Details | None = None) -> Details:
    """Check the details of a request; return them with the `current` value of each field left out.

    Raises: Refused, with every refusal at once, each under the name that its field has in the schema.
    """
    values: dict[str, Any] = {f.name: getattr(current, f.name) for f in fields(Details)} if current else {}
    rejected: list[Refusal] = []
    for name, label in _FIELDS.items():
        if name in details_input or name not in values:
            value = _CHECKS[name](details_input.get(name))
            if name == "phone" and current and _is_phone(details_input.get("phone"), current.phone):
                value = current.phone
            if isinstance(value, Refusal):
                rejected.append(value.under(label, *(value.field or ())))
            values[name] = value
    address = values["professional_address"]
    if not isinstance(address, Refusal) and (missing := postal_address_refusal(profile, address)):
        rejected.append(missing.under("professionalAddress"))
    if rejected:
        raise Refused(*rejected)
    return Details(**values)


def check_email(text: str | None) -> str | Refusal:
    """Check the form of the address, without asking a name server (A3)."""
    line = _required_line(text, MAX_EMAIL_CHARACTERS)
    if isinstance(line, Refusal):
        return line
    # RFC 5322 allows it, but mail programs decode it as an encoded word, line breaks included (RFC 2047).
    if "=?" in line:
        return refusals.email_malformed()
    try:
        return validate_email(line, check_deliverability=False, strict=True, test_environment=True).normalized
    except EmailNotValidError:
        return refusals.email_malformed()


def _is_phone(text: str | None, current: str | None) -> bool:
    """Is it the current number, which may be from before only valid ones were accepted?"""
    return current is not None and (text or "").strip() in {current, format_french_phone(current)}


def _check_civility(value: Civility | None) -> Civility | Refusal:
    return value or refusals.required()


def _check_department(text: str | None) -> str | Refusal | None:
    line = check_text(text or "", MAX_DEPARTMENT_CHARACTERS) or None
    if isinstance(line, str) and not any(character.isalnum() for character in line):
        return refusals.department_without_letter()
    return line


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
