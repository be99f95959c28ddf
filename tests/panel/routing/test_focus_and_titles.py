"""One rule for all screens: heading focused, title of the browser tab set, result announced."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.panel.accounts.forms import fill_details, next_step
from tests.panel.panel import Panel

PLATFORM = "Plateforme employeurs publics"


def heading(panel: Panel, name: str) -> Locator:
    return panel.page.get_by_role("heading", name=name)


def test_each_step_of_a_creation_is_focused_and_titled_and_the_identifier_is_announced(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    expect(panel.page).to_have_title(
        f"Étape 1 sur 3 : Coordonnées du titulaire – Créer un compte – {PLATFORM}".replace(" :", "\u00a0:")
    )
    fill_details(panel.page, "Annoncée")
    next_step(panel.page)
    expect(heading(panel, "Étape 2 sur 3")).to_be_focused()
    expect(panel.page).to_have_title(re.compile("^Étape 2 sur 3.*Créer un compte"))
    panel.page.get_by_role("button", name="Précédent").click()
    expect(heading(panel, "Étape 1 sur 3")).to_be_focused()
    next_step(panel.page)
    panel.page.get_by_role("button", name="Créer le compte").click()
    expect(heading(panel, "Étape 3 sur 3")).to_be_focused()
    expect(panel.page).to_have_title(re.compile("^Étape 3 sur 3.*Créer un compte"))
    identifier = panel.page.locator(".large-identifier").inner_text()
    announced = panel.page.get_by_role("status").filter(has_text="Compte créé")
    expect(announced).to_have_text(re.compile(" ".join(identifier)))


def test_an_account_that_loads_late_is_focused_all_the_same(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=durant")
    panel.page.get_by_role("row").filter(has_text="CDU000630").get_by_role(
        "link", name="Durant"
    ).first.click()
    expect(heading(panel, "M. Christophe Durant")).to_be_focused()


def test_the_tab_of_an_account_is_in_the_title(panel: Panel) -> None:
    panel.sign_in(address="/comptes/CDU000630")
    expect(panel.page).to_have_title(f"Ses droits – M. Christophe Durant – {PLATFORM}")
    panel.page.get_by_role("link", name="Ses coordonnées").click()
    expect(panel.page).to_have_title(f"Ses coordonnées – M. Christophe Durant – {PLATFORM}")


def test_the_page_of_a_list_is_in_the_title_and_announced(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    panel.page.get_by_role("button", name="Page suivante").click()
    expect(panel.page.get_by_role("status").filter(has_text=re.compile("^Page 2 sur"))).to_be_visible()
    expect(panel.page).to_have_title(f"Page 2 – Gestion des comptes – {PLATFORM}")
    panel.page.get_by_role("button", name="Page précédente").click()
    expect(panel.page.get_by_role("button", name="Page précédente")).to_be_disabled()
    expect(heading(panel, "Gestion des comptes")).to_be_focused()
    expect(panel.page).to_have_title(f"Gestion des comptes – {PLATFORM}")


def test_a_request_that_was_received_is_in_the_title_and_the_focus_is_not_lost(panel: Panel) -> None:
    panel.open("/mot-de-passe-oublie")
    panel.page.get_by_label("Identifiant").fill("CDU000630")
    panel.page.get_by_role("button", name="Envoyer le lien").click()
    expect(panel.page.get_by_role("alert")).to_contain_text("Demande reçue")
    expect(heading(panel, "Mot de passe oublié")).to_be_focused()
    expect(panel.page).to_have_title(f"Demande reçue – Mot de passe oublié – {PLATFORM}")


@pytest.mark.parametrize(
    ("address", "button", "title"),
    [
        ("/comptes?choix=page", "Tout désélectionner", "Gestion des comptes"),
        ("/comptes?recherche=personne", "Effacer la recherche", "Gestion des comptes"),
        ("/historique?du=2050-01-01", "Effacer les filtres", "Historique"),
    ],
)
def test_a_button_that_disappears_hands_the_focus_to_the_heading_above(
    panel: Panel, address: str, button: str, title: str
) -> None:
    panel.sign_in(address=address)
    pressed = panel.page.get_by_role("button", name=button).last
    pressed.press("Enter")
    expect(panel.page.get_by_role("button", name=button)).to_have_count(0)
    expect(heading(panel, title)).to_be_focused()


def test_after_a_deletion_the_focus_is_on_the_list(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=belkacem")
    panel.page.get_by_role("button", name="Supprimer : ").press("Enter")
    confirm = panel.page.get_by_role("alertdialog").get_by_role("button", name="Supprimer")
    expect(confirm).to_be_enabled()
    confirm.press("Enter")
    expect(panel.page.get_by_text("1 compte supprimé")).to_be_visible()
    expect(heading(panel, "Gestion des comptes")).to_be_focused()


def test_a_history_that_is_filtered_is_announced(panel: Panel) -> None:
    panel.sign_in(address="/historique")
    announced = panel.page.get_by_role("status").filter(has_text=re.compile("opérations? affichée"))
    expect(announced).to_be_attached()
    panel.page.get_by_label("Opération").focus()
    panel.page.get_by_label("Opération").select_option("ACCOUNT_CREATED")
    entries = panel.page.locator("main li.entry")
    expect(entries.filter(has_not_text="Création")).to_have_count(0)
    expect(panel.page.locator('[aria-busy="true"]')).to_have_count(0)
    expect(announced).to_be_attached()
    expect(panel.page.get_by_label("Opération")).to_be_focused()
