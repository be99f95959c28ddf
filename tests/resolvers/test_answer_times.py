"""A sign-in that is refused takes the same time, whatever the reason (P3).

Measured on the real functions, without the edge's pause that hides what is left (Policy.refusal_seconds).
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from statistics import median

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from models.tables.access import GuardRow
from resolvers.passwords import hash_password, password_matches
from resolvers.sessions import sign_in
from tests.builders import NOW, PASSWORD, POLICY, a_house, an_account
from tests.resolvers.asking import become
from tests.resolvers.holding import wrong

pytestmark = pytest.mark.usefixtures("database")

ROUNDS = 9
UNPACED = replace(POLICY, refusal_seconds=0)


async def seconds(work: Callable[[], Awaitable[object]]) -> float:
    started = time.perf_counter()
    await work()
    return time.perf_counter() - started


async def test_unknown_wrong_pending_locked_and_deleted_take_the_same_time() -> None:
    """Everything but the hash takes well under half of what the hash takes (a few statements beside 19 MiB
    twice over). So an answer that skipped the hash would be far below half of one that did not, and one that
    hashed twice far above one and a half; an answer that only differs by a statement or two stays between.

    Rounds are interleaved, so that a slow moment of the machine strikes all kinds alike, and medians are
    compared, so that it takes five slow moments of one kind, and of no other, to mislead. What a comparison
    costs is measured in the same rounds: nothing is assumed of the machine.
    """
    house = await a_house()
    hashed = await hash_password(PASSWORD)
    holders = {
        kind: await an_account(house.employer_id, password_hash=hashed)
        for kind in ("wrong", "pending", "locked", "deleted", "locked by an administrator")
    }
    await become(holders["pending"], password_created_at=None)
    await become(holders["deleted"], deleted_at=NOW)
    no_hash = await an_account(house.employer_id, active=False)
    identifiers = {
        **{kind: holder.identifier for kind, holder in holders.items()},
        "never had a password": no_hash.identifier,
        "unknown": "ABC222222",
        "malformed": "nobody at all",
    }
    await password_matches(PASSWORD, None)  # what it is compared with is made once

    async def refused(kind: str) -> None:
        password = PASSWORD if kind in {"locked", "pending", "deleted"} else "wrong"
        with pytest.raises(Refused, match=ErrorCode.BAD_CREDENTIALS):
            await sign_in(identifiers[kind], password, NOW, UNPACED)

    taken: dict[str, list[float]] = {kind: [] for kind in (*identifiers, "a hash")}
    for _ in range(ROUNDS):
        await GuardRow.all().delete()
        await become(holders["locked"], locked_until=None)
        await wrong(identifiers["locked"], 5)
        taken["a hash"].append(await seconds(lambda: password_matches("wrong", hashed)))
        for kind in identifiers:
            taken[kind].append(await seconds(lambda kind=kind: refused(kind)))  # type: ignore[misc]
    one = median(taken.pop("a hash"))
    medians = {kind: median(times) / one for kind, times in taken.items()}
    assert min(medians.values()) > 0.7, f"an answer without a hash: {medians}"
    assert max(medians.values()) - min(medians.values()) < 0.9, f"an answer that hashes twice: {medians}"


async def test_a_lock_that_is_over_and_one_that_is_not_are_compared_alike() -> None:
    """A locked account's password is compared too, though the answer is known before."""
    house = await a_house()
    hashed = await hash_password(PASSWORD)
    holder = await an_account(house.employer_id, password_hash=hashed)
    taken: dict[bool, list[float]] = {True: [], False: []}
    for _ in range(ROUNDS):
        for locked in taken:
            await become(holder, locked_until=NOW + timedelta(minutes=1 if locked else -1))
            await GuardRow.all().delete()

            async def refused() -> None:
                with pytest.raises(Refused, match=ErrorCode.BAD_CREDENTIALS):
                    await sign_in(holder.identifier, "wrong", NOW, UNPACED)

            taken[locked].append(await seconds(refused))
    slower, faster = sorted((median(taken[True]), median(taken[False])), reverse=True)
    assert faster > slower / 2
