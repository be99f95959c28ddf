"""Webhooks of a running service: registered over GraphQL, delivered over HTTPS though processes die (T2)."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import ExitStack
from datetime import UTC, datetime
from itertools import groupby
from pathlib import Path
from random import Random
from typing import Any

import httpx2
import pytest

from models.rules.vocabulary import Scope
from models.tables.webhooks import DeliveryRow, WebhookRow
from tests.factories import APartner, a_partner, an_employer
from tests.processes.smtp import self_made
from tests.processes.webhook_receiver import OK, Receiver, a_receiver, answering
from tests.server.comptoir_process import Serving, serving
from tests.server.random_activity import a_house, act, feed

OPERATIONS, KILLS = 40, 4
PATIENCE = 300.0
REGISTER = """mutation ($input: RegisterWebhookInput!) { registerWebhook(input: $input) {
    webhook { id url waiting dead } secret errors { code field } } }"""


class Town:
    """One employer with people, a partner, and the partner's server, which accepts or refuses."""

    def __init__(self, database_url: str, folder: Path, receiver: Receiver, authority: Path) -> None:
        self.database_url, self.folder, self.receiver = database_url, folder, receiver
        self.authority = str(authority)
        self.stack = ExitStack()
        self.served: Serving

    def start(self) -> None:
        settings: dict[str, Any] = {"WEBHOOK_PRIVATE_ADDRESSES": "true", "WEBHOOK_CA_FILE": self.authority}
        self.served = self.stack.enter_context(serving(self.database_url, self.folder, **settings))

    async def again(self, *, killed: bool) -> None:
        """Start another process; all deliveries that wait for a retry or for the end of a lease are due."""
        if killed:
            self.served.process.kill()
            await asyncio.to_thread(self.served.process.wait)
        else:
            assert await asyncio.to_thread(self.served.stop) == 0
        now = datetime.now(UTC)
        await DeliveryRow.all().update(next_attempt_at=now)
        await WebhookRow.all().update(wake_at=now)
        await asyncio.to_thread(self.start)

    async def ask(self, partner: APartner, document: str, **variables: Any) -> Any:
        headers = {"authorization": f"Bearer {partner.key}"}
        async with httpx2.AsyncClient(base_url=self.served.url, headers=headers, timeout=PATIENCE) as client:
            response = await client.post("/graphql", json={"query": document, "variables": variables})
        assert "errors" not in response.json(), response.text
        return response.json()["data"]


@pytest.fixture
async def town(database: None, database_url: str, tmp_path: Path) -> AsyncIterator[Town]:  # noqa: ARG001
    certificate = self_made(tmp_path)
    async with asyncio.timeout(PATIENCE), a_receiver(certificate) as receiver:
        town = Town(database_url, tmp_path, receiver, certificate.certificate)
        with town.stack:
            town.start()
            yield town


async def test_each_change_is_delivered_in_order_despite_killed_processes_and_bad_responses(
    town: Town,
) -> None:
    """Each account's changes arrive in order; a repeated one has the same id, and follows directly."""
    random = Random(20261125)
    house = await a_house("the only one", 4)
    partner = await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS])
    await town.ask(partner, REGISTER, input={"url": town.receiver.url})
    town.receiver.answer = lambda _one: random.choice([OK, OK, OK, answering(500), b""])

    kills = random.sample(range(OPERATIONS), KILLS)
    for step in range(OPERATIONS):
        name = random.choice(["deleteAccounts", "restoreAccounts"])
        host = town.served.url.removeprefix("http://")
        await act(host, house, name, random.sample(house.people, random.randint(1, 3)))
        if step in kills:
            await asyncio.sleep(random.uniform(0, 0.5))
            await town.again(killed=True)
    town.receiver.answer = lambda _one: OK
    await town.again(killed=False)
    expected = await feed()
    await town.receiver.has(len(expected))

    assert len(expected) > OPERATIONS / 2
    for identifier in {identifier for identifier, _, _ in expected}:
        heard = [
            (one.headers["webhook-id"], one.content["data"]["before"], one.content["data"]["after"])
            for one in town.receiver.received
            if one.identifier == identifier
        ]
        without_repeats = [change for change, _ in groupby(heard)]
        assert len({name for name, _, _ in without_repeats}) == len(without_repeats)
        assert [change[1:] for change in without_repeats] == [
            change[1:] for change in expected if change[0] == identifier
        ]


