"""Page 3 of the guide, "Accéder à la gestion des comptes"."""

from playwright.sync_api import expect

from tests.panel.panel import Panel

USER = "CDU000630"


def test_a_click_on_ones_name_at_the_top_left_of_the_dashboard_leads_to_the_accounts(jean: Panel) -> None:
    jean.open("/")
    jean.heading("Tableau de bord")
    name = jean.page.get_by_role("banner").get_by_role("link", name="Jean Louty")
    place = name.bounding_box()
    assert place
    assert place["x"] < 40
    assert place["y"] < 40
    name.click()
    jean.heading("Gestion des comptes")
    expect(jean.page.get_by_role("table", name="Gestion des comptes")).to_be_visible()


def test_a_user_who_is_no_administrator_does_not_reach_the_accounts(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(USER)
    panel.heading("Tableau de bord")
    expect(page.get_by_role("link", name="Gérer les comptes")).to_have_count(0)
    page.get_by_role("button", name="Menu de Christophe Durant").click()
    expect(page.get_by_role("banner").get_by_role("button", name="Mon compte")).to_be_visible()
    expect(page.get_by_role("button", name="Gestion des comptes")).to_have_count(0)
    page.keyboard.press("Escape")
    page.get_by_role("banner").get_by_role("link", name="Christophe Durant").click()
    panel.heading("Mon compte")
    for address in ("/comptes", "/comptes/nouveau", "/historique"):
        panel.open(address)
        expect(page.get_by_text("administrateurs de votre établissement")).to_be_visible()
        expect(page.get_by_role("main").locator("table, input, .entry")).to_have_count(0)
    panel.open("/comptes/JLO000439")
    panel.heading("Compte introuvable")
