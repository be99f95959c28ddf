"""Messages that did not leave: an operator looks at them, and sends them again (N3)."""

from collections.abc import Collection, Iterable
from datetime import datetime

from models.rules.history_entry import Actor, Change
from models.rules.operators.failed_message import (
    MAX_RESENT_MESSAGES,
    FailedKey,
    FailedMessage,
    FailedSource,
)
from models.rules.refusals import Refused, limit_exceeded
from models.rules.vocabulary import Operation
from models.stores.operators.failed_messages import (
    employers_of_dead_letters,
    failed_message_page,
    queue_again,
    webhooks_of_dead_letters,
)
from models.stores.partners.dead_letters import replay_dead_letters
from resolvers.caller import Caller, require_operator
from resolvers.employer_transaction import employers_transaction
from resolvers.history.record import employer_event, record_history


async def read_failed_messages(
    caller: Caller, after: FailedKey | None, limit: int
) -> tuple[list[FailedMessage], bool]:
    """Return the messages that failed, after this key, and whether more follow. They name no person.

    Raises: Refused, as `require_operator`.
    """
    require_operator(caller)
    return await list_failed_messages(after, limit)


async def list_failed_messages(after: FailedKey | None, limit: int) -> tuple[list[FailedMessage], bool]:
    """As `read_failed_messages`, for the command line."""
    return await failed_message_page(after, limit)


async def resend_messages(caller: Caller, keys: Collection[FailedKey], now: datetime) -> int:
    """As `queue_messages_again`, for an operator who is signed in.

    Raises: Refused, as `require_operator` and `queue_messages_again`.
    """
    return await queue_messages_again(keys, require_operator(caller).actor, now)


async def queue_messages_again(keys: Collection[FailedKey], actor: Actor, now: datetime) -> int:
    """Queue those of these messages that gave up again; return how many. Others are left as they are.

    Each employer reads in its history how many of its messages were sent again, and by whom.
    Raises: Refused, with LIMIT_EXCEEDED for more than 100; nothing is written then.
    """
    if len(keys) > MAX_RESENT_MESSAGES:
        raise Refused(limit_exceeded(MAX_RESENT_MESSAGES, len(keys)).under("ids"))
    ids = {source: [key.id for key in keys if key.source is source] for source in FailedSource}
    employer_by_id = await employers_of_dead_letters(ids[FailedSource.OUTBOX])
    async with employers_transaction(_known(employer_by_id.values()), now) as today:
        queued = await queue_again(employer_by_id, now)
        employers_queued = [employer_by_id[message_id] for message_id in queued]
        for employer_id in sorted(_known(employers_queued)):
            count = str(employers_queued.count(employer_id))
            event = employer_event(Operation.MESSAGES_RESENT, [Change("messages", None, count)])
            await record_history(employer_id, actor, [event], [], now, today)
        replayed = 0
        for webhook_id, deliveries in (await webhooks_of_dead_letters(ids[FailedSource.WEBHOOKS])).items():
            replayed += await replay_dead_letters(webhook_id, deliveries, now)
        return len(queued) + replayed


def _known(employer_ids: Iterable[int | None]) -> set[int]:
    """A message about a registration has no employer yet."""
    return {employer_id for employer_id in employer_ids if employer_id is not None}