async def test_a_partner_registers_looks_and_removes_over_graphql(town: Town) -> None:
    partner = await a_partner(await an_employer(), scopes=[Scope.WEBHOOKS])
    made = (await town.ask(partner, REGISTER, input={"url": town.receiver.url}))["registerWebhook"]
    assert made["secret"].startswith("whsec_")
    webhook = made["webhook"]
    assert webhook == {"id": webhook["id"], "url": town.receiver.url, "waiting": 0, "dead": 0}
    look = "{ viewer { partner { webhooks { id url waiting dead retries { id } deadLetters { id } } } } }"
    (seen,) = (await town.ask(partner, look))["viewer"]["partner"]["webhooks"]
    assert seen == {**webhook, "retries": [], "deadLetters": []}
    rotate = """mutation ($input: RotateWebhookSecretInput!) {
        rotateWebhookSecret(input: $input) { secret errors { code field } } }"""
    rotated = (await town.ask(partner, rotate, input={"webhookId": webhook["id"]}))["rotateWebhookSecret"]
    assert rotated["secret"].startswith("whsec_")
    assert rotated["secret"] != made["secret"]
    replay = """mutation ($input: ReplayDeliveriesInput!) {
        replayDeliveries(input: $input) { done errors { code field } } }"""
    expected: Any
    for ids, expected in (
        (None, {"done": 0, "errors": []}),
        ([webhook["id"]], {"done": 0, "errors": [{"code": "INVALID", "field": ["deliveryIds", "0"]}]}),
        (["x"], {"done": 0, "errors": [{"code": "INVALID", "field": ["deliveryIds", "0"]}]}),
    ):
        replay_input = {"webhookId": webhook["id"], "deliveryIds": ids}
        assert (await town.ask(partner, replay, input=replay_input))["replayDeliveries"] == expected
    remove = """mutation ($input: RemoveWebhookInput!) {
        removeWebhook(input: $input) { errors { code field message } } }"""
    for name, expected in (
        ("nope", [{"code": "INVALID", "field": ["webhookId"]}]),
        (webhook["id"], []),
        (webhook["id"], [{"code": "NOT_FOUND", "field": ["webhookId"]}]),
    ):
        errors = (await town.ask(partner, remove, input={"webhookId": name}))["removeWebhook"]["errors"]
        assert [{part: error[part] for part in ("code", "field")} for error in errors] == expected
        assert all(("cet id" in error["message"].lower()) is (name == "nope") for error in errors)
    assert (await town.ask(partner, look))["viewer"]["partner"]["webhooks"] == []


@pytest.mark.one_database
async def test_a_service_that_may_not_reach_private_networks_says_so_when_one_is_registered(
    database: None,  # noqa: ARG001
    database_url: str,
    tmp_path: Path,
) -> None:
    partner = await a_partner(await an_employer(), scopes=[Scope.WEBHOOKS])
    with serving(database_url, tmp_path) as served:
        headers = {"authorization": f"Bearer {partner.key}", "accept-language": "en"}
        for host in ("127.0.0.1:8443", "[::1]", "localhost"):
            request = {"query": REGISTER, "variables": {"input": {"url": f"https://{host}/"}}}
            content = httpx2.post(
                f"{served.url}/graphql", json=request, headers=headers, timeout=PATIENCE
            ).json()
            (error,) = content["data"]["registerWebhook"]["errors"]
            assert error == {"code": "INVALID", "field": ["url"]}
