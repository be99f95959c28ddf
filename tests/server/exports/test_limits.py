"""Exports take the slots, budget, time limit and origin rules of /graphql; a caller has one at a time."""

import asyncio
import time
from contextlib import AsyncExitStack
from typing import Any

import pytest
from httpx2 import Response

from models.database import query
from schema.accounts import page_plan
from schema.ids import Kind, encode_id
from server.exports.lists import ACCOUNTS, OPERATIONS, Listing
from server.exports.pages import PAGE
from server.rate_limits.fair_queue import CallerClass
from server.rate_limits.fair_slots import SLOT_LIMITS, slot_owner
from tests.client import Browser, Service
from tests.factories import House, an_account, signed_in
from tests.server.exports.downloads import Download, address_of, services_of
from tests.server.exports.long_exports import three_pages
from tests.server.graphql.slow_statements import FAR, SLOW
from tests.server.rate_limits.cost_requests import KIND, SMALL, code_of, cost_of

NAMES = ("comptes", "historique")
BRIEF: dict[str, Any] = {"operation_seconds": 2.0}
"""Enough for what is done at once, even on a busy machine."""


async def taken(browser: Browser, name: str, house: House, **headers: str) -> Response:
    return await browser.client.get(address_of(name, house.employer_id), headers=headers)


async def left_of(browser: Browser) -> int:
    answer = (await browser.post(KIND)).json()
    return int(answer["extensions"]["cost"]["left"])


@pytest.mark.parametrize("listing", [ACCOUNTS, OPERATIONS], ids=lambda listing: listing.name)
async def test_a_page_is_charged_for_its_rows(service: Service, house: House, listing: Listing) -> None:
    jean = await service.browser(house.jean)
    variables = {"employerId": encode_id(Kind.EMPLOYER, house.employer_id)}
    one, hundred = [
        cost_of((await jean.post(listing.document, {**variables, "first": rows})).json())[0]
        for rows in (1, 100)
    ]
    assert hundred - one == 99 * listing.row_cost
    before = await left_of(jean)
    assert (await taken(jean, listing.name, house)).status_code == 200
    assert before - await left_of(jean) == 100 + one + (PAGE - 1) * listing.row_cost


@pytest.mark.parametrize("served", [{"cost_limit": 4_000}], indirect=True)
async def test_a_page_with_a_search_has_fewer_rows_where_both_would_cost_too_much(
    served: Service, house: House
) -> None:
    jean = await served.browser(house.jean)
    address = address_of("historique", house.employer_id, filter={"text": "louty"})
    assert (await jean.client.get(address)).status_code == 200


@pytest.mark.parametrize("served", [SMALL], indirect=True)
@pytest.mark.parametrize("name", NAMES)
async def test_a_minute_that_is_used_up_refuses_exports_and_says_when_to_come_again(
    served: Service, house: House, name: str
) -> None:
    jean, sara = await served.browser(house.jean), await served.browser(house.sara)
    answers = [await taken(jean, name, house) for _ in range(5)]
    assert answers[0].status_code == 200
    assert (answers[-1].status_code, code_of(answers[-1].json())) == (429, "RATE_LIMITED")
    assert 0 < int(answers[-1].headers["retry-after"]) <= 120
    assert (await jean.post("{ viewer { account { id } } }")).status_code in (200, 429)
    assert (await taken(sara, name, house)).status_code == 200


@pytest.mark.parametrize("served", [SMALL], indirect=True)
async def test_strangers_and_what_cannot_be_read_are_charged_to_their_address(
    served: Service, house: House
) -> None:
    stranger, jean = await served.stranger(), await served.browser(house.jean)
    assert {(await taken(stranger, "comptes", house)).status_code for _ in range(10)} == {401}
    unreadable = "/exports/comptes.csv?variables=5"
    assert {(await jean.client.get(unreadable)).status_code for _ in range(10)} == {400}
    refused = await jean.client.get(unreadable)
    assert (refused.status_code, code_of(refused.json())) == (429, "RATE_LIMITED")
    assert (await taken(jean, "comptes", house)).status_code == 200


