"""The employer's own page: its details, and mandates from the proposal to the end (E1, E4)."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.database import change
from tests.panel.employers.acting import CENTRE, TOWN, TOWN_NAME, act_for, forget_mandates
from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

CENTRE_NAME = "Centre de gestion de Châtel-sur-Orne"
OTHER_SIDE = "UPDATE mandate SET giver_id = centre_id, centre_id = giver_id"


@pytest.fixture(autouse=True)
def no_mandates(desk_database: str) -> Iterator[None]:
    forget_mandates(desk_database)
    yield
    forget_mandates(desk_database)


def given(panel: Panel) -> Locator:
    return panel.page.get_by_role("region", name="Ceux qui agissent pour nous")


def held(panel: Panel) -> Locator:
    return panel.page.get_by_role("region", name="Ceux pour qui nous agissons")


def propose(panel: Panel, centre: str) -> Locator:
    """Fills the form in, and sends it; returns its dialog."""
    panel.page.get_by_role("button", name="Proposer un mandat").click()
    dialog = panel.page.get_by_role("dialog")
    dialog.get_by_label("Centre mandataire").fill(centre)
    dialog.get_by_role("button", name="Proposer").click()
    return dialog


def test_the_page_says_what_the_platform_knows_of_the_employer(panel: Panel) -> None:
    panel.sign_in()
    panel.page.get_by_role("button", name=re.compile("^Menu de ")).click()
    panel.page.get_by_role("button", name="Établissement", exact=True).click()
    panel.heading("Mon établissement")
    for text in (
        "CHRU DE NANTES",
        "260 000 013 00011".replace(" ", "\u00a0"),
        "VF201",
        "44035 Nantes Cedex 1",
        "CNRACL",
    ):
        expect(panel.page.get_by_role("region", name="Coordonnées")).to_contain_text(text)
    expect(panel.page.get_by_role("region", name="Représentant légal")).to_be_visible()
    expect(panel.page.get_by_role("region", name="Administrateurs").get_by_text("Jean Louty")).to_be_visible()
    expect(
        panel.page.get_by_role("region", name="Services ouverts").get_by_role("listitem").first
    ).to_be_visible()
    expect(given(panel)).to_contain_text("Aucun mandat n’est en cours")
    expect(held(panel)).to_contain_text("Aucun établissement ne vous a confié de mandat")


def test_a_mandate_is_proposed_withdrawn_and_every_refusal_stands_at_its_field(panel: Panel) -> None:
    panel.sign_in(address="/etablissement")
    dialog = propose(panel, "00000000000000")
    field = dialog.get_by_label("Centre mandataire")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(dialog.get_by_role("region", name=re.compile("à corriger"))).to_be_focused()
    expect(dialog).to_contain_text("Aucun établissement inscrit n'a ce SIRET")
    panel.assert_accessible()
    field.fill(CENTRE)
    dialog.get_by_label("Dernier jour").fill("2001-01-01")
    dialog.get_by_role("button", name="Proposer").click()
    expect(dialog.get_by_label("Dernier jour")).to_have_attribute("aria-invalid", "true")
    dialog.get_by_role("button", name="Annuler").click()
    propose(panel, CENTRE)
    expect(panel.page.get_by_text("Mandat proposé", exact=True)).to_be_visible()
    expect(given(panel)).to_contain_text(CENTRE_NAME)
    expect(given(panel)).to_contain_text("Proposé, en attente de réponse")
    given(panel).get_by_role("button", name="Retirer la proposition").click()
    panel.assert_accessible()
    panel.page.get_by_role("alertdialog").get_by_role("button", name="Retirer la proposition").click()
    expect(given(panel)).to_contain_text("Aucun mandat n’est en cours")
    given(panel).get_by_text("Mandats passés (1)").click()
    expect(given(panel)).to_contain_text("Terminé avant son terme")


def test_the_centre_accepts_names_who_acts_and_ends_it(panel: Panel, desk_database: str) -> None:
    act_for(desk_database, TOWN)
    change(desk_database, "UPDATE mandate SET accepted_at = NULL")
    change(desk_database, "DELETE FROM mandate_holder")
    panel.sign_in(address="/etablissement")
    expect(held(panel)).to_contain_text(TOWN_NAME)
    held(panel).get_by_role("button", name="Accepter").click()
    dialog = panel.page.get_by_role("dialog", name=f"Qui agit pour {TOWN_NAME}")
    panel.assert_accessible()
    dialog.get_by_role("button", name="Désigner M. Jean Louty").click()
    expect(panel.page.get_by_text("Désignation de M. Jean Louty enregistrée")).to_be_visible()
    expect(dialog.get_by_role("button", name="Retirer M. Jean Louty")).to_be_visible()
    dialog.get_by_role("button", name="Fermer").click()
    expect(held(panel)).to_contain_text(
        "Personnes désignées : M. Jean Louty (JLO000439)".replace(" :", "\u00a0:")
    )
    expect(held(panel).get_by_role("heading", name=TOWN_NAME)).to_be_focused()
    expect(panel.page.get_by_role("button", name="Changer d’établissement")).to_be_visible()
    held(panel).get_by_role("button", name="Mettre fin").click()
    ending = panel.page.get_by_role("alertdialog")
    expect(ending).to_contain_text("n’auront plus aucun accès")
    ending.get_by_role("button", name="Mettre fin").click()
    expect(held(panel)).to_contain_text("Aucun établissement ne vous a confié de mandat")


def test_the_centre_declines_a_proposal(panel: Panel, desk_database: str) -> None:
    act_for(desk_database, TOWN)
    change(desk_database, "UPDATE mandate SET accepted_at = NULL")
    panel.sign_in(address="/etablissement")
    held(panel).get_by_role("button", name="Refuser").click()
    panel.page.get_by_role("alertdialog").get_by_role("button", name="Refuser").click()
    expect(panel.page.get_by_text("Mandat refusé")).to_be_visible()
    expect(held(panel)).to_contain_text("Refusé")
    expect(held(panel).get_by_role("heading", name=TOWN_NAME)).to_be_focused()


def test_the_successor_is_filled_in_from_the_mandate_that_ends(panel: Panel, desk_database: str) -> None:
    act_for(desk_database, CENTRE, "RENEW", 20)
    change(desk_database, "DELETE FROM mandate_holder")
    change(desk_database, OTHER_SIDE)
    panel.sign_in(address="/etablissement")
    expect(given(panel)).to_contain_text("Prend fin dans 20 jours")
    given(panel).get_by_role("button", name="Proposer la suite").click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog.get_by_label("Centre mandataire")).to_have_value("28000003500012")
    expect(dialog.get_by_role("radio", name="Renouvellement")).to_be_checked()
    dialog.get_by_role("button", name="Proposer").click()
    expect(panel.page.get_by_text("Mandat proposé", exact=True)).to_be_visible()
    expect(given(panel).get_by_role("heading", level=3)).to_have_count(2)


def test_an_administrator_corrects_the_representative_and_a_wrong_address_is_said_at_its_field(
    panel: Panel,
) -> None:
    panel.sign_in(address="/etablissement")
    panel.page.get_by_role("link", name="Corriger l’adresse ou le représentant").click()
    dialog = panel.page.get_by_role("dialog")
    panel.assert_accessible()
    address = dialog.get_by_label("Adresse postale")
    right = address.input_value()
    address.fill("\n".join(f"ligne {place}" for place in range(8)))
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(address).to_have_attribute("aria-invalid", "true")
    address.fill(right)
    dialog.get_by_label("Nom du représentant légal (requis)", exact=True).fill("Le Goff-Martin")
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(panel.page.get_by_text("Établissement corrigé")).to_be_visible()
    expect(panel.page.get_by_role("region", name="Représentant légal")).to_contain_text("Le Goff-Martin")


def test_a_line_of_the_address_that_is_too_long_is_named(panel: Panel) -> None:
    panel.sign_in(address="/etablissement?action=corriger")
    dialog = panel.page.get_by_role("dialog")
    dialog.get_by_label("Adresse postale").fill(f"HOTEL DE VILLE\n{'X' * 72}")
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(dialog.get_by_role("link", name=re.compile("Ligne 2\\s: 72 caractères"))).to_be_visible()


def test_escape_asks_before_a_changed_address_is_lost(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address="/etablissement?action=corriger")
    dialog = page.get_by_role("dialog")
    address = dialog.get_by_label("Adresse postale")
    expect(address).to_be_focused()
    page.keyboard.press("Escape")
    expect(dialog).to_have_count(0)
    page.get_by_role("link", name="Corriger l’adresse ou le représentant").click()
    address.fill("1 rue Neuve")
    page.keyboard.press("Escape")
    question = page.get_by_role("alertdialog", name="Abandonner la correction")
    expect(question).to_be_visible()
    panel.assert_accessible(within="[role=alertdialog]")
    question.get_by_role("button", name="Continuer la correction").click()
    expect(address).to_have_value("1 rue Neuve")
    dialog.get_by_role("button", name="Annuler").click()
    question.get_by_role("button", name="Abandonner").click()
    expect(dialog).to_have_count(0)


def test_a_correction_made_meanwhile_is_not_overwritten(panel: Panel, desk_database: str) -> None:
    panel.sign_in(address="/etablissement?action=corriger")
    dialog = panel.page.get_by_role("dialog")
    dialog.get_by_label("Fonction").fill("Directeur par intérim")
    change(desk_database, "UPDATE employer SET version = version + 1, representative_title = 'Préfète'")
    dialog.get_by_role("button", name="Enregistrer").click()
    dialog.get_by_role("button", name="Reprendre d’après la version actuelle").click()
    expect(dialog.get_by_label("Fonction")).to_have_value("Préfète")


def test_the_holder_of_a_mandate_sees_the_details_but_neither_mandates_nor_a_correction(
    panel: Panel, desk_database: str
) -> None:
    act_for(desk_database, TOWN)
    panel.sign_in(address=f"/etablissement?etablissement={TOWN}")
    panel.heading("Établissement")
    expect(panel.page.get_by_role("region", name="Coordonnées")).to_contain_text(TOWN_NAME)
    expect(given(panel)).to_have_count(0)
    expect(panel.page.get_by_role("link", name="Corriger l’adresse ou le représentant")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_can_be_used_by_everyone(
    browser: Browser, desk: Serving, desk_database: str, scheme: str, width: int
) -> None:
    act_for(desk_database, TOWN)
    with opened(browser, desk.url, color_scheme=scheme, viewport={"width": width, "height": 740}) as panel:
        panel.sign_in(address="/etablissement")
        expect(held(panel)).to_contain_text(TOWN_NAME)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        panel.page.get_by_role("button", name="Proposer un mandat").click()
        expect(panel.page.get_by_role("dialog")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
