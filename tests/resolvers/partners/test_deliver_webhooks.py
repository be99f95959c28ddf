"""Webhooks are told each change, at least once, in order for each account, signed, over real HTTPS (T2)."""

import asyncio
import base64
import hashlib
import hmac
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest

from models.database import transaction
from models.rules.accounts.account import Account
from models.rules.partners.feed import StatusChange
from models.rules.partners.partner import RegisteredWebhook
from models.rules.partners.webhooks import FailedDelivery, WebhookMessage
from models.rules.vocabulary import AccountStatus, DeliveryState, Scope
from models.stores.partners.feed import append_to_feed
from models.stores.partners.webhook_deliveries import claim_deliveries
from models.tables.employers import EmployerRow
from models.tables.webhooks import DeliveryRow
from resolvers.accounts.purge import purge
from resolvers.caller import Caller
from resolvers.partners import deliver_webhooks, manage, webhooks
from resolvers.partners.deliver_webhooks import (
    WEBHOOK_LEASE,
    DeliveryContext,
    DeliveryOutcome,
    WebhookDeliveryError,
)
from server.webhooks.public_network import PublicNetwork
from server.webhooks.sender import WebhookSender, sender_of
from tests.client import settings_of
from tests.factories import NOW, POLICY, House, a_house, a_partner, an_account, asking
from tests.processes.ports import free_port
from tests.processes.smtp import Certificate, self_made
from tests.processes.webhook_receiver import OK, Received, Receiver, a_receiver, answering
from tests.resolvers.partners.test_webhooks import anywhere

pytestmark = pytest.mark.usefixtures("database")

DELETED, ACTIVE = AccountStatus.DELETED, AccountStatus.ACTIVE


async def change(house: House, *accounts: Account) -> None:
    """Each in turn: deleted, and back."""
    made = [
        StatusChange(a.id, ACTIVE if i % 2 == 0 else DELETED, DELETED if i % 2 == 0 else ACTIVE, NOW)
        for i, a in enumerate(accounts)
    ]
    async with transaction():
        await append_to_feed(house.employer_id, made)


