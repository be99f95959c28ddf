"""Across all employers, to look at (E2): what is due, a person anywhere, renewing one after the other."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.accounts.rows import rows
from tests.panel.employers.acting import (
    CENTRE,
    OWN,
    TOWN,
    TOWN_NAME,
    act_for,
    expect_employer,
    forget_mandates,
)
from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

TOUR = "Renouvellement, un établissement après l’autre"


@pytest.fixture(autouse=True)
def mandates(desk_database: str) -> Iterator[None]:
    """Jean renews at the town hall, and manages the accounts of the centre."""
    act_for(desk_database, TOWN, "RENEW")
    act_for(desk_database, CENTRE)
    yield
    forget_mandates(desk_database)


def employers(panel: Panel) -> Locator:
    return panel.page.get_by_role("main").get_by_role("heading", level=2)


def tour(panel: Panel) -> Locator:
    return panel.page.get_by_role("region", name=TOUR)


def test_the_employers_are_listed_by_what_is_due_or_by_name_and_each_count_leads_there(panel: Panel) -> None:
    panel.sign_in()
    overview = panel.page.get_by_role("region", name="Mes établissements")
    expect(overview).to_contain_text("Vous administrez 3 établissements. 3 ont des comptes à renouveler.")
    overview.get_by_role("link", name="Voir mes établissements").click()
    panel.heading("Mes établissements")
    expect(employers(panel)).to_contain_text([CENTRE, OWN, TOWN])
    panel.page.get_by_label("Trier par").select_option("nom")
    expect(employers(panel).last).to_contain_text("Mairie")
    panel.page.get_by_label("Chercher un établissement").fill("14110")
    expect(employers(panel)).to_have_count(1)
    panel.page.get_by_role("link", name=re.compile("^12 expirés")).click()
    panel.heading("Gestion des comptes")
    expect_employer(panel, CENTRE)
    expect(panel.page.get_by_role("status").filter(has_text="12 comptes")).to_be_visible()
    expect(rows(panel).first).to_contain_text("Expiré")


def test_a_person_is_searched_everywhere_and_opened_where_they_have_their_account(panel: Panel) -> None:
    panel.sign_in(address="/employeurs")
    panel.page.get_by_role("link", name="Une personne").click()
    expect(panel.page.get_by_role("heading", name="Cherchez une personne")).to_be_visible()
    panel.page.get_by_label("Chercher une personne").fill("AGL5H6CCH")
    found = panel.page.get_by_role("main").get_by_role("listitem").filter(has_text="AGL5H6CCH")
    expect(found).to_contain_text(f"chez {TOWN_NAME} {TOWN}")
    panel.assert_accessible()
    found.get_by_role("link").click()
    expect(panel.page.get_by_role("heading", level=1)).to_contain_text("Gloaguen")
    expect_employer(panel, TOWN)
    panel.page.go_back()
    panel.page.get_by_label("Chercher une personne").fill("introuvable")
    expect(panel.page.get_by_role("heading", name="Personne ne correspond")).to_be_visible()


def test_the_renewal_of_a_search_goes_through_what_it_finds_only(panel: Panel) -> None:
    panel.sign_in(address=f"/employeurs?recherche={TOWN}")
    expect(panel.page.get_by_text("1 établissement", exact=True)).to_be_visible()
    panel.page.get_by_role("button", name="Renouveler l’un après l’autre").click()
    expect(tour(panel)).to_contain_text("1 sur 1")
    expect_employer(panel, TOWN)
    panel.page.get_by_label("Tout sélectionner sur cette page").click()
    panel.page.get_by_role("button", name="Renouveler les comptes").click()
    expect(panel.page.get_by_role("dialog")).to_contain_text("reçoit une nouvelle invitation")
    panel.page.get_by_role("dialog").get_by_role("button", name="Annuler").click()
    tour(panel).get_by_role("button", name="Arrêter").click()


def test_renewal_goes_from_one_employer_to_the_next_and_on_after_signing_out(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address="/employeurs")
    page.get_by_role("button", name="Renouveler l’un après l’autre").click()
    panel.heading("Gestion des comptes")
    expect(tour(panel)).to_contain_text("3 établissements à revoir : 1 sur 3".replace(" :", "\u00a0:"))
    expect_employer(panel, CENTRE)
    expect(page.get_by_label("Expiration")).to_have_value("dus")
    expect(rows(panel).first).to_be_visible()
    panel.assert_accessible()
    page.get_by_label("Tout sélectionner sur cette page").click()
    page.get_by_role("button", name="Renouveler les comptes").click()
    page.get_by_role("dialog").get_by_role("button", name="Renouveler").click()
    expect(page.get_by_text(re.compile("comptes renouvelés$"))).to_be_visible()
    tour(panel).get_by_role("button", name=re.compile("^Suivant")).click()
    expect(tour(panel)).to_contain_text("2 sur 3")
    expect_employer(panel, OWN)
    page.get_by_role("button", name="Menu de Jean Louty").click()
    page.get_by_role("button", name="Me déconnecter").click()
    panel.fill_sign_in()
    expect(tour(panel)).to_contain_text("2 sur 3")
    tour(panel).get_by_role("button", name=re.compile("^Passer")).click()
    expect(tour(panel)).to_contain_text("3 sur 3")
    expect_employer(panel, TOWN)
    page.get_by_role("link", name=re.compile("^Jean Louty")).click()
    page.goto(f"{panel.url}/historique?etablissement={OWN}")
    tour(panel).get_by_role("link", name=f"Reprendre : {TOWN_NAME}".replace(" :", "\u00a0:")).click()
    expect_employer(panel, TOWN)
    tour(panel).get_by_role("button", name=re.compile("^Suivant")).click()
    expect(tour(panel)).to_contain_text("2 revus, 1 passé")
    tour(panel).get_by_role("button", name="Reprendre les passés").click()
    expect(tour(panel)).to_contain_text("1 sur 1")
    expect_employer(panel, OWN)
    tour(panel).get_by_role("button", name="Arrêter").click()
    expect(tour(panel)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_list_can_be_used_by_everyone(browser: Browser, desk: Serving, scheme: str, width: int) -> None:
    with opened(browser, desk.url, color_scheme=scheme, viewport={"width": width, "height": 740}) as panel:
        panel.sign_in(address="/employeurs")
        expect(employers(panel)).to_have_count(3)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        panel.open("/employeurs?onglet=personne&recherche=martin")
        expect(employers(panel).first).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
