"""Holders for tests of passwords: invited, with the token of their link; their messages."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import pytest

from models.database import query
from models.rules.accounts.account import Account
from models.rules.refusals import Refused
from models.rules.sign_in.lockout import LockoutState
from models.rules.sign_in.tokens import link_token, lockout_key
from models.rules.vocabulary import ErrorCode, MessageKind
from models.stores.employers.employers import employers_by_id
from models.stores.sign_in.lockouts import read_lockout
from resolvers.messages.compose import queue_invitations
from resolvers.sign_in.request_password_reset import request_password_reset
from resolvers.sign_in.sessions import sign_in
from tests.factories import NOW, PASSWORD, POLICY, TODAY, House, a_house, an_account
from tests.resolvers.sign_in.test_sign_in import CHEAP

NEW = "Velo-Rouge-42"
"""A password that follows every rule (P1)."""
TICK = timedelta(microseconds=1)


@dataclass(frozen=True, slots=True)
class Invited:
    house: House
    account: Account
    token: str


async def token_of(account: Account) -> str:
    """Return the token of the account's latest link, as the e-mail will contain it."""
    rows = await query("SELECT account_id, nonce FROM password_link ORDER BY id", [])
    nonce = [row["nonce"] for row in rows if row["account_id"] == account.id][-1]
    return link_token(POLICY.secret_key, nonce)


async def invited(house: House | None = None, now: datetime = NOW, **facts: Any) -> Invited:
    """Zoé Ménard, whose account is pending."""
    house = house or await a_house()
    account = await an_account(house.employer_id, "Ménard", "Zoé", active=False, **facts)
    employer = (await employers_by_id([house.employer_id]))[house.employer_id]
    await queue_invitations([account], employer, house.jean, now, TODAY, POLICY)
    return Invited(house, account, await token_of(account))


async def a_holder(house: House | None = None, **facts: Any) -> Account:
    """Christophe Durant, whose password is PASSWORD."""
    house = house or await a_house()
    return await an_account(house.employer_id, password_hash=CHEAP, **facts)


async def reset_token(account: Account, now: datetime = NOW) -> str:
    """Request a password reset; return the token of its link."""
    await request_password_reset(account.identifier, now, POLICY)
    return await token_of(account)


async def wrong(identifier: str, times: int = 1, now: datetime = NOW) -> None:
    """Sign in with a wrong password this many times, one after the other."""
    for _ in range(times):
        await cannot_sign_in(identifier, "a wrong password", now)


async def cannot_sign_in(identifier: str, password: str = PASSWORD, now: datetime = NOW) -> None:
    with pytest.raises(Refused, match=ErrorCode.BAD_CREDENTIALS):
        await sign_in(identifier, password, now, POLICY)


async def guard_for(identifier: str) -> LockoutState:
    return await read_lockout(lockout_key(POLICY.secret_key, identifier))


async def messages(*kinds: MessageKind) -> list[dict[str, Any]]:
    """Return the messages of these kinds, the oldest first, with `facts` decoded."""
    rows = await query("SELECT * FROM outgoing ORDER BY id", [])
    return [{**row, "facts": json.loads(row["facts"])} for row in rows if row["kind"] in kinds]


async def history() -> list[dict[str, Any]]:
    return await query("SELECT * FROM history ORDER BY id", [])


async def feed() -> list[tuple[int, str | None, str]]:
    rows = await query("SELECT account_id, before, after FROM status_change ORDER BY id", [])
    return [(row["account_id"], row["before"], row["after"]) for row in rows]