async def test_variables_have_the_limits_of_graphql(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    deep: list[object] = []
    for _ in range(30):
        deep = [deep]
    refused = await jean.client.get(address_of("comptes", house.employer_id, filter=deep))
    assert (refused.status_code, code_of(refused.json())) == (400, "LIMIT_EXCEEDED")


@pytest.mark.parametrize("served", [BRIEF], indirect=True)
async def test_an_export_waits_for_the_callers_other_operations(served: Service, house: House) -> None:
    jean, sara = await served.browser(house.jean), await served.browser(house.sara)
    slots, owner = services_of(served).slots, slot_owner(signed_in(house.jean), "")
    async with AsyncExitStack() as held:
        for _ in range(SLOT_LIMITS[CallerClass.SIGNED_IN].caller):
            slot = await held.enter_async_context(slots.hold(owner))
        refused = await taken(jean, "comptes", house)
        assert (refused.status_code, code_of(refused.json())) == (503, "UNAVAILABLE")
        assert (await taken(sara, "comptes", house)).status_code == 200
        slot.release()
        assert (await taken(jean, "comptes", house)).status_code == 200


@pytest.mark.parametrize("served", [BRIEF], indirect=True)
@pytest.mark.parametrize("name", NAMES)
async def test_a_caller_has_one_export_at_a_time_whichever_the_list(
    served: Service, house: House, name: str
) -> None:
    await three_pages(house)
    jean, sara = await served.browser(house.jean), await served.browser(house.sara)
    under_way = Download(served, jean, address_of("comptes", house.employer_id), parts=2)
    await under_way.until(lambda: not under_way.parts_left)
    refused = await taken(jean, name, house)
    assert (refused.status_code, code_of(refused.json())) == (429, "RATE_LIMITED")
    assert refused.headers["retry-after"] == "2"
    assert (await jean.post(KIND)).status_code == 200
    assert (await taken(sara, name, house)).status_code == 200
    await under_way.disconnect()
    assert (await taken(jean, name, house)).status_code == 200


async def test_an_export_stops_when_its_client_disconnects(service: Service, house: House) -> None:
    await three_pages(house)
    jean = await service.browser(house.jean)
    before = await left_of(jean)
    download = Download(service, jean, address_of("comptes", house.employer_id), parts=2)
    await download.until(lambda: not download.parts_left)
    await download.disconnect()
    lines = download.body.decode("utf-8-sig").splitlines()
    assert (download.status, len(lines)) == (200, 1 + PAGE)
    price = (PAGE + 1) * ACCOUNTS.row_cost + 200
    assert before - await left_of(jean) <= 2 * price + 100
    assert services_of(service).slots.held == 0


@pytest.mark.parametrize("served", [{"operation_seconds": FAR}], indirect=True)
async def test_the_statement_of_an_export_stops_too(
    served: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = asyncio.Event()

    async def slow(*_given: object, **_more: object) -> Any:
        begun.set()
        await query(SLOW, [])

    jean = await served.browser(house.jean)
    with monkeypatch.context() as patched:
        patched.setattr(page_plan, "read_account_rows", slow)
        download = Download(served, jean, address_of("comptes", house.employer_id), parts=0)
        await begun.wait()
        await download.disconnect()
    assert download.status == 499
    assert (await taken(jean, "comptes", house)).status_code == 200


@pytest.mark.parametrize("served", [BRIEF], indirect=True)
async def test_an_export_that_takes_too_long_is_stopped(
    served: Service, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def slow(*_given: object, **_more: object) -> Any:
        await query(SLOW, [])

    jean = await served.browser(house.jean)
    with monkeypatch.context() as patched:
        patched.setattr(page_plan, "read_account_rows", slow)
        stopped = await taken(jean, "comptes", house)
    assert (stopped.status_code, code_of(stopped.json())) == (504, "TIMED_OUT")


async def test_head_says_what_would_come_and_reads_one_page(service: Service, house: House) -> None:
    await three_pages(house)
    jean = await service.browser(house.jean)
    before = await left_of(jean)
    answer = await jean.client.head(address_of("comptes", house.employer_id))
    assert (answer.status_code, answer.content) == (200, b"")
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert before - await left_of(jean) < 2 * PAGE * ACCOUNTS.row_cost


async def test_an_entry_of_the_history_is_read_in_the_time_of_a_few_accounts(
    service: Service, house: House
) -> None:
    """Accounts, actors and changes are read for a page at once; entry by entry, it took 2.7 times as long."""
    people = [await an_account(house.employer_id, f"Nom {number}") for number in range(PAGE)]
    jean = await service.browser(house.jean)
    renew = "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }"
    ids = [encode_id(Kind.ACCOUNT, account.id) for account in people]
    assert await jean.data(renew, {"ids": ids}) == {"renewAccounts": {"done": PAGE}}

    async def seconds(listing: Listing) -> float:
        answers = []
        for _ in range(5):
            began = time.process_time()
            assert (await taken(jean, listing.name, house)).text.count("\r\n") >= PAGE
            answers.append(time.process_time() - began)
        return min(answers)

    assert await seconds(OPERATIONS) < 2 * await seconds(ACCOUNTS)


@pytest.mark.one_database
@pytest.mark.parametrize("path", [*NAMES, "sound"])
@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"sec-fetch-site": "same-origin"}, 200),
        ({"sec-fetch-site": "none"}, 200),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "https://portail.example"}, 401),
    ],
)
@pytest.mark.parametrize("served", [{"cors_origins": "https://portail.example"}], indirect=True)
async def test_files_are_for_our_own_pages_as_graphql_is(
    served: Service, house: House, path: str, headers: dict[str, str], status: int
) -> None:
    jean = await served.browser(house.jean)
    address = "/identifiants/JLO000439.wav" if path == "sound" else address_of(path, house.employer_id)
    assert (await jean.client.get(address, headers=headers)).status_code == status
