"""Notre administrateur est parti: a new administrator for an employer that is registered (N2)."""

import re

from playwright.sync_api import expect

from tests.panel.panel import Panel
from tests.panel.patience import soon
from tests.panel.post import address_of_the_link, subjects
from tests.panel.registrations.forms import expect_sent, fill_administrator, following, send, step
from tests.panel.registrations.operator import Operator

FOLLOW = "/inscription/suivi"


def fill(panel: Panel, employer: str, email: str) -> None:
    step(panel.page, 1)
    panel.page.get_by_label("SIRET ou numéro de contrat").fill(employer)
    panel.page.get_by_label("Motif").fill("M. Louty a pris sa retraite en octobre.")
    following(panel.page)
    step(panel.page, 2)
    fill_administrator(panel.page, email)


def test_an_employer_whose_administrator_has_left_gets_a_new_one(panel: Panel, operator: Operator) -> None:
    page, email = panel.page, "sara.dupont@chu-nantes.example"
    panel.open("/connexion")
    page.get_by_role("link", name="Notre administrateur est parti").click()
    panel.heading("Demander un nouvel administrateur")
    following(page)
    expect(page.get_by_role("region", name=re.compile("à corriger")).get_by_role("link")).to_have_count(2)
    panel.assert_accessible()
    fill(panel, "vf201", email)
    panel.assert_accessible()
    page.reload()
    expect(page.get_by_label("Adresse électronique")).to_have_value(email)
    send(page)
    expect_sent(page)
    panel.assert_accessible()
    address = address_of_the_link(panel.url, email, screen=FOLLOW)
    operator.approve(email)
    panel.open(address)
    expect(page.get_by_text("Nouvel administrateur pour CHRU DE NANTES")).to_be_visible()
    code = operator.code_for("CHRU DE NANTES (SIRET")
    page.get_by_label("Code du courrier").fill(code)
    page.get_by_role("button", name="Ouvrir le compte").click()
    expect(page.get_by_role("heading", name="Le compte est ouvert")).to_be_visible()
    address_of_the_link(panel.url, email)
    panel.sign_in(address="/historique")
    expect(page.get_by_text("Nouvel administrateur arrivé").last).to_be_visible()
    expect(page.get_by_text("Nouvel administrateur attendu").last).to_be_visible()


def test_an_unknown_employer_is_answered_alike_and_the_e_mail_says_so(panel: Panel) -> None:
    page, email = panel.page, "sara.inconnue@chu-nantes.example"
    panel.open("/succession")
    fill(panel, "VF999", email)
    send(page)
    expect_sent(page)
    soon(page, lambda: subjects(panel.url, email) == ["Cet établissement n'est pas inscrit"])


def test_it_fits_a_telephone(panel: Panel) -> None:
    panel.resize(360, 740)
    panel.open("/succession")
    fill(panel, "VF201", "sara@chu-nantes.example")
    panel.expect_no_scrolling_sideways()
    panel.assert_accessible()
