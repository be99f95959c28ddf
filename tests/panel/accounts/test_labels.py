"""What the guide names is written in the list: « Tout sélectionner », the actions of a row (G)."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

COLOUR = "element => getComputedStyle(element).color"


def test_select_all_is_written_and_selects_the_page(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    button = panel.page.get_by_role("button", name="Tout sélectionner", exact=True)
    expect(button).to_be_visible()
    button.focus()
    panel.page.keyboard.press("Enter")
    expect(panel.page.get_by_text("10 comptes sélectionnés")).to_be_visible()
    panel.assert_accessible()
    panel.page.get_by_role("button", name="Tout désélectionner").press("Enter")
    expect(button).to_be_visible()
    expect(panel.page.get_by_text("comptes sélectionnés")).to_have_count(0)


@pytest.mark.parametrize("width", [360, 1024])
def test_select_all_is_written_in_narrow_windows(browser: Browser, desk: Serving, width: int) -> None:
    with opened(browser, desk.url, viewport={"width": width, "height": 900}) as panel:
        panel.sign_in(address="/comptes")
        label = panel.page.get_by_text("Tout sélectionner sur cette page")
        place = label.bounding_box()
        assert place
        assert place["width"] > 100
        label.click()
        expect(panel.page.get_by_text("10 comptes sélectionnés")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_the_column_of_the_actions_is_headed(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    heading = panel.page.get_by_role("columnheader", name="Actions")
    place = heading.bounding_box()
    assert place
    assert place["width"] > 40


def test_the_actions_of_a_row_come_forward_on_hover_and_on_focus(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    first, second = (modify_button(panel, index) for index in (1, 2))
    expect(first).to_be_visible()
    panel.page.mouse.move(1, 1)
    quiet = first.evaluate(COLOUR)
    panel.page.get_by_role("row").nth(1).hover(position={"x": 300, "y": 20})
    expect(first).not_to_have_css("color", quiet)
    expect(second).to_have_css("color", quiet)
    panel.page.mouse.move(1, 1)
    expect(first).to_have_css("color", quiet)
    panel.page.get_by_role("row").nth(2).get_by_role("checkbox").focus()
    expect(second).not_to_have_css("color", quiet)
    expect(first).to_have_css("color", quiet)


def modify_button(panel: Panel, row: int) -> Locator:
    return panel.page.get_by_role("row").nth(row).get_by_role("link", name=re.compile("^Modifier"))
