"""What is asked: parameters drawn from the rows, with sessions of administrators and keys of partners."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from models.database import connected, query
from models.rules.paris_calendar import paris_day
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Profile
from models.stores.sign_in.sessions import insert_session
from tests.bench.side_by_side.questions import BATCH, PAGE, Parameters, Question, Sets
from tests.factories import a_partner

EMPLOYERS = 120
"""How many employers take part."""
STATUSES = 240
FAR_PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Prepared:
    sets: Sets
    sessions: Mapping[int, str]
    """The token of an administrator of each employer that takes part."""
    keys: Mapping[int, str]
    """The key of a partner of each."""
    far: Parameters
    """A page far into the list of the largest employer: the thousandth, or the last one."""


async def prepare(url: str) -> Prepared:
    """Draw the parameters, the same ones each time, and write the sessions and keys that they need."""
    now, random = datetime.now(UTC), Random(7)
    async with connected(url):
        ids = [row["id"] for row in await query("SELECT id FROM employer ORDER BY id", [])]
        chosen = [ids[0], *random.sample(ids[1:], min(EMPLOYERS, len(ids) - 1))]
        rows = await query(
            "SELECT id, employer_id, identifier, last_name, department, password_created_at "
            f"FROM account WHERE employer_id IN ({', '.join(map(str, chosen))}) ORDER BY id",
            [],
        )
        sessions, keys = {}, {}
        for employer in chosen:
            first = next(row for row in rows if row["employer_id"] == employer)
            sessions[employer] = secrets.token_hex(32)
            token = token_hash(sessions[employer])
            await insert_session(first["id"], token, Profile.ADMINISTRATOR, now)
            keys[employer] = (await a_partner(employer)).key
    until = (paris_day(now) + timedelta(days=700)).isoformat()
    pages = sum(row["employer_id"] == chosen[0] for row in rows) // PAGE
    far = Parameters(chosen[0], page=min(FAR_PAGE, pages) - 1)
    return Prepared(_sets(rows, chosen, until, random), sessions, keys, far)


def _sets(rows: Sequence[Mapping[str, Any]], chosen: Sequence[int], until: str, random: Random) -> Sets:
    others = [row for row in rows if row["employer_id"] != chosen[0]]
    lists = [Parameters(random.choice(chosen[1:]), page=random.randrange(3)) for _ in range(STATUSES)]
    drawn = random.sample(others, min(STATUSES, len(others)))
    return {
        Question.LIST: lists,
        Question.RIGHTS: lists,
        Question.STATUS: [Parameters(row["employer_id"], identifier=row["identifier"]) for row in drawn],
        Question.SEARCH: [
            Parameters(
                row["employer_id"], words=(row["last_name"][:3].lower(), row["department"][:4].lower())
            )
            for row in drawn
        ],
        Question.RENEWAL: _batches(rows, chosen, until),
    }


def _batches(rows: Sequence[Mapping[str, Any]], chosen: Sequence[int], until: str) -> list[Parameters]:
    """Return batches of accounts that can be renewed, none of them twice."""
    batches: list[Parameters] = []
    for employer in reversed(chosen):
        ids = [row["id"] for row in rows if row["employer_id"] == employer and row["password_created_at"]]
        batches += [
            Parameters(employer, ids=tuple(ids[start : start + BATCH]), until=until)
            for start in range(0, len(ids) - BATCH + 1, BATCH)
        ]
    return batches
