"""What is marked as current: one tab of an account, the end of a breadcrumb, and no other link."""

import pytest
from playwright.sync_api import expect

from tests.panel.panel import Panel

CURRENT = '[aria-current="page"]'
TABS = ("Ses droits", "Ses coordonnées", "Historique")


@pytest.mark.parametrize("tab", TABS)
def test_of_an_accounts_tabs_the_open_one_alone_is_current(panel: Panel, tab: str) -> None:
    panel.sign_in(address="/comptes/CDU000630")
    tabs = panel.page.get_by_role("navigation", name="Compte", exact=True)
    tabs.get_by_role("link", name=tab).click()
    expect(tabs.locator(CURRENT)).to_have_text([tab])
    panel.page.reload()
    expect(tabs.locator(CURRENT)).to_have_text([tab])


def test_a_tab_is_current_while_a_dialog_is_open_above_it(panel: Panel) -> None:
    panel.sign_in(address="/comptes/CDU000630?onglet=coordonnees&action=renouveler")
    expect(panel.page.get_by_role("dialog")).to_be_visible()
    expect(panel.page.locator(f".tab{CURRENT}")).to_have_text(["Ses coordonnées"])


@pytest.mark.parametrize(
    ("address", "here"),
    [
        ("/comptes", "Gestion des comptes"),
        ("/comptes/nouveau", "Créer un compte"),
        ("/comptes/CDU000630?onglet=historique", "M. Christophe Durant"),
        ("/historique", "Historique"),
        ("/mon-compte", "Mon compte"),
    ],
)
def test_a_breadcrumb_ends_with_the_one_current_place(panel: Panel, address: str, here: str) -> None:
    panel.sign_in(address=address)
    panel.heading(here)
    expect(panel.page.locator(f"main {CURRENT}:not(.tab)")).to_have_text([here])
