"""The chart of docs/performance.md: a bar for each target and question, the server before the database."""

from collections.abc import Iterator, Mapping
from html import escape

from tests.bench.side_by_side.questions import Question
from tests.bench.side_by_side.rounds import Cost

WIDTH, LABELS, FIGURES = 760, 190, 130
BAR, GAP, HEAD, LEGEND, MARGIN = 14, 4, 26, 34, 10
COLOURS: Mapping[str, tuple[str, str]] = {
    "Comptoir": ("#000091", "#8585f6"),
    "PostGraphile 5": ("#7a3b00", "#c98b57"),
    "bare handler": ("#4a4a4a", "#a5a5a5"),
    "Strawberry + Tortoise": ("#00594a", "#66b3a4"),
}
"""Of the server's part and of the database's part: dark and light, so that they differ in grey, too."""


def chart(title: str, costs: Mapping[Question, Mapping[str, Cost]]) -> str:
    """Return an SVG; each question has a scale of its own, since they differ tenfold."""
    parts, y = [], float(LEGEND)
    for question, named in costs.items():
        parts.append(_text(0, y + 17, question.value, weight="bold"))
        y += HEAD
        most = max(cost.total for cost in named.values())
        for name, cost in named.items():
            parts.extend(_bar(name, cost, most, y))
            y += BAR + GAP
        y += GAP
    legend = "CPU ms a request, server (dark) and database (light); each question on its own scale"
    width = WIDTH + 2 * MARGIN
    box = f"{-MARGIN} 0 {width} {y:.0f}"
    body = "\n".join([_text(0, 15, f"{title}: {legend}"), *parts])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}" role="img" '
        f'font-family="sans-serif" font-size="12">\n<title>{escape(title)}</title>\n'
        f'<rect x="{-MARGIN}" width="{width}" height="{y:.0f}" fill="#fff"/>\n{body}\n</svg>\n'
    )


def _bar(name: str, cost: Cost, most: float, y: float) -> Iterator[str]:
    scale = (WIDTH - LABELS - FIGURES) / most
    server, database = cost.server * scale, cost.database * scale
    place = f'y="{y:.0f}" height="{BAR}"'
    dark, light = COLOURS.get(name, COLOURS["bare handler"])
    yield _text(LABELS - 8, y + 11, name, anchor="end")
    yield f'<rect x="{LABELS}" {place} width="{server:.1f}" fill="{dark}"/>'
    yield f'<rect x="{LABELS + server:.1f}" {place} width="{database:.1f}" fill="{light}"/>'
    figures = f"{cost.server:.2f} + {cost.database:.2f}" if cost.database else f"{cost.server:.2f}"
    yield _text(LABELS + server + database + 6, y + 11, figures)


def _text(x: float, y: float, text: str, *, anchor: str = "start", weight: str = "normal") -> str:
    return (
        f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}" font-weight="{weight}" fill="#161616">'
        f"{escape(text)}</text>"
    )
