"""python -m tests.fuzz --minutes 10: random documents, generated from the schema by schemathesis.

The service answers each with a well-formed response, never a 5xx, never an unexpected error.
"""

import argparse
import asyncio
import logging
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx2
import schemathesis
from graphql import get_introspection_query
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis.core.result import Ok
from schemathesis.graphql import nodes

from models.database import connected
from models.migrate import migrate
from models.rules.sign_in.tokens import token_hash
from models.rules.vocabulary import Scope
from models.stores.sign_in.sessions import insert_session
from models.tables.accounts import AccountRow
from server.demo.load import ADMINISTRATOR
from tests.factories import a_partner
from tests.raw_sql import number
from tests.server.comptoir_process import comptoir, serving

logging.getLogger("hypothesis").setLevel(logging.ERROR)
WIDE: dict[str, Any] = {"COST_PER_MINUTE": "1000000000", "SIGN_IN_ADDRESS_LIMIT": "1000000/minute"}
"""Settings without limits by the minute, which random documents would exceed at once."""
SESSIONS = 200


class OutOfTime(Exception):
    pass


@dataclass
class Fuzzing:
    """The responses so far, counted."""

    client: httpx2.Client
    requests: int = 0
    fields: Counter[str] = field(default_factory=Counter)
    """How often each field of Query and Mutation was requested."""
    statuses: Counter[int] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    def send(self, document: str, headers: dict[str, str]) -> None:
        """Raises: AssertionError, with the document, for a 5xx or an unexpected error."""
        if self.requests % 4 == 3 and len(document) < 8_000:  # a mutation is refused that way
            response = self.client.get("/graphql", params={"query": document}, headers=headers)
        else:
            response = self.client.post("/graphql", json={"query": document}, headers=headers)
        self.requests += 1
        self.statuses[response.status_code] += 1
        assert response.status_code < 500, (response.status_code, document)
        content = response.json()
        assert content.keys() <= {"data", "errors", "extensions"}, document
        for error in content.get("errors", ()):
            code = error["extensions"]["code"]
            self.codes[code] += 1
            assert code != "INTERNAL", (error, document)


def run(
    url: str,
    callers: list[Callable[[], dict[str, str]]],
    *,
    examples: int,
    until: float = float("inf"),
    number_of_seed: int = 20261124,
) -> Fuzzing:
    """Send `examples` documents for each field and each caller, or as many as the time allows.

    `callers` give the headers of a request each time.
    """
    with httpx2.Client(base_url=url, timeout=120, verify=False) as client:
        fuzzing = Fuzzing(client)
        introspection = {"query": get_introspection_query()}
        schema_data = fuzzing.client.post("/graphql", json=introspection).json()["data"]
        _teach_scalars()
        schema = schemathesis.graphql.from_dict(schema_data)
        for result in schema.get_all_operations():
            assert isinstance(result, Ok), result  # or schemathesis could make no documents of it
            operation = result.ok()
            for caller in callers:
                with suppress(OutOfTime):
                    _documents(operation, fuzzing, caller, examples, until, number_of_seed)()
    return fuzzing


def _documents(
    operation: Any,
    fuzzing: Fuzzing,
    caller: Callable[[], dict[str, str]],
    examples: int,
    until: float,
    number_of_seed: int,
) -> Callable[[], None]:
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @seed(number_of_seed)
    @given(case=operation.as_strategy())
    def ask(case: Any) -> None:
        if time.monotonic() > until:
            raise OutOfTime
        fuzzing.fields[operation.label] += 1
        fuzzing.send(str(case.body), caller())

    return ask


def _teach_scalars() -> None:
    days = st.dates().map(str) | st.text(max_size=20)
    moments = st.datetimes(timezones=st.timezones()).map(lambda m: m.isoformat()) | st.text(max_size=30)
    schemathesis.graphql.scalar("Date", days.map(nodes.String))
    schemathesis.graphql.scalar("DateTime", moments.map(nodes.String))
    schemathesis.graphql.scalar("_Any", st.text(max_size=20).map(nodes.String))


async def callers_of(database_url: str) -> list[Callable[[], dict[str, str]]]:
    """A stranger, an administrator with sessions to lose, and a partner that may do everything."""
    async with connected(database_url):
        jean = await AccountRow.get(identifier=ADMINISTRATOR)
        tokens = [f"{place:064x}" for place in range(SESSIONS)]
        for token in tokens:
            await insert_session(jean.id, token_hash(token), jean.profile, datetime.now(UTC))
        partner = await a_partner(jean.employer_id, scopes=list(Scope))
        assert await number("SELECT count(*) AS n FROM partner") == 1
    turn = iter(range(10**9))
    return [
        dict,
        lambda: {"cookie": f"comptoir={tokens[next(turn) % SESSIONS]}"},
        lambda: {"authorization": f"Bearer {partner.key}"},
    ]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite://{folder}/fuzz.db"
        asyncio.run(migrate(url))
        comptoir(url, "demo", "--accounts", "60")
        callers = asyncio.run(callers_of(url))
        with serving(url, Path(folder), **WIDE) as served:
            until, rounds = time.monotonic() + options.minutes * 60, 0
            requests, statuses, codes = 0, Counter[int](), Counter[str]()
            while time.monotonic() < until:
                fuzzing = run(
                    served.url, callers, examples=25, until=until, number_of_seed=options.seed + rounds
                )
                rounds += 1
                requests += fuzzing.requests
                statuses += fuzzing.statuses
                codes += fuzzing.codes
    print(f"seed {options.seed}, {rounds} rounds, {requests} requests")
    print(f"statuses {dict(statuses)}; codes {dict(codes)}")


if __name__ == "__main__":
    main()
