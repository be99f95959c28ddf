"""Acting for another employer (E1, E5): said at all times, in every address and in all that is written."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.accounts.forms import fill_details
from tests.panel.accounts.rows import rows
from tests.panel.employers.acting import (
    CENTRE,
    OWN,
    TOWN,
    TOWN_NAME,
    act_for,
    end_mandates,
    expect_employer,
    forget_mandates,
    mutations_of,
)
from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

SCREENS = ("/", "/comptes", "/comptes/nouveau", "/historique", "/etablissement", "/employeurs", "/mon-compte")
USER_OF_TOWN = "AGL5H6CCH"


@pytest.fixture(autouse=True)
def mandates(desk_database: str) -> Iterator[None]:
    """Jean manages the town hall's accounts for another 30 days."""
    act_for(desk_database, TOWN)
    yield
    forget_mandates(desk_database)


def test_every_screen_names_the_employer_acted_for_with_siret_scope_and_end(panel: Panel) -> None:
    panel.sign_in()
    band = panel.page.get_by_role("region", name="Mandat")
    last_day = date.today() + timedelta(days=30)  # noqa: DTZ011  the database's own day
    for address in SCREENS:
        panel.open(f"{address}?etablissement={TOWN}")
        expect(band).to_contain_text(f"Vous agissez pour {TOWN_NAME}")
        expect(band).to_contain_text("210 000 022 00017".replace(" ", "\u00a0"))
        expect(band).to_contain_text("Gestion")
        expect(band).to_contain_text(f"jusqu’au {last_day:%d/%m/%Y}")
        expect_employer(panel, TOWN)


