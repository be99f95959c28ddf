"""The rows of the list of accounts."""

from playwright.sync_api import Locator, expect

from tests.panel.panel import Panel


def rows(panel: Panel) -> Locator:
    return panel.page.locator("tbody tr:not(.group)")


def names(panel: Panel) -> list[str]:
    """Of the latest answer: the rows before it stay, busy, from when the table shows what is asked."""
    expect(panel.page.locator('[aria-busy="true"]')).to_have_count(0)
    return panel.page.locator("tbody a.strong").all_inner_texts()


def row(panel: Panel, text: str) -> Locator:
    return panel.page.get_by_role("row").filter(has_text=text)
