"""How the service's costs grow: with the number of accounts, and with the depth of a page."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack

from models.database import Dialect
from tests.bench.side_by_side.questions import Parameters, Question
from tests.bench.side_by_side.rounds import Cost, Entrant, measure
from tests.bench.side_by_side.session import Session, empty_database, session

QUESTIONS = (Question.LIST, Question.PAGE, Question.STATUS, Question.SEARCH)
"""Employers have about 190 accounts, however many there are in all."""


async def measured_growth(
    dialect: Dialect, sizes: tuple[int, int], rounds: int
) -> Mapping[str, tuple[Cost, Cost]]:
    """Return the costs in a small and in a large database, and of a first and a far page of the large one."""
    async with AsyncExitStack() as stack:
        small, large = [
            await stack.enter_async_context(
                session(stack.enter_context(empty_database(dialect)), size, peers=False)
            )
            for size in sizes
        ]
        costs = {}
        for question in QUESTIONS:
            entrants = [
                Entrant(str(one.loaded.accounts), one.service, _parameters(one, question))
                for one in (small, large)
            ]
            costs[f"{question.value}, {sizes[0]:,} and {sizes[1]:,} accounts"] = await _pair(
                entrants, question, rounds
            )
        far = large.prepared.far
        pages = [Parameters(far.employer_id), far]
        entrants = [Entrant(f"page {one.page + 1}", large.service, [one]) for one in pages]
        costs[f"page 1 and page {far.page + 1:,}"] = await _pair(entrants, Question.PAGE, rounds)
    return costs


def _parameters(one: Session, question: Question) -> Sequence[Parameters]:
    return one.prepared.sets[Question.LIST if question is Question.PAGE else question]


async def _pair(entrants: Sequence[Entrant], question: Question, rounds: int) -> tuple[Cost, Cost]:
    small, large = (await measure(entrants, question, rounds)).values()
    return small, large