@pytest.fixture(scope="session")
def tls(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    return self_made(tmp_path_factory.mktemp("tls"))


@asynccontextmanager
async def sending(database_url: str, private_too: bool = True, **more: Any) -> AsyncIterator[WebhookSender]:
    async with sender_of(settings_of(database_url, **more), PublicNetwork(private_too)) as sender:
        yield sender


async def take_up(now: datetime = NOW) -> None:
    """A page for each webhook that is behind."""
    for webhook_id in await deliver_webhooks.webhooks_behind():
        await deliver_webhooks.enqueue_feed_changes(webhook_id, now)


@dataclass
class Desk:
    """A house, a partner's server that listens, and rounds of telling it."""

    house: House
    caller: Caller
    receiver: Receiver
    send: deliver_webhooks.WebhookPost
    stopping: asyncio.Event = field(default_factory=asyncio.Event)

    async def register(self, url: str | None = None) -> str:
        return (await webhooks.register(self.caller, url or self.receiver.url, NOW, POLICY, anywhere))[1]

    async def round(self, now: datetime = NOW) -> dict[DeliveryOutcome, int]:
        """Everything that can be told now."""
        counts: Counter[DeliveryOutcome] = Counter()
        await take_up(now)
        given = DeliveryContext(self.send, POLICY, lambda: now, lambda: 0.0, self.stopping.is_set)
        for webhook_id in await deliver_webhooks.webhooks_due(now, 100):
            counts += await deliver_webhooks.deliver_to_webhook(webhook_id, given)
        return dict(counts)

    async def letters(self, state: DeliveryState, after: int = 0) -> list[FailedDelivery]:
        """What its one webhook was told in vain."""
        (webhook,) = await webhooks.own_webhooks(self.caller)
        found = await webhooks.failed_deliveries(self.caller, [webhook.id], state, after, 10)
        return found.get(webhook.id, [])


@pytest.fixture
async def desk(database_url: str, tls: Certificate) -> AsyncIterator[Desk]:
    house = await a_house()
    caller = await asking(await a_partner(house.employer_id, scopes=[Scope.WEBHOOKS]))
    async with (
        a_receiver(tls) as receiver,
        sending(database_url, webhook_ca_file=tls.certificate) as sender,
    ):
        yield Desk(house, caller, receiver, sender)


async def test_each_change_is_told_once_in_order_signed(desk: Desk) -> None:
    await change(desk.house, desk.house.paul)
    secret = await desk.register()
    paul, sara = desk.house.paul, desk.house.sara
    await change(desk.house, paul, paul, sara)
    assert await desk.round() == {DeliveryOutcome.DELIVERED: 3}
    told = desk.receiver.told
    assert [one for one in told if one[0] == paul.identifier] == [
        (paul.identifier, "DELETED"),
        (paul.identifier, "ACTIVE"),
    ]
    assert [one for one in told if one[0] == sara.identifier] == [(sara.identifier, "DELETED")]
    assert await DeliveryRow.all().count() == 0
    assert len({one.headers["webhook-id"] for one in desk.receiver.received}) == 3
    for one in desk.receiver.received:
        assert one.path == "/suivi"
        assert one.headers["host"] == desk.receiver.url.split("/")[2]
        assert one.headers["webhook-signature"] == signature(one, secret)
        assert one.content["type"] == "account.status_changed"
        assert one.content["data"].keys() == {"identifier", "before", "after", "at"}


async def test_what_fails_waits_and_what_follows_for_that_account_behind_it(desk: Desk) -> None:
    await desk.register()
    paul, sara = desk.house.paul, desk.house.sara
    desk.receiver.answer = lambda one: answering(500) if one.identifier == paul.identifier else OK
    await change(desk.house, paul, paul, sara, sara)
    assert await desk.round() == {DeliveryOutcome.PUT_BACK: 1, DeliveryOutcome.DELIVERED: 2}
    assert [one for one, _ in desk.receiver.told].count(paul.identifier) == 1
    assert [one for one in desk.receiver.told if one[0] == sara.identifier] == [
        (sara.identifier, "DELETED"),
        (sara.identifier, "ACTIVE"),
    ]
    desk.receiver.answer = lambda _one: OK
    assert await desk.round(NOW + timedelta(seconds=4)) == {}
    assert await desk.round(NOW + timedelta(seconds=5)) == {DeliveryOutcome.DELIVERED: 2}
    ids = [one.headers["webhook-id"] for one in desk.receiver.received if one.identifier == paul.identifier]
    assert [after for one, after in desk.receiver.told if one == paul.identifier] == [
        "DELETED",
        "DELETED",
        "ACTIVE",
    ]
    assert ids[0] == ids[1] != ids[2]


async def test_what_was_tried_in_vain_says_why_until_it_is_told(desk: Desk) -> None:
    await desk.register()
    paul = desk.house.paul
    desk.receiver.answer = lambda _one: answering(500)
    await change(desk.house, paul, paul)
    await desk.round()
    (retry,) = await desk.letters(DeliveryState.QUEUED)
    assert (retry.identifier, retry.before, retry.after, retry.at) == (paul.identifier, ACTIVE, DELETED, NOW)
    assert (retry.attempts, retry.error) == (1, "answered 500")
    assert (retry.last_attempt_at, retry.next_attempt_at) == (NOW, NOW + timedelta(seconds=5))
    desk.receiver.answer = lambda _one: OK
    await desk.round(NOW + timedelta(seconds=5))
    assert await desk.letters(DeliveryState.QUEUED) == []


async def test_what_is_given_up_is_a_dead_letter_and_the_account_goes_on(desk: Desk) -> None:
    await desk.register()
    paul = desk.house.paul
    desk.receiver.answer = lambda _one: answering(503)
    await change(desk.house, paul, paul)
    now = NOW
    for _ in range(10):
        await desk.round(now)
        now += timedelta(days=2)
    (webhook,) = await webhooks.own_webhooks(desk.caller)
    (letter,) = await desk.letters(DeliveryState.DEAD)
    assert (letter.identifier, letter.after, letter.attempts) == (paul.identifier, DELETED, 10)
    assert (letter.error, letter.next_attempt_at) == ("answered 503", None)
    assert await desk.letters(DeliveryState.DEAD, letter.id) == []
    counts = await webhooks.delivery_counts(desk.caller, [webhook.id])
    assert counts == {webhook.id: {DeliveryState.QUEUED: 1, DeliveryState.DEAD: 1}}
    (operators,) = await manage.list_partners()
    assert operators.webhooks == (RegisteredWebhook(webhook.url, operators.keys[0].hint, waiting=1, dead=1),)

    desk.receiver.answer = lambda _one: OK
    desk.receiver.received.clear()
    assert await webhooks.replay(desk.caller, webhook.id, [letter.id], now) == 1
    assert await desk.round(now) == {DeliveryOutcome.DELIVERED: 2}
    assert desk.receiver.told == [(paul.identifier, "DELETED"), (paul.identifier, "ACTIVE")]
    assert await webhooks.replay(desk.caller, webhook.id, None, now) == 0


async def test_for_a_day_after_another_secret_was_given_messages_are_signed_with_both(desk: Desk) -> None:
    former = await desk.register()
    (webhook,) = await webhooks.own_webhooks(desk.caller)
    newer = await webhooks.rotate_secret(desk.caller, webhook.id, NOW, POLICY)
    for now, secrets in ((NOW, [newer, former]), (NOW + timedelta(days=1), [newer])):
        desk.receiver.received.clear()
        await change(desk.house, desk.house.paul)
        await desk.round(now)
        (one,) = desk.receiver.received
        assert one.headers["webhook-signature"] == " ".join(signature(one, secret) for secret in secrets)


async def test_who_asks_for_another_secret_again_and_again_keeps_the_one_that_is_known(desk: Desk) -> None:
    """As after lost answers; of more than ten former ones, those in the middle go."""
    known = await desk.register()
    (webhook,) = await webhooks.own_webhooks(desk.caller)
    made = [await webhooks.rotate_secret(desk.caller, webhook.id, NOW, POLICY) for _ in range(14)]
    await change(desk.house, desk.house.paul)
    await desk.round()
    (one,) = desk.receiver.received
    expected = [made[13], made[12], *reversed(made[:8]), known]
    assert one.headers["webhook-signature"] == " ".join(signature(one, secret) for secret in expected)


def signature(one: Received, secret: str) -> str:
    """As the specification says to make it."""
    signed = f"{one.headers['webhook-id']}.{one.headers['webhook-timestamp']}.".encode() + one.body
    key = base64.b64decode(secret.removeprefix("whsec_"))
    return "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()


async def test_what_was_given_up_is_forgotten_after_thirty_days(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, desk.house.paul, desk.house.sara)
    await take_up()
    await DeliveryRow.all().update(state=DeliveryState.DEAD, last_attempt_at=NOW)
    await DeliveryRow.filter(account_id=desk.house.sara.id).update(last_attempt_at=NOW - timedelta(seconds=1))
    await purge(NOW + timedelta(days=30), POLICY)
    assert [row.account_id for row in await DeliveryRow.all()] == [desk.house.paul.id]


@pytest.mark.parametrize(
    "answer", [b"", b"nonsense\r\n\r\n", answering(302, "location: https://elsewhere.example/")]
)
async def test_what_is_no_good_answer_is_tried_again(desk: Desk, answer: bytes) -> None:
    await desk.register()
    desk.receiver.answer = lambda _one: answer
    await change(desk.house, desk.house.paul)
    assert await desk.round() == {DeliveryOutcome.PUT_BACK: 1}
    assert desk.receiver.connections <= 2
    (row,) = await DeliveryRow.all()
    assert row.error
    assert "elsewhere" not in row.error


async def test_an_address_that_is_gone_for_good_is_told_no_more(desk: Desk) -> None:
    await desk.register()
    desk.receiver.answer = lambda _one: answering(410)
    await change(desk.house, desk.house.paul, desk.house.sara)
    (webhook,) = await webhooks.own_webhooks(desk.caller)
    await take_up()
    removed: list[int] = []
    given = DeliveryContext(desk.send, POLICY, lambda: NOW, lambda: 0.0, removed=removed.append)
    assert await deliver_webhooks.deliver_to_webhook(webhook.id, given) == {DeliveryOutcome.GONE: 2}
    assert removed == [webhook.id]
    assert await webhooks.own_webhooks(desk.caller) == []
    assert await DeliveryRow.all().count() == 0


class Killed(BaseException):
    """What no code of ours sees to."""


async def test_who_dies_between_sending_and_marking_sends_again_under_the_same_id(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, desk.house.paul)
    await take_up()
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)

    async def die(message: WebhookMessage) -> None:
        await desk.send(message)
        raise Killed

    with pytest.raises(BaseExceptionGroup):
        await deliver_webhooks.deliver_to_webhook(
            webhook_id, DeliveryContext(die, POLICY, lambda: NOW, lambda: 0.0)
        )
    assert await desk.round(NOW + WEBHOOK_LEASE - timedelta(seconds=1)) == {}
    assert await desk.round(NOW + WEBHOOK_LEASE) == {DeliveryOutcome.DELIVERED: 1}
    first, second = (one.headers["webhook-id"] for one in desk.receiver.received)
    assert first == second


