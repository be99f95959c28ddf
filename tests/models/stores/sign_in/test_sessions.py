"""Sessions, and the account that a sign-in names (P4, P5)."""

from datetime import timedelta

import pytest
from tortoise.exceptions import IntegrityError

from models.rules.vocabulary import MandateScope, Profile
from models.stores.sign_in.credentials import account_with_password_hash, save_password_hash
from models.stores.sign_in.sessions import (
    end_all_sessions,
    end_session,
    find_session,
    insert_session,
    touch_session,
)
from tests.factories import NOW, TODAY, a_house, a_mandate, an_employer
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")

LATER = NOW + timedelta(minutes=5)


async def test_signing_in_finds_the_account_with_its_password_if_it_has_one() -> None:
    house = await a_house()
    assert await account_with_password_hash(house.paul.identifier) == (house.paul, None)
    await save_password_hash(house.paul.id, "first", NOW)
    await save_password_hash(house.paul.id, "second", LATER)
    assert await account_with_password_hash(house.paul.identifier) == (house.paul, "second")
    assert await account_with_password_hash("NOB222222") is None


async def test_a_session_keeps_the_profile_it_began_with_and_when_it_was_last_seen() -> None:
    house = await a_house()
    session_id = await insert_session(house.sara.id, "t" * 64, Profile.USER, NOW)
    await touch_session(session_id, LATER)

    session = await find_session("t" * 64, TODAY)
    assert session
    assert (session.id, session.account, session.profile) == (session_id, house.sara, Profile.USER)
    assert (session.started_at, session.last_seen_at) == (NOW, LATER)
    assert await find_session("u" * 64, TODAY) is None


async def test_an_ended_session_is_no_session_and_the_others_go_on() -> None:
    house = await a_house()
    first = await insert_session(house.paul.id, "1" * 64, Profile.USER, NOW)
    await insert_session(house.paul.id, "2" * 64, Profile.USER, NOW)
    await end_session(first, LATER)
    assert await find_session("1" * 64, TODAY) is None
    assert await find_session("2" * 64, TODAY)


async def test_all_sessions_of_an_account_end_at_once_and_no_others() -> None:
    house = await a_house()
    for token, account in (("1", house.paul), ("2", house.paul), ("3", house.jean)):
        await insert_session(account.id, token * 64, Profile.USER, NOW)
    await end_all_sessions([house.paul.id], LATER)
    assert [bool(await find_session(token * 64, TODAY)) for token in "123"] == [False, False, True]


async def test_no_two_sessions_share_a_token() -> None:
    house = await a_house()
    await insert_session(house.paul.id, "1" * 64, Profile.USER, NOW)
    with pytest.raises(IntegrityError):
        await insert_session(house.jean.id, "1" * 64, Profile.USER, NOW)


async def test_a_session_is_found_with_the_mandates_of_its_account_in_one_statement_unless_they_changed() -> (
    None
):
    centre = await a_house()
    givers = [await an_employer(f"G{number}") for number in range(3)]
    for giver, scope in zip(givers, MandateScope, strict=True):
        await a_mandate(centre.sara, giver, scope)
    await insert_session(centre.sara.id, "t" * 64, Profile.ADMINISTRATOR, NOW)

    for count in (2, 1):
        with counted() as statements:
            session = await find_session("t" * 64, TODAY)
        assert len(statements) == count
        assert session
        assert session.held
        assert session.held.mandates == dict(zip(givers, MandateScope, strict=True))
    later = await find_session("t" * 64, TODAY + timedelta(days=31))
    assert later
    assert later.held
    assert later.held.mandates == {}


async def test_a_session_that_began_as_a_users_has_no_mandates() -> None:
    centre = await a_house()
    await a_mandate(centre.sara, await an_employer())
    await insert_session(centre.sara.id, "t" * 64, Profile.USER, NOW)
    session = await find_session("t" * 64, TODAY)
    assert session
    assert session.held is None
