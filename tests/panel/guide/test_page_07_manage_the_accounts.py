"""Page 7 of the guide, "Gérer les comptes utilisateurs": its list, with the numbers 1 to 5 of its picture."""

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.panel.accounts.rows import row, rows
from tests.panel.guide.days import expired_for
from tests.panel.guide.holders import stored
from tests.panel.panel import Panel
from tests.panel.post import Administrator

COLUMNS = (
    "Civ.",
    "Nom",
    "Prénom",
    "Identifiant",
    "Service",
    "Profil",
    "Statut",
    "Expiration",
    "Connexion",
)
DAY = re.compile(r"^\d\d/\d\d/\d{4}$")
PEOPLE = (
    ("M.", "Chopin", "Amadeus", "CAM000628", "Service carrière", "Administrateur", "Actif"),
    ("Mme", "Dupont", "Sara", "SDU000601", "RH", "Administrateur", "Actif"),
    ("M.", "Durant", "Christophe", "CDU000630", "Service Paye", "Utilisateur", "Actif"),
)
COLOUR = "element => getComputedStyle(element).color"


def selected(jean: Panel) -> Locator:
    return jean.page.get_by_role("status").filter(has_text="sélectionné")


def test_the_screen_has_the_guides_title_sentence_buttons_and_columns(jean: Panel) -> None:
    page = jean.page
    jean.open("/comptes")
    jean.heading("Gestion des comptes")
    crumbs = page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("listitem")
    expect(crumbs).to_have_text(["Tableau de bord", "Gestion des comptes"])
    expect(
        page.get_by_text("Consultez et maintenez à jour les comptes d’accès à la plateforme")
    ).to_be_visible()
    for link in ("Créer un compte", "Voir l’historique"):
        expect(page.get_by_role("link", name=link)).to_be_visible()
    for choice in ("Grouper par", "Résultats par page"):
        expect(page.get_by_label(choice)).to_be_visible()
    expect(page.get_by_label("Rechercher")).to_have_attribute(
        "placeholder", re.compile("^Nom, prénom, service")
    )
    expect(page.get_by_role("button", name="Tout sélectionner")).to_be_visible()
    headings = page.get_by_role("columnheader")
    expect(headings.filter(has=page.get_by_role("button"))).to_have_text(COLUMNS)
    expect(page.get_by_role("columnheader", name="Nom", exact=True)).to_have_attribute(
        "aria-sort", "ascending"
    )


@pytest.mark.parametrize("person", PEOPLE, ids=[person[1] for person in PEOPLE])
def test_the_guides_people_are_listed_as_on_its_picture(jean: Panel, person: tuple[str, ...]) -> None:
    jean.open(f"/comptes?recherche={person[3]}")
    cells = row(jean, person[3]).get_by_role("cell")
    expect(cells).to_have_text(["", *person, DAY, DAY, ""])


def test_1_each_term_is_looked_for_by_itself_in_all_fields_or_in_one(jean: Panel) -> None:
    page = jean.page
    jean.open("/comptes")
    field = page.get_by_label("Chercher dans")
    expect(field).to_have_value("ALL")
    expect(field.locator("option").first).to_have_text("Tous")
    page.get_by_label("Rechercher").fill("paye christophe")
    expect(row(jean, "CDU000630")).to_be_visible()
    field.select_option(label="Prénom")
    expect(page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()
    page.get_by_label("Rechercher").fill("christophe")
    expect(row(jean, "CDU000630")).to_be_visible()


def test_2_the_history_of_those_one_administers_is_a_click_away(
    jean: Panel, colleague: Administrator
) -> None:
    colleague.creates_an_account("Odette", "Historique", "odette@chu-nantes.example")
    page = jean.page
    jean.open("/comptes")
    page.get_by_role("link", name="Voir l’historique").click()
    jean.heading("Historique")
    expect(page.get_by_text("Chaque opération sur les comptes que vous administrez")).to_be_visible()
    page.get_by_label("Chercher").fill("odette historique")
    page.keyboard.press("Enter")
    entry = page.get_by_role("main").get_by_role("listitem").filter(has_text="Odette Historique").first
    expect(entry).to_contain_text(re.compile("Création – Odette Historique.* par Jean Louty"))


def test_3_the_list_is_grouped_by_profile_or_by_status(jean: Panel, desk_database: str) -> None:
    expired_for(desk_database, "FLO000394", 1)
    jean.open("/comptes?recherche=louty")
    for grouping, groups in (
        ("Profil", ["Administrateur 1", "Utilisateur 1"]),
        ("Statut", ["Actif 1", "Expiré 1"]),
    ):
        jean.page.get_by_label("Grouper par").select_option(label=grouping)
        expect(jean.page.locator("tr.group")).to_have_text(groups)


def test_4_all_or_several_rows_are_selected_for_one_action(jean: Panel) -> None:
    page = jean.page
    jean.open("/comptes")
    page.get_by_role("button", name="Tout sélectionner").click()
    expect(selected(jean)).to_contain_text("10 comptes sélectionnés sur cette page")
    page.get_by_role("button", name="Tout désélectionner").click()
    for place in (0, 2):
        rows(jean).nth(place).get_by_role("checkbox").check(force=True)
    expect(selected(jean)).to_contain_text("2 comptes sélectionnés")
    for action in ("Renouveler", "Supprimer"):
        expect(page.get_by_role("button", name=action, exact=True)).to_be_visible()


def test_5_one_row_is_ticked_or_pointed_at_and_the_action_is_for_this_account(
    jean: Panel, colleague: Administrator
) -> None:
    page = jean.page
    jean.open("/comptes?recherche=durant")
    person = row(jean, "CDU000630")
    person.get_by_role("checkbox").check(force=True)
    expect(selected(jean)).to_contain_text("1 compte sélectionné")
    page.get_by_role("button", name="Renouveler", exact=True).click()
    dialog = page.get_by_role("dialog", name="Renouveler 1 compte ?")
    expect(dialog.get_by_role("listitem")).to_have_text(["Christophe Durant (CDU000630)"])
    dialog.get_by_role("button", name="Annuler").click()
    page.get_by_role("button", name="Tout désélectionner").click()

    before, action = stored(colleague, "CDU000630"), person.get_by_role("link", name="Modifier")
    page.mouse.move(0, 0)
    colour = action.evaluate(COLOUR)
    person.hover()
    expect(action).not_to_have_css("color", colour)
    for name in ("Modifier", "Renouveler", "Supprimer"):
        person.get_by_label(re.compile(rf"^{name}\s: Christophe Durant$")).hover()
        expect(page.get_by_role("tooltip")).to_have_text(name)
    person.get_by_role("button", name="Supprimer").click()
    question = page.get_by_role("alertdialog", name="Supprimer 1 compte ?")
    expect(question.get_by_role("listitem")).to_have_text(["Christophe Durant (CDU000630)"])
    question.get_by_role("button", name="Annuler").click()
    assert stored(colleague, "CDU000630") == before
