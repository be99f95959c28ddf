"""comptoir messages: what did not leave is listed and sent again from a terminal (N3)."""

import json

import pytest

from models.database import connected
from models.rules.vocabulary import Operation, OutgoingState
from models.tables.messages import OutgoingRow
from tests.factories import NOW, a_house
from tests.nothing_written import all_rows
from tests.resolvers.operators.test_failed_messages import a_failed_delivery, a_failed_message
from tests.resolvers.operators.test_find_person import latest_entry
from tests.server.commands import run

pytestmark = pytest.mark.usefixtures("database_url")


async def test_the_list_names_kind_reason_and_since_when_and_no_person(database_url: str) -> None:
    assert await run("messages", "failed", url=database_url) == (0, "no message has failed\n", "")
    async with connected(database_url):
        house = await a_house()
        await a_failed_message(house, 1)
        await a_failed_message(house, 2, state=OutgoingState.QUEUED)
        await a_failed_delivery(house)
    _, listed, _ = await run("messages", "failed", url=database_url)
    lines = listed.splitlines()
    assert [line.split("  ")[1:4] for line in lines] == [
        ["EMAIL", "ACCOUNT_LOCKED", "RETRYING"],
        ["EMAIL", "ACCOUNT_LOCKED", "GAVE_UP"],
        ["WEBHOOK", "-", "GAVE_UP"],
    ]
    assert "CHRU DE NANTES: no such mailbox (7 attempts, since 23/11/2026 " in lines[1]
    assert "retried" in lines[0]
    assert house.paul.email not in listed
    assert house.paul.last_name not in listed
    _, output, _ = await run("messages", "failed", "--json", url=database_url)
    objects = json.loads(output)
    assert [one["id"] for one in objects] == [line.split("  ")[0] for line in lines]
    assert (objects[1]["reason"], objects[1]["since"], objects[2]["kind"]) == (
        "no such mailbox",
        NOW.isoformat(),
        None,
    )


async def test_one_message_or_all_that_were_given_up_are_sent_again_as_the_history_says(
    database_url: str,
) -> None:
    async with connected(database_url):
        house = await a_house()
        keys = [await a_failed_message(house, number) for number in (1, 2, 3)]
        await a_failed_message(house, 4, state=OutgoingState.QUEUED)
    assert await run("messages", "resend", f"outbox-{keys[0].id}", url=database_url) == (
        0,
        "1 queued again\n",
        "",
    )
    async with connected(database_url):
        assert (await latest_entry(house))[:2] == (Operation.MESSAGES_RESENT, "operator")
    assert (await run("messages", "resend", "--all", "--json", url=database_url))[1] == '{"queued": 2}\n'
    async with connected(database_url):
        assert not await OutgoingRow.filter(state=OutgoingState.FAILED).exists()


@pytest.mark.parametrize(
    ("words", "status"),
    [((), 2), (("outbox-1", "--all"), 2), (("12",), 2), (("outbox-x",), 2), (("outbox-999999",), 1)],
)
async def test_what_cannot_be_sent_again_is_said_and_nothing_is_written(
    database_url: str, words: tuple[str, ...], status: int
) -> None:
    async with connected(database_url):
        await a_failed_message(await a_house())
        before = await all_rows()
    exit_status, _, error = await run("messages", "resend", *words, url=database_url)
    assert (exit_status, bool(error)) == (status, True)
    async with connected(database_url):
        assert await all_rows() == before
