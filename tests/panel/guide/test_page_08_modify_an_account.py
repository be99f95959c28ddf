"""Page 8 of the guide, "Modifier un compte": two tabs, and what a change of profile means."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Locator, expect

from tests.panel.accounts.forms import next_step
from tests.panel.accounts.rows import row
from tests.panel.guide.holders import PASSWORD, invited, level, stored, with_password
from tests.panel.guide.letters import letter_with
from tests.panel.panel import Panel, opened
from tests.panel.post import Administrator
from tests.server.comptoir_process import Serving

SERVICES = ("Affiliation CNRACL", "Comptes individuels retraite CNRACL")
LEVELS = ("Aucun", "Lecture seule", "Modification")
PROMOTE = """mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { code } } }"""
ADDRESS = ["CHRU de Nantes", "5 allée de l'Île-Gloriette", "44035 Nantes Cedex 1"]


def tab(jean: Panel, name: str) -> Locator:
    return jean.page.get_by_role("navigation", name="Compte").get_by_role("link", name=name)


def button_to_apply(jean: Panel) -> Locator:
    return jean.page.get_by_role("button", name="Appliquer les modifications")


def apply(jean: Panel) -> None:
    button_to_apply(jean).click()


def test_rights_and_details_are_two_tabs_and_count_once_they_are_applied(
    jean: Panel, colleague: Administrator
) -> None:
    page, holder = jean.page, invited(colleague, "Modifiable")
    jean.open("/comptes?recherche=modifiable")
    row(jean, holder.identifier).get_by_role("link", name="Modifier").click()
    jean.heading(f"Mme {holder.name}")
    expect(tab(jean, "Ses droits")).to_have_attribute("aria-current", "page")
    career = page.get_by_role("region", name="Carrière")
    for service in SERVICES:
        radios = career.get_by_role("radiogroup", name=service).locator("label")
        expect(radios).to_have_text(LEVELS)
    career.get_by_role("radiogroup", name=SERVICES[0]).get_by_text("Modification").click()

    tab(jean, "Ses coordonnées").click()
    profile = page.get_by_role("radiogroup", name="Profil du compte")
    expect(profile.locator("label")).to_have_text(["Administrateur", "Utilisateur"])
    expect(profile.get_by_role("radio", name="Administrateur")).to_be_enabled()
    expect(profile.get_by_role("radio", name="Utilisateur")).to_be_checked()
    identification = page.get_by_role("group", name="Identification")
    civility = identification.get_by_role("radiogroup", name="Civilité")
    expect(civility.locator("label")).to_have_text(["Monsieur", "Madame"])
    expect(civility.get_by_role("radio", name="Madame")).to_be_checked()
    page.get_by_label("Service", exact=True).fill("Service paye")
    jean.at_rest()
    assert level(colleague, holder.identifier, SERVICES[0]) == "NONE"
    assert stored(colleague, holder.identifier)["department"] is None

    apply(jean)
    expect(page.get_by_text("Modifications enregistrées")).to_be_visible()
    assert level(colleague, holder.identifier, SERVICES[0]) == "WRITE"
    assert stored(colleague, holder.identifier)["department"] == "Service paye"
    page.get_by_role("button", name="Gestion des comptes").click()
    jean.heading("Gestion des comptes")


def test_the_button_to_apply_is_there_from_the_start_and_says_when_nothing_has_changed(
    jean: Panel, colleague: Administrator
) -> None:
    page, holder = jean.page, invited(colleague, "Inchangée")
    jean.open(f"/comptes/{holder.identifier}")
    before = stored(colleague, holder.identifier)
    nothing = page.get_by_role("status").filter(has_text="Rien n’a changé")
    for name in ("Ses droits", "Ses coordonnées"):
        tab(jean, name).click()
        expect(tab(jean, name)).to_have_attribute("aria-current", "page")
        expect(button_to_apply(jean)).to_be_visible()
    expect(nothing).to_have_count(0)
    jean.assert_accessible()
    button_to_apply(jean).focus()
    page.keyboard.press("Enter")
    expect(nothing).to_be_visible()
    jean.at_rest()
    assert stored(colleague, holder.identifier) == before
    page.get_by_label("Service", exact=True).fill("Service paye")
    expect(nothing).to_have_count(0)
    page.get_by_role("button", name="Annuler les modifications").click()
    expect(button_to_apply(jean)).to_be_focused()
    expect(page.get_by_label("Service", exact=True)).to_have_value("")
    assert stored(colleague, holder.identifier) == before


def test_a_user_becomes_an_administrator_by_letter_and_from_the_next_sign_in_on(
    browser: Browser, jean: Panel, colleague: Administrator, desk: Serving, desk_folder: Path
) -> None:
    page, anne = jean.page, with_password(colleague, desk.url, "Promue")
    with opened(browser, desk.url) as theirs:
        theirs.sign_in(anne.identifier, PASSWORD)
        jean.open(f"/comptes/{anne.identifier}?onglet=coordonnees")
        page.get_by_role("radiogroup", name="Profil du compte").get_by_text("Administrateur").click()
        page.get_by_role("button", name="Reprendre l’adresse").click()
        apply(jean)
        dialog = page.get_by_role("dialog", name=re.compile(f"Faire de {anne.name} un administrateur"))
        expect(dialog).to_contain_text("Un courrier part au représentant légal dès la validation")
        expect(dialog).to_contain_text("à la prochaine connexion")
        dialog.get_by_role("button", name="Passer en administrateur").click()
        expect(page.get_by_text("Modifications enregistrées")).to_be_visible()
        letter_with(desk_folder, anne.name, "le profil administrateur")

        theirs.open("/comptes")
        expect(theirs.page.get_by_text("réservée aux administrateurs")).to_be_visible()
        theirs.sign_in(anne.identifier, PASSWORD, "/comptes")
        expect(theirs.page.get_by_role("table", name="Gestion des comptes")).to_be_visible()


def test_an_administrator_becomes_a_user_only_by_deletion_and_a_new_account(
    jean: Panel, colleague: Administrator
) -> None:
    page, anne = jean.page, invited(colleague, "Rétrogradée")
    before = stored(colleague, anne.identifier)
    promotion = {"id": before["id"], "version": before["version"], "professionalAddress": ADDRESS}
    promoted = colleague.asks(PROMOTE, input=promotion | {"profile": "ADMINISTRATOR"})
    assert promoted == {"modifyAccount": {"errors": []}}

    jean.open(f"/comptes/{anne.identifier}?onglet=coordonnees")
    expect(page.get_by_role("radio", name="Administrateur")).to_be_checked()
    expect(page.get_by_role("radio", name="Utilisateur")).to_be_disabled()
    expect(page.get_by_text("Un administrateur ne peut pas redevenir utilisateur")).to_be_visible()
    demotion = {"id": before["id"], "version": before["version"] + 1, "profile": "USER"}
    refused = colleague.asks(PROMOTE, input=demotion)
    assert refused == {"modifyAccount": {"errors": [{"code": "DEMOTION_FORBIDDEN"}]}}
    assert stored(colleague, anne.identifier)["profile"] == "ADMINISTRATOR"

    page.get_by_role("button", name="Supprimer", exact=True).click()
    page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()
    expect(page.get_by_text("1 compte supprimé")).to_be_visible()
    jean.open("/comptes/nouveau")
    page.get_by_text("Madame", exact=True).click()
    page.get_by_label("Nom (requis)", exact=True).fill(anne.last_name)
    page.get_by_label("Prénom").fill("Anne")
    page.get_by_label("Adresse électronique").fill(anne.email)
    next_step(page)
    page.get_by_role("button", name="Créer le compte").click()
    expect(page.get_by_role("heading", name="Étape 3 sur 3")).to_be_visible()
    recreated = page.locator(".large-identifier").inner_text()
    assert recreated != anne.identifier
    assert stored(colleague, recreated)["profile"] == "USER"
