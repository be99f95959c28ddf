"""Page 4 of the guide, "Créer un compte utilisateur": its six steps, from the form to the first sign-in."""

import re

from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import address_of_the_link
from tests.server.comptoir_process import Serving

EMAIL = "severine.lhostis@chu-nantes.example"
PASSWORD = "Premier#Jour2026"


def test_an_administrator_creates_an_account_and_its_holder_signs_in(
    browser: Browser, desk: Serving, jean: Panel
) -> None:
    page = jean.page
    jean.open("/")
    page.get_by_role("link", name="Gérer les comptes").click()
    jean.heading("Gestion des comptes")
    page.get_by_role("link", name="Créer un compte").click()

    expect(page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()
    page.get_by_text("Madame", exact=True).click()
    page.get_by_label("Nom (requis)", exact=True).fill("L’Hostis")
    page.get_by_label("Prénom").fill("Séverine")
    page.get_by_label("Adresse électronique").fill(EMAIL)
    page.get_by_label("Service", exact=True).fill("Service carrière")
    page.get_by_role("button", name="Suivant").click()

    expect(page.get_by_role("heading", name="Étape 2 sur 3")).to_be_visible()
    affiliation = page.get_by_role("radiogroup", name="Affiliation CNRACL")
    affiliation.get_by_text("Modification").click()
    page.get_by_role("button", name="Créer le compte").click()

    expect(page.get_by_role("heading", name="Étape 3 sur 3")).to_be_visible()
    identifier = page.get_by_text(re.compile(r"^SLH[0-9A-Z]{6}$")).inner_text()

    with opened(browser, desk.url) as holder:
        holder.open(address_of_the_link(desk.url, EMAIL))
        holder.heading("Créer votre mot de passe")
        holder.page.get_by_label("Mot de passe (requis)", exact=True).fill(PASSWORD)
        holder.page.get_by_label("Confirmation du mot de passe").fill(PASSWORD)
        holder.page.get_by_role("button", name="Créer mon mot de passe").click()
        holder.heading("Se connecter")
        expect(holder.page.get_by_label("Identifiant")).to_have_value(identifier)
        holder.page.get_by_label("Mot de passe").fill(PASSWORD)
        holder.page.get_by_role("button", name="Me connecter").click()
        holder.heading("Tableau de bord")
        rights = holder.page.get_by_role("region", name="Vos droits")
        expect(rights).to_contain_text("Affiliation CNRACL")
        expect(rights).to_contain_text("Modification")

    page.get_by_role("link", name="Gestion des comptes").last.click()
    page.get_by_label("Rechercher").fill("hostis severine")
    row = page.get_by_role("row").filter(has_text=identifier)
    expect(row).to_contain_text("Actif")
    row.get_by_role("link", name="L’Hostis", exact=True).click()
    jean.heading("Mme Séverine L’Hostis")
    page.get_by_role("link", name="Historique", exact=True).click()
    expect(page.get_by_text("Création du mot de passe")).to_be_visible()
