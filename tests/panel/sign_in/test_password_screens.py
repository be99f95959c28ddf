"""Créer votre mot de passe, and mot de passe oublié: from the e-mail to the sign-in (C3, P1, P7)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import Administrator, address_of_the_link, administrator
from tests.server.comptoir_process import Serving

NEW = "Corbeau-et-renard-1668"
CREATE, RESET = "Créer votre mot de passe", "Choisir un nouveau mot de passe"


@pytest.fixture(scope="module")
def jean(desk: Serving) -> Iterator[Administrator]:
    with administrator(desk.url) as signed_in:
        yield signed_in


def password(panel: Panel) -> Locator:
    return panel.page.get_by_role("textbox", name="Mot de passe", exact=False).first


def confirmation(panel: Panel) -> Locator:
    return panel.page.get_by_role("textbox", name="Confirmation")


def invited(panel: Panel, jean: Administrator, last_name: str) -> str:
    """The address of a new holder's link."""
    email = f"{last_name.lower()}@chu.example"
    jean.creates_an_account("Anne", last_name, email)
    return address_of_the_link(panel.url, email)


def test_from_the_e_mail_to_the_first_sign_in(panel: Panel, jean: Administrator) -> None:
    anne = jean.creates_an_account("Anne", "Martin", "martin@chu.example")
    address = address_of_the_link(panel.url, "martin@chu.example")
    panel.open(address)
    panel.heading(CREATE)
    expect(panel.page).to_have_url(f"{panel.url}/mot-de-passe")
    expect(password(panel)).to_be_focused()
    password(panel).fill(NEW)
    confirmation(panel).fill(NEW)
    panel.page.keyboard.press("Enter")
    panel.heading("Se connecter")
    expect(panel.page.get_by_role("alert")).to_contain_text("Votre mot de passe est créé.")
    expect(panel.page.get_by_label("Identifiant")).to_have_value(anne["identifier"])
    expect(panel.page.get_by_label("Mot de passe")).to_be_focused()
    panel.page.get_by_label("Mot de passe").fill(NEW)
    panel.page.keyboard.press("Enter")
    expect(panel.page.get_by_role("button", name="Menu de Anne Martin")).to_be_visible()
    panel.open(address)
    panel.heading("Ce lien ne peut pas servir")
    expect(panel.page.get_by_role("alert")).to_contain_text("Un mot de passe a déjà été créé avec ce lien.")
    expect(panel.page.get_by_role("textbox")).to_have_count(0)
    panel.page.get_by_role("main").get_by_role("link", name="Me connecter").last.click()
    panel.heading("Se connecter")


def test_rules_are_ticked_as_they_are_met_and_the_service_judges(panel: Panel, jean: Administrator) -> None:
    panel.open(invited(panel, jean, "Renard"))
    rules = panel.page.get_by_role("listitem").filter(has_text=re.compile("rempli"))
    expect(rules).to_have_count(5)
    password(panel).fill("renard")
    confirmation(panel).fill("renard")
    expect(rules.filter(has_text="(rempli)")).to_have_text(["1 minuscule (rempli)"])
    expect(panel.page.get_by_text("Règles remplies : 1 sur 5")).to_be_attached()
    panel.page.get_by_role("button", name="Créer mon mot de passe").click()
    rule = "Il manque au mot de passe : au moins 8 caractères, un chiffre, une majuscule"
    expect(panel.page.get_by_text(rule)).to_be_visible()
    expect(password(panel)).to_be_focused()
    panel.assert_accessible()
    password(panel).fill("Renard-Roux-1668")
    confirmation(panel).fill("Renard-Roux-1668")
    expect(rules.filter(has_text="(rempli)")).to_have_count(5)
    expect(panel.page.get_by_text(rule)).to_have_count(0)
    panel.page.get_by_role("button", name="Créer mon mot de passe").click()
    expect(panel.page.get_by_text("Ce mot de passe contient votre identifiant, votre nom")).to_be_visible()
    password(panel).fill("Azerty123!")
    confirmation(panel).fill("Azerty123!")
    expect(rules.filter(has_text="(rempli)")).to_have_count(5)
    panel.page.get_by_role("button", name="Créer mon mot de passe").click()
    expect(panel.page.get_by_text("trop facile à deviner : il est fait d'un mot courant")).to_be_visible()
    password(panel).fill("aB3-" + "x" * 125)
    expect(panel.page.get_by_role("listitem").filter(has_text="128 caractères au plus")).to_be_visible()