async def test_two_who_take_up_and_claim_at_once_share_the_work(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, *[desk.house.paul, desk.house.sara] * 3)
    await asyncio.gather(take_up(), take_up())
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    first, second = await asyncio.gather(
        *(claim_deliveries(webhook_id, NOW, NOW + WEBHOOK_LEASE, 1) for _ in range(2))
    )
    more = await claim_deliveries(webhook_id, NOW, NOW + WEBHOOK_LEASE, 16)
    claimed = [d.identifier for d in first + second + more]
    assert sorted(claimed) == sorted([desk.house.paul.identifier, desk.house.sara.identifier])
    assert await DeliveryRow.all().count() == 6


async def test_of_two_who_would_tell_a_webhook_one_has_the_turn(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, *[await an_account(desk.house.employer_id) for _ in range(10)])
    await take_up()
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    given = DeliveryContext(desk.send, POLICY, lambda: NOW, lambda: 0.0)
    counts = await asyncio.gather(*(deliver_webhooks.deliver_to_webhook(webhook_id, given) for _ in range(3)))
    assert sorted(count.total() for count in counts) == [0, 0, 10]
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(days=9), 100) == []


async def test_what_comes_while_a_webhook_is_told_is_told_next(desk: Desk) -> None:
    """What is taken up during a turn wakes it again, whenever the turn ends."""
    await desk.register()
    late: list[Account] = [desk.house.sara]

    async def send(message: WebhookMessage) -> None:
        if late:
            await change(desk.house, late.pop())
            await take_up()
            assert await deliver_webhooks.webhooks_due(NOW, 100) == []  # it is being told
            assert not await deliver_webhooks.deliver_to_webhook(webhook_id, given)
        await desk.send(message)

    await change(desk.house, desk.house.paul)
    await take_up()
    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    given = DeliveryContext(send, POLICY, lambda: NOW, lambda: 0.0)
    counts = await deliver_webhooks.deliver_to_webhook(webhook_id, given)
    assert (await desk.round()).get(DeliveryOutcome.DELIVERED, 0) + counts[DeliveryOutcome.DELIVERED] == 2
    assert len(desk.receiver.received) == 2


