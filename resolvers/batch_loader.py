"""Batch loaders: what many fields of a request need is read in one query per kind, not one per row."""

import asyncio
from collections.abc import Awaitable, Callable, Collection
from datetime import date, datetime
from functools import cached_property
from typing import Generic, TypeVar

from models.rules.accounts.account import Account
from models.rules.accounts.rights import RightsMatrix
from models.rules.employers.employer import Employer
from models.rules.partners.webhooks import FailedDelivery
from models.rules.vocabulary import DeliveryState
from models.stores.accounts.accounts import account_labels, accounts_by_id, active_administrators
from models.stores.accounts.rights import rights_of
from models.stores.employers.employers import employers_by_id
from models.stores.sign_in.password_links import InvitationStatus, latest_invitations
from resolvers.caller import Caller
from resolvers.partners.webhooks import delivery_counts, failed_deliveries

V = TypeVar("V")


class Batch(Generic[V]):
    """Collects keys until the next iteration of the event loop, then reads them all in one query."""

    def __init__(self, read: Callable[[Collection[int]], Awaitable[dict[int, V]]]) -> None:
        self._read = read
        self._futures: dict[int, asyncio.Future[V | None]] = {}
        self._waiting: list[int] = []
        self._running: set[asyncio.Task[None]] = set()

    def load(self, key: int) -> asyncio.Future[V | None]:
        """Return a future of the value of the key, or of None; each key is read at most once."""
        if key not in self._futures:
            loop = asyncio.get_running_loop()
            self._futures[key] = loop.create_future()
            self._waiting.append(key)
            if len(self._waiting) == 1:
                loop.call_soon(self._begin)
        return self._futures[key]

    def stop(self) -> None:
        """Cancel the queries that are running."""
        for task in self._running:
            task.cancel()

    def _begin(self) -> None:
        task = asyncio.get_running_loop().create_task(self._run())
        self._running.add(task)
        task.add_done_callback(self._running.discard)

    async def _run(self) -> None:
        keys, self._waiting = self._waiting, []
        try:
            values = await self._read(keys)
        except Exception as error:  # every field that awaits a key gets the error
            for key in self._awaited(keys):
                self._futures[key].set_exception(error)
            return
        except asyncio.CancelledError:  # nothing would ever end what still awaits a key
            for key in self._awaited(keys):
                self._futures[key].cancel()
            raise
        for key in self._awaited(keys):
            self._futures[key].set_result(values.get(key))

    def _awaited(self, keys: list[int]) -> list[int]:
        """Return the keys without those whose field was cancelled."""
        return [key for key in keys if not self._futures[key].done()]


async def load_each(batch: Batch[V], keys: Collection[int]) -> dict[int, V]:
    """Return the values of these keys, without those that have none."""
    values = await asyncio.gather(*map(batch.load, keys))
    return {key: value for key, value in zip(keys, values, strict=True) if value is not None}


class Loaders:
    """The batch loaders of one request.

    A loader is limited to what the caller may see, unless its keys come from a query that was (E3).
    """

    def __init__(self, caller: Caller, now: datetime, today: date) -> None:
        self._caller, self._now, self._today = caller, now, today

        self._failed_delivery_batches: dict[tuple[DeliveryState, int, int], Batch[list[FailedDelivery]]] = {}

    def stop(self) -> None:
        """Cancel the queries that are running, of every batch."""
        for batch in (*self.__dict__.values(), *self._failed_delivery_batches.values()):
            if isinstance(batch, Batch):
                batch.stop()

    @cached_property
    def employers(self) -> Batch[Employer]:
        return Batch(employers_by_id)

    @cached_property
    def rights(self) -> Batch[RightsMatrix]:
        async def read(ids: Collection[int]) -> dict[int, RightsMatrix]:
            return dict(await rights_of(ids))

        return Batch(read)

    @cached_property
    def invitations(self) -> Batch[InvitationStatus]:
        return Batch(lambda ids: latest_invitations(ids, self._now))

    @cached_property
    def administrators(self) -> Batch[list[Account]]:
        """The active administrators of an employer."""
        return Batch(lambda ids: active_administrators(ids, self._today))

    @cached_property
    def labels(self) -> Batch[str]:
        """The name and identifier of the actor of a visible history entry, of any employer (E1)."""
        return Batch(account_labels)

    @cached_property
    def accounts(self) -> Batch[Account]:
        """Accounts of the employers that the caller administers."""
        return Batch(lambda ids: accounts_by_id(ids, self._caller.administers))

    @cached_property
    def webhook_counts(self) -> Batch[dict[DeliveryState, int]]:
        """How many deliveries of a partner's own webhooks are in each state."""
        return Batch(lambda ids: delivery_counts(self._caller, ids))

    def failed_deliveries(self, state: DeliveryState, after: int, limit: int) -> Batch[list[FailedDelivery]]:
        """Failed deliveries of a partner's own webhooks: at most `limit` of each, with ids over `after`."""
        key = (state, after, limit)
        if key not in self._failed_delivery_batches:
            self._failed_delivery_batches[key] = Batch(lambda ids: failed_deliveries(self._caller, ids, *key))
        return self._failed_delivery_batches[key]
