"""Operators of the platform (N3)."""

from dataclasses import dataclass
from datetime import datetime

from tortoise.exceptions import IntegrityError

from models.rules.operators.operator import Operator
from models.tables.operators import OperatorRow, OperatorSessionRow


@dataclass(frozen=True, slots=True)
class NewOperator:
    sign_in_name: str
    last_name: str
    first_name: str
    email: str
    password_hash: str


def operator_from_row(row: OperatorRow) -> Operator:
    return Operator(
        row.id, row.sign_in_name, row.last_name, row.first_name, row.email, row.created_at, row.ended_at
    )


async def insert_operator(new: NewOperator, at: datetime) -> Operator | None:
    """Insert an operator; None if the sign-in name is another's, or was that of one who has ended.

    Runs in a transaction.
    """
    try:
        row = await OperatorRow.create(
            sign_in_name=new.sign_in_name,
            last_name=new.last_name,
            first_name=new.first_name,
            email=new.email,
            password_hash=new.password_hash,
            created_at=at,
        )
    except IntegrityError:  # the name is unique, also among those that are created at the same moment
        return None
    return operator_from_row(row)


async def all_operators() -> list[Operator]:
    """Every operator, those who have ended included, by sign-in name."""
    return [operator_from_row(row) for row in await OperatorRow.all().order_by("sign_in_name")]


async def active_operator(sign_in_name: str) -> tuple[Operator, str] | None:
    """The operator with this sign-in name and its password's hash; None if there is none, or it ended."""
    row = await OperatorRow.get_or_none(sign_in_name=sign_in_name, ended_at=None)
    return (operator_from_row(row), row.password_hash) if row else None


async def save_operator_password_hash(operator_id: int, password_hash: str) -> None:
    await OperatorRow.filter(id=operator_id, ended_at=None).update(password_hash=password_hash)


async def end_operator(sign_in_name: str, at: datetime) -> bool:
    """End the operator and its sessions, in a transaction. False if there is none, or it has ended before."""
    ended = await OperatorRow.filter(sign_in_name=sign_in_name, ended_at=None).update(ended_at=at)
    await OperatorSessionRow.filter(operator__sign_in_name=sign_in_name, ended_at=None).update(ended_at=at)
    return ended > 0
