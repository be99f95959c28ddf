"""What `make bench` prints and draws."""

from xml.etree import ElementTree

import pytest

from tests.bench.side_by_side.answers import difference
from tests.bench.side_by_side.chart import chart
from tests.bench.side_by_side.questions import Answer, Question, answer_from_page
from tests.bench.side_by_side.report import growth_table, table, widest_spread
from tests.bench.side_by_side.rounds import Cost

OURS = Cost(1.0, 0.5, ((1.0, 0.5), (1.1, 0.5)))
THEIRS = Cost(2.0, 1.0, ((2.0, 1.0), (2.0, 1.9)))
COSTS = {Question.LIST: {"Comptoir": OURS, "PostGraphile 5": THEIRS}}


def test_the_table_gives_the_cost_of_the_service_as_a_share_of_its_peers() -> None:
    assert table(COSTS).splitlines()[-1] == "| list | 1.00 + 0.50 | 2.00 + 1.00 | 0.50 |"


def test_a_database_without_processes_of_its_own_is_not_added() -> None:
    alone = {Question.LIST: {"Comptoir": Cost(1.0, 0.0, ((1.0, 0.0),))}}

    assert table(alone).splitlines()[-1] == "| list | 1.00 |"


def test_the_figure_whose_rounds_differ_most_is_named() -> None:
    assert widest_spread(COSTS) == "The rounds differ most for PostGraphile 5, list: by 30%."


def test_growth_is_the_second_cost_as_a_multiple_of_the_first() -> None:
    assert growth_table({"list": (OURS, THEIRS)}).splitlines()[-1] == (
        "| list | 1.00 + 0.50 | 2.00 + 1.00 | 2.00 |"
    )


def test_the_chart_has_a_bar_for_the_server_and_one_for_the_database_of_each_target() -> None:
    drawn = ElementTree.fromstring(chart("PostgreSQL & 20,000 accounts", COSTS))

    bars = [float(bar.attrib["width"]) for bar in drawn.iter("{http://www.w3.org/2000/svg}rect")][1:]
    assert bars[2:] == pytest.approx([2 * width for width in bars[:2]], abs=0.2)


def test_moments_and_the_order_of_rights_do_not_make_answers_different() -> None:
    rights = [{"level": "READ", "service": {"label": label}} for label in "ab"]
    node = dict.fromkeys(
        ("civility", "lastName", "firstName", "identifier", "department", "profile", "status", "expiresOn")
    )
    one = {**node, "lastSignInAt": "2026-11-02T08:00:00Z", "rights": rights}
    other = {**node, "lastSignInAt": "2026-11-02 08:00:00+00:00", "rights": rights[::-1]}

    answers = [answer_from_page({"totalCount": 1, "nodes": [page]}) for page in (one, other)]

    assert answers[0] == answers[1]


def test_a_difference_names_the_totals_and_the_first_rows_that_differ() -> None:
    described = difference(Answer(2, (("a",), ("b",))), Answer(2, (("a",), ("c",))))

    assert described == "2 in all, 2 rows and 2 in all, 2 rows; [(('b',), ('c',))]"
