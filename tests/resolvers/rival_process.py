"""A process that deletes accounts as its standard input says: python -m tests.resolvers.rival_process URL."""

import asyncio
import sys

from models.database import connected
from models.rules.refusals import Refused
from models.stores.accounts.accounts import accounts_by_id
from resolvers.accounts.bulk import BulkRequest
from resolvers.accounts.delete import delete
from tests.factories import NOW, POLICY, signed_in


async def work(url: str) -> None:
    async with connected(url):
        print("ready", flush=True)
        for line in sys.stdin:
            employer_id, caller_id, target_id = map(int, line.split())
            accounts = await accounts_by_id([caller_id], [employer_id])
            caller = signed_in(accounts[caller_id])
            print("known", flush=True)
            sys.stdin.readline()
            try:
                (outcome,) = await delete(caller, BulkRequest((target_id,)), NOW, POLICY)
                print(outcome.refusal.code if outcome.refusal else "done", flush=True)
            except Refused as refused:
                print(refused.refusals[0].code, flush=True)


if __name__ == "__main__":
    asyncio.run(work(sys.argv[1]))
