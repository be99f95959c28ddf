"""The rows of the list of accounts."""

from playwright.sync_api import Locator, expect

from tests.panel.panel import Panel


def rows(panel: Panel) -> Locator:
    return panel.page.locator("tbody tr:not(.group)")


def names(panel: Panel) -> list[str]:
    expect(panel.page.locator('[aria-busy="true"]')).to_have_count(0)
    return [cell.inner_text() for cell in panel.page.locator("tbody a.strong").all()]


def row(panel: Panel, text: str) -> Locator:
    return panel.page.get_by_role("row").filter(has_text=text)
