"""What takes long says so: over a thousand accounts renewed at once, in one click (R2)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.panel.accounts.many import demo_with_zolas, serving_all
from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving


@pytest.fixture(scope="module")
def full_desk(demo_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """Of an employer with over a thousand accounts."""
    with serving_all(demo_with_zolas(demo_url, 1_000), tmp_path_factory.mktemp("full")) as started:
        yield started


@pytest.fixture
def panel(browser: Browser, full_desk: Serving) -> Iterator[Panel]:
    with opened(browser, full_desk.url) as shown:
        yield shown


def test_a_thousand_renewals_show_that_they_are_under_way_and_are_done_once(panel: Panel) -> None:
    panel.sign_in(address="/comptes?choix=tout")
    panel.page.get_by_role("button", name="Renouveler les comptes").click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=re.compile(r"Renouveler 1\s\d{3} comptes"))).to_be_visible()
    held: list[Route] = []

    def hold(route: Route) -> None:
        if "idempotencyKey" in (route.request.post_data or ""):
            held.append(route)
        else:
            route.continue_()

    panel.page.route("**/graphql", hold)
    dialog.get_by_role("button", name="Renouveler").dblclick()
    expect(dialog.get_by_role("status").filter(has_text="en cours")).to_be_visible()
    expect(dialog.get_by_role("progressbar")).to_be_visible()
    panel.assert_accessible()
    (only,) = held
    only.continue_()
    expect(panel.page.get_by_text(re.compile(r"1\s\d{3} comptes renouvelés"))).to_be_visible()
