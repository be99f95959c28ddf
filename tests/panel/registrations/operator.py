"""What happens beside the window: an operator at the command line, and the letter in its envelope."""

import json
import re
import time
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from tests.panel.database import aside
from tests.panel.patience import DEADLINE_MS
from tests.server.commands import run
from tests.server.comptoir_process import Serving

_CODE = re.compile(r"\b[2-9A-Z]{4}-[2-9A-Z]{4}\b")


class Operator:
    """At the command line of this service."""

    def __init__(self, database_url: str, desk: Serving) -> None:
        self._database_url = database_url
        self._letters = desk.log_file.parent / "letters"

    def requests(self, email: str) -> list[dict[str, Any]]:
        """Every request whose administrator has this e-mail address, the oldest first."""
        listed = json.loads(self._command("list", "--all", "--json"))
        return [one for one in listed if one["administrator"]["email"] == email]

    def approve(self, email: str, *funds: str) -> None:
        (request,) = self.requests(email)
        options = [word for fund in funds for word in ("--fund", fund)]
        self._command("approve", str(request["number"]), *options)

    def refuse(self, email: str, reason: str) -> None:
        (request,) = self.requests(email)
        self._command("refuse", str(request["number"]), "--reason", reason)

    def code_for(self, employer: str, other_than: str = "") -> str:
        """The code in the letter about this employer; waits for the letter."""
        deadline = time.monotonic() + DEADLINE_MS / 1000
        while not (codes := self._codes(employer) - {other_than}):
            assert time.monotonic() < deadline, f"no letter came about {employer}"
            time.sleep(0.05)
        (code,) = codes
        return code

    def _codes(self, employer: str) -> set[str]:
        texts = map(_text, self._letters.rglob("*.pdf"))
        return {found[0] for text in texts if employer in text and (found := _CODE.search(text))}

    def _command(self, *words: str) -> str:
        status, output, error_output = aside(run("registration", *words, url=self._database_url))
        assert status == 0, error_output
        return output


def _text(letter: Path) -> str:
    """Of the letter, on one line."""
    pages = PdfReader(BytesIO(letter.read_bytes())).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
