"""The list at every width: actions in sight, what stays while scrolling, cards, filters that fold."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.accounts.rows import names, rows
from tests.panel.database import change
from tests.panel.panel import Panel, opened
from tests.panel.patience import soon
from tests.server.comptoir_process import Serving

WIDTHS = (320, 360, 480, 640, 768, 831, 832, 959, 960, 1024, 1130, 1199, 1263, 1264, 1280, 1440)

OUT_OF_SIGHT = """() => [...document.querySelectorAll("tbody .row-actions :is(a, button)")]
    .filter(action => {
        const { left, right, width } = action.getBoundingClientRect();
        return left < 0 || right > document.documentElement.clientWidth || width < 24;
    })
    .map(action => action.getAttribute("aria-label"))"""


def top(element: Locator) -> float:
    found = element.bounding_box()
    assert found
    return found["y"]


def bottom(element: Locator) -> float:
    found = element.bounding_box()
    assert found
    return found["y"] + found["height"]


def assert_actions_in_sight(panel: Panel) -> None:
    expect(rows(panel).first).to_be_visible()
    for width in WIDTHS:
        panel.resize(width, 800)
        soon(panel.page, lambda: panel.page.evaluate(OUT_OF_SIGHT) == [])
        panel.expect_no_scrolling_sideways()


def test_the_actions_of_every_row_are_in_sight_at_every_width(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    assert_actions_in_sight(panel)


def test_a_row_with_every_action_has_them_in_sight_at_every_width(panel: Panel, desk_database: str) -> None:
    change(
        desk_database,
        "UPDATE account SET locked_until = now() + interval '1 day', profile = 'ADMINISTRATOR', "
        "professional_address = '1 place Alexis-Ricordeau' "
        "WHERE password_created_at IS NULL",
    )
    panel.sign_in(address="/comptes?statut=PENDING")
    expect(rows(panel).first.locator(".row-actions :is(a, button)")).to_have_count(5)
    assert_actions_in_sight(panel)


def test_a_long_name_without_a_space_leaves_the_actions_in_sight(panel: Panel, desk_database: str) -> None:
    change(
        desk_database,
        "UPDATE account SET last_name = $1, search_key = $2 WHERE identifier = 'SPUY4C8MN'",
        "W" * 100,
        "w" * 100,
    )
    panel.sign_in(address="/comptes?recherche=wwwwwwwwww")
    assert_actions_in_sight(panel)


def test_the_bulk_bar_and_the_column_headings_stay_in_sight(panel: Panel) -> None:
    panel.sign_in(address="/comptes?lignes=50")
    expect(rows(panel)).to_have_count(50)
    panel.page.get_by_label("Tout sélectionner sur cette page").check(force=True)
    bar, head = panel.page.locator(".bulk"), panel.page.locator("thead")
    rows(panel).last.scroll_into_view_if_needed()
    soon(panel.page, lambda: panel.page.evaluate("scrollY") > 1_000)
    soon(panel.page, lambda: top(bar) == 0)
    soon(panel.page, lambda: top(head) == pytest.approx(bottom(bar), abs=1))
    panel.page.get_by_role("button", name="Tout désélectionner").click()
    expect(bar).to_have_class(re.compile("idle"))
    rows(panel).nth(40).scroll_into_view_if_needed()
    soon(panel.page, lambda: top(head) == 0)


def test_what_has_the_focus_is_not_hidden_by_what_stays_in_sight(panel: Panel) -> None:
    panel.sign_in(address="/comptes?lignes=50&choix=page")
    expect(rows(panel)).to_have_count(50)
    rows(panel).nth(45).get_by_role("checkbox").focus()
    for _ in range(60):
        panel.page.keyboard.press("Shift+Tab")
    focused = panel.page.locator(":focus")
    soon(panel.page, lambda: top(focused) >= bottom(panel.page.locator("thead")))


def test_a_telephone_shows_cards_with_the_name_and_the_status_first(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, viewport={"width": 360, "height": 740}) as panel:
        panel.sign_in(address="/comptes?recherche=durant")
        card = rows(panel).filter(has_text="CDU000630")
        name, status = card.get_by_role("link", name="Durant", exact=True), card.locator(".status")
        soon(panel.page, lambda: top(name) < bottom(status) <= top(card.get_by_text("CDU000630")))
        soon(panel.page, lambda: top(status) < bottom(name))
        expect(card.locator(".expiry")).to_have_css("font-size", "14px")
        panel.open("/comptes")
        expect(rows(panel)).to_have_count(10)
        soon(panel.page, lambda: bottom(rows(panel).last) - top(rows(panel).first) < 2_000)
        panel.assert_accessible()


def test_filters_fold_on_a_telephone_and_at_200_percent(browser: Browser, desk: Serving) -> None:
    for viewport in ({"width": 360, "height": 740}, {"width": 640, "height": 450}):
        with opened(browser, desk.url, viewport=viewport) as panel:
            panel.sign_in(address="/comptes?profil=ADMINISTRATOR")
            expect(rows(panel).first).to_be_visible()
            unfold = panel.page.get_by_role("button", name="Filtres (1)")
            expect(unfold).to_have_attribute("aria-expanded", "false")
            expect(panel.page.get_by_label("Statut", exact=True)).to_be_hidden()
            unfold.click()
            expect(unfold).to_have_attribute("aria-expanded", "true")
            panel.page.get_by_label("Profil", exact=True).select_option("ALL")
            expect(panel.page.get_by_role("button", name=re.compile("^Filtres$"))).to_be_visible()
            panel.page.get_by_label("Statut", exact=True).select_option("EXPIRED")
            expect(rows(panel).filter(has_not_text="Expiré")).to_have_count(0)
            expect(rows(panel).first).to_contain_text("Expiré")
            panel.assert_accessible()


def test_cards_are_ordered_without_column_headings(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, viewport={"width": 1024, "height": 800}) as panel:
        panel.sign_in(address="/comptes?lignes=100")
        expect(rows(panel).first).to_be_visible()
        expect(panel.page.get_by_role("columnheader", name="Nom")).to_be_hidden()
        ascending = names(panel)
        panel.page.get_by_label("Ordre").select_option("DESC")
        expect(panel.page).to_have_url(re.compile("sens=DESC"))
        expect(panel.page.locator("tbody a.strong").first).to_have_text(ascending[-1])
        panel.page.get_by_label("Trier par").select_option("IDENTIFIER")
        expect(panel.page).to_have_url(re.compile("tri=IDENTIFIER"))
        order = panel.page.locator('th[aria-sort="descending"]')
        expect(order).to_contain_text("Identifiant")
        assert names(panel) != ascending
        panel.assert_accessible()
