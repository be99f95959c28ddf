"""Operators are made, listed and ended on the command line only (N3)."""

from dataclasses import dataclass
from datetime import datetime

from models.database import transaction
from models.rules.accounts.account import check_name
from models.rules.operators.operator import (
    MAX_OPERATOR_NAME_CHARACTERS,
    Operator,
    is_sign_in_name,
    normalise_sign_in_name,
)
from models.rules.operators.operator_refusals import (
    operator_unknown,
    sign_in_name_malformed,
    sign_in_name_taken,
)
from models.rules.refusals import Refusal, Refused, too_long
from models.rules.sign_in.password import broken_rules, password_refusal
from models.stores.operators import operators as store
from models.stores.operators.operators import NewOperator
from resolvers.accounts.details import check_email
from resolvers.sign_in.password_strength import password_weakness, words_of
from resolvers.sign_in.passwords import hash_password


@dataclass(frozen=True, slots=True)
class OperatorInput:
    """The details of an operator, as they were typed."""

    sign_in_name: str
    last_name: str
    first_name: str
    email: str


async def check_operator(operator_input: OperatorInput) -> OperatorInput:
    """Return the details in the form in which they are stored.

    Raises: Refused, with every refusal at once; CONFLICT for a sign-in name that was ever used.
    """
    checked: dict[str, str | Refusal] = {
        "signInName": _check_sign_in_name(operator_input.sign_in_name),
        "lastName": _check_operator_name(operator_input.last_name),
        "firstName": _check_operator_name(operator_input.first_name),
        "email": check_email(operator_input.email),
    }
    refusals = [value.under(field) for field, value in checked.items() if isinstance(value, Refusal)]
    if refusals:
        raise Refused(*refusals)
    details = OperatorInput(*(str(value) for value in checked.values()))
    if any(details.sign_in_name == operator.sign_in_name for operator in await store.all_operators()):
        raise Refused(sign_in_name_taken())
    return details


async def create_operator(operator_input: OperatorInput, password: str, now: datetime) -> Operator:
    """Create an operator. Raises: Refused, as `check_operator`; PASSWORD_TOO_WEAK (P1)."""
    details = await check_operator(operator_input)
    await _check_password(password, details)
    password_hash = await hash_password(password)
    new = NewOperator(
        details.sign_in_name, details.last_name, details.first_name, details.email, password_hash
    )
    async with transaction():
        operator = await store.insert_operator(new, now)
    if operator is None:
        raise Refused(sign_in_name_taken())
    return operator


async def list_operators() -> list[Operator]:
    """Return every operator, those who have ended included, by sign-in name."""
    return await store.all_operators()


async def end_operator(sign_in_name: str, now: datetime) -> None:
    """End an operator, and its sessions at once. Raises: Refused(NOT_FOUND) if there is none."""
    name = normalise_sign_in_name(sign_in_name)
    async with transaction():
        ended = await store.end_operator(name, now)
    if not ended:
        raise Refused(operator_unknown(sign_in_name))


async def _check_password(password: str, details: OperatorInput) -> None:
    """Raises: Refused(PASSWORD_TOO_WEAK), under "password" (P1)."""
    names = (details.sign_in_name, details.last_name, details.first_name)
    weakness = None
    if not broken_rules(password, names):
        weakness = await password_weakness(password, words_of((*names, details.email)))
    if refusal := password_refusal(password, names, weakness=weakness):
        raise Refused(refusal.under("password"))


def _check_sign_in_name(text: str) -> str | Refusal:
    name = normalise_sign_in_name(text)
    return name if is_sign_in_name(name) else sign_in_name_malformed()


def _check_operator_name(text: str) -> str | Refusal:
    name = check_name(text)
    if isinstance(name, str) and len(name) > MAX_OPERATOR_NAME_CHARACTERS:
        return too_long(MAX_OPERATOR_NAME_CHARACTERS, len(name))
    return name