def test_ones_own_employer_has_no_band(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    expect(rows(panel).first).to_be_visible()
    expect(panel.page.get_by_role("region", name="Mandat")).to_have_count(0)


def test_the_band_stays_in_sight_above_a_long_list(panel: Panel) -> None:
    panel.sign_in(address=f"/comptes?etablissement={TOWN}&lignes=50")
    expect(rows(panel)).to_have_count(50)
    rows(panel).last.scroll_into_view_if_needed()
    band = panel.page.get_by_role("region", name="Mandat").bounding_box()
    head = panel.page.locator("thead").bounding_box()
    assert band
    assert head
    assert band["y"] == 0
    assert head["y"] >= band["height"] - 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_band_can_be_read_by_everyone_on_a_telephone_too(
    browser: Browser, desk: Serving, scheme: str
) -> None:
    with opened(browser, desk.url, color_scheme=scheme, viewport={"width": 360, "height": 740}) as panel:
        panel.sign_in(address=f"/comptes?etablissement={TOWN}")
        expect(rows(panel).first).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_an_address_without_an_employer_gets_ones_own(panel: Panel) -> None:
    panel.sign_in()
    for address in SCREENS:
        panel.open(address)
        expect(panel.page).to_have_url(re.compile(f"[?&]etablissement={OWN}$"))


def test_every_link_of_every_screen_keeps_the_employer(panel: Panel) -> None:
    panel.sign_in()
    for address in SCREENS:
        panel.open(f"{address}?etablissement={TOWN}")
        expect(panel.page.get_by_role("heading", level=1)).to_be_visible()
        panel.at_rest()
        targets = panel.page.locator("a[href^='/']").evaluate_all(
            "links => links.map(link => link.getAttribute('href'))"
        )
        kept = [target for target in targets if not target.startswith(("/exports", "/demo"))]
        assert all("etablissement=" in target for target in kept), (address, kept)


def test_all_that_is_written_names_the_employer_of_the_tab(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address=f"/comptes/{USER_OF_TOWN}?etablissement={TOWN}&onglet=coordonnees")
    with mutations_of(page) as sent:
        page.get_by_label("Service", exact=True).fill("Paye")
        page.get_by_role("button", name="Appliquer les modifications").click()
        expect(page.get_by_text("Modifications enregistrées")).to_be_visible()
        page.get_by_role("button", name="Renouveler").first.click()
        page.get_by_role("dialog").get_by_role("button", name="Renouveler").click()
        expect(page.get_by_text("1 compte renouvelé")).to_be_visible()
        page.get_by_role("button", name="Supprimer").click()
        page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()
        page.get_by_role("button", name="Restaurer").last.click()
        expect(page.get_by_text("1 compte restauré")).to_be_visible()
    assert len(sent.inputs) >= 6
    assert len(sent.employers) == 1


def test_two_tabs_on_two_employers_each_stay_with_their_own(panel: Panel) -> None:
    panel.sign_in(address=f"/comptes?etablissement={OWN}")
    other_page = panel.page.context.new_page()
    other = Panel(panel.url, other_page, panel.faults, panel.under_way)
    other.open(f"/comptes?etablissement={TOWN}")
    with mutations_of(panel.page) as own_sent, mutations_of(other_page) as other_sent:
        for turn in range(3):
            for tab in (panel, other):
                rows(tab).nth(turn).get_by_role("button", name=re.compile("^Renouveler le compte : ")).click()
                tab.page.get_by_role("dialog").get_by_role("button", name="Renouveler").click()
                expect(tab.page.get_by_role("dialog")).to_have_count(0)
    expect_employer(panel, OWN)
    expect_employer(other, TOWN)
    assert min(len(own_sent.inputs), len(other_sent.inputs)) >= 6
    assert len(own_sent.employers) == len(other_sent.employers) == 1
    assert own_sent.employers.isdisjoint(other_sent.employers)


def test_an_account_of_another_employer_is_not_shown_but_where_to_open_it(panel: Panel) -> None:
    panel.sign_in(address=f"/comptes/{USER_OF_TOWN}?etablissement={OWN}")
    panel.heading("Compte d’un autre établissement")
    panel.assert_accessible()
    expect(panel.page.get_by_role("button", name="Renouveler")).to_have_count(0)
    panel.page.get_by_role("link", name=f"Ouvrir pour {TOWN_NAME}").click()
    expect(panel.page.get_by_role("button", name="Renouveler").first).to_be_visible()
    expect_employer(panel, TOWN)


@pytest.mark.parametrize("number", [CENTRE, "VF999999"])
def test_an_employer_that_one_does_not_administer_is_said_to_be_closed_to_one(
    panel: Panel, number: str
) -> None:
    panel.sign_in(address=f"/comptes?etablissement={number}")
    panel.heading("Cet établissement ne vous est pas ouvert")
    expect(panel.page.get_by_role("main")).to_contain_text(number)
    expect(rows(panel)).to_have_count(0)
    panel.assert_accessible()
    panel.page.get_by_role("link", name="Revenir à CHRU DE NANTES VF201").click()
    panel.heading("Tableau de bord")
    expect_employer(panel, OWN)


def test_a_mandate_that_ends_at_work_is_said_at_the_next_action_and_nothing_is_done(
    panel: Panel, desk_database: str
) -> None:
    panel.sign_in(address=f"/comptes?etablissement={TOWN}")
    rows(panel).first.get_by_role("button", name=re.compile("^Renouveler le compte : ")).click()
    confirm = panel.page.get_by_role("dialog").get_by_role("button", name="Renouveler")
    expect(confirm).to_be_enabled()
    end_mandates(desk_database)
    confirm.click()
    panel.heading("Cet établissement ne vous est pas ouvert")
    expect(panel.page.get_by_text("Rien n’a été fait.")).to_be_visible()
    expect(panel.page.get_by_role("dialog")).to_have_count(0)
    expect(panel.page.get_by_text("renouvelé")).to_have_count(0)


def test_a_draft_belongs_to_one_employer(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address=f"/comptes/nouveau?etablissement={TOWN}")
    fill_details(page, "Brouillon")
    panel.open(f"/comptes/nouveau?etablissement={OWN}")
    expect(page.get_by_label("Nom (requis)", exact=True)).to_have_value("")
    panel.open(f"/comptes/nouveau?etablissement={TOWN}")
    expect(page.get_by_label("Nom (requis)", exact=True)).to_have_value("Brouillon")


def test_who_may_only_read_is_offered_no_action(panel: Panel, desk_database: str) -> None:
    forget_mandates(desk_database)
    act_for(desk_database, TOWN, "READ")
    panel.sign_in(address=f"/comptes/{USER_OF_TOWN}?etablissement={TOWN}")
    expect(panel.page.get_by_role("region", name="Mandat")).to_contain_text("Consultation")
    expect(panel.page.get_by_text(USER_OF_TOWN).first).to_be_visible()
    for action in ("Renouveler", "Supprimer", "Appliquer les modifications"):
        expect(panel.page.get_by_role("button", name=action)).to_have_count(0)
    panel.page.get_by_role("link", name="Gestion des comptes").first.click()
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_role("link", name="Créer un compte")).to_have_count(0)
    panel.page.get_by_label("Tout sélectionner sur cette page").click()
    expect(panel.page.get_by_role("status").filter(has_text="sélectionnés")).to_contain_text("Votre mandat")
    renewal = panel.page.get_by_role("button", name="Renouveler les comptes")
    expect(renewal).to_have_attribute("aria-disabled", "true")
