"""Operators are made and ended on the command line; a name is used once (N3, P1)."""

import asyncio
from dataclasses import replace

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from models.tables.operators import OperatorRow
from resolvers.caller import ANONYMOUS_OPERATOR
from resolvers.operators.manage import OperatorInput, create_operator, end_operator, list_operators
from resolvers.operators.sign_in import recognise_operator, sign_in_operator
from tests.factories import NOW, POLICY
from tests.nothing_written import refused

pytestmark = pytest.mark.usefixtures("database")

ODILE = OperatorInput("odile.brun", "Brun", "Odile", "odile@plateforme.example")
PASSWORD = "chaise-VELOS-9-tulipe"


async def test_an_operator_is_made_and_listed_and_the_password_is_stored_as_a_hash_only() -> None:
    made = await create_operator(replace(ODILE, sign_in_name=" Odile.Brun "), PASSWORD, NOW)
    assert await list_operators() == [made]
    assert (made.sign_in_name, made.name, made.ended_at) == ("odile.brun", "Odile Brun", None)
    row = await OperatorRow.get(id=made.id)
    assert row.password_hash.startswith("$argon2id$")
    assert PASSWORD not in row.password_hash


async def test_every_fault_of_the_details_is_said_at_once() -> None:
    wrong = OperatorInput("o", "B" * 51, " ", "no address")
    async with refused(
        ErrorCode.INVALID, ErrorCode.TOO_LONG, ErrorCode.REQUIRED, ErrorCode.INVALID
    ) as refusals:
        await create_operator(wrong, PASSWORD, NOW)
    assert [refusal.field for refusal in refusals] == [
        ("signInName",),
        ("lastName",),
        ("firstName",),
        ("email",),
    ]


@pytest.mark.parametrize("password", ["court", "Odile.Brun#2026", "motdepasse", "Bonjour2026!"])
async def test_a_weak_or_personal_password_is_refused(password: str) -> None:
    async with refused(ErrorCode.PASSWORD_TOO_WEAK):
        await create_operator(ODILE, password, NOW)


async def test_a_name_that_has_ended_is_never_used_again() -> None:
    await create_operator(ODILE, PASSWORD, NOW)
    await end_operator("Odile.Brun", NOW)
    async with refused(ErrorCode.CONFLICT):
        await create_operator(ODILE, PASSWORD, NOW)
    async with refused(ErrorCode.NOT_FOUND):
        await end_operator("odile.brun", NOW)


async def test_ending_an_operator_ends_the_sessions_at_once() -> None:
    await create_operator(ODILE, PASSWORD, NOW)
    signed_in = await sign_in_operator(ANONYMOUS_OPERATOR, "odile.brun", PASSWORD, NOW, POLICY)
    assert await recognise_operator(signed_in.token, NOW)
    await end_operator("odile.brun", NOW)
    assert await recognise_operator(signed_in.token, NOW) is None
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await sign_in_operator(ANONYMOUS_OPERATOR, "odile.brun", PASSWORD, NOW, POLICY)


async def test_of_two_who_make_one_operator_at_once_the_second_is_refused() -> None:
    both = (create_operator(ODILE, PASSWORD, NOW) for _ in range(2))
    outcomes = await asyncio.gather(*both, return_exceptions=True)
    (error,) = [outcome for outcome in outcomes if isinstance(outcome, Refused)]
    assert error.refusals[0].code is ErrorCode.CONFLICT
    assert len(await list_operators()) == 1
