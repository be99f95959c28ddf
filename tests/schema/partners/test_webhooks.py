"""Webhooks over GraphQL: few statements for many, refusals with their field, a log of numbers only (T2)."""

from typing import Any

import pytest

from models.rules.partners.webhooks import MAX_WEBHOOKS_PER_PARTNER
from models.rules.vocabulary import Scope
from models.tables.partners import PartnerKeyRow
from models.tables.webhooks import WebhookRow
from resolvers.partners import webhooks
from schema.context import Context
from schema.schema import build_schema
from tests.client import Service, a_service, settings_of
from tests.factories import NOW, POLICY, a_house, a_partner, asking
from tests.nothing_written import rows_without_sessions
from tests.resolvers.partners.registered_webhooks import a_dead_letter, a_listener, register
from tests.resolvers.statement_count import counted

pytestmark = pytest.mark.usefixtures("database")

LOOK = "{ viewer { partner { webhooks { waiting dead retries { id } deadLetters { id } } } } }"
REGISTER = "mutation ($url: String!) { registerWebhook(input: {url: $url}) { webhook { id } secret } }"
ROTATE = "mutation ($id: ID!) { rotateWebhookSecret(input: {webhookId: $id}) { secret } }"
REMOVE = "mutation ($id: ID!) { removeWebhook(input: {webhookId: $id}) { errors { code } } }"


async def test_ten_webhooks_are_read_by_as_many_statements_as_one() -> None:
    house = await a_house()
    counts = []
    for count in (1, MAX_WEBHOOKS_PER_PARTNER):
        caller = await a_listener(house)
        for _ in range(count):
            await register(caller)
        for own in await webhooks.own_webhooks(caller):
            await a_dead_letter(house, own.id)
        with counted() as statements:
            result = await build_schema().execute(LOOK, context_value=Context(caller, NOW, POLICY))
        assert result.errors is None
        listed = result.data["viewer"]["partner"]["webhooks"]  # type: ignore[index]
        assert [(webhook["dead"], len(webhook["deadLetters"])) for webhook in listed] == [(1, 1)] * count
        counts.append(len(statements))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("arguments", ['(after: "nope")', "(first: 0)", "(first: 101)"])
@pytest.mark.parametrize("field", ["retries", "deadLetters"])
async def test_an_invalid_after_or_first_is_refused_under_its_name(
    service: Service, field: str, arguments: str
) -> None:
    partner = await a_partner((await a_house()).employer_id, scopes=[Scope.WEBHOOKS])
    await register(await asking(partner))
    before = await rows_without_sessions()
    browser = await service.partner(partner.key)
    (error,) = (
        await browser.ask(f"{{ viewer {{ partner {{ webhooks {{ {field}{arguments} {{ id }} }} }} }} }}")
    )["errors"]
    name = arguments[1:].split(":")[0]
    assert (error["extensions"]["code"], error["extensions"]["field"]) == ("INVALID", [name])
    assert ("cet id" in error["message"].lower()) is (name == "after")
    assert await rows_without_sessions() == before


async def test_the_key_that_registers_rotates_or_removes_a_webhook_is_logged_by_numbers_alone(
    database_url: str,
) -> None:
    partner = await a_partner((await a_house()).employer_id, scopes=[Scope.WEBHOOKS])
    key = await PartnerKeyRow.get(partner_id=partner.id)
    url = "https://127.0.0.1:9/suivi"
    async with a_service(settings_of(database_url, webhook_private_addresses=True)) as service:
        browser = await service.partner(partner.key)

        async def ask(document: str, **variables: str) -> Any:
            (payload,) = (await browser.data(document, variables)).values()
            return payload

        registered = await ask(REGISTER, url=url)
        rotated = await ask(ROTATE, id=registered["webhook"]["id"])
        assert await ask(REMOVE, id="nope")  # refused, and not logged
        assert await ask(REMOVE, id=registered["webhook"]["id"]) == {"errors": []}
        lines = [line for line in service.logged() if "webhook" in line["event"]]
    row = await WebhookRow.get(partner_id=partner.id)
    assert [line["event"] for line in lines] == [
        "webhook registered",
        "webhook's secret rotated",
        "webhook removed",
    ]
    assert {(line["webhook"], line["partner"], line["key"]) for line in lines} == {
        (row.id, partner.id, key.id)
    }
    for secret in (
        url,
        registered["webhook"]["id"],
        registered["secret"],
        rotated["secret"],
        partner.name,
        partner.key,
    ):
        assert secret not in repr(lines)
