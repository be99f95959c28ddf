"""Page 5 of the guide, "Créer un compte utilisateur: actions de l'administrateur", steps 1 to 3."""

import re

from playwright.sync_api import Page, expect

from tests.panel.accounts.forms import fill_details, next_step
from tests.panel.guide.holders import stored
from tests.panel.panel import Panel
from tests.panel.post import Administrator

COUNT = "query ($id: ID!) { employer(id: $id) { accounts(first: 1) { totalCount } } }"


def count(colleague: Administrator) -> int:
    return int(colleague.asks(COUNT, id=colleague.employer_id)["employer"]["accounts"]["totalCount"])


def expect_step(page: Page, number: int, label: str) -> None:
    expect(page.get_by_role("heading", name=f"Étape {number} sur 3 : {label}")).to_be_visible()
    expect(page.locator('[aria-current="step"]')).to_have_text(f"{number}{label}")


def test_every_required_field_is_filled_in_before_the_next_step(
    jean: Panel, colleague: Administrator
) -> None:
    page, before = jean.page, count(colleague)
    jean.open("/comptes/nouveau")
    expect_step(page, 1, "Coordonnées du titulaire")
    expect(
        page.get_by_text(re.compile("doivent être renseignés pour passer à l’étape suivante"))
    ).to_be_visible()
    page.get_by_role("button", name="Suivant").click()
    wrong = page.get_by_role("region", name="4 informations sont à corriger").get_by_role("link")
    labels = ("Civilité", "Nom", "Prénom", "Adresse électronique")
    expect(wrong).to_have_text([re.compile(f"^{label}") for label in labels])
    expect_step(page, 1, "Coordonnées du titulaire")
    assert count(colleague) == before
    fill_details(page, "Requise")
    next_step(page)


def test_an_administrator_is_not_created_without_the_professional_address(
    jean: Panel, colleague: Administrator
) -> None:
    page, before = jean.page, count(colleague)
    jean.open("/comptes/nouveau")
    fill_details(page, "Responsable")
    page.get_by_role("radiogroup", name="Profil").get_by_text("Administrateur").click()
    page.get_by_role("button", name="Suivant").click()
    address = page.get_by_label("Adresse professionnelle (requis)")
    expect(address).to_have_attribute("aria-invalid", "true")
    expect_step(page, 1, "Coordonnées du titulaire")
    assert count(colleague) == before
    address.fill("CHRU de Nantes\n5 allée de l'Île-Gloriette\n44035 Nantes Cedex 1")
    next_step(page)


def test_the_details_then_the_rights_then_the_identifier(jean: Panel, colleague: Administrator) -> None:
    page = jean.page
    jean.open("/comptes/nouveau")
    fill_details(page, "Trois-Étapes")
    page.get_by_label("Téléphone").fill("02 41 05 19 40")
    page.get_by_label("Service", exact=True).fill("Service carrière")
    next_step(page)
    expect_step(page, 2, "Droits d’accès")
    service = page.get_by_role("radiogroup", name="Affiliation CNRACL")
    expect(service.get_by_role("radio")).to_have_count(3)
    expect(service.get_by_role("radio", name="Aucun")).to_be_checked()
    expect(service.get_by_role("radio", name="Modification")).to_be_attached()
    service.get_by_text("Lecture seule").click()
    page.get_by_role("button", name="Créer le compte").click()
    expect_step(page, 3, "Identifiant")
    expect(page.get_by_text("Communiquez cet identifiant au titulaire")).to_be_visible()
    identifier = page.get_by_text(re.compile(r"^CTR[0-9A-Z]{6}$")).inner_text()
    account = stored(colleague, identifier)
    assert (account["status"], account["department"]) == ("PENDING", "Service carrière")
    held = {
        right["service"]["label"]: right["level"] for right in account["rights"] if right["level"] != "NONE"
    }
    assert held == {"Affiliation CNRACL": "READ"}
