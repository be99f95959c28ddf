"""From the public form to the first sign-in of a new employer's administrator (N1)."""

import re

from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import address_of_the_link
from tests.panel.registrations.forms import expect_sent, fill_all, request, send
from tests.panel.registrations.operator import Operator
from tests.server.comptoir_process import Serving

PASSWORD = "Premier#Jour2026"
FOLLOW = "/inscription/suivi"


def test_an_employer_is_registered_and_its_administrator_signs_in(
    panel: Panel, browser: Browser, desk: Serving, operator: Operator
) -> None:
    form, page = request(1), panel.page
    panel.open("/connexion")
    expect(page.get_by_text("Établissement pas encore inscrit ?")).to_be_visible()
    page.get_by_role("link", name="Inscrire un établissement").click()
    panel.heading("Inscrire un établissement")
    fill_all(page, form)
    send(page)
    expect_sent(page)
    expect(page.get_by_role("heading", name="Votre demande est envoyée")).to_be_focused()
    expect(page.get_by_role("alert")).to_contain_text(f"Un courriel part à {form.email}")
    expect(page.get_by_text("Le lien de ce courriel confirme votre adresse")).to_be_visible()
    expect(page).to_have_title(re.compile("^Votre demande est envoyée – Inscrire un établissement"))
    panel.assert_accessible()

    address = address_of_the_link(desk.url, form.email, screen=FOLLOW)
    with opened(browser, desk.url) as sara:
        sara.open(address)
        sara.heading("Suivi de votre demande")
        expect(sara.page).to_have_url(f"{desk.url}{FOLLOW}")
        expect(sara.page.get_by_text(f"Inscription de {form.name}")).to_be_visible()
        expect(sara.page.get_by_role("heading", name="En attente d’un opérateur")).to_be_visible()
        sara.assert_accessible()

        operator.approve(form.email, "CNRACL")
        code = operator.code_for(form.name)
        sara.page.reload()
        expect(sara.page.get_by_role("heading", name="Acceptée")).to_be_visible()
        sara.assert_accessible()
        sara.page.get_by_label("Code du courrier").fill(code.lower().replace("-", " "))
        sara.page.keyboard.press("Enter")
        expect(sara.page.get_by_role("heading", name="Le compte est ouvert")).to_be_visible()
        identifier = sara.page.get_by_text(re.compile(r"^SDU[0-9A-Z]{6}$")).inner_text()
        sara.assert_accessible()
        sara.page.reload()
        expect(sara.page.get_by_text(identifier)).to_be_visible()

        sara.open(address_of_the_link(desk.url, form.email))
        sara.heading("Créer votre mot de passe")
        sara.page.get_by_label("Mot de passe (requis)", exact=True).fill(PASSWORD)
        sara.page.get_by_label("Confirmation du mot de passe").fill(PASSWORD)
        sara.page.get_by_role("button", name="Créer mon mot de passe").click()
        sara.heading("Se connecter")
        expect(sara.page.get_by_label("Identifiant")).to_have_value(identifier)
        sara.page.get_by_label("Mot de passe").fill(PASSWORD)
        sara.page.get_by_role("button", name="Me connecter").click()
        sara.heading("Tableau de bord")
        expect(sara.page.get_by_text(form.name).first).to_be_visible()

        sara.open("/historique")
        registered = sara.page.locator("main li.entry").filter(has_text="Inscription de l’établissement")
        expect(registered).to_contain_text(re.compile("Acceptée par.*l’équipe de la plateforme", re.DOTALL))
        sara.open(address)
        expect(sara.page.get_by_role("heading", name="Le compte est ouvert")).to_be_visible()
        expect(sara.page.get_by_text(identifier)).to_have_count(0)