def test_a_confirmation_that_differs_is_told_at_the_field(panel: Panel, jean: Administrator) -> None:
    panel.open(invited(panel, jean, "Cigale"))
    panel.page.get_by_role("button", name="Créer mon mot de passe").click()
    expect(panel.page.get_by_text("Choisissez un mot de passe.")).to_be_visible()
    expect(password(panel)).to_be_focused()
    password(panel).fill(NEW)
    confirmation(panel).fill(NEW + "!")
    panel.page.keyboard.press("Enter")
    expect(panel.page.get_by_text("La confirmation diffère du mot de passe.")).to_be_visible()
    expect(confirmation(panel)).to_be_focused()


def test_a_suggestion_is_shown_taken_and_good_by_keyboard_alone(panel: Panel, jean: Administrator) -> None:
    panel.open(invited(panel, jean, "Fourmi"))
    expect(password(panel)).to_have_attribute("type", "password")
    panel.page.get_by_role("button", name="Générer").focus()
    panel.page.keyboard.press("Enter")
    expect(panel.page.get_by_text("Un mot de passe est proposé et affiché")).to_be_visible()
    expect(password(panel)).to_have_attribute("type", "text")
    expect(password(panel)).to_have_value(re.compile(".{16}"))
    expect(confirmation(panel)).to_have_value(password(panel).input_value())
    panel.page.get_by_role("button", name="Masquer le mot de passe").press("Enter")
    expect(password(panel)).to_have_attribute("type", "password")
    panel.page.get_by_role("button", name="Créer mon mot de passe").press("Enter")
    panel.heading("Se connecter")


def test_a_suggestion_is_copied(browser: Browser, desk: Serving, jean: Administrator) -> None:
    with opened(browser, desk.url, permissions=["clipboard-read", "clipboard-write"]) as panel:
        panel.open(invited(panel, jean, "Cigogne"))
        copy = panel.page.get_by_role("button", name="Copier")
        expect(panel.page.get_by_role("button", name="Générer")).to_be_visible()
        expect(copy).to_have_count(0)
        panel.page.get_by_role("button", name="Générer").click()
        copy.click()
        expect(panel.page.get_by_text("Mot de passe copié")).to_be_visible()
        assert panel.page.evaluate("navigator.clipboard.readText()") == password(panel).input_value()
        panel.assert_accessible()


