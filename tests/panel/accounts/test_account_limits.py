"""Un compte: what cannot be changed does not look editable; errors come first and go when mended."""

import re

from playwright.sync_api import Locator, expect

from tests.panel.accounts.forms import fill_details, next_step
from tests.panel.panel import Panel
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

COLOUR = "element => getComputedStyle(element).backgroundColor"
STORED = "query ($identifier: String!) { account(identifier: $identifier) { profile } }"


def level(panel: Panel, service: str, name: str) -> Locator:
    right = panel.page.get_by_role("radiogroup", name=service)
    return right.locator("label").filter(has_text=name)


def test_ones_own_rights_are_read_only_and_say_whom_to_ask(panel: Panel) -> None:
    panel.sign_in(address="/comptes/JLO000439")
    expect(panel.page.get_by_text("demandez-le à un autre administrateur")).to_be_visible()
    expect(panel.page.get_by_role("radio", disabled=True).first).to_be_attached()
    expect(panel.page.get_by_role("radio", disabled=False)).to_have_count(0)
    expect(panel.page.get_by_text("Reprendre les droits d’un autre compte")).to_have_count(0)
    panel.assert_accessible()
    panel.page.get_by_role("link", name="Ses coordonnées").click()
    expect(panel.page.get_by_role("radio", name="Utilisateur")).to_be_disabled()
    expect(panel.page.get_by_label("Service", exact=True)).to_be_editable()


def test_the_rights_and_details_of_an_expired_account_look_like_what_cannot_be_edited(panel: Panel) -> None:
    panel.sign_in(address="/comptes/CDU000630")
    chosen = panel.page.locator(".segment[data-selected]").first
    editable = chosen.evaluate(COLOUR)
    panel.open("/comptes/FLO000394")
    expect(panel.page.get_by_role("main").get_by_text("Consultation seule")).to_be_visible()
    expect(chosen).not_to_have_css("background-color", editable)
    expect(panel.page.locator(".segments").first).to_have_css("border-style", "dashed")
    panel.page.get_by_role("link", name="Ses coordonnées").click()
    expect(panel.page.get_by_label("Prénom")).to_have_css("border-style", "dashed")
    panel.assert_accessible()


def test_the_hint_of_the_first_password_is_for_those_who_have_none(panel: Panel, desk: Serving) -> None:
    panel.sign_in(address="/comptes/CDU000630?onglet=coordonnees")
    email = panel.page.get_by_label("Adresse électronique")
    expect(email).to_have_accessible_description(re.compile("à l’ancienne adresse et à la nouvelle"))
    with administrator(desk.url) as jean:
        invited = jean.creates_an_account("Zoé", "Attendue", "attendue@chu-nantes.example")["identifier"]
    panel.open(f"/comptes/{invited}?onglet=coordonnees")
    expect(email).to_have_accessible_description(re.compile("création du mot de passe"))


def test_what_a_promotion_lacks_is_asked_for_before_it_is_confirmed(panel: Panel, desk: Serving) -> None:
    with administrator(desk.url) as jean:
        account = jean.creates_an_account("Claire", "Incomplète", "incomplete@chu-nantes.example")
        panel.sign_in(address=f"/comptes/{account['identifier']}?onglet=coordonnees")
        panel.page.get_by_text("Administrateur", exact=True).last.click()
        panel.page.get_by_label("Prénom").fill(" ")
        panel.page.get_by_role("button", name="Appliquer les modifications").click()
        summary = panel.page.get_by_role("region", name=re.compile("à corriger"))
        expect(summary).to_be_focused()
        expect(summary.get_by_role("link")).to_have_count(2)
        expect(panel.page.get_by_label("Adresse professionnelle")).to_have_attribute("aria-invalid", "true")
        expect(panel.page.get_by_role("dialog")).to_have_count(0)
        assert jean.asks(STORED, identifier=account["identifier"])["account"]["profile"] == "USER"


def test_a_field_that_is_corrected_loses_its_error_there_and_in_the_summary(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    panel.page.get_by_role("button", name="Suivant").click()
    summary = panel.page.get_by_role("region", name=re.compile("à corriger"))
    expect(summary.get_by_role("link")).to_have_count(4)
    panel.page.get_by_label("Prénom").fill("Claire")
    expect(panel.page.get_by_label("Prénom")).not_to_have_attribute("aria-invalid", "true")
    expect(summary.get_by_role("link")).to_have_count(3)
    panel.page.get_by_text("Madame", exact=True).click()
    expect(summary.get_by_role("link")).to_have_count(2)
    expect(panel.page.get_by_label("Nom (requis)", exact=True)).to_have_attribute("aria-invalid", "true")


def test_a_corrected_field_of_an_account_and_of_ones_password_lose_their_errors_too(panel: Panel) -> None:
    panel.sign_in(address="/comptes/CDU000630?onglet=coordonnees")
    email = panel.page.get_by_label("Adresse électronique")
    kept = email.input_value()
    email.fill("pas une adresse")
    panel.page.get_by_role("button", name="Appliquer les modifications").click()
    expect(email).to_have_attribute("aria-invalid", "true")
    email.fill(kept)
    expect(email).not_to_have_attribute("aria-invalid", "true")
    expect(panel.page.get_by_role("region", name=re.compile("à corriger"))).to_have_count(0)
    panel.open("/mon-compte")
    current = panel.page.get_by_label("Mot de passe actuel")
    current.fill("faux")
    for field in panel.page.locator('input[autocomplete="new-password"]').all():
        field.fill("Corbeau1668!Loutre")
    panel.page.get_by_role("button", name="Changer le mot de passe").click()
    expect(current).to_have_attribute("aria-invalid", "true")
    current.fill("faux encore")
    expect(current).not_to_have_attribute("aria-invalid", "true")


def test_a_second_step_without_a_draft_is_the_first_in_the_address_too(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau?etape=2")
    expect(panel.page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()
    expect(panel.page.locator('[aria-current="step"]')).to_contain_text("Coordonnées du titulaire")
    expect(panel.page).to_have_url(f"{panel.url}/comptes/nouveau?etablissement=VF201")


def test_the_printed_sheet_gives_the_links_deadline_to_those_who_need_a_link(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    fill_details(panel.page, "Imprimée")
    next_step(panel.page)
    panel.page.get_by_role("button", name="Créer le compte").click()
    panel.page.get_by_role("link", name="Imprimer l’identifiant").click()
    sheet = panel.page.locator(".sheet")
    expect(sheet).to_contain_text(re.compile(r"Ce lien est valable jusqu’au \d\d/\d\d/\d{4}"))
    expect(sheet).not_to_contain_text(re.compile(r"mot de passe, valable"))
    panel.open("/comptes/CDU000630/imprimer")
    expect(sheet).to_contain_text("CDU000630")
    expect(sheet).to_contain_text("avec cet identifiant et votre mot de passe")
    expect(sheet).not_to_contain_text("lien")
