"""Answers are compared before anything is measured."""

from collections.abc import Sequence

from tests.bench.side_by_side.questions import BATCH, Answer, Parameters, Question
from tests.bench.side_by_side.targets.client import ask
from tests.bench.side_by_side.targets.running import Running

COMPARED = 3
"""Requests of each question."""


class DifferentAnswers(Exception):
    """Two targets answer a question differently: then nothing is measured."""


async def compare_answers(
    targets: Sequence[Running], question: Question, parameters: Sequence[Parameters]
) -> None:
    """Send every target the same requests; renewals are checked one by one. Raises: DifferentAnswers."""
    if question is Question.RENEWAL:
        return
    for one in parameters[:COMPARED]:
        answers = [await _answer(target, question, one) for target in targets]
        for target, answer in zip(targets, answers, strict=True):
            if answer != answers[0]:
                names = f"{question.value} of {targets[0].name} and of {target.name}"
                raise DifferentAnswers(f"{names}: {difference(answers[0], answer)}")


async def check_renewal(target: Running, parameters: Parameters) -> None:
    """Renew a batch. Raises: DifferentAnswers, unless all of its accounts were renewed."""
    answer = await _answer(target, Question.RENEWAL, parameters)
    if answer.total != BATCH:
        raise DifferentAnswers(f"{target.name} renewed {answer.total} accounts of {BATCH}")


def difference(one: Answer, other: Answer) -> str:
    """Describe how two answers differ: their totals, their numbers of rows, the first rows that differ."""
    counts = [f"{answer.total} in all, {len(answer.rows)} rows" for answer in (one, other)]
    rows = [pair for pair in zip(one.rows, other.rows, strict=False) if pair[0] != pair[1]]
    return f"{counts[0]} and {counts[1]}; {rows[:1]}"


async def _answer(target: Running, question: Question, parameters: Parameters) -> Answer:
    request = target.target.request(question, parameters)
    return target.target.answer(question, await ask(target.port, request))