async def test_a_webhook_that_takes_nothing_is_left_alone_ever_longer(desk: Desk) -> None:
    """Its backlog is not tried over and over, and what is new does not wake it; one delivery ends that."""
    await desk.register()
    people = [await an_account(desk.house.employer_id) for _ in range(20)]
    await change(desk.house, *people)
    desk.receiver.answer = lambda _one: answering(500)
    assert await desk.round() == {DeliveryOutcome.PUT_BACK: deliver_webhooks.CONCURRENT_DELIVERIES}
    now = NOW
    for pause in (5, 10, 20):
        await change(desk.house, await an_account(desk.house.employer_id))
        assert await desk.round(now + timedelta(seconds=pause - 1)) == {}
        now += timedelta(seconds=pause)
        assert await desk.round(now) == {DeliveryOutcome.PUT_BACK: deliver_webhooks.CONCURRENT_DELIVERIES}
    desk.receiver.answer = lambda _one: OK
    now += timedelta(seconds=40)
    assert sum((await desk.round(now)).values()) > 4 * deliver_webhooks.CONCURRENT_DELIVERIES
    await change(desk.house, await an_account(desk.house.employer_id))
    assert await desk.round(now + timedelta(seconds=1)) == {DeliveryOutcome.DELIVERED: 1}


async def test_one_account_whose_changes_fail_keeps_those_of_others_for_seconds_only(desk: Desk) -> None:
    await desk.register()
    paul, sara = desk.house.paul, desk.house.sara
    desk.receiver.answer = lambda one: answering(500) if one.identifier == paul.identifier else OK
    await change(desk.house, paul)
    assert await desk.round() == {DeliveryOutcome.PUT_BACK: 1}
    assert await desk.round(NOW + timedelta(seconds=5)) == {
        DeliveryOutcome.PUT_BACK: 1
    }  # it comes again in 5 minutes
    await change(desk.house, sara)
    assert await desk.round(NOW + timedelta(seconds=14)) == {}
    assert await desk.round(NOW + timedelta(seconds=15)) == {DeliveryOutcome.DELIVERED: 1}


