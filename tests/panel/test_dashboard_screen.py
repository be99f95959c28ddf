"""Tableau de bord: what an administrator sees first, and what a user sees instead (G)."""

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

USER = "CDU000630"
ADMINISTRATORS = "query ($id: ID!) { employer(id: $id) { administrators { email } } }"
COUNTS = """query ($id: ID!) { employer(id: $id) {
    accounts(first: 1) { groups(by: STATUS) { key count } } } }"""


def test_the_counts_are_those_of_the_lists_they_lead_to(panel: Panel, desk: Serving) -> None:
    with administrator(desk.url) as jean:
        groups = jean.asks(COUNTS, id=jean.employer_id)["employer"]["accounts"]["groups"]
    counts = {group["key"]: group["count"] for group in groups}
    panel.sign_in()
    panel.heading("Tableau de bord")
    tile = panel.page.get_by_role("link", name="Expiré")
    expect(tile).to_contain_text(str(counts["EXPIRED"]))
    tile.click()
    panel.heading("Gestion des comptes")
    assert "statut=EXPIRED" in panel.page.url
    expect(panel.page.get_by_text(f"{counts['EXPIRED']} comptes")).to_be_visible()


def test_expiries_are_a_chart_that_reads_as_a_table_and_leads_to_the_accounts(panel: Panel) -> None:
    panel.sign_in()
    table = panel.page.get_by_role("table", name="Expirations des douze prochains mois")
    expect(table.get_by_role("row")).to_have_count(13)
    row = table.get_by_role("row").filter(has=panel.page.get_by_role("link")).first
    count = row.get_by_role("cell").inner_text().strip()
    row.get_by_role("link").click()
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_role("status").filter(has_text="compte")).to_contain_text(count)


def test_invitations_that_lapsed_are_named_and_lead_to_their_account(panel: Panel) -> None:
    panel.sign_in()
    board = panel.page.get_by_role("region", name="Invitations")
    expect(board.get_by_role("heading", name="Lien périmé")).to_be_visible()
    first = board.get_by_role("listitem").get_by_role("link").first
    name = first.inner_text()
    first.click()
    panel.heading(name)


def test_the_number_of_administrators_is_that_of_the_list_it_leads_to(panel: Panel, desk: Serving) -> None:
    """V2."""
    with administrator(desk.url) as jean:
        answer = jean.asks(ADMINISTRATORS, id=jean.employer_id)
    count = len(answer["employer"]["administrators"])
    panel.sign_in()
    board = panel.page.get_by_role("region", name="Administrateurs actifs")
    expect(board.get_by_role("link")).to_have_text(re.compile(rf"^{count}\s*Administrateur$"))
    board.get_by_role("link").click()
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_role("status").filter(has_text="compte")).to_have_text(f"{count} comptes")


def test_the_menu_at_the_top_leads_administrators_to_the_accounts(panel: Panel) -> None:
    panel.sign_in()
    panel.page.get_by_role("button", name="Menu de Jean Louty").click()
    panel.page.get_by_role("button", name="Gestion des comptes").click()
    panel.heading("Gestion des comptes")


def test_a_user_sees_their_own_rights_and_administrators_and_no_way_to_the_accounts(panel: Panel) -> None:
    panel.sign_in(USER)
    rights = panel.page.get_by_role("region", name="Vos droits")
    expect(rights.get_by_text("Lecture seule").first).to_be_visible()
    expect(panel.page.get_by_role("region", name="Vos administrateurs")).to_contain_text("Jean Louty")
    panel.page.get_by_role("button", name="Menu de Christophe Durant").click()
    expect(panel.page.get_by_role("button", name="Mon compte")).to_be_visible()
    expect(panel.page.get_by_role("button", name="Gestion des comptes")).to_have_count(0)
    expect(panel.page.get_by_role("link", name="Gérer les comptes")).to_have_count(0)
    panel.assert_accessible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in()
        expect(panel.page.get_by_role("heading", name="Dernières opérations")).to_be_visible()
        panel.assert_accessible()
        assert panel.page.evaluate("document.scrollingElement.scrollWidth") == width


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.open("/connexion")
        panel.page.get_by_label("Identifier").fill("JLO000439")
        panel.page.get_by_label("Password").fill("Comptoir#2026")
        panel.page.keyboard.press("Enter")
        panel.heading("Dashboard")
        for name in ("Accounts by status", "Invitations", "Latest operations"):
            expect(panel.page.get_by_role("heading", name=name)).to_be_visible()


def test_without_a_connection_it_says_so_and_comes_with_a_click(panel: Panel) -> None:
    panel.sign_in(address="/mon-compte")
    panel.heading("Mon compte")
    panel.page.context.set_offline(True)
    panel.page.get_by_role("link", name="Tableau de bord").click()
    retry = panel.page.get_by_role("button", name="Réessayer")
    expect(retry).to_be_visible()
    panel.page.context.set_offline(False)
    retry.click()
    expect(panel.page.get_by_role("heading", name="Dernières opérations")).to_be_visible()
    panel.expect_faults("ERR_INTERNET_DISCONNECTED", "Unable to preload")
