"""Page 2 of the guide, "Sommaire": each of its chapters is a screen, one or two clicks from the dashboard."""

from playwright.sync_api import expect

from tests.panel.accounts.rows import row
from tests.panel.panel import Panel

USER = "CDU000630"


def test_the_dashboard_leads_to_every_chapter(jean: Panel) -> None:
    page = jean.page
    jean.open("/")
    jean.heading("Tableau de bord")
    page.get_by_role("link", name="Créer un compte").click()
    jean.heading("Créer un compte")
    page.get_by_role("link", name="Tableau de bord").first.click()
    page.get_by_role("link", name="Gérer les comptes").click()
    jean.heading("Gestion des comptes")
    page.get_by_label("Rechercher").fill(USER)
    row(jean, USER).get_by_role("button", name="Renouveler").click()
    dialog = page.get_by_role("dialog", name="Renouveler 1 compte ?")
    dialog.get_by_role("button", name="Annuler").click()
    expect(dialog).to_have_count(0)
    row(jean, USER).get_by_role("link", name="Modifier").click()
    jean.heading("M. Christophe Durant")
