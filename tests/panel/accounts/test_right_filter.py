"""Gestion des comptes: who holds a right, in the list, the bulk actions and the export (L1, L4)."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Request, expect

from tests.panel.accounts.rows import rows
from tests.panel.panel import Panel, opened
from tests.panel.post import Administrator, administrator
from tests.server.comptoir_process import Serving

SERVICE, LABEL = "CNRACL-01", "Affiliation CNRACL"
HOLDERS = """query ($id: ID!, $service: ServiceAccess) { employer(id: $id) {
    accounts(first: 100, filter: {service: $service}) { nodes { identifier } } } }"""


@pytest.fixture
def jean(desk: Serving) -> Iterator[Administrator]:
    with administrator(desk.url) as found:
        yield found


def holders(jean: Administrator, level: str) -> set[str]:
    service = {"service": SERVICE, "atLeast": level}
    nodes = jean.asks(HOLDERS, id=jean.employer_id, service=service)["employer"]["accounts"]["nodes"]
    return {node["identifier"] for node in nodes}


def count(panel: Panel) -> Locator:
    return panel.page.locator(".bulk").get_by_role("status")


def test_the_list_shows_who_holds_a_right_and_the_address_keeps_it(panel: Panel, jean: Administrator) -> None:
    reading, writing = holders(jean, "READ"), holders(jean, "WRITE")
    assert 0 < len(writing) < len(reading)
    panel.sign_in(address="/comptes?lignes=100")
    right, level = panel.page.get_by_label("Qui a ce droit"), panel.page.get_by_label("Niveau minimal")
    expect(level).to_have_count(0)
    right.select_option(LABEL)
    expect(count(panel)).to_have_text(f"{len(reading)} comptes")
    expect(rows(panel)).to_have_count(len(reading))
    panel.assert_accessible()
    level.select_option("Modification")
    expect(count(panel)).to_have_text(f"{len(writing)} comptes")
    expect(panel.page).to_have_url(re.compile(f"droit={SERVICE}&niveau=WRITE"))
    panel.page.reload()
    expect(count(panel)).to_have_text(f"{len(writing)} comptes")
    expect(level.locator("option:checked")).to_have_text("Modification")
    right.select_option("Tous")
    expect(level).to_have_count(0)
    expect(panel.page).not_to_have_url(re.compile("droit|niveau"))


def test_it_is_kept_in_bulk_actions_and_in_the_export(panel: Panel, jean: Administrator) -> None:
    panel.sign_in(address=f"/comptes?droit={SERVICE}&niveau=WRITE&choix=tout")
    expect(count(panel)).to_contain_text("toutes pages comprises")
    with panel.page.expect_download() as downloading:
        panel.page.get_by_role("link", name="Exporter").click()
    text = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    exported = {line["Identifiant"] for line in csv.DictReader(StringIO(text), delimiter=";")}
    assert exported == holders(jean, "WRITE")

    def is_dry_run(request: Request) -> bool:
        return '"dryRun":true' in (request.post_data or "")

    with panel.page.expect_request(is_dry_run) as checking:
        panel.page.get_by_role("button", name=re.compile("^Renouveler les? comptes?$")).click()
    selection = json.loads(checking.value.post_data or "")["variables"]["input"]["matching"]
    assert selection["filter"] == {"service": {"service": SERVICE, "atLeast": "WRITE"}}
    expect(panel.page.get_by_role("dialog").get_by_role("listitem").first).to_be_visible()


def test_it_is_cleared_with_the_other_filters_and_counted_where_they_fold(
    browser: Browser, desk: Serving
) -> None:
    with opened(browser, desk.url, viewport={"width": 360, "height": 740}) as panel:
        panel.sign_in(address=f"/comptes?droit={SERVICE}&recherche=introuvable")
        expect(panel.page.get_by_role("button", name="Filtres (1)")).to_be_visible()
        expect(panel.page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()
        panel.page.get_by_role("button", name="Effacer la recherche").last.click()
        expect(rows(panel)).to_have_count(10)
        expect(panel.page).to_have_url(f"{panel.url}/comptes?etablissement=VF201")
        panel.page.get_by_role("button", name="Filtres").click()
        panel.page.get_by_label("Qui a ce droit").select_option(LABEL)
        expect(panel.page.get_by_role("button", name="Filtres (1)")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_a_right_of_an_account_leads_to_all_who_hold_it(panel: Panel, jean: Administrator) -> None:
    panel.sign_in(address="/comptes/CDU000630")
    panel.heading("M. Christophe Durant")
    panel.page.get_by_role("link", name=re.compile(rf"^Qui a ce droit\s: {LABEL}$")).click()
    panel.heading("Gestion des comptes")
    expect(count(panel)).to_have_text(f"{len(holders(jean, 'READ'))} comptes")
    expect(panel.page.get_by_label("Qui a ce droit").locator("option:checked")).to_have_text(LABEL)


def test_a_right_that_does_not_exist_is_refused_in_words_and_can_be_taken_out(panel: Panel) -> None:
    panel.sign_in(address="/comptes?droit=NOPE-01")
    expect(panel.page.get_by_role("alert")).to_be_visible()
    right = panel.page.get_by_label("Qui a ce droit")
    expect(right).to_have_value("NOPE-01")
    right.select_option("Tous")
    expect(rows(panel)).to_have_count(10)
    expect(panel.page.get_by_role("alert")).to_have_count(0)


def test_users_have_no_link_to_a_list_that_is_not_theirs(panel: Panel) -> None:
    panel.sign_in("CDU000630", address="/comptes/CDU000630")
    panel.heading("M. Christophe Durant")
    expect(panel.page.get_by_role("radiogroup", name=LABEL)).to_be_visible()
    expect(panel.page.get_by_role("link", name=re.compile("^Qui a ce droit"))).to_have_count(0)
