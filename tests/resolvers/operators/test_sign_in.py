"""Operators sign in with a name and a password; wrong ones lock, apart from accounts (N3, P3, P5)."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher

from models.rules.sign_in.lockout import MAX_WRONG_PASSWORDS
from models.rules.vocabulary import ErrorCode
from models.tables.operators import OperatorRow, OperatorSessionRow
from resolvers.caller import ANONYMOUS, ANONYMOUS_OPERATOR
from resolvers.operators.sign_in import (
    operator_session_lapses_at,
    recognise_operator,
    sign_in_operator,
    sign_out_operator,
)
from resolvers.sign_in.passwords import hash_password
from resolvers.sign_in.sessions import sign_out
from tests.factories import NOW, PASSWORD, POLICY, a_house, an_operator, operating, signed_in
from tests.nothing_written import nothing_is_written, refused

pytestmark = pytest.mark.usefixtures("database")


async def test_the_right_password_opens_a_session_of_four_hours_at_most() -> None:
    operator = await an_operator("odile", await hash_password(PASSWORD))
    opened = await sign_in_operator(ANONYMOUS_OPERATOR, " ODILE ", PASSWORD, NOW, POLICY)
    assert opened.caller.operator == operator
    assert opened.caller.session_ends_at == NOW + timedelta(hours=4)
    assert operator_session_lapses_at(opened.caller, NOW) == NOW + timedelta(minutes=15)
    caller = await recognise_operator(opened.token, NOW)
    assert caller == opened.caller
    assert not await OperatorSessionRow.filter(token_hash=opened.token).exists()


@pytest.mark.parametrize(
    ("name", "password"),
    [
        ("odile", "faux"),
        ("personne", PASSWORD),
        ("", ""),
        ("o" * 31, PASSWORD),
        ("o" * 10_000, PASSWORD),
        ("odile\0", PASSWORD),
        ("\ud800", PASSWORD),
    ],
)
async def test_a_wrong_name_and_a_wrong_password_are_refused_alike(name: str, password: str) -> None:
    await an_operator("odile", await hash_password(PASSWORD))
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await sign_in_operator(ANONYMOUS_OPERATOR, name, password, NOW, POLICY)


async def test_five_wrong_passwords_lock_for_a_quarter_of_an_hour() -> None:
    await an_operator("odile", await hash_password(PASSWORD))
    for _ in range(MAX_WRONG_PASSWORDS):
        async with refused(ErrorCode.BAD_CREDENTIALS):
            await sign_in_operator(ANONYMOUS_OPERATOR, "odile", "faux", NOW, POLICY)
    soon, later = NOW + timedelta(minutes=14), NOW + timedelta(minutes=16)
    async with refused(ErrorCode.BAD_CREDENTIALS):
        await sign_in_operator(ANONYMOUS_OPERATOR, "odile", PASSWORD, soon, POLICY)
    assert await sign_in_operator(ANONYMOUS_OPERATOR, "odile", PASSWORD, later, POLICY)


async def test_operators_sign_in_at_their_own_endpoint_only() -> None:
    await an_operator("odile", await hash_password(PASSWORD))
    for caller in (ANONYMOUS, signed_in((await a_house()).jean)):
        async with refused(ErrorCode.FORBIDDEN):
            await sign_in_operator(caller, "odile", PASSWORD, NOW, POLICY)


@pytest.mark.parametrize("age", [timedelta(minutes=15, seconds=1), timedelta(hours=5)])
async def test_a_session_that_is_over_recognises_no_operator(age: timedelta) -> None:
    await an_operator("odile", await hash_password(PASSWORD))
    opened = await sign_in_operator(ANONYMOUS_OPERATOR, "odile", PASSWORD, NOW, POLICY)
    assert await recognise_operator(opened.token, NOW + age) is None


async def test_a_session_that_is_used_goes_on_until_four_hours_are_over() -> None:
    await an_operator("odile", await hash_password(PASSWORD))
    opened = await sign_in_operator(ANONYMOUS_OPERATOR, "odile", PASSWORD, NOW, POLICY)
    for minutes in range(10, 241, 10):
        assert await recognise_operator(opened.token, NOW + timedelta(minutes=minutes))
    assert await recognise_operator(opened.token, NOW + timedelta(minutes=241)) is None


async def test_signing_out_ends_the_operators_session_and_no_account_session() -> None:
    caller = await operating(await an_operator())
    async with nothing_is_written():
        await sign_out(caller, NOW)
    await sign_out_operator(caller, NOW)
    assert await OperatorSessionRow.filter(ended_at=None).count() == 0


async def test_signing_in_again_ends_the_former_session() -> None:
    await an_operator("odile", await hash_password(PASSWORD))
    first = await sign_in_operator(ANONYMOUS_OPERATOR, "odile", PASSWORD, NOW, POLICY)
    second = await sign_in_operator(first.caller, "odile", PASSWORD, NOW, POLICY)
    assert await recognise_operator(first.token, NOW) is None
    assert await recognise_operator(second.token, NOW)


async def test_a_session_in_use_is_seen_and_an_older_hash_is_renewed() -> None:
    old = PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(PASSWORD)
    await an_operator("odile", old)
    opened = await sign_in_operator(ANONYMOUS_OPERATOR, "odile", PASSWORD, NOW, POLICY)
    assert (await OperatorRow.get(sign_in_name="odile")).password_hash != old
    assert operator_session_lapses_at(ANONYMOUS_OPERATOR, NOW) is None
    later = NOW + timedelta(minutes=10)
    assert await recognise_operator(opened.token, later)
    assert await recognise_operator(opened.token, later + timedelta(minutes=14))
