"""docs/partners.md: what it says to copy and paste works as it stands, in curl, Python and JavaScript."""

import base64
import json
import os
import re
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from models.rules.webhooks import signatures
from tests.node import NODE
from tests.server.program import HERE, comptoir, serving

PAGE = (HERE / "docs" / "partners.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(bash|python|javascript)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Setting:
    url: str
    key: str
    client: str

    def run(self, example: int, then: str = "") -> str:
        """`then` is what a reader's program would do next."""
        language, text = EXAMPLES[example]
        text += then
        command = {
            "bash": ["bash", "-euc", text],
            "python": [sys.executable, "-c", text],
            "javascript": [NODE, "--input-type=module", "-e", text],
        }[language]
        ours = {n: v for n, v in os.environ.items() if not n.startswith("COMPTOIR_")}
        told = {"COMPTOIR_URL": self.url, "COMPTOIR_KEY": self.key, "COMPTOIR_CLIENT": self.client}
        done = subprocess.run(
            command,
            env={**ours, **told, "SECONDS_TO_FOLLOW": "1"},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
async def partner(database_url: str, tmp_path: Path) -> AsyncIterator[Setting]:
    comptoir(database_url, "demo", "--accounts", "6")
    scopes = [word for scope in ("status", "changes", "webhooks") for word in ("--scope", scope)]
    made = comptoir(database_url, "partner", "create", "Ircantec", "--employer", "VF201", *scopes)
    (client,) = re.findall(r"client id: (\S+)", made.stderr)
    with serving(database_url, tmp_path) as served:
        yield Setting(served.url, made.stdout.strip(), client)


def test_the_page_has_its_seven_examples() -> None:
    languages = [language for language, _ in EXAMPLES]
    assert languages == ["bash", "bash", "python", "javascript", "bash", "bash", "python"]


async def test_every_example_works_as_it_stands(partner: Setting) -> None:
    assert '"expires_in":600' in partner.run(0)
    assert '"status":"ACTIVE","profile":"ADMINISTRATOR"' in partner.run(1)
    assert partner.run(2) == "JLO000439 ACTIVE\nFLO000394 EXPIRED\nXXX222222 unknown\n"
    changes = partner.run(3).splitlines()
    assert "FLO000394 ACTIVE → EXPIRED" in changes
    assert "JLO000439 null → PENDING" in changes
    assert partner.run(4).startswith(":")
    registered = json.loads(partner.run(5))["data"]["registerWebhook"]
    assert registered["errors"] == []
    check_signatures(partner, registered["secret"])


def check_signatures(partner: Setting, secret: str) -> None:
    """Those of the service are known by the page's own program, and no others."""
    body, moment = b'{"type": "account.status_changed"}', int(datetime.now(UTC).timestamp())
    good = signatures([base64.b64decode(secret.removeprefix("whsec_"))], "msg_1", moment, body)
    headers = {"webhook-id": "msg_1", "webhook-timestamp": str(moment), "webhook-signature": good}
    for changes, expected in (
        ({}, "True"),
        ({"webhook-signature": f"v1,AAAA {good}"}, "True"),
        ({"webhook-signature": "v1,AAAA"}, "False"),
        ({"webhook-id": "msg_2"}, "False"),
        ({"webhook-timestamp": str(moment - 301)}, "False"),
    ):
        told = partner.run(6, f"\n\nprint(is_ours({secret!r}, {headers | changes!r}, {body!r}))\n")
        assert told.strip() == expected, changes
