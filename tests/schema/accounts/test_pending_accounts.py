"""What the list's filters say of pending accounts is what each account says of itself (C5)."""

from datetime import timedelta
from typing import Any

import pytest

from models.rules.vocabulary import AccountStatus, InvitationState
from models.tables.accounts import AccountRow
from models.tables.messages import OutgoingRow
from schema.ids import Kind, encode_id
from tests.client import Browser, Service
from tests.factories import NOW, House, a_house
from tests.resolvers.invited_holders import invited

QUERY = """
query ($id: ID!, $filter: AccountFilter) {
  employer(id: $id) {
    accounts(first: 100, filter: $filter) {
      totalCount
      nodes { id status locked lastSignInAt invitation { state } }
    }
  }
}
"""
IDS = "mutation ($ids: [ID!]!) { outcome: %s(input: {ids: $ids}) { done errors { code } } }"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


@pytest.fixture
async def jean(house: House, service: Service) -> Browser:
    return await service.browser(house.jean)


async def nodes(browser: Browser, house: House, **wanted: object) -> list[dict[str, Any]]:
    variables = {"id": encode_id(Kind.EMPLOYER, house.employer_id), "filter": wanted}
    accounts = (await browser.data(QUERY, variables))["employer"]["accounts"]
    assert accounts["totalCount"] == len(accounts["nodes"])
    return list(accounts["nodes"])


async def test_every_pending_account_is_counted_under_the_state_that_it_shows(
    house: House, jean: Browser
) -> None:
    for days in (1, 20, 20):
        await invited(house, now=NOW - timedelta(days=days))
    for state in ("SENT", "FAILED", "SENT"):
        one = await invited(house)
        await OutgoingRow.filter(account_id=one.account.id).update(state=state)
    everyone = await nodes(jean, house, statuses=["PENDING"])
    for state in InvitationState:
        shown = [one for one in everyone if one["invitation"]["state"] == state]
        assert await nodes(jean, house, statuses=["PENDING"], invitation=state) == shown
    listed = await nodes(jean, house, invitation=["LAPSED", "FAILED"])
    assert len(listed) == 3
    assert len(await nodes(jean, house, invitation="QUEUED")) == 1


async def test_a_restored_pending_account_is_among_the_invitations_under_way(
    house: House, jean: Browser
) -> None:
    zoe = await invited(house)
    ids = [encode_id(Kind.ACCOUNT, zoe.account.id)]
    await jean.data(IDS % "deleteAccounts", {"ids": ids})
    (gone,) = await nodes(jean, house, statuses=["DELETED"], invitation="REVOKED")
    assert gone["id"] == ids[0]
    await jean.data(IDS % "restoreAccounts", {"ids": ids})
    (back,) = await nodes(jean, house, statuses=["PENDING"], invitation="QUEUED")
    assert (back["id"], back["status"], back["invitation"]) == (
        ids[0],
        AccountStatus.PENDING,
        {"state": "QUEUED"},
    )


async def test_locked_accounts_and_those_never_signed_in_are_listed_as_they_show_themselves(
    house: House, jean: Browser
) -> None:
    await AccountRow.filter(id=house.paul.id).update(locked_until=NOW + timedelta(minutes=1))
    await AccountRow.filter(id=house.sara.id).update(locked_until=NOW, last_sign_in_at=NOW)
    everyone = await nodes(jean, house)
    for value in (True, False):
        assert await nodes(jean, house, locked=value) == [one for one in everyone if one["locked"] is value]
        assert await nodes(jean, house, neverSignedIn=value) == [
            one for one in everyone if (one["lastSignInAt"] is None) is value
        ]
    assert [one["id"] for one in await nodes(jean, house, locked=True)] == [
        encode_id(Kind.ACCOUNT, house.paul.id)
    ]
    assert await nodes(jean, house, locked=None, neverSignedIn=None, invitation=None) == everyone


async def test_a_bulk_action_on_all_that_match_uses_the_same_filters(house: House, jean: Browser) -> None:
    old, new = await invited(house, now=NOW - timedelta(days=20)), await invited(house)
    matching = {
        "employerId": encode_id(Kind.EMPLOYER, house.employer_id),
        "filter": {"statuses": ["PENDING"], "invitation": "LAPSED"},
    }
    await jean.data(
        "mutation ($m: AccountSelection!) { resendInvitations(input: {matching: $m}) { done } }",
        {"m": matching},
    )
    assert await nodes(jean, house, invitation="LAPSED") == []
    assert {one["id"] for one in await nodes(jean, house, invitation="QUEUED")} == {
        encode_id(Kind.ACCOUNT, one.account.id) for one in (old, new)
    }
