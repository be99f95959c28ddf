"""Measuring by count: in each round every target answers the same requests, in another order each time."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import cycle, islice
from statistics import median

from tests.bench.side_by_side.client import ask, raw_request, send_all
from tests.bench.side_by_side.clocks import spent_ms
from tests.bench.side_by_side.questions import BATCH, Answer, Parameters, Question, Sets
from tests.bench.side_by_side.running import Running

COUNTS: Mapping[Question, int] = {
    Question.LIST: 200,
    Question.RIGHTS: 100,
    Question.STATUS: 500,
    Question.SEARCH: 200,
    Question.RENEWAL: 24,
}
"""Requests of a target in one round."""
WARM = {"PostGraphile 5": 5}
"""How many rounds warm a target up, where one is too few: JavaScript is compiled while it runs."""
COMPARED = 3


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


class DifferentAnswers(Exception):
    """Two targets answer a question differently: then nothing is measured."""


async def compare_answers(targets: Sequence[Running], question: Question, sets: Sets) -> None:
    """Ask every target the same. Raises: DifferentAnswers."""
    for parameters in sets[question][:COMPARED] if question is not Question.RENEWAL else ():
        answers = [await _answer(target, question, parameters) for target in targets]
        for target, answer in zip(targets, answers, strict=True):
            if answer != answers[0]:
                raise DifferentAnswers(_difference(targets[0].name, answers[0], target.name, answer))


async def _answer(target: Running, question: Question, parameters: Parameters) -> Answer:
    request = target.target.request(question, parameters)
    return target.target.answer(question, await ask(target.port, request))


def _difference(one: str, its: Answer, other: str, others: Answer) -> str:
    rows = [(a, b) for a, b in zip(its.rows, others.rows, strict=False) if a != b]
    counts = [
        f"{name}: {answer.total} in all, {len(answer.rows)} rows"
        for name, answer in ((one, its), (other, others))
    ]
    return f"{'; '.join(counts)}; {rows[:1]}"


async def measure(targets: Sequence[Running], question: Question, sets: Sets, rounds: int) -> dict[str, Cost]:
    """Return the cost of one request for each target."""
    measured: dict[str, list[tuple[float, float]]] = {target.name: [] for target in targets}
    requests = {target.name: _endless(target, question, sets[question]) for target in targets}
    for target in targets:
        if question is Question.RENEWAL:
            await _check_renewal(target, sets)
        else:
            count = COUNTS[question] * WARM.get(target.name, 1)
            await send_all(target.port, list(islice(requests[target.name], count)))
    for number in range(rounds):
        first = number % len(targets)
        for target in [*targets[first:], *targets[:first]]:
            batch = list(islice(requests[target.name], COUNTS[question]))
            measured[target.name].append(await _measure_once(target, batch))
    return {name: _cost(costs) for name, costs in measured.items()}


async def _measure_once(target: Running, batch: Sequence[bytes]) -> tuple[float, float]:
    """Return what a request cost the server and the database, in ms."""
    before = await target.read_clocks()
    await send_all(target.port, batch)
    after = await target.read_clocks()
    server = spent_ms(before.server, after.server)
    return server / len(batch), spent_ms(before.database, after.database) / len(batch)


def _endless(target: Running, question: Question, sets: Iterable[Parameters]) -> Iterable[bytes]:
    """The requests again and again; renewals only once each, after the one that was checked."""
    parameters = list(sets)
    made = [raw_request(target.target.request(question, one)) for one in parameters]
    return iter(made[1:]) if question is Question.RENEWAL else cycle(made)


async def _check_renewal(target: Running, sets: Sets) -> None:
    answer = await _answer(target, Question.RENEWAL, sets[Question.RENEWAL][0])
    if answer.total != BATCH:
        raise DifferentAnswers(f"{target.name} renewed {answer.total} accounts of {BATCH}")


def _cost(rounds: Sequence[tuple[float, float]]) -> Cost:
    return Cost(
        median(server for server, _ in rounds), median(database for _, database in rounds), tuple(rounds)
    )
