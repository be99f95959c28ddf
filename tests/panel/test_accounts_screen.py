"""Gestion des comptes: searching, ordering, grouping, paging, choosing, acting (G, L1–L4, R2, D1, D2)."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from tests.panel.panel import PASSWORD, Panel, opened
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

USER = "CDU000630"


def rows(panel: Panel) -> Locator:
    return panel.page.locator("tbody tr:not(.group)")


def names(panel: Panel) -> list[str]:
    expect(panel.page.locator('[aria-busy="true"]')).to_have_count(0)
    return [cell.inner_text() for cell in panel.page.locator("tbody a.strong").all()]


def row(panel: Panel, text: str) -> Locator:
    return panel.page.get_by_role("row").filter(has_text=text)


def test_every_term_is_looked_for_by_itself_whatever_its_accents(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    panel.page.get_by_label("Rechercher").press_sequentially("SEVERINE puythorec")
    expect(rows(panel)).to_have_count(1)
    expect(row(panel, "SPUY4C8MN")).to_be_visible()
    expect(panel.page.get_by_label("Rechercher")).to_have_value("SEVERINE puythorec")
    assert "recherche=SEVERINE+puythorec" in panel.page.url
    panel.page.get_by_label("Chercher dans").select_option("IDENTIFIER")
    expect(panel.page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()
    panel.assert_accessible()
    panel.page.get_by_role("button", name="Effacer la recherche").last.click()
    expect(rows(panel)).to_have_count(10)
    expect(panel.page.get_by_label("Rechercher")).to_have_value("")


def test_an_answer_that_comes_late_does_not_replace_the_one_that_is_wanted(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    expect(rows(panel)).to_have_count(10)
    held: list[Route] = []

    def hold_the_first(route: Route) -> None:
        if '"text":"chopin"' in (route.request.post_data or "") and not held:
            held.append(route)
        else:
            route.continue_()

    panel.page.route("**/graphql", hold_the_first)
    search = panel.page.get_by_label("Rechercher")
    search.fill("chopin")
    expect(panel.page).to_have_url(re.compile("recherche=chopin"))
    search.fill("durant")
    expect(row(panel, "CDU000630")).to_be_visible()
    for route in held:
        route.continue_()
    expect(rows(panel).first).to_contain_text("Durant")
    expect(search).to_have_value("durant")


def test_columns_order_the_list_both_ways_and_the_address_keeps_it(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    heading = panel.page.get_by_role("columnheader", name="Identifiant")
    expect(heading).to_have_attribute("aria-sort", "none")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "ascending")
    heading.get_by_role("button").click()
    expect(heading).to_have_attribute("aria-sort", "descending")
    expect(rows(panel).first).to_contain_text(re.compile(r"[Y-Z][A-Z]{2}"))
    first = rows(panel).first.inner_text()
    panel.page.reload()
    expect(heading).to_have_attribute("aria-sort", "descending")
    assert rows(panel).first.inner_text() == first


def test_groups_have_their_names_and_counts(panel: Panel, desk: Serving) -> None:
    query = (
        "query ($id: ID!) { employer(id: $id) { accounts(first: 1) { groups(by: STATUS) { key count } } } }"
    )
    with administrator(desk.url) as jean:
        groups = jean.asks(query, id=jean.employer_id)["employer"]["accounts"]["groups"]
    counts = {group["key"]: group["count"] for group in groups}
    panel.sign_in(address="/comptes?lignes=100")
    panel.page.get_by_label("Grouper par").select_option("STATUS")
    heads = panel.page.locator("tr.group")
    expect(heads).to_have_count(3)
    expect(heads.filter(has_text="Expiré")).to_contain_text(str(counts["EXPIRED"]))
    panel.assert_accessible()
    for grouping in ("PROFILE", "DEPARTMENT", "EXPIRY_MONTH"):
        panel.page.get_by_label("Grouper par").select_option(grouping)
        expect(panel.page).to_have_url(re.compile(f"grouper={grouping}"))
        expect(heads.first).to_contain_text(re.compile(r"\d"))


def test_pages_go_on_and_back_by_their_buttons_and_the_browsers(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    expect(rows(panel)).to_have_count(10)
    first = names(panel)
    expect(panel.page.get_by_role("button", name="Page précédente")).to_be_disabled()
    panel.page.get_by_role("button", name="Page suivante").click()
    expect(panel.page.get_by_text(re.compile(r"^Page 2 sur \d+$"))).to_be_visible()
    second = names(panel)
    assert not set(first) & set(second) or first != second
    panel.page.reload()
    expect(panel.page.get_by_text(re.compile(r"^Page 2 sur \d+$"))).to_be_visible()
    assert names(panel) == second
    panel.page.go_back()
    expect(panel.page.get_by_text(re.compile(r"^Page 1 sur \d+$"))).to_be_visible()
    assert names(panel) == first
    panel.page.get_by_role("button", name="Page suivante").click()
    panel.page.get_by_role("button", name="Page précédente").click()
    expect(panel.page.get_by_text(re.compile(r"^Page 1 sur \d+$"))).to_be_visible()
    panel.page.get_by_label("Résultats par page").select_option("25")
    expect(rows(panel)).to_have_count(25)


def test_accounts_are_renewed_by_keyboard_alone_from_the_sign_in_on(panel: Panel) -> None:
    keys = panel.page.keyboard
    panel.open("/connexion?vers=/comptes%3Fstatut%3DEXPIRED")
    expect(panel.page.get_by_label("Identifiant")).to_be_focused()
    keys.type("JLO000439")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    panel.heading("Gestion des comptes")
    expect(rows(panel).first).to_contain_text("Expiré")
    count = rows(panel).count()
    _tab_to(panel, panel.page.get_by_label("Tout sélectionner sur cette page"))
    keys.press("Space")
    expect(panel.page.get_by_role("status").filter(has_text="sur cette page")).to_contain_text(
        f"{count} compte"
    )
    _tab_to(panel, panel.page.get_by_role("button", name="Renouveler", exact=True).first, back=True)
    keys.press("Enter")
    dialog = panel.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=re.compile(rf"^Renouveler {count} compte"))).to_be_visible()
    panel.assert_accessible()
    confirm = dialog.get_by_role("button", name="Renouveler")
    expect(confirm).to_be_enabled()
    _tab_to(panel, confirm)
    keys.press("Enter")
    expect(panel.page.get_by_text(re.compile(rf"^{count} comptes? renouvelés?$"))).to_be_visible()
    expect(panel.page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()


def _tab_to(panel: Panel, wanted: Locator, *, back: bool = False) -> None:
    expect(wanted).to_be_visible()
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        panel.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError("the keyboard does not get there")


def test_all_that_match_can_be_chosen_and_the_scope_is_said(panel: Panel) -> None:
    panel.sign_in(address="/comptes?statut=PENDING")
    expect(rows(panel).first).to_contain_text("En attente")
    panel.page.get_by_label("Statut", exact=True).select_option("ALL")
    expect(rows(panel)).to_have_count(10)
    panel.page.get_by_label("Tout sélectionner sur cette page").check(force=True)
    said = panel.page.get_by_role("status").filter(has_text="sélectionné")
    expect(said).to_contain_text("10 comptes sélectionnés sur cette page")
    panel.page.get_by_role("button", name=re.compile(r"^Sélectionner les \d+ comptes")).click()
    expect(said).to_contain_text("toutes pages comprises")
    panel.page.reload()
    expect(said).to_contain_text("toutes pages comprises")
    panel.page.get_by_role("button", name="Renouveler", exact=True).first.click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog).to_contain_text("attend encore son mot de passe")
    dialog.get_by_role("button", name="Annuler").click()
    panel.page.get_by_role("button", name="Tout désélectionner").click()
    expect(said).to_have_count(0)


def test_an_account_is_deleted_once_and_taken_back_from_where_it_was_told(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=belkacem")
    panel.page.get_by_role("button", name="Supprimer : ").click()
    dialog = panel.page.get_by_role("alertdialog", name="Supprimer 1 compte ?")
    expect(dialog).to_contain_text("peut être restauré pendant 30 jours")
    panel.assert_accessible()
    confirm = dialog.get_by_role("button", name="Supprimer")
    expect(confirm).to_be_enabled()
    confirm.dblclick()
    expect(panel.page.get_by_text("1 compte supprimé")).to_be_visible()
    expect(panel.page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()
    panel.page.get_by_role("button", name="Restaurer").click()
    expect(panel.page.get_by_text("1 compte restauré")).to_be_visible()
    expect(rows(panel)).to_have_count(1)


def test_deleted_accounts_are_found_by_their_status_and_restored(panel: Panel) -> None:
    panel.sign_in(address="/comptes?statut=DELETED")
    expect(rows(panel).first).to_contain_text("Supprimé")
    before = rows(panel).count()
    panel.page.get_by_role("button", name="Restaurer : ").first.click()
    panel.page.get_by_role("dialog").get_by_role("button", name="Restaurer").click()
    expect(panel.page.get_by_text("1 compte restauré")).to_be_visible()
    if before > 1:
        expect(rows(panel)).to_have_count(before - 1)


def test_what_cannot_be_done_tells_why_where_it_stands(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=JLO000439")
    button = row(panel, "JLO000439").get_by_role("button", name="Supprimer : Jean Louty")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_name(re.compile(r"Supprimer\s: Jean Louty\. .{10,}"))
    button.focus()
    expect(panel.page.get_by_role("tooltip")).to_be_visible()
    panel.page.keyboard.press("Enter")
    expect(panel.page.get_by_role("alertdialog")).to_have_count(0)


def test_a_lost_connection_is_told_and_the_list_comes_with_a_click(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    expect(rows(panel)).to_have_count(10)
    panel.page.context.set_offline(True)
    panel.page.get_by_label("Rechercher").fill("louty")
    alert = panel.page.get_by_role("alert").filter(has_text="La connexion est perdue")
    expect(alert).to_be_visible()
    panel.page.context.set_offline(False)
    panel.page.get_by_role("button", name="Réessayer").click()
    expect(rows(panel)).to_have_count(2)
    expect(panel.page.get_by_label("Rechercher")).to_have_value("louty")
    panel.expect_faults("ERR_INTERNET_DISCONNECTED")


def test_what_is_listed_is_taken_away_as_a_file(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=louty")
    expect(rows(panel)).to_have_count(2)
    with panel.page.expect_download() as downloading:
        panel.page.get_by_role("link", name="Exporter").click()
    expect(panel.page.get_by_text("L’export a commencé")).to_be_visible()
    assert re.fullmatch(r"comptes-VF201-\d{4}-\d\d-\d\d\.csv", downloading.value.suggested_filename)
    text = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert {line["Identifiant"] for line in found} == {"JLO000439", "FLO000394"}


def test_a_user_is_told_that_the_accounts_are_for_administrators(panel: Panel) -> None:
    panel.sign_in(USER, address="/comptes")
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_text("réservée aux administrateurs")).to_be_visible()
    expect(panel.page.get_by_role("table")).to_have_count(0)
    panel.assert_accessible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in(address="/comptes?choix=page")
        expect(rows(panel)).to_have_count(10)
        panel.assert_accessible()
        assert panel.page.evaluate("document.scrollingElement.scrollWidth") == width
        panel.page.get_by_role("button", name="Renouveler", exact=True).first.click()
        dialog = panel.page.get_by_role("dialog")
        expect(dialog.get_by_role("button", name="Renouveler")).to_be_enabled()
        panel.assert_accessible()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.open("/connexion?vers=/comptes")
        panel.page.get_by_label("Identifier").fill("JLO000439")
        panel.page.get_by_label("Password").fill(PASSWORD)
        panel.page.keyboard.press("Enter")
        panel.heading("Accounts")
        expect(panel.page.get_by_role("columnheader", name="Last sign-in")).to_be_visible()
        expect(rows(panel).first).to_contain_text(re.compile("Active|Expired|Pending"))
