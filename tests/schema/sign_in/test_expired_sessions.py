"""Expiry ends sessions for good (P4)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from models.rules.paris_calendar import start_of_paris_day
from models.tables.accounts import AccountRow
from models.tables.sign_in import SessionRow
from schema.ids import Kind, encode_id
from tests.client import Service
from tests.factories import TODAY, House, a_house, an_account

VIEWER_KIND = "{ viewer { kind } }"
RENEW = "mutation ($ids: [ID!]!) { renewAccounts(input: {ids: $ids}) { done errors { code } } }"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


@pytest.mark.parametrize("seen", [True, False], ids=["the cookie was shown meanwhile", "it was not"])
async def test_an_old_cookie_does_not_work_again_after_the_account_expired_and_was_renewed(
    service: Service, house: House, seen: bool
) -> None:
    paul = await an_account(house.employer_id, expires_on=TODAY)
    browser, jean = await service.browser(paul), await service.browser(house.jean)
    assert (await browser.data(VIEWER_KIND))["viewer"]["kind"] == "ACCOUNT"
    with time_machine.travel(start_of_paris_day(TODAY + timedelta(days=1)), tick=False):
        await SessionRow.all().update(last_seen_at=datetime.now(UTC), started_at=datetime.now(UTC))
        if seen:
            assert (await browser.data(VIEWER_KIND))["viewer"]["kind"] == "ANONYMOUS"
            await AccountRow.filter(id=paul.id).update(expires_on=TODAY + timedelta(days=30))
        else:
            ids = [encode_id(Kind.ACCOUNT, paul.id)]
            renewed = await jean.data(RENEW, {"ids": ids})
            assert renewed["renewAccounts"]["done"] == 1
        assert (await browser.data(VIEWER_KIND))["viewer"]["kind"] == "ANONYMOUS"
    assert (await browser.data(VIEWER_KIND))["viewer"]["kind"] == "ANONYMOUS", "the clock was set back"
