"""The end of a session: warned of, put off by a click, come, gone on with; alone and in several tabs (P5)."""

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.panel.database import change
from tests.panel.panel import PASSWORD, Panel, opened
from tests.server.comptoir_process import Serving

SARA = "SDU000601"
NEAR, PAST = "28:00", "29:30"
"""A session lapses 30 minutes after it was last asked something; the service knows it to the minute."""


@pytest.fixture
def jean(panel: Panel) -> Panel:
    """Signed in, at a machine whose clock we hold."""
    panel.page.clock.install()
    panel.sign_in()
    shows_the_dashboard(panel.page)
    panel.at_rest()
    return panel


def shows_the_dashboard(page: Page) -> None:
    """All has been answered: an answer after a leap of the clock would put the end off."""
    expect(page.get_by_role("heading", name="Dernières opérations")).to_be_visible()


def warning(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Votre session va prendre fin")


def ended(page: Page) -> Locator:
    return page.get_by_role("dialog", name="Votre session a pris fin")


def signs_in_again(page: Page, identifier: str | None = None) -> None:
    if identifier:
        page.get_by_role("dialog").get_by_label("Identifiant").fill(identifier)
    page.get_by_role("dialog").get_by_label("Mot de passe").fill(PASSWORD)
    page.keyboard.press("Enter")


def test_one_press_of_a_key_puts_the_end_off(jean: Panel) -> None:
    jean.page.clock.fast_forward("26:00")
    jean.at_rest()
    expect(warning(jean.page)).to_have_count(0)
    jean.page.clock.fast_forward("01:30")
    expect(warning(jean.page).get_by_role("timer")).to_have_text("2 minutes")
    jean.assert_accessible()
    jean.page.clock.fast_forward("00:45")
    expect(warning(jean.page).get_by_role("timer")).to_contain_text("secondes")
    jean.page.keyboard.press("Enter")
    expect(warning(jean.page)).to_have_count(0)
    jean.at_rest()
    jean.page.clock.fast_forward("26:00")
    jean.at_rest()
    expect(warning(jean.page)).to_have_count(0)
    jean.page.clock.fast_forward("02:00")
    expect(warning(jean.page)).to_be_visible()
    jean.page.keyboard.press("Escape")
    expect(warning(jean.page)).to_have_count(0)


def test_a_machine_that_slept_shows_the_session_ended_and_goes_on_where_it_was(jean: Panel) -> None:
    jean.open("/comptes/nouveau")
    jean.at_rest()
    jean.page.get_by_label("Prénom").fill("Gwenaëlle")
    jean.page.evaluate("window.kept = 'typed'")
    jean.page.clock.fast_forward("08:00:00")
    expect(ended(jean.page).get_by_label("Identifiant")).to_have_value("JLO000439")
    expect(ended(jean.page).get_by_label("Mot de passe")).to_be_focused()
    jean.assert_accessible()
    jean.page.keyboard.press("Escape")
    expect(ended(jean.page)).to_be_visible()
    signs_in_again(jean.page)
    expect(ended(jean.page)).to_have_count(0)
    expect(jean.page.get_by_label("Prénom")).to_have_value("Gwenaëlle")
    jean.at_rest()
    assert jean.page.evaluate("window.kept") == "typed"  # the page was never loaded anew
    jean.page.clock.fast_forward(NEAR)
    expect(warning(jean.page)).to_be_visible()


def test_a_session_that_the_service_has_ended_is_told_at_the_next_question(jean: Panel) -> None:
    jean.page.clock.fast_forward(NEAR)
    jean.page.context.clear_cookies()
    jean.page.get_by_role("button", name="Rester connecté").click()
    expect(ended(jean.page)).to_be_visible()
    signs_in_again(jean.page)
    expect(ended(jean.page)).to_have_count(0)


def test_a_lost_connection_is_told_in_the_warning(jean: Panel) -> None:
    jean.page.clock.fast_forward(NEAR)
    jean.page.route("**/graphql", lambda route: route.abort())
    jean.page.get_by_role("button", name="Rester connecté").click()
    jean.page.clock.run_for(5_000)
    expect(warning(jean.page).get_by_role("alert")).to_contain_text("La connexion est perdue.")
    jean.page.unroute("**/graphql")
    jean.page.get_by_role("button", name="Rester connecté").click()
    expect(warning(jean.page)).to_have_count(0)
    jean.at_rest()
    jean.expect_faults("ERR_FAILED")


def test_someone_else_who_signs_in_starts_afresh(jean: Panel) -> None:
    jean.page.evaluate("sessionStorage.setItem('comptoir.draft.x', 'Jean'), window.kept = 'typed'")
    jean.page.clock.fast_forward(PAST)
    signs_in_again(jean.page, SARA)
    expect(jean.page.get_by_role("button", name="Menu de Sara Dupont")).to_be_visible()
    assert jean.page.evaluate("[window.kept, sessionStorage.getItem('comptoir.draft.x')]") == [None, None]


def test_what_is_done_in_one_tab_puts_the_end_off_in_the_others(jean: Panel) -> None:
    other = jean.page.context.new_page()
    other.goto(jean.url)
    shows_the_dashboard(other)
    other.clock.fast_forward(NEAR)
    for page in (jean.page, other):
        expect(warning(page)).to_be_visible()
    other.get_by_role("button", name="Rester connecté").click()
    for page in (jean.page, other):
        expect(warning(page)).to_have_count(0)
    jean.at_rest()
    other.clock.fast_forward(PAST)
    signs_in_again(other)
    for page in (jean.page, other):
        expect(ended(page)).to_have_count(0)


def test_who_signs_out_in_one_tab_is_out_of_all_and_leaves_no_draft(jean: Panel) -> None:
    other = jean.page.context.new_page()
    other.goto(jean.url)
    for page in (jean.page, other):
        shows_the_dashboard(page)
        page.evaluate("sessionStorage.setItem('comptoir.draft.x', 'Jean')")
    other.get_by_role("button", name="Menu de Jean Louty").click()
    other.get_by_role("button", name="Me déconnecter").click()
    for page in (jean.page, other):
        expect(page.get_by_role("heading", name="Se connecter")).to_be_visible()
        assert page.evaluate("sessionStorage.getItem('comptoir.draft.x')") is None
    other.go_back()
    expect(other.get_by_role("heading", name="Se connecter")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_last_end_cannot_be_put_off_but_one_signs_in_again_above_the_page(
    browser: Browser, desk: Serving, desk_database: str, scheme: str
) -> None:
    with opened(browser, desk.url, color_scheme=scheme, viewport={"width": 360, "height": 740}) as panel:
        panel.sign_in()
        change(desk_database, "UPDATE session SET started_at = now() - interval '7 hours 56 minutes'")
        panel.page.reload()
        expect(warning(panel.page)).to_contain_text("Elle a duré aussi longtemps qu’une session le peut.")
        expect(panel.page.get_by_role("button", name="Rester connecté")).to_have_count(0)
        panel.assert_accessible()
        panel.page.get_by_role("button", name="Plus tard").click()
        expect(warning(panel.page)).to_have_count(0)
        change(desk_database, "UPDATE session SET started_at = now() - interval '7 hours 57 minutes'")
        panel.page.reload()
        signs_in_again(panel.page)
        expect(warning(panel.page)).to_have_count(0)
