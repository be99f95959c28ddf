"""The tables that are printed, and that stand in docs/performance.md."""

from collections.abc import Iterable, Mapping, Sequence

from tests.bench.side_by_side.questions import MEANING, Question
from tests.bench.side_by_side.rounds import Cost

SERVICE, PEERS_TO_COMPARE = "Comptoir", ("PostGraphile 5", "bare handler")


def table(costs: Mapping[Question, Mapping[str, Cost]]) -> str:
    """Return a table in Markdown: CPU ms of each request, and the service's as a share of its peers'."""
    names = list(dict.fromkeys(name for costs_of_question in costs.values() for name in costs_of_question))
    compared = [name for name in PEERS_TO_COMPARE if name in names and SERVICE in names]
    head = ["", *names, *(f"of {name}'s" for name in compared)]
    return _markdown(head, (_line(question, named, names, compared) for question, named in costs.items()))


def _line(
    question: Question, named: Mapping[str, Cost], names: Sequence[str], compared: Sequence[str]
) -> list[str]:
    ratios = [f"{named[SERVICE].total / named[name].total:.2f}" for name in compared]
    return [question.value, *(_cell(named[name]) for name in names), *ratios]


def legend(questions: Iterable[Question]) -> str:
    return "\n".join(f"- {question.value}: {MEANING[question]}" for question in questions)


def widest_spread(costs: Mapping[Question, Mapping[str, Cost]]) -> str:
    """Name the figure whose rounds differ most."""
    spreads = [
        (cost.spread, name, question) for question, named in costs.items() for name, cost in named.items()
    ]
    spread, name, question = max(spreads)
    return f"The rounds differ most for {name}, {question.value}: by {spread:.0%}."


def growth_table(costs: Mapping[str, tuple[Cost, Cost]]) -> str:
    """Return a table of pairs of costs, with the second as a multiple of the first."""
    lines = (
        [what, _cell(one), _cell(other), f"{other.total / one.total:.2f}"]
        for what, (one, other) in costs.items()
    )
    return _markdown(["", "first", "second", "second of first"], lines)


def _cell(cost: Cost) -> str:
    if not cost.database:
        return f"{cost.server:.2f}"
    return f"{cost.server:.2f} + {cost.database:.2f}"


def _markdown(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    rows = [head, ["---"] * len(head), *lines]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)
