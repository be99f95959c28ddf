"""The list stays quick with many rows: what is counted is the work of the page, which no machine changes."""

import re
from collections.abc import Callable

from playwright.sync_api import CDPSession, Locator, expect

from tests.panel.panel import Panel

MAX_CALLS_PER_ROW = 9_000
"""Calls of functions to show one row more, React's and the router's included."""


def rows(panel: Panel) -> Locator:
    return panel.page.locator("tbody tr")


def settled(panel: Panel, count: int) -> None:
    expect(panel.page.locator('[aria-busy="false"] tbody tr')).to_have_count(count)
    panel.at_rest()


def calls(panel: Panel, act: Callable[[], None]) -> int:
    """How many functions the page calls because of this act, until it has come to rest."""
    debugger: CDPSession = panel.page.context.new_cdp_session(panel.page)
    debugger.send("Profiler.enable")
    debugger.send("Profiler.startPreciseCoverage", {"callCount": True, "detailed": False})
    act()
    scripts = debugger.send("Profiler.takePreciseCoverage")["result"]
    debugger.send("Profiler.stopPreciseCoverage")
    debugger.detach()
    ours = [script for script in scripts if script["url"].startswith(panel.url)]
    return sum(function["ranges"][0]["count"] for script in ours for function in script["functions"])


def calls_of_a_tick(panel: Panel) -> int:
    def tick() -> None:
        box = rows(panel).nth(2).get_by_role("checkbox")
        box.evaluate("box => box.click()")
        expect(box).to_be_checked()

    return calls(panel, tick)


def test_selecting_a_row_of_50_is_no_more_work_than_one_of_10(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    settled(panel, 10)
    of_ten = calls_of_a_tick(panel)
    panel.page.get_by_label("Résultats par page").select_option("50")
    settled(panel, 50)
    expect(rows(panel).nth(2).get_by_role("checkbox")).to_be_checked()
    panel.page.get_by_role("button", name="Tout désélectionner").click()
    of_fifty = calls_of_a_tick(panel)
    assert of_fifty < 1.5 * of_ten, (of_ten, of_fifty)


def test_a_row_of_the_list_is_little_work_to_show(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    settled(panel, 10)

    def show_fifty() -> None:
        panel.page.get_by_label("Résultats par page").select_option("50")
        expect(panel.page).to_have_url(re.compile("lignes=50"))
        settled(panel, 50)

    per_row = calls(panel, show_fifty) / 40
    assert per_row < MAX_CALLS_PER_ROW, per_row


def test_one_tooltip_serves_all_rows_and_escape_hides_it(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=chopin")
    settled(panel, 1)
    renew = rows(panel).get_by_role("button", name=re.compile("^Renouveler"))
    renew.hover()
    tooltip = panel.page.get_by_role("tooltip")
    expect(tooltip).to_have_text("Renouveler le compte")
    tooltip.hover()
    expect(tooltip).to_be_visible()
    panel.page.keyboard.press("Escape")
    expect(tooltip).to_have_count(0)