@pytest.mark.parametrize(("status", "seconds"), [(422, 0), (500, 5)])
async def test_many_accounts_whose_changes_are_refused_keep_those_of_others_no_longer(
    desk: Desk, status: int, seconds: int
) -> None:
    """Who answers that it does not want one change is there; of those that wait the newest has its turn."""
    await desk.register()
    people = [await an_account(desk.house.employer_id) for _ in range(40)]
    refused = {one.identifier for one in people}
    desk.receiver.answer = lambda one: answering(status) if one.identifier in refused else OK
    await change(desk.house, *people)
    await desk.round()
    await change(desk.house, desk.house.sara)
    told = await desk.round(NOW + timedelta(seconds=seconds))
    assert told[DeliveryOutcome.DELIVERED] == 1


async def test_whoever_takes_things_slowly_gives_way_after_ten_seconds(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, *[await an_account(desk.house.employer_id) for _ in range(40)])
    await take_up()
    seconds = 0

    async def slowly(message: WebhookMessage) -> None:
        nonlocal seconds
        seconds += 1
        await desk.send(message)

    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    given = DeliveryContext(slowly, POLICY, lambda: NOW + timedelta(seconds=seconds), lambda: 0.0)
    counts = await deliver_webhooks.deliver_to_webhook(webhook_id, given)
    assert counts == {DeliveryOutcome.DELIVERED: 12}  # three times four
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(seconds=11), 100) == []
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(seconds=12), 100) == [webhook_id]


async def test_who_is_asked_to_stop_takes_up_no_more(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, *[await an_account(desk.house.employer_id) for _ in range(10)])
    desk.stopping.set()
    assert await desk.round() == {}
    desk.stopping.clear()
    assert await desk.round() == {DeliveryOutcome.DELIVERED: 10}


async def test_a_turn_in_which_nothing_was_tried_is_no_failure(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, desk.house.paul)
    desk.receiver.answer = lambda _one: answering(500)
    assert await desk.round() == {DeliveryOutcome.PUT_BACK: 1}
    desk.stopping.set()
    assert await desk.round(NOW + timedelta(seconds=5)) == {}
    desk.stopping.clear()
    desk.receiver.answer = lambda _one: OK
    assert await desk.round(NOW + timedelta(seconds=5)) == {DeliveryOutcome.DELIVERED: 1}


async def test_who_refuses_a_change_for_the_last_time_is_there_and_is_told_the_others(desk: Desk) -> None:
    await desk.register()
    paul = desk.house.paul
    desk.receiver.answer = lambda one: answering(422) if one.identifier == paul.identifier else OK
    await change(desk.house, paul)
    await desk.round()
    await DeliveryRow.all().update(attempts=9)
    assert await desk.round(NOW + timedelta(days=3)) == {DeliveryOutcome.GIVEN_UP: 1}
    await change(desk.house, desk.house.sara)
    assert await desk.round(NOW + timedelta(days=3)) == {DeliveryOutcome.DELIVERED: 1}


async def test_what_goes_wrong_on_our_side_is_told_of_and_given_up_like_the_rest(desk: Desk) -> None:
    await desk.register()
    await change(desk.house, desk.house.paul)
    await take_up()
    errors: list[Exception] = []

    async def fail(_message: WebhookMessage) -> None:
        raise ValueError("Paul Durand")

    (webhook_id,) = await deliver_webhooks.webhooks_due(NOW, 100)
    given = DeliveryContext(fail, POLICY, lambda: NOW, lambda: 0.0, unforeseen=errors.append)
    assert await deliver_webhooks.deliver_to_webhook(webhook_id, given) == {DeliveryOutcome.PUT_BACK: 1}
    assert [type(error) for error in errors] == [ValueError]
    (retry,) = await desk.letters(DeliveryState.QUEUED)
    assert (retry.error, retry.attempts) == ("our own failure", 1)
    assert await deliver_webhooks.webhooks_due(NOW + timedelta(seconds=5), 100) == [
        webhook_id
    ]  # its turn has ended
    await DeliveryRow.all().update(attempts=9)
    later = DeliveryContext(fail, POLICY, lambda: NOW + timedelta(days=3), lambda: 0.0)
    assert await deliver_webhooks.deliver_to_webhook(webhook_id, later) == {DeliveryOutcome.GIVEN_UP: 1}
    (letter,) = await desk.letters(DeliveryState.DEAD)
    assert (letter.error, letter.attempts) == ("our own failure", 10)


