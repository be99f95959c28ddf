"""Historique: what was done, by operation, period and text, before and after in words (G, H)."""

import csv
import re
from io import StringIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

RIGHTS = """mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { message } } }"""
READ = "query ($id: String!) { account(identifier: $id) { id version rights { service { code label } } } }"


def entries(panel: Panel) -> Locator:
    return panel.page.locator("main li.entry")


def test_a_change_is_told_before_and_after_in_words(panel: Panel, desk: Serving) -> None:
    with administrator(desk.url) as jean:
        account = jean.asks(READ, id="CDU000630")["account"]
        (service,) = [
            one["service"] for one in account["rights"] if one["service"]["label"] == "Affiliation CNRACL"
        ]
        rights = [{"service": service["code"], "level": "WRITE"}]
        given = {"id": account["id"], "version": account["version"], "rights": rights}
        assert jean.asks(RIGHTS, input=given) == {"modifyAccount": {"errors": []}}
    panel.sign_in(address="/historique")
    first = entries(panel).first
    expect(first).to_contain_text("Modification des droits")
    expect(first).to_contain_text(re.compile(r"Affiliation CNRACL\s: Lecture seule → Modification"))
    expect(first).to_contain_text("par Jean Louty")
    first.get_by_role("link", name="Christophe Durant").click()
    panel.heading("M. Christophe Durant")


def test_filters_are_kept_by_a_reload_and_by_the_way_back(panel: Panel) -> None:
    panel.sign_in(address="/historique")
    expect(entries(panel)).to_have_count(25)
    panel.page.get_by_label("Opération").select_option("ACCOUNT_DELETED")
    expect(entries(panel).first).to_contain_text("Suppression")
    expect(entries(panel).filter(has_text="Création")).to_have_count(0)
    shown = entries(panel).count()
    panel.page.reload()
    expect(entries(panel)).to_have_count(shown)
    expect(panel.page.get_by_label("Opération")).to_have_value("ACCOUNT_DELETED")


def test_a_period_and_a_text_narrow_it(panel: Panel) -> None:
    panel.sign_in(address="/historique")
    panel.page.get_by_label("Chercher").fill("chopin")
    panel.page.keyboard.press("Enter")
    expect(panel.page).to_have_url(re.compile("texte=chopin"))
    expect(entries(panel).first).to_contain_text("Chopin")
    panel.page.get_by_label("Du", exact=True).fill("1999-01-01")
    expect(panel.page).to_have_url(re.compile("du=1999-01-01"))
    panel.page.get_by_label("Au", exact=True).fill("1999-12-31")
    expect(panel.page).to_have_url(re.compile("au=1999-12-31"))
    expect(panel.page.get_by_role("heading", name="Aucune opération")).to_be_visible()
    panel.assert_accessible()
    panel.page.get_by_role("button", name="Effacer les filtres").click()
    expect(entries(panel)).to_have_count(25)


CREATED = "mutation ($input: BulkAccountsInput!) { resendInvitations(input: $input) { done } }"


def test_what_one_request_did_to_several_accounts_is_one_line_that_leads_to_its_entries(
    panel: Panel, desk: Serving
) -> None:
    with administrator(desk.url) as jean:
        accounts = [
            jean.creates_an_account("Zoé", name, "zoe.groupe@chu.example") for name in ("L'Une", "Lautre")
        ]
        ids = [account["id"] for account in accounts]
        assert jean.asks(CREATED, input={"ids": ids}) == {"resendInvitations": {"done": 2}}
    panel.sign_in(address="/historique")
    first = entries(panel).first
    expect(first).to_contain_text(re.compile(r"Invitation – 2 comptes\s+par Jean Louty"))
    expect(first.get_by_role("list")).to_have_count(0)
    panel.assert_accessible()
    first.get_by_role("link", name="2 comptes").click()
    expect(entries(panel)).to_have_count(2)
    expect(entries(panel).first).to_contain_text("Zoé Lautre")
    expect(entries(panel).last).to_contain_text("Zoé L'Une")
    expect(panel.page.get_by_text("faites ensemble, en une fois")).to_be_visible()
    panel.assert_accessible()
    panel.page.reload()
    expect(entries(panel)).to_have_count(2)
    with panel.page.expect_download() as downloading:
        panel.page.get_by_role("link", name="Exporter").click()
    text = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    assert len(list(csv.DictReader(StringIO(text), delimiter=";"))) == 2
    panel.page.get_by_role("link", name="Voir tout l’historique").click()
    expect(entries(panel)).to_have_count(25)
    panel.page.go_back()
    expect(entries(panel)).to_have_count(2)
    panel.open("/")
    expect(entries(panel).first).to_contain_text("2 comptes")


def test_older_and_newer_operations_are_a_click_away(panel: Panel) -> None:
    panel.sign_in(address="/historique")
    latest = entries(panel).first
    text = latest.inner_text()
    expect(panel.page.get_by_role("button", name="Plus récentes")).to_be_disabled()
    panel.page.get_by_role("button", name="Plus anciennes").click()
    expect(panel.page.get_by_role("button", name="Plus récentes")).to_be_enabled()
    expect(latest).not_to_have_text(text, use_inner_text=True)
    panel.page.get_by_role("button", name="Plus récentes").click()
    expect(panel.page.get_by_role("button", name="Plus récentes")).to_be_disabled()
    expect(latest).to_have_text(text, use_inner_text=True)


def test_what_is_shown_is_taken_away_as_a_file(panel: Panel) -> None:
    panel.sign_in(address="/historique?operation=ACCOUNT_DELETED")
    expect(entries(panel).first).to_contain_text("Suppression")
    with panel.page.expect_download() as downloading:
        panel.page.get_by_role("link", name="Exporter").click()
    expect(panel.page.get_by_text("L’export a commencé")).to_be_visible()
    text = Path(downloading.value.path()).read_text(encoding="utf-8-sig")
    found = list(csv.DictReader(StringIO(text), delimiter=";"))
    assert {line["Opération"] for line in found} == {"Suppression"}
    assert all("→ Supprimé" in line["Changements"] for line in found)


def test_a_user_is_told_that_the_history_is_for_administrators(panel: Panel) -> None:
    panel.sign_in("CDU000630", address="/historique")
    expect(panel.page.get_by_text("réservé aux administrateurs")).to_be_visible()
    expect(entries(panel)).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in(address="/historique")
        expect(entries(panel)).to_have_count(25)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.sign_in(address="/historique")
        panel.heading("History")
        panel.page.get_by_label("Operation", exact=True).select_option("ACCOUNT_DELETED")
        expect(entries(panel).first).to_contain_text("Deletion")
