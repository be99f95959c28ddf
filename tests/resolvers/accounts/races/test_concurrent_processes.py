"""Concurrent deletions from several processes: the lock is in the database (D2)."""

import asyncio
import sys
from asyncio.subprocess import PIPE, Process
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from itertools import permutations
from pathlib import Path

import pytest

from models.rules.accounts.account import Account
from models.rules.vocabulary import ErrorCode
from models.stores.accounts.accounts import active_administrators
from models.tables.accounts import AccountRow
from resolvers.history.verify import verify_history
from tests.factories import NOW, TODAY, a_house, an_account

pytestmark = pytest.mark.usefixtures("database")

ROOT = Path(__file__).parents[4]
ROUNDS = 60


class Rival:
    def __init__(self, process: Process) -> None:
        assert process.stdin
        assert process.stdout
        self.tell, self.hear, self.process = process.stdin, process.stdout, process

    async def says(self) -> str:
        return (await self.hear.readline()).decode().strip()

    async def ready_to_delete(self, caller: Account, target: Account) -> None:
        self.tell.write(f"{caller.employer_id} {caller.id} {target.id}\n".encode())
        assert await self.says() == "known"

    def go(self) -> None:
        self.tell.write(b"go\n")


@asynccontextmanager
async def a_rival(url: str) -> AsyncIterator[Rival]:
    command = (sys.executable, "-m", "tests.resolvers.rival_process", url)
    rival = Rival(await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdin=PIPE, stdout=PIPE))
    try:
        yield rival
    finally:
        rival.tell.close()
        await rival.process.wait()


async def test_administrators_who_delete_each_other_from_several_processes_leave_one(
    database_url: str,
) -> None:
    house = await a_house()
    anne = await an_account(house.employer_id, "Roux", "Anne", profile=house.jean.profile)
    circle = [house.jean, house.sara, anne]
    async with AsyncExitStack() as stack:
        rivals = [await stack.enter_async_context(a_rival(database_url)) for _ in circle]
        assert [await rival.says() for rival in rivals] == ["ready"] * 3
        orders = list(permutations(range(3)))
        for number in range(ROUNDS):
            two = number % 2
            await AccountRow.all().update(deleted_at=None)
            if two:
                await AccountRow.filter(id=anne.id).update(deleted_at=NOW)
            targets = (1, 0) if two else (2, 0, 1)
            acting = [(rivals[n], circle[n], circle[target]) for n, target in enumerate(targets)]
            for rival, caller, target in acting:
                await rival.ready_to_delete(caller, target)
            for place in orders[number % 6]:
                if place < len(acting):
                    acting[place][0].go()
            results = sorted([await rival.says() for rival, _, _ in acting])
            assert results == [ErrorCode.NOT_SIGNED_IN, *["done"] * (len(acting) - 1)]
            assert len((await active_administrators([house.employer_id], TODAY))[house.employer_id]) == 1
    assert (await verify_history())[house.employer_id][1] is None
