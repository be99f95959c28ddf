"""Switching among employers, by keyboard and by mouse (E2, E5)."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, expect

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


@pytest.fixture
def mandates(desk_database: str) -> Iterator[None]:
    """Jean acts for the two other employers."""
    for number in (TOWN, CENTRE):
        act_for(desk_database, number)
    yield
    forget_mandates(desk_database)


def switcher(panel: Panel) -> Locator:
    return panel.page.get_by_role("dialog", name="Changer d’établissement")


@pytest.mark.usefixtures("mandates")
@pytest.mark.parametrize("shortcut", ["Control+k", "Meta+k"])
def test_the_keyboard_alone_opens_another_employer(panel: Panel, shortcut: str) -> None:
    panel.sign_in(address="/comptes")
    keys = panel.page.keyboard
    expect(panel.page.get_by_role("button", name="Changer d’établissement")).to_be_visible()
    keys.press(shortcut)
    expect(switcher(panel).get_by_label("Chercher un établissement")).to_be_focused()
    keys.type("ambreville")
    expect(switcher(panel).get_by_role("status").filter(has_text="1 établissement")).to_be_visible()
    keys.press("ArrowDown")
    expect(switcher(panel).get_by_role("link", name=TOWN_NAME)).to_be_focused()
    keys.press("ArrowUp")
    expect(switcher(panel).get_by_label("Chercher un établissement")).to_be_focused()
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(switcher(panel)).to_have_count(0)
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_role("region", name="Mandat")).to_contain_text(TOWN_NAME)
    expect_employer(panel, TOWN)


@pytest.mark.usefixtures("mandates")
@pytest.mark.parametrize("text", ["21000002200017", "210 000 022 00017", "vf202", "mairie isle", "01100"])
def test_enter_opens_the_first_that_is_found_by_siret_contract_name_or_town(panel: Panel, text: str) -> None:
    panel.sign_in()
    expect(panel.page.get_by_role("button", name="Changer d’établissement")).to_be_visible()
    panel.page.keyboard.press("Control+k")
    switcher(panel).get_by_label("Chercher un établissement").fill(text)
    expect(switcher(panel).get_by_role("status").filter(has_text="1 établissement")).to_be_visible()
    panel.page.keyboard.press("Enter")
    panel.heading("Gestion des comptes")
    expect_employer(panel, TOWN)


@pytest.mark.usefixtures("mandates")
def test_the_mouse_opens_it_and_what_was_opened_or_pinned_stands_first(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address=f"/comptes?etablissement={CENTRE}")
    page.get_by_role("button", name="Changer d’établissement").click()
    dialog = switcher(panel)
    due = dialog.get_by_role("region", name="À revoir")
    expect(due.get_by_role("link").first).to_contain_text("12 expirés")
    due.get_by_role("button", name=f"Épingler {TOWN_NAME}").click()
    pinned = dialog.get_by_role("region", name="Épinglés")
    pinned.get_by_role("link", name=TOWN_NAME).click()
    expect(dialog).to_have_count(0)
    expect_employer(panel, TOWN)
    panel.page.reload()
    page.get_by_role("button", name="Changer d’établissement").click()
    recent = dialog.get_by_role("region", name="Récents")
    expect(recent.get_by_role("link")).to_have_count(1)
    expect(recent.get_by_role("link")).to_contain_text(CENTRE)
    pinned.get_by_role("button", name=f"Désépingler {TOWN_NAME}").click()
    expect(pinned).to_have_count(0)


@pytest.mark.usefixtures("mandates")
def test_what_matches_nothing_says_so_and_escape_leaves_the_page_as_it_is(panel: Panel) -> None:
    panel.sign_in(address="/historique")
    expect(panel.page.get_by_role("button", name="Changer d’établissement")).to_be_visible()
    panel.page.keyboard.press("Control+k")
    switcher(panel).get_by_label("Chercher un établissement").fill("introuvable")
    expect(switcher(panel).get_by_text("Aucun établissement ne correspond.")).to_be_visible()
    panel.page.keyboard.press("Escape")
    expect(switcher(panel)).to_have_count(0)
    panel.heading("Historique")
    expect_employer(panel, OWN)


def test_the_only_employer_is_no_choice(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    expect(panel.page.get_by_role("banner").get_by_text("CHRU DE NANTES VF201")).to_be_visible()
    panel.at_rest()
    expect(panel.page.get_by_role("button", name="Changer d’établissement")).to_have_count(0)
    panel.page.keyboard.press("Control+k")
    expect(switcher(panel)).to_have_count(0)


@pytest.mark.usefixtures("mandates")
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_switcher_can_be_used_by_everyone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    with opened(browser, desk.url, color_scheme=scheme, viewport={"width": width, "height": 740}) as panel:
        panel.sign_in()
        panel.page.get_by_role("button", name="Changer d’établissement").click()
        expect(switcher(panel).get_by_role("link").first).to_be_visible()
        panel.assert_accessible()
        switcher(panel).get_by_label("Chercher un établissement").fill("châtel")
        expect(switcher(panel).get_by_role("status").filter(has_text="1 établissement")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
