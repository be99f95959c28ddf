"""docs/partners.md: what it says to copy and paste works as it stands, in curl, Python and JavaScript."""

import asyncio
import base64
import json
import os
import re
import subprocess
import sys
from asyncio.subprocess import PIPE
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from httpx2 import AsyncClient

from models.database import connected
from models.rules.partners.webhooks import webhook_signatures
from models.rules.vocabulary import DeliveryState
from models.tables.history import StatusChangeRow
from models.tables.webhooks import DeliveryRow, WebhookRow
from tests.client import Browser
from tests.processes.node import NODE
from tests.server.commands import run, write_demo
from tests.server.comptoir_process import DEADLINE, HERE, serving
from tests.server.guide import operations as ask
from tests.server.guide.story import PASSWORD

pytestmark = pytest.mark.one_database

PAGE = (HERE / "docs" / "partners.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(bash|python|javascript)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
COMMANDS = re.findall(r"`(comptoir partner [^`]+)`|^(comptoir partner .+)$", PAGE, re.MULTILINE)
ONE, MANY, FEED, SOCKET, EVENTS, REGISTER, CHECK, LETTERS, TOKEN, KEYS, SIGN = range(11)


@dataclass(frozen=True, slots=True)
class Setting:
    url: str
    key: str
    client: str
    folder: Path

    def command(self, example: int, then: str = "") -> list[str]:
        """`then` is what a reader's program would do next."""
        language, text = EXAMPLES[example]
        text += then
        return {
            "bash": ["bash", "-euc", text],
            "python": [sys.executable, "-W", "error", "-c", text],
            "javascript": [NODE, "--input-type=module", "-e", text],
        }[language]

    @property
    def environment(self) -> dict[str, str]:
        ours = {n: v for n, v in os.environ.items() if not n.startswith("COMPTOIR_")}
        return {**ours, "PARTNER_URL": self.url, "PARTNER_KEY": self.key, "PARTNER_CLIENT": self.client}

    def run(self, example: int, then: str = "") -> str:
        done = subprocess.run(
            self.command(example, then),
            cwd=self.folder,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=DEADLINE,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    async def heard(self, example: int, part: bytes) -> str:
        """The first line with this part in it that a program says which follows the feed.

        An account is deleted and restored until then: nobody can say from when on the program listens.
        """
        program = await asyncio.create_subprocess_exec(
            *self.command(example), cwd=self.folder, env=self.environment, stdout=PIPE, stderr=PIPE
        )
        assert program.stdout
        try:
            async with asyncio.timeout(DEADLINE), AsyncClient(base_url=self.url, timeout=DEADLINE) as client:
                line = asyncio.create_task(_line_with(part, program.stdout))
                await _change_until(line, Browser(client))
                return (await line).decode()
        finally:
            program.kill()
            await program.communicate()


async def _line_with(part: bytes, lines: asyncio.StreamReader) -> bytes:
    async for line in lines:
        if part in line:
            return line
    raise AssertionError("the program has ended")


async def _change_until(event: asyncio.Task[bytes], jean: Browser) -> None:
    await jean.data(ask.SIGN_IN, {"identifier": "JLO000439", "password": PASSWORD})
    data = await jean.data('{ account(identifier: "CDU000630") { id } }')
    while not event.done():
        for verb in ("deleteAccounts", "restoreAccounts"):
            done = await jean.data(ask.BULK % verb, {"input": {"ids": [data["account"]["id"]]}})
            assert done["did"]["done"] == 1
            await asyncio.wait({event}, timeout=0.1)


@pytest.fixture
async def partner(database_url: str, tmp_path: Path) -> AsyncIterator[Setting]:
    await write_demo(database_url, 6)
    _, key, output = await run(*_words(CREATE), url=database_url)
    (client,) = re.findall(r"client id: (\S+)", output)
    with serving(database_url, tmp_path) as served:
        yield Setting(served.url, key.strip(), client, tmp_path)


def _words(command: str) -> list[str]:
    return [word.strip('"') for word in command.split()[1:]]


CREATE, *LATER = ["".join(command) for command in COMMANDS]


def test_the_page_has_its_eleven_examples() -> None:
    languages = [language for language, _ in EXAMPLES]
    expected = "bash python javascript python bash bash python python bash bash python"
    assert languages == expected.split()


async def test_every_command_of_the_page_works_one_after_the_other(database_url: str) -> None:
    await write_demo(database_url, 6)
    assert [_words(command)[1] for command in LATER] == ["list", "rotate", "allow", "withdraw", "revoke"]
    for command in (CREATE, *LATER):
        status, _, error_output = await run(*_words(command), url=database_url)
        assert status == 0, (command, error_output)


async def test_every_example_of_questions_and_webhooks_works_as_it_stands(
    partner: Setting, database_url: str
) -> None:
    assert '"status":"ACTIVE","profile":"ADMINISTRATOR"' in partner.run(ONE)
    assert partner.run(MANY) == "JLO000439 ACTIVE\nFLO000394 EXPIRED\nXXX222222 unknown\n"
    changes = partner.run(FEED).splitlines()
    assert "FLO000394 ACTIVE → EXPIRED" in changes
    assert "JLO000439 null → PENDING" in changes
    registered = json.loads(partner.run(REGISTER))["data"]["registerWebhook"]
    assert registered["errors"] == []
    check_signatures(partner, registered["secret"])
    identifier = await give_up_one(database_url)
    output = partner.run(LETTERS)
    assert re.fullmatch(
        r"https://partenaire.example/suivi 0 waiting, 1 given up\n"
        rf"msg_[0-9a-f]{{32}} {identifier} answered 500\n1 replayed\n",
        output,
    ), output


async def give_up_one(database_url: str) -> str:
    """A change becomes a dead letter of the one webhook: the identifier that it tells of."""
    async with connected(database_url):
        change = await StatusChangeRow.all().order_by("id").select_related("account").first()
        assert change
        await DeliveryRow.create(
            webhook=await WebhookRow.get(),
            change=change,
            account_id=change.account_id,
            state=DeliveryState.DEAD,
            error="answered 500",
            attempts=10,
            last_attempt_at=datetime.now(UTC),
            next_attempt_at=datetime.now(UTC),
        )
        return change.account.identifier


async def test_the_examples_that_follow_the_feed_hear_of_changes(partner: Setting) -> None:
    assert await partner.heard(SOCKET, b"CDU000630 ACTIVE ") == "CDU000630 ACTIVE → DELETED\n"
    event = await partner.heard(EVENTS, b"data: ")
    change = json.loads(event.removeprefix("data: "))["data"]["accountStatusChanged"]
    assert change["identifier"] == "CDU000630"


async def test_the_examples_of_oauth_are_given_tokens_that_answer(
    partner: Setting, database_url: str
) -> None:
    assert '"expires_in":600' in partner.run(TOKEN)
    partner.run(KEYS)
    public = partner.folder / "public.pem"
    rotate = ("partner", "rotate", "Ircantec", "--public-key", str(public))
    assert (await run(*rotate, url=database_url))[0] == 0
    token = partner.run(SIGN).strip()
    headers = {"authorization": f"Bearer {token}"}
    async with AsyncClient(base_url=partner.url, headers=headers, timeout=DEADLINE) as client:
        data = await Browser(client).data('{ accountStatus(identifier: "FLO000394") { status } }')
    assert data == {"accountStatus": {"status": "EXPIRED"}}


def check_signatures(partner: Setting, secret: str) -> None:
    """Those of the service are known by the page's own program, and no others."""
    body, moment = b'{"type": "account.status_changed"}', int(datetime.now(UTC).timestamp())
    good = webhook_signatures([base64.b64decode(secret.removeprefix("whsec_"))], "msg_1", moment, body)
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(moment), "webhook-signature": good}
    for changes, expected in (
        ({}, "True"),
        ({"webhook-signature": f"v1,AAAA {good}"}, "True"),
        ({"webhook-signature": "v1,AAAA"}, "False"),
        ({"webhook-id": "msg_2"}, "False"),
        ({"webhook-timestamp": str(moment - 301)}, "False"),
    ):
        output = partner.run(CHECK, f"\n\nprint(is_ours({secret!r}, {headers | changes!r}, {body!r}))\n")
        assert output.strip() == expected, changes
