"""Gestion des comptes: searching, ordering, grouping, paging, exporting (G, L1–L4)."""

import csv
import re
from io import StringIO
from pathlib import Path

from playwright.sync_api import Route, expect

from tests.panel.accounts.rows import names, row, rows
from tests.panel.panel import Panel
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving


def test_every_term_is_looked_for_by_itself_whatever_its_accents(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    panel.page.get_by_label("Rechercher").press_sequentially("SEVERINE puythorec")
    expect(rows(panel)).to_have_count(1)
    expect(row(panel, "SPUY4C8MN")).to_be_visible()
    expect(panel.page.get_by_label("Rechercher")).to_have_value("SEVERINE puythorec")
    expect(panel.page).to_have_url(re.compile(r"recherche=SEVERINE\+puythorec"))
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
    (late,) = held
    late.continue_()
    panel.at_rest()
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
    expect(rows(panel).first).to_have_text(first, use_inner_text=True)


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
    for grouping, name in (("PROFILE", "Utilisateur"), ("DEPARTMENT", "DRH"), ("EXPIRY_MONTH", "20")):
        panel.page.get_by_label("Grouper par").select_option(grouping)
        expect(panel.page).to_have_url(re.compile(f"grouper={grouping}"))
        expect(heads.filter(has_text=name).first).to_contain_text(re.compile(r"\d"))


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


def test_the_page_size_is_remembered_in_this_browser_and_the_address_wins(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address="/comptes")
    page.get_by_label("Résultats par page").select_option("25")
    expect(rows(panel)).to_have_count(25)
    page.get_by_role("link", name="Tableau de bord").click()
    panel.heading("Tableau de bord")
    page.get_by_role("link", name="Gérer les comptes").click()
    panel.heading("Gestion des comptes")
    expect(rows(panel)).to_have_count(25)
    panel.open("/comptes")
    expect(rows(panel)).to_have_count(25)
    expect(page.get_by_label("Résultats par page")).to_have_value("25")
    panel.open("/comptes?lignes=10")
    expect(rows(panel)).to_have_count(10)
    page.get_by_role("button", name="Page suivante").click()
    expect(page.get_by_text(re.compile(r"^Page 2 sur \d+$"))).to_be_visible()
    expect(rows(panel)).to_have_count(10)
    panel.open("/comptes")
    expect(rows(panel)).to_have_count(25)


def test_without_storage_or_with_a_strange_value_in_it_a_page_has_ten_rows(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    panel.page.evaluate("localStorage.setItem('comptoir.pageSize', '1000000')")
    panel.page.reload()
    expect(rows(panel)).to_have_count(10)
    panel.page.add_init_script("delete window.localStorage")
    panel.page.reload()
    panel.page.get_by_label("Résultats par page").select_option("25")
    expect(rows(panel)).to_have_count(25)


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
