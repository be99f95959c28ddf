"""Sends webhook deliveries: signed, over TLS, to public addresses only (Standard Webhooks)."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable
from contextlib import aclosing, asynccontextmanager
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import urlsplit

import httpcore2
import orjson

from models.rules.partners.webhooks import WebhookMessage, webhook_signatures
from resolvers.partners.deliver_webhooks import CONCURRENT_DELIVERIES, WebhookDeliveryError
from schema.scalars import write_moment
from server.setting_types import webhook_trust
from server.settings import Settings
from server.webhooks.public_network import NameNotResolved, PrivateAddress, PublicNetwork, ResponseTooLong

RESPONSE_TIMEOUT_SECONDS = 10.0
MAX_CONCURRENT_WEBHOOKS = 50
"""Webhooks that this process delivers to at the same time."""
GONE_STATUS = 410
RETRY_LATER_STATUSES = (408, 429)
"""Client errors after which the same delivery may succeed: request timeout, too many requests."""


class WebhookSender:
    def __init__(self, open_pool: Callable[[], httpcore2.AsyncConnectionPool]) -> None:
        self._open_pool = open_pool

    @cached_property
    def pool(self) -> httpcore2.AsyncConnectionPool:
        """Opened with the first delivery: reading the authorities of certificates takes 10 ms."""
        return self._open_pool()

    async def aclose(self) -> None:
        """Close the connections, if there were any."""
        if "pool" in self.__dict__:
            await self.pool.aclose()

    async def __call__(self, message: WebhookMessage) -> None:
        """Send. Raises: WebhookDeliveryError; its reason has nothing of the response but the status."""
        try:
            async with asyncio.timeout(RESPONSE_TIMEOUT_SECONDS):
                status = await self._post(message)
        except PrivateAddress:
            raise WebhookDeliveryError("the address leads into a private network") from None
        except (TimeoutError, httpcore2.TimeoutException):
            raise WebhookDeliveryError(f"no answer within {RESPONSE_TIMEOUT_SECONDS:.0f} s") from None
        except (OSError, httpcore2.NetworkError, httpcore2.ProtocolError) as error:
            raise WebhookDeliveryError(reason_of(error)) from None
        if not 200 <= status < 300:
            refused = 400 <= status < 500 and status not in RETRY_LATER_STATUSES
            raise WebhookDeliveryError(f"answered {status}", responded=refused, gone=status == GONE_STATUS)

    async def _post(self, message: WebhookMessage) -> int:
        """Return the status; redirections are not followed, and the response's body is not read."""
        body, timestamp = body_of(message), int(datetime.now(UTC).timestamp())
        headers: dict[bytes | str, bytes | str] = {
            "host": urlsplit(message.url).netloc,
            "content-type": "application/json",
            "content-length": str(len(body)),
            "user-agent": "Comptoir",
            "webhook-id": message.id,
            "webhook-timestamp": str(timestamp),
            "webhook-signature": webhook_signatures(message.secrets, message.id, timestamp, body),
        }
        async with self.pool.stream("POST", message.url, headers=headers, content=body) as response:
            return int(response.status)


def reason_of(error: BaseException) -> str:
    """Return why there was no response, for the operator of the endpoint."""
    causes = list(_causes(error))
    for cause in causes:
        match cause:
            case ssl.SSLCertVerificationError():
                return f"the certificate is not trusted ({cause.verify_message})"[:100]
            case ssl.SSLError():
                return "TLS failed"
            case ConnectionRefusedError():
                return "the connection is refused"
            case ResponseTooLong():
                return "the answer is too long"
            case NameNotResolved():
                return "the name leads nowhere"
            case httpcore2.ProtocolError():
                return "the answer is not HTTP"
    return f"no connection, or lost ({type(causes[-1]).__name__})"


def _causes(error: BaseException | None) -> list[BaseException]:
    return [error, *_causes(error.__cause__ or error.__context__)] if error else []


def body_of(message: WebhookMessage) -> bytes:
    """The body of the delivery, with the same bytes each time."""
    return orjson.dumps(
        {
            "type": "account.status_changed",
            "timestamp": write_moment(message.at),
            "data": {
                "identifier": message.identifier,
                "before": message.before,
                "after": message.after,
                "at": write_moment(message.at),
            },
        }
    )


@asynccontextmanager
async def sender_of(settings: Settings, network: PublicNetwork) -> AsyncIterator[WebhookSender]:
    """The sender; its connections are closed at the end of the block. Proxy variables are ignored."""

    def open_pool() -> httpcore2.AsyncConnectionPool:
        return httpcore2.AsyncConnectionPool(
            ssl_context=webhook_trust(settings.webhook_ca_file),
            max_connections=MAX_CONCURRENT_WEBHOOKS
            * CONCURRENT_DELIVERIES,  # no delivery waits for a connection of another
            keepalive_expiry=30.0,
            network_backend=network,
        )

    async with aclosing(WebhookSender(open_pool)) as sender:
        yield sender
