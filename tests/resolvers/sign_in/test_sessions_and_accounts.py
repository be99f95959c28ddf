"""Changes to an account take effect in its sessions at once (P4, P6, E1)."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Profile
from models.stores.sign_in.sessions import insert_session
from models.tables.mandates import MandateRow
from resolvers.accounts.delete import delete
from resolvers.accounts.modify import modify
from resolvers.accounts.renew import renew
from resolvers.accounts.restore import restore
from resolvers.caller import ANONYMOUS
from resolvers.employers.publish_expiries import publish_all_expiries
from resolvers.sign_in.sessions import end_if_access_lost
from tests.factories import ADDRESS, NOW, POLICY, TODAY, a_house, a_mandate, an_account, read, signed_in
from tests.nothing_written import nothing_is_written
from tests.resolvers.requests import a_modification, become, these
from tests.resolvers.sign_in.test_sessions import TICK, a_session, known

pytestmark = pytest.mark.usefixtures("database")


@pytest.mark.parametrize(
    "lost",
    [
        {"deleted_at": NOW},
        {"expires_on": TODAY - timedelta(days=1)},
        {"password_created_at": None},
        {"locked_until": NOW + TICK},
    ],
    ids=["deleted", "expired", "without a password", "locked"],
)
async def test_a_session_ends_once_its_account_cannot_sign_in(lost: dict[str, Any]) -> None:
    house = await a_house()
    token = await a_session(house.jean)
    await become(house.jean, **lost)
    async with nothing_is_written():
        assert await known(token) is ANONYMOUS


async def test_a_session_ends_at_midnight_in_paris_after_the_last_valid_day() -> None:
    house = await a_house()
    await become(house.paul, expires_on=date(2027, 3, 28))
    last = datetime(2027, 3, 28, 21, 59, 59, tzinfo=UTC)
    token = await a_session(house.paul, last - timedelta(minutes=5))
    assert (await known(token, last)).account == await read(house.paul)
    assert await known(token, last + timedelta(seconds=1)) is ANONYMOUS


async def test_deleting_ends_the_sessions_even_if_the_account_is_restored() -> None:
    house = await a_house()
    token = await a_session(house.paul)
    await delete(signed_in(house.jean), these(house.paul), NOW, POLICY)
    await restore(signed_in(house.jean), these(house.paul), NOW, POLICY)
    assert await known(token) is ANONYMOUS


async def test_expiring_ends_the_sessions_even_if_the_account_is_renewed() -> None:
    house = await a_house()
    late = await an_account(house.employer_id, expires_on=TODAY - timedelta(days=1))
    tokens = [await a_session(late), await a_session(house.paul)]
    await renew(signed_in(house.jean), these(late, house.paul), NOW, POLICY)
    assert await known(tokens[0]) is ANONYMOUS
    assert (await known(tokens[1])).account == await read(house.paul)


async def test_expiring_by_the_passing_of_time_ends_the_sessions_for_good() -> None:
    """Also if the expiry was seen by a clock that ran ahead and was set back."""
    house = await a_house()
    last = await an_account(house.employer_id, expires_on=TODAY + timedelta(days=2))
    tokens = [await a_session(last), await a_session(house.paul)]
    await publish_all_expiries(NOW + timedelta(days=3))
    for later in (NOW, NOW + TICK):
        await publish_all_expiries(later)
        assert await known(tokens[0], later) is ANONYMOUS
        assert (await known(tokens[1], later)).account == await read(house.paul)
    await renew(signed_in(house.jean), these(last), NOW, POLICY)
    assert await known(tokens[0]) is ANONYMOUS


async def test_a_session_that_was_seen_without_access_stays_ended_when_access_comes_back() -> None:
    house = await a_house()
    token = await a_session(house.paul)
    await end_if_access_lost(token, NOW)
    assert (await known(token)).account == await read(house.paul)
    await become(house.paul, expires_on=TODAY - timedelta(days=1))
    await end_if_access_lost(token, NOW)
    await become(house.paul, expires_on=TODAY + timedelta(days=100))
    assert await known(token) is ANONYMOUS


async def test_a_promotion_counts_from_the_next_sign_in() -> None:
    house = await a_house()
    before = await a_session(house.paul)
    request = a_modification(house.paul, {"professional_address": ADDRESS}, Profile.ADMINISTRATOR)
    promoted = await modify(signed_in(house.jean), request, NOW, POLICY)
    caller = await known(before)
    assert caller.account == promoted
    assert (caller.profile, caller.administers) == (Profile.USER, frozenset())
    await insert_session(promoted.id, token_hash("the next"), promoted.profile, NOW)
    assert (await known("the next")).administers == {house.employer_id}


async def test_a_mandate_that_is_revoked_is_gone_at_once() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id)
    token = await a_session(house.jean)
    await MandateRow.all().update(ended_at=NOW)
    assert (await known(token)).administers == {house.employer_id}


@pytest.mark.parametrize(("days", "holds"), [(-1, False), (0, True), (3, True), (4, False)])
async def test_a_mandate_holds_from_its_first_day_to_its_last(days: int, holds: bool) -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.jean, other.employer_id, days=3)
    now = NOW + timedelta(days=days)
    caller = await known(await a_session(house.jean, now), now)
    assert (other.employer_id in caller.administers) is holds


async def test_a_users_mandate_opens_nothing() -> None:
    house, other = await a_house(), await a_house("MAIRIE DE REZÉ")
    await a_mandate(house.paul, other.employer_id)
    assert (await known(await a_session(house.paul))).administers == frozenset()