async def test_a_revoked_partner_and_a_removed_webhook_are_told_nothing(desk: Desk) -> None:
    await desk.register()
    (webhook,) = await webhooks.own_webhooks(desk.caller)
    await change(desk.house, desk.house.paul)
    await take_up()
    await webhooks.remove(desk.caller, webhook.id, NOW)
    assert await desk.round() == {}
    await desk.register()
    await change(desk.house, desk.house.paul)
    await take_up()
    assert desk.caller.partner
    await manage.revoke_partner(desk.caller.partner.name, NOW)
    await change(desk.house, desk.house.sara)
    assert await desk.round() == {}
    assert desk.receiver.received == []


async def test_what_a_partner_may_no_longer_ask_about_its_webhooks_are_not_told(desk: Desk) -> None:
    """Not even what waited."""
    assert desk.caller.partner
    name, other = desk.caller.partner.name, await a_house("MAIRIE DE REZÉ")
    row, more = [await EmployerRow.get(id=house.employer_id) for house in (desk.house, other)]
    await manage.extend_partner(name, [more.contract_number], [])
    await desk.register()
    await change(desk.house, desk.house.paul)
    await change(other, other.paul)
    await take_up()
    await manage.restrict_partner(name, [row.contract_number], [], NOW)
    await change(desk.house, desk.house.sara)
    assert await desk.round() == {DeliveryOutcome.DELIVERED: 1}
    assert desk.receiver.told == [(other.paul.identifier, "DELETED")]
    await change(other, other.paul)
    await manage.restrict_partner(name, [], [Scope.WEBHOOKS], NOW)
    assert await desk.round() == {}


async def test_a_webhook_is_told_of_its_partners_employers_only(desk: Desk) -> None:
    elsewhere = await a_house("MAIRIE DE REZÉ")
    await desk.register()
    await change(elsewhere, elsewhere.paul)
    await change(desk.house, desk.house.paul)
    assert await desk.round() == {DeliveryOutcome.DELIVERED: 1}
    assert desk.receiver.told == [(desk.house.paul.identifier, "DELETED")]


async def test_a_backlog_stays_in_the_feed(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(deliver_webhooks, "ENQUEUE_PAGE_SIZE", 2)
    monkeypatch.setattr(deliver_webhooks, "MAX_QUEUED_DELIVERIES", 3)
    await desk.register()
    await change(desk.house, *[desk.house.paul] * 9)
    for _ in range(5):
        await take_up()
    assert await DeliveryRow.all().count() == 4
    while await desk.round():
        pass
    assert len(desk.receiver.received) == 9


async def test_a_webhook_into_a_private_network_is_told_why_it_failed(
    desk: Desk, database_url: str, tls: Certificate
) -> None:
    """Its name led elsewhere when it was registered."""
    await desk.register()
    await change(desk.house, desk.house.paul)
    async with sending(database_url, private_too=False, webhook_ca_file=tls.certificate) as desk.send:
        assert await desk.round() == {DeliveryOutcome.PUT_BACK: 1}
    (row,) = await DeliveryRow.all()
    assert row.error == "the address leads into a private network"
    assert desk.receiver.connections == 0


async def test_a_certificate_that_nobody_vouches_for_is_not_talked_to(desk: Desk, database_url: str) -> None:
    await desk.register()
    await change(desk.house, desk.house.paul)
    async with sending(database_url) as desk.send:
        assert await desk.round() == {DeliveryOutcome.PUT_BACK: 1}
    assert desk.receiver.received == []
    (row,) = await DeliveryRow.all()
    assert row.error == "the certificate is not trusted (self-signed certificate)"


async def test_a_name_that_leads_nowhere_is_tried_again(desk: Desk) -> None:
    nowhere = WebhookMessage("msg", "https://nowhere.invalid/", (b"secret",), "JLO000439", None, ACTIVE, NOW)
    with pytest.raises(WebhookDeliveryError, match="the name leads nowhere"):
        await desk.send(nowhere)


async def test_a_port_where_nobody_listens_is_told_so(desk: Desk) -> None:
    message = WebhookMessage(
        "msg", f"https://127.0.0.1:{free_port()}/", (b"s",), "JLO000439", None, ACTIVE, NOW
    )
    with pytest.raises(WebhookDeliveryError, match="the connection is refused"):
        await desk.send(message)
