"""Killed at any moment, the service loses nothing and does nothing twice (C1, C2, C4)."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from random import Random
from typing import Any

import httpx2

from models.database import query
from models.rules.vocabulary import Profile
from resolvers.history.verify import verify_history
from resolvers.messages.deliver import MESSAGE_LEASE, OutboxRun, deliver_due_messages
from resolvers.sign_in.passwords import hash_password
from schema.ids import Kind, encode_id
from server.mail.mail_url import MailServer
from server.workers.outbox import senders_of
from tests.client import HTTP, settings_of
from tests.factories import PASSWORD, an_account, an_employer
from tests.processes.smtp import LetterBox, parsed, smtp_server
from tests.server.comptoir_process import DEADLINE, Serving, serving

ACCOUNTS = 200
KILLS = 6
CREATE = """mutation ($input: CreateAccountInput!) {
    createAccount(input: $input) { account { identifier } errors { code } } }"""
SIGN_IN = "mutation ($input: SignInInput!) { signIn(input: $input) { errors { code } } }"


@dataclass(slots=True)
class Work:
    """200 creations, each with its idempotency key: a request without a response is sent again."""

    employer_id: int
    administrator: str
    done: int = 0

    async def go_on(self, served: Serving) -> None:
        """Send the rest of the creations. Raises: httpx2.TransportError once the process is killed."""
        async with httpx2.AsyncClient(base_url=served.url, timeout=DEADLINE) as client:
            who = {"identifier": self.administrator, "password": PASSWORD}
            assert (await self._post(client, SIGN_IN, who))["signIn"]["errors"] == []
            while self.done < ACCOUNTS:
                payload = (await self._post(client, CREATE, self._account()))["createAccount"]
                assert payload["errors"] == []
                self.done += 1

    def _account(self) -> dict[str, object]:
        return {
            "employerId": encode_id(Kind.EMPLOYER, self.employer_id),
            "civility": "MADAME",
            "lastName": "Le Goff",
            "firstName": "Zoé",
            "email": f"zoe{self.done}@chu-nantes.example",
            "rights": [{"service": "CNRACL-01", "level": "READ"}],
            "allowDuplicate": True,
            "idempotencyKey": f"creation {self.done}",
        }

    @staticmethod
    async def _post(
        client: httpx2.AsyncClient, document: str, variables: Mapping[str, object]
    ) -> dict[str, dict]:  # type: ignore[type-arg]
        response = await client.post("/graphql", json={"query": document, "variables": {"input": variables}})
        data: dict[str, dict] = response.json()["data"]  # type: ignore[type-arg]
        return data


async def test_killed_at_random_during_200_creations_every_account_has_its_one_email_and_its_one_letter(
    database: None,  # noqa: ARG001
    database_url: str,
    tmp_path: Path,
) -> None:
    random, letter_box = Random(20261123), LetterBox()
    employer_id = await an_employer()
    hashed = await hash_password(PASSWORD)
    jean = await an_account(employer_id, "Louty", "Jean", profile=Profile.ADMINISTRATOR, password_hash=hashed)
    work, kills = Work(employer_id, jean.identifier), 0
    async with smtp_server(letter_box) as mail:
        while work.done < ACCOUNTS:
            with serving(database_url, tmp_path, **_settings(mail, tmp_path)) as served:
                if kills < KILLS:
                    kills += 1
                    delay = random.uniform(0.1, 0.6)
                    asyncio.get_running_loop().call_later(delay, served.process.kill)
                try:
                    await work.go_on(served)
                except httpx2.TransportError:
                    assert served.process.wait(DEADLINE) == -9
        await _deliver_the_rest(database_url, mail, tmp_path)
    assert kills == KILLS
    await _nothing_lost_nothing_twice(employer_id, letter_box, tmp_path)


def _settings(mail: MailServer, folder: Path) -> dict[str, Any]:
    return {
        "MAIL_URL": f"smtp://127.0.0.1:{mail.port}?starttls=optional",
        "LETTERS_DIR": str(folder / "letters"),
        "DELIVERY_SECONDS": "0.05",
        "PUBLIC_URL": HTTP,
        "SECRET_KEY": "a secret of the tests, of no use elsewhere",
    }


async def _deliver_the_rest(database_url: str, mail: MailServer, folder: Path) -> None:
    """Deliver as the next process would, once the leases of the killed ones have ended."""
    settings = settings_of(
        database_url, mail_url=_settings(mail, folder)["MAIL_URL"], letters_dir=folder / "letters"
    )
    async with senders_of(settings) as senders:
        later = datetime.now(UTC) + MESSAGE_LEASE
        await deliver_due_messages(OutboxRun(senders, settings.policy, clock=lambda: later, draw=lambda: 0.5))


async def _nothing_lost_nothing_twice(employer_id: int, letter_box: LetterBox, folder: Path) -> None:
    created = await query("SELECT id FROM account WHERE email LIKE 'zoe%'", [])
    assert len(created) == ACCOUNTS
    messages = await query("SELECT account_id, kind, state, message_id FROM outgoing", [])
    each = Counter((row["account_id"], row["kind"]) for row in messages)
    assert each == Counter((a["id"], k) for a in created for k in ("INVITATION", "CREATION_LETTER"))
    assert {row["state"] for row in messages} == {"SENT"}
    for table in ("password_link", "history", "status_change", "access_right"):
        rows = await query(f"SELECT account_id, count(*) AS n FROM {table} GROUP BY account_id", [])
        assert {row["account_id"]: row["n"] for row in rows} == {row["id"]: 1 for row in created}, table
    sent = {row["message_id"] for row in messages if row["kind"] == "INVITATION"}
    copies: dict[str, set[bytes]] = {}
    for envelope in letter_box.envelopes:
        content = envelope.content
        assert isinstance(content, bytes)
        copies.setdefault(str(parsed(content)["Message-ID"]).strip("<>"), set()).add(content)
    assert set(copies) == sent
    assert all(len(texts) == 1 for texts in copies.values())
    letters = {row["message_id"].split("@")[0] for row in messages if row["kind"] == "CREATION_LETTER"}
    assert _printed(folder / "letters") == sorted(letters)
    assert all(fault is None for _, fault in (await verify_history()).values())
    assert len(await query(f"SELECT id FROM account WHERE employer_id = {employer_id}", [])) == ACCOUNTS + 1


def _printed(folder: Path) -> list[str]:
    return sorted(path.stem.split("@")[0] for path in folder.glob("*/*.pdf"))
