"""Webhooks over GraphQL: what is done to them is logged by numbers (T2)."""

from typing import Any

import pytest

from models.rules.vocabulary import Scope
from models.tables.partner import PartnerKeyRow
from models.tables.webhook import WebhookRow
from tests.browser import a_service, settings_of
from tests.builders import a_house, a_partner

pytestmark = pytest.mark.usefixtures("database")

REGISTER = "mutation ($url: String!) { registerWebhook(input: {url: $url}) { webhook { id } secret } }"
ROTATE = "mutation ($id: ID!) { rotateWebhookSecret(input: {webhookId: $id}) { secret } }"
REMOVE = "mutation ($id: ID!) { removeWebhook(input: {webhookId: $id}) { errors { code } } }"


async def test_whose_key_registers_rotates_and_removes_is_logged_by_numbers_alone(database_url: str) -> None:
    partner = await a_partner((await a_house()).employer_id, scopes=[Scope.WEBHOOKS])
    key = await PartnerKeyRow.get(partner_id=partner.id)
    url, told = "https://127.0.0.1:9/suivi", []
    async with a_service(settings_of(database_url, webhook_private_addresses=True)) as service:
        browser = await service.partner(partner.key)

        async def ask(document: str, **given: str) -> Any:
            (found,) = (await browser.data(document, given)).values()
            return found

        made = await ask(REGISTER, url=url)
        rotated = await ask(ROTATE, id=made["webhook"]["id"])
        assert await ask(REMOVE, id="nope")  # refused, and not told
        assert await ask(REMOVE, id=made["webhook"]["id"]) == {"errors": []}
        told = [line for line in service.logged() if "webhook" in line["event"]]
    row = await WebhookRow.get(partner_id=partner.id)
    assert [line["event"] for line in told] == [
        "webhook registered",
        "webhook's secret rotated",
        "webhook removed",
    ]
    assert {(line["webhook"], line["partner"], line["key"]) for line in told} == {
        (row.id, partner.id, key.id)
    }
    for secret in (url, made["webhook"]["id"], made["secret"], rotated["secret"], partner.name, partner.key):
        assert secret not in repr(told)