def test_where_the_browser_does_not_allow_a_copy_it_says_so(panel: Panel, jean: Administrator) -> None:
    panel.page.add_init_script("Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    panel.open(invited(panel, jean, "Heron"))
    panel.page.get_by_role("button", name="Générer").click()
    panel.page.get_by_role("button", name="Copier").click()
    expect(panel.page.get_by_text("La copie n’a pas pu être faite")).to_be_visible()


def test_a_password_is_taken_as_it_was_typed_even_while_it_is_shown(
    panel: Panel, jean: Administrator
) -> None:
    """What others lose when it is pasted, a character that nobody sees, is part of a secret."""
    panel.open(invited(panel, jean, "Loup"))
    panel.page.get_by_role("button", name="Afficher le mot de passe").click()
    password(panel).fill("Agneau\u200b-1668")
    expect(password(panel)).to_have_value("Agneau\u200b-1668")


def test_the_link_survives_a_reload_and_is_nowhere_in_the_address(panel: Panel, jean: Administrator) -> None:
    address = invited(panel, jean, "Grenouille")
    panel.open(address)
    panel.heading(CREATE)
    expect(panel.page.get_by_text("Ce lien est valable jusqu’au")).to_be_visible()
    panel.page.reload()
    panel.heading(CREATE)
    expect(password(panel)).to_be_visible()
    assert panel.page.evaluate("location.href + document.title").count(address.partition("#")[2]) == 0


@pytest.mark.parametrize("address", ["/mot-de-passe", "/mot-de-passe#abc", "/mot-de-passe#" + "é%20<b>" * 30])
def test_an_unknown_link_says_so_instead_of_the_form(panel: Panel, address: str) -> None:
    panel.open(address)
    panel.heading("Ce lien ne peut pas servir")
    expect(panel.page.get_by_role("alert")).to_contain_text("Ce lien n’est pas reconnu")
    expect(panel.page.get_by_role("textbox")).to_have_count(0)
    panel.assert_accessible()


def test_a_link_that_is_used_elsewhere_meanwhile_says_so(
    browser: Browser, panel: Panel, jean: Administrator
) -> None:
    address = invited(panel, jean, "Corbeau")
    panel.open(address)
    password(panel).fill(NEW + "2")
    confirmation(panel).fill(NEW + "2")
    with opened(browser, panel.url) as other:
        other.open(address)
        password(other).fill("Le-fromage-1668")
        confirmation(other).fill("Le-fromage-1668")
        other.page.keyboard.press("Enter")
        other.heading("Se connecter")
    panel.page.get_by_role("button", name="Créer mon mot de passe").click()
    panel.heading("Ce lien ne peut pas servir")


def test_a_forgotten_password_is_replaced(panel: Panel) -> None:
    panel.open("/connexion")
    panel.page.get_by_role("link", name="Mot de passe oublié ?").click()
    panel.heading("Mot de passe oublié")
    panel.page.get_by_role("button", name="Envoyer le lien").click()
    expect(panel.page.get_by_text("Saisissez votre identifiant.")).to_be_visible()
    expect(panel.page.get_by_label("Identifiant")).to_be_focused()
    panel.assert_accessible()
    panel.page.get_by_label("Identifiant").fill(" cdu000630\u200b ")
    panel.page.keyboard.press("Enter")
    expect(panel.page.get_by_role("alert")).to_contain_text("Demande reçue")
    panel.assert_accessible()
    recipient = "christophe.durant@chu-nantes.example"
    first = address_of_the_link(panel.url, recipient)
    panel.page.get_by_role("button", name="Corriger l’identifiant ou redemander").click()
    panel.page.get_by_role("button", name="Envoyer le lien").click()
    second = address_of_the_link(panel.url, recipient, other_than=first)
    panel.open(first)
    expect(panel.page.get_by_role("alert")).to_contain_text("un lien plus récent l’a remplacé")
    expect(panel.page.get_by_role("link", name="Demander un nouveau lien")).to_be_visible()
    panel.open(second)
    panel.heading(RESET)
    password(panel).fill(NEW)
    confirmation(panel).fill(NEW)
    panel.page.get_by_role("button", name="Enregistrer le mot de passe").click()
    expect(panel.page.get_by_role("alert")).to_contain_text("Votre nouveau mot de passe est enregistré.")
    expect(panel.page.get_by_label("Identifiant")).to_have_value("CDU000630")


def test_an_unknown_identifier_is_answered_alike_and_too_many_requests_in_the_services_words(
    panel: Panel,
) -> None:
    panel.open("/mot-de-passe-oublie")
    for _ in range(3):
        panel.page.get_by_label("Identifiant").fill("XXX000000")
        panel.page.keyboard.press("Enter")
        expect(panel.page.get_by_role("alert")).to_contain_text("Demande reçue")
        panel.page.get_by_role("button", name="redemander").click()
    panel.page.get_by_role("button", name="Envoyer le lien").click()
    expect(panel.page.get_by_role("alert")).to_contain_text("Trop de")
    expect(panel.page.get_by_label("Identifiant")).to_have_value("XXX000000")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_well_in_english_on_a_telephone(
    browser: Browser, desk: Serving, jean: Administrator, scheme: str
) -> None:
    email = f"{scheme}@chu.example"
    jean.creates_an_account("Anne", "Tortue", email)
    telephone = {"locale": "en-GB", "viewport": {"width": 360, "height": 740}, "color_scheme": scheme}
    with opened(browser, desk.url, **telephone) as panel:
        panel.open(address_of_the_link(desk.url, email))
        panel.heading("Create your password")
        expect(panel.page.locator("html")).to_have_attribute("lang", "en")
        panel.page.get_by_role("button", name="Generate").click()
        expect(panel.page.get_by_text("A password is suggested and shown")).to_be_visible()
        panel.expect_no_scrolling_sideways()
        panel.assert_accessible()
        panel.open("/mot-de-passe-oublie")
        panel.heading("Forgotten password")
        panel.assert_accessible()
