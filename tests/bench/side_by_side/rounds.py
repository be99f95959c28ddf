"""Measuring by count: in each round every target answers as many requests, in another order each time."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median

from tests.bench.side_by_side.answers import check_renewal
from tests.bench.side_by_side.questions import Parameters, Question
from tests.bench.side_by_side.targets.client import raw_request, send_all
from tests.bench.side_by_side.targets.clocks import spent_ms
from tests.bench.side_by_side.targets.running import Running

COUNTS: Mapping[Question, int] = {
    Question.LIST: 200,
    Question.RIGHTS: 100,
    Question.STATUS: 500,
    Question.SEARCH: 200,
    Question.RENEWAL: 24,
    Question.PAGE: 200,
}
"""Requests in one round."""
WARM = {"PostGraphile 5": 5}
"""How many rounds warm a target up, where one is too few: JavaScript is compiled while it runs."""


@dataclass(frozen=True, slots=True)
class Entrant:
    """A target with what it is sent; `label` is what it is called in a table."""

    label: str
    running: Running
    parameters: Sequence[Parameters]


@dataclass(frozen=True, slots=True)
class Cost:
    """Processor time of one request in ms: the medians of the rounds, and all rounds."""

    server: float
    database: float
    rounds: tuple[tuple[float, float], ...]

    @property
    def total(self) -> float:
        return self.server + self.database

    @property
    def spread(self) -> float:
        """How far the most expensive round is above the cheapest, as a share."""
        totals = [server + database for server, database in self.rounds]
        return max(totals) / min(totals) - 1


async def measure(entrants: Sequence[Entrant], question: Question, rounds: int) -> dict[str, Cost]:
    """Return the cost of one request for each entrant, by its label."""
    measured: dict[str, list[tuple[float, float]]] = {entrant.label: [] for entrant in entrants}
    requests = {entrant.label: _endless(entrant, question) for entrant in entrants}
    for entrant in entrants:
        if question is Question.RENEWAL:
            await check_renewal(entrant.running, entrant.parameters[0])
        else:
            count = COUNTS[question] * WARM.get(entrant.running.name, 1)
            await send_all(entrant.running.port, list(islice(requests[entrant.label], count)))
    for number in range(rounds):
        first = number % len(entrants)
        for entrant in [*entrants[first:], *entrants[:first]]:
            batch = list(islice(requests[entrant.label], COUNTS[question]))
            measured[entrant.label].append(await _measure_once(entrant.running, batch))
    return {label: _cost(costs) for label, costs in measured.items()}


async def _measure_once(running: Running, batch: Sequence[bytes]) -> tuple[float, float]:
    """Return what a request cost the server and the database, in ms."""
    before = await running.read_clocks()
    await send_all(running.port, batch)
    after = await running.read_clocks()
    server = spent_ms(before.server, after.server)
    return server / len(batch), spent_ms(before.database, after.database) / len(batch)


def _endless(entrant: Entrant, question: Question) -> Iterator[bytes]:
    """The requests again and again; renewals only once each, after the one that was checked."""
    made = [raw_request(entrant.running.target.request(question, one)) for one in entrant.parameters]
    return iter(made[1:]) if question is Question.RENEWAL else cycle(made)


def _cost(rounds: Sequence[tuple[float, float]]) -> Cost:
    servers, databases = zip(*rounds, strict=True)
    return Cost(median(servers), median(databases), tuple(rounds))
