"""A sign-in that is refused takes the same CPU time, whatever the reason (P3).

Measured on the functions themselves, without the pause before a refusal (Policy.refusal_seconds).
"""

import time
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from models.rules.refusals import Refused
from models.rules.vocabulary import ErrorCode
from models.tables.sign_in import GuardRow
from resolvers.sign_in.passwords import hash_password, password_matches
from resolvers.sign_in.sessions import sign_in
from tests.factories import NOW, PASSWORD, POLICY, a_house, an_account
from tests.resolvers.invited_holders import wrong
from tests.resolvers.requests import become

pytestmark = pytest.mark.usefixtures("database", "full_cost_hashes")

ROUNDS = 5
UNPACED = replace(POLICY, refusal_seconds=0)


async def cpu_seconds(work: Callable[[], Awaitable[object]]) -> float:
    """Of all threads of this process, those that hash included; other processes do not count."""
    started = time.process_time()
    await work()
    return time.process_time() - started


async def test_unknown_wrong_pending_locked_and_deleted_take_the_same_time() -> None:
    """The fastest round of each kind takes over 40 % of that of the slowest kind.

    A response costs one hash and a few statements, which here take 3 to 10 % of the hash. Without its hash a
    response would take at most a fifth of the time of the others, well below the bound. Noise only adds time,
    so that each kind is judged by its fastest round, and the rounds of all kinds are interleaved. The time of
    a hash is measured in the same rounds: nothing is assumed about the machine.
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
    await password_matches(PASSWORD, None)  # the dummy hash is computed once

    async def refused(kind: str) -> None:
        password = PASSWORD if kind in {"locked", "pending", "deleted"} else "wrong"
        with pytest.raises(Refused, match=ErrorCode.BAD_CREDENTIALS):
            await sign_in(identifiers[kind], password, NOW, UNPACED)

    durations: dict[str, list[float]] = {kind: [] for kind in (*identifiers, "a hash")}
    for _ in range(ROUNDS):
        await GuardRow.all().delete()
        await become(holders["locked"], locked_until=None)
        await wrong(identifiers["locked"], 5)
        durations["a hash"].append(await cpu_seconds(lambda: password_matches("wrong", hashed)))
        for kind in identifiers:
            durations[kind].append(await cpu_seconds(lambda kind=kind: refused(kind)))  # type: ignore[misc]
    fastest = {kind: min(times) for kind, times in durations.items()}
    assert min(fastest.values()) > 0.4 * max(fastest.values()), fastest
