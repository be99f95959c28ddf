"""The fields of an account that are computed from columns of its row, for all rows of a page at once.

What a field holds is said in `schema.accounts.types.to_account`; a test compares.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeAlias

from models.rules.accounts.account import is_locked
from models.rules.accounts.expiry import status_on
from models.rules.vocabulary import Civility, Profile
from schema.context import Context
from schema.ids import Kind, encode_id

Values: TypeAlias = list[Any]


@dataclass(frozen=True, slots=True)
class ColumnField:
    """A field: the columns that it needs, and its values for all rows."""

    columns: tuple[str, ...]
    values: Callable[..., Values]
    """From the context and these columns."""


def _same(column: str) -> ColumnField:
    return ColumnField((column,), lambda _context, values: list(values))


def _each(column: str, convert: Callable[[Any], Any]) -> ColumnField:
    return ColumnField((column,), lambda _context, values: [convert(value) for value in values])


def _member(column: str, members: type[StrEnum]) -> ColumnField:
    by_value = {member.value: member for member in members}
    return ColumnField((column,), lambda _context, values: list(map(by_value.__getitem__, values)))


def _status(context: Context, deleted: Values, expires: Values, passwords: Values) -> Values:
    today = context.today
    return [
        status_on(
            today,
            deleted=deleted_at is not None,
            expires_on=expires_on,
            has_password=password_created_at is not None,
        )
        for deleted_at, expires_on, password_created_at in zip(deleted, expires, passwords, strict=True)
    ]


def _locked(context: Context, until: Values) -> Values:
    now = context.now
    return [is_locked(value, now) for value in until]


COLUMN_FIELDS: Mapping[str, ColumnField] = {
    "id": _each("id", lambda key: encode_id(Kind.ACCOUNT, key)),
    "identifier": _same("identifier"),
    "civility": _member("civility", Civility),
    "lastName": _same("last_name"),
    "firstName": _same("first_name"),
    "email": _same("email"),
    "phone": _same("phone"),
    "department": _same("department"),
    "professionalAddress": _each("professional_address", list),
    "profile": _member("profile", Profile),
    "status": ColumnField(("deleted_at", "expires_on", "password_created_at"), _status),
    "locked": ColumnField(("locked_until",), _locked),
    "expiresOn": _same("expires_on"),
    "lastSignInAt": _same("last_sign_in_at"),
    "createdAt": _same("created_at"),
    "version": _same("version"),
}
