"""Gestion des comptes as it is displayed: widths, colours, languages, without rights, without a network."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.accounts.rows import rows
from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

USER = "CDU000630"


def test_a_lost_connection_is_told_and_the_list_comes_with_a_click(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    expect(rows(panel)).to_have_count(10)
    panel.page.context.set_offline(True)
    panel.page.get_by_label("Rechercher").fill("louty")
    alert = panel.page.get_by_role("alert").filter(has_text="La connexion est perdue")
    expect(alert).to_be_visible()
    panel.page.context.set_offline(False)
    panel.page.get_by_role("button", name="Réessayer").click()
    expect(rows(panel)).to_have_count(2)
    expect(panel.page.get_by_label("Rechercher")).to_have_value("louty")
    panel.expect_faults("ERR_INTERNET_DISCONNECTED")


def test_a_user_is_told_that_the_accounts_are_for_administrators(panel: Panel) -> None:
    panel.sign_in(USER, address="/comptes")
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_text("réservée aux administrateurs")).to_be_visible()
    expect(panel.page.get_by_role("table")).to_have_count(0)
    panel.assert_accessible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in(address="/comptes?choix=page")
        expect(rows(panel)).to_have_count(10)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        panel.page.get_by_role("button", name="Renouveler les comptes").click()
        dialog = panel.page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name="Renouveler")).to_be_enabled()
        panel.assert_accessible()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.sign_in(address="/comptes")
        panel.heading("Accounts")
        expect(panel.page.get_by_role("columnheader", name="Last sign-in")).to_be_visible()
        expect(rows(panel).first).to_contain_text(re.compile("Active|Expired|Pending"))
