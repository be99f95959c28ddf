"""Garbage is collected where no request runs, and what a process holds from its start never."""

import asyncio
import gc

import pytest

from server.workers import garbage
from server.workers.garbage import collected_between_requests

pytestmark = pytest.mark.one_database


class Part:
    """Refers to itself, so that only a collection frees it."""

    def __init__(self, freed: asyncio.Event) -> None:
        self.whole, self.freed = self, freed

    def __del__(self) -> None:
        self.freed.set()


def grown_old(freed: asyncio.Event) -> None:
    """An object becomes garbage once it has survived the collections of the young."""
    part = Part(freed)
    gc.collect(0)
    gc.collect(1)
    assert gc.get_count()[2] > 0
    del part


async def test_old_garbage_is_freed_once_no_request_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "CHECK_SECONDS", 0.001)
    busy, freed, checked = True, asyncio.Event(), asyncio.Event()

    def is_busy() -> bool:
        checked.set()
        return busy

    async with collected_between_requests(is_busy):
        grown_old(freed)
        checked.clear()
        await checked.wait()
        assert not freed.is_set()
        busy = False
        async with asyncio.timeout(120):
            await freed.wait()


async def test_a_process_that_is_always_busy_collects_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(garbage, "CHECK_SECONDS", 0.001)
    freed = asyncio.Event()
    async with collected_between_requests(lambda: True):
        grown_old(freed)
        async with asyncio.timeout(120):
            await freed.wait()


async def test_requests_never_start_a_full_collection_and_the_end_restores_everything() -> None:
    before = gc.get_threshold()
    async with collected_between_requests(lambda: False):
        assert gc.get_threshold()[2] > 1_000_000
        assert gc.get_freeze_count() > 0
    assert gc.get_threshold() == before
    assert gc.get_freeze_count() == 0
