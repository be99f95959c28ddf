"""Page 1 of the guide, its cover: the accounts are reached to be created, modified and renewed."""

import re

from playwright.sync_api import expect

from tests.panel.panel import Panel


def test_an_administrator_signs_in_and_can_create_modify_and_renew_accounts(panel: Panel) -> None:
    page = panel.page
    panel.open("/connexion")
    expect(page.get_by_text("Plateforme employeurs publics")).to_be_visible()
    panel.fill_sign_in()
    page.get_by_role("link", name="Gérer les comptes").click()
    panel.heading("Gestion des comptes")
    expect(page.get_by_role("link", name="Créer un compte")).to_be_visible()
    expect(page.get_by_role("link", name=re.compile(r"^Modifier\s:")).first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile(r"^Renouveler\s:")).first).to_be_visible()
