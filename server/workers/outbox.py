"""The outbox worker: delivers due messages every few seconds, inside `serve` or as `comptoir deliver`."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from random import SystemRandom

import structlog

from models.rules.vocabulary import Channel
from resolvers.messages.deliver import MessageSenders, OutboxRun, SendOutcome, deliver_due_messages
from server.letters.sender import LetterSender
from server.logs import log_failure
from server.mail.smtp import email_sender
from server.settings import Settings

OUTBOX_INTERVAL_SECONDS = 5.0
SHUTDOWN_TIMEOUT_SECONDS = 10.0
"""Seconds to finish messages in progress when we stop; others are sent again when their lease ends."""

logger = structlog.stdlib.get_logger("comptoir.delivery")
_draw = SystemRandom().random


@asynccontextmanager
async def senders_of(settings: Settings) -> AsyncIterator[MessageSenders]:
    """The sender of each channel; their connections are closed at the end of the block."""
    async with email_sender(settings.mail, settings.sender) as email:
        letters = LetterSender(settings.letters_dir, sender_address=settings.sender_address)
        yield {Channel.EMAIL: email, Channel.LETTER: letters}


async def deliver_once(
    settings: Settings, stopping: Callable[[], bool] = lambda: False
) -> Counter[SendOutcome]:
    """Deliver all messages that are due now; how many with each outcome. Raises: the database's errors."""
    async with senders_of(settings) as senders:
        run = OutboxRun(
            senders=senders,
            policy=settings.policy,
            clock=lambda: datetime.now(UTC),
            draw=_draw,
            stopping=stopping,
            unexpected=lambda error: log_failure("message not delivered", error),
        )
        counts = await deliver_due_messages(run)
    if counts:
        logger.info("delivered", **{outcome.value: count for outcome, count in counts.items()})
    return counts


async def deliver_until(stop: asyncio.Event, settings: Settings, seconds: float) -> None:
    """Deliver, wait `seconds`, deliver again; a failure is logged, and the worker goes on."""
    while not stop.is_set():
        try:
            await deliver_once(settings, stop.is_set)
        except Exception as error:
            log_failure("delivery failed", error)
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), seconds)


@asynccontextmanager
async def outbox_worker(
    settings: Settings, seconds_to_finish: float = SHUTDOWN_TIMEOUT_SECONDS
) -> AsyncIterator[None]:
    """Deliver in the background while the block lasts; not at all if the setting is 0."""
    if not settings.delivery_seconds:
        yield
        return
    stop = asyncio.Event()
    task = asyncio.create_task(deliver_until(stop, settings, settings.delivery_seconds))
    try:
        yield
    finally:
        stop.set()
        await asyncio.wait({task}, timeout=seconds_to_finish)
        task.cancel()
        await asyncio.wait({task})
