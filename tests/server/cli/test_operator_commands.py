"""The commands `remind`, `purge` and `session`, as the operator types them."""

import re
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta
from typing import TypeAlias

import pytest

from models.database import connected
from models.rules.paris_calendar import paris_day
from models.tables.accounts import AccountRow
from resolvers.caller import ANONYMOUS
from resolvers.sign_in.sessions import recognise_session, sign_in
from tests.factories import PASSWORD, POLICY, a_house, an_account
from tests.resolvers.sign_in.test_sign_in import CHEAP
from tests.server.commands import run

HOLDER = "TSTCMD222"
SECRET = POLICY.secret_key.decode()
Typed: TypeAlias = Callable[..., Awaitable[str]]


@pytest.fixture
async def token(database_url: str) -> str:
    """The id of a session whose account expires today; another account was deleted long ago."""
    now = datetime.now(UTC)
    async with connected(database_url):
        house = await a_house()
        await AccountRow.all().update(expires_on=paris_day(now) + timedelta(days=400))
        await an_account(house.employer_id, identifier=HOLDER, password_hash=CHEAP, expires_on=paris_day(now))
        await an_account(house.employer_id, deleted_at=now - timedelta(days=31))
        signed = await sign_in(HOLDER, PASSWORD, now, POLICY)
    return signed.token


@pytest.fixture
def typed(database_url: str) -> Typed:
    """Run a command, and return what it prints."""

    async def typed(*words: str) -> str:
        status, output, error_output = await run(*words, url=database_url, SECRET_KEY=SECRET)
        assert status == 0, error_output
        return output

    return typed


@pytest.mark.usefixtures("token")
async def test_reminders_are_queued_and_counted_once(typed: Typed) -> None:
    assert await typed("remind") == "3 e-mails queued\n"
    assert await typed("remind") == "0 e-mails queued\n"


@pytest.mark.usefixtures("token")
async def test_what_was_deleted_long_ago_is_erased_once(typed: Typed) -> None:
    assert await typed("purge") == "1 accounts erased\n"
    assert await typed("purge") == "0 accounts erased\n"


async def test_sessions_are_listed_and_ended(typed: Typed, token: str, database_url: str) -> None:
    line = r"\d+  since \d{4}-\d\d-\d\d \d\d:\d\d  used \d\d:\d\d UTC\n"
    assert re.fullmatch(line, await typed("session", "list", HOLDER.lower()))
    assert await typed("session", "end", HOLDER) == "1 sessions ended\n"
    assert await typed("session", "list", HOLDER) == ""
    assert await typed("session", "end", HOLDER) == "0 sessions ended\n"
    for command in ("list", "end"):
        outcome = await run("session", command, "ABC222222", url=database_url)
        assert outcome == (1, "", "No account has this identifier: check it.\n")
    async with connected(database_url):
        assert await recognise_session(token, datetime.now(UTC), POLICY) is ANONYMOUS
