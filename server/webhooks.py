"""The sender of webhooks: signed, over TLS, to the open network only (Standard Webhooks)."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from random import SystemRandom
from urllib.parse import urlsplit

import anyio
import httpcore2
import orjson
import structlog

from models.rules.webhooks import Delivery, message_id, signature
from resolvers.telling import LANES, Telling, Undeliverable, take_up, tell, webhooks_due
from schema.scalars import write_moment
from server.open_network import OpenNetwork, PrivateAddress
from server.settings import Settings
from server.telemetry import log_failure

EVERY_SECONDS = 1.0
SECONDS_TO_ANSWER = 10.0
AT_ONCE = 50
"""Webhooks that are told something at one moment, by this process."""
GONE = 410

logger = structlog.stdlib.get_logger("comptoir.webhooks")
_draw = SystemRandom().random


class WebhookSender:
    def __init__(self, pool: httpcore2.AsyncConnectionPool) -> None:
        self.pool = pool

    async def __call__(self, delivery: Delivery, secret: bytes) -> None:
        """Errors: Undeliverable, with a reason that says nothing of what was answered."""
        try:
            async with asyncio.timeout(SECONDS_TO_ANSWER):
                status = await self._post(delivery, secret)
        except PrivateAddress:
            raise Undeliverable("the address leads into a private network") from None
        except (TimeoutError, httpcore2.TimeoutException):
            raise Undeliverable(f"no answer within {SECONDS_TO_ANSWER:.0f} s") from None
        except (OSError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise Undeliverable(f"no connection ({type(error).__name__})") from None
        if not 200 <= status < 300:
            raise Undeliverable(f"answered {status}", gone=status == GONE)

    async def _post(self, delivery: Delivery, secret: bytes) -> int:
        """The status; redirections are not followed, and what else is answered is not read."""
        body, timestamp = body_of(delivery), int(datetime.now(UTC).timestamp())
        name = message_id(secret, delivery.change_id)
        headers: dict[bytes | str, bytes | str] = {
            "host": urlsplit(delivery.url).netloc,
            "content-type": "application/json",
            "content-length": str(len(body)),
            "user-agent": "Comptoir",
            "webhook-id": name,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": signature(secret, name, timestamp, body),
        }
        async with self.pool.stream("POST", delivery.url, headers=headers, content=body) as answer:
            return int(answer.status)


def body_of(delivery: Delivery) -> bytes:
    """The same however often it is sent."""
    return orjson.dumps(
        {
            "type": "account.status_changed",
            "timestamp": write_moment(delivery.at),
            "data": {
                "identifier": delivery.identifier,
                "before": delivery.before,
                "after": delivery.after,
                "at": write_moment(delivery.at),
            },
        }
    )


@asynccontextmanager
async def sender_of(settings: Settings) -> AsyncIterator[WebhookSender]:
    """Connections last as long as the block. What the environment says of proxies is not listened to."""
    trusted = ssl.create_default_context()
    if settings.webhook_ca_file is not None:
        trusted.load_verify_locations(settings.webhook_ca_file)
    async with httpcore2.AsyncConnectionPool(
        ssl_context=trusted,
        max_connections=AT_ONCE * LANES,  # nobody waits for a connection that another holds
        keepalive_expiry=30.0,
        network_backend=OpenNetwork(settings.webhook_private_addresses),
    ) as pool:
        yield WebhookSender(pool)


@asynccontextmanager
async def sending_webhooks(settings: Settings) -> AsyncIterator[None]:
    """For as long as the block lasts; what is cut off at its end goes again, under the same id."""
    stop = asyncio.Event()
    task = asyncio.create_task(_send_until(stop, settings))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait({task}, timeout=SECONDS_TO_ANSWER)
        task.cancel()
        await asyncio.wait({task})


async def _send_until(stop: asyncio.Event, settings: Settings) -> None:
    """A failure is logged, never the end."""
    busy: set[int] = set()

    async def turn(webhook_id: int, given: Telling) -> None:
        try:
            if counts := await tell(webhook_id, given):
                logger.info("webhook told", **{told.value: count for told, count in counts.items()})
        except Exception as error:
            log_failure("webhook not told", error)
        finally:
            busy.discard(webhook_id)

    async with sender_of(settings) as sender, anyio.create_task_group() as turns:
        given = Telling(sender, settings.policy, lambda: datetime.now(UTC), _draw, stop.is_set)
        while not stop.is_set():
            try:
                await take_up(datetime.now(UTC))
                for webhook_id in await webhooks_due(datetime.now(UTC)):
                    if webhook_id not in busy and len(busy) < AT_ONCE:
                        busy.add(webhook_id)
                        turns.start_soon(turn, webhook_id, given)
            except Exception as error:
                log_failure("webhooks not looked at", error)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), EVERY_SECONDS)
