"""The top of every screen: who one is, for which employer, and the way to the accounts (G)."""

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

USER = "CDU000630"
SCREENS = ("/", "/comptes", "/comptes/nouveau", f"/comptes/{USER}", "/historique", "/mon-compte")


@pytest.mark.parametrize("width", [360, 1280])
def test_the_name_stands_at_the_top_left_and_leads_to_the_accounts(
    browser: Browser, desk: Serving, width: int
) -> None:
    with opened(browser, desk.url, viewport={"width": width, "height": 800}) as panel:
        panel.sign_in()
        panel.heading("Tableau de bord")
        name = panel.page.get_by_role("banner").get_by_role("link", name="Jean Louty – Gestion des comptes")
        place = name.bounding_box()
        assert place
        assert place["x"] < 40
        assert place["y"] < 40
        panel.expect_no_scrolling_sideways()
        panel.assert_accessible(within="header")
        name.click()
        panel.heading("Gestion des comptes")


def test_the_name_of_a_user_leads_to_their_own_account(panel: Panel) -> None:
    panel.sign_in(USER)
    panel.page.get_by_role("link", name="Christophe Durant – Mon compte").click()
    panel.heading("Mon compte")


def test_the_employer_is_named_on_every_screen(panel: Panel) -> None:
    panel.sign_in()
    for address in SCREENS:
        panel.open(address)
        expect(panel.page.get_by_role("heading", level=1)).to_be_visible()
        expect(panel.page.get_by_role("banner").get_by_text("CHRU DE NANTES VF201")).to_be_visible()


def test_the_employer_is_named_to_users_as_well(panel: Panel) -> None:
    panel.sign_in(USER)
    for address in ("/", "/mon-compte"):
        panel.open(address)
        expect(panel.page.get_by_role("banner").get_by_text("CHRU DE NANTES VF201")).to_be_visible()
