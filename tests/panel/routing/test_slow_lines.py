"""A slow line is seen to work, and the end of a session leaves no error behind."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Route, expect

from tests.panel.panel import PASSWORD, Panel


@contextmanager
def held(panel: Panel, pattern: str) -> Iterator[None]:
    """Requests to these addresses wait; they go on at the end."""
    waiting: list[Route] = []
    is_over = False

    def hold(route: Route) -> None:
        if is_over:
            route.continue_()
        else:
            waiting.append(route)

    panel.page.route(pattern, hold)
    yield
    is_over = True
    for route in waiting:
        route.continue_()


@pytest.mark.parametrize(
    "address", ["/comptes", "/comptes/CDU000630", "/comptes/nouveau", "/historique", "/mon-compte"]
)
def test_a_screen_that_waits_for_the_service_says_so(panel: Panel, address: str) -> None:
    panel.sign_in(address="/comptes/CDU000630/imprimer")
    panel.heading("Identifiant")
    panel.at_rest()
    bar = panel.page.get_by_role("progressbar", name="Chargement…")
    expect(bar).to_have_count(0)
    with held(panel, "**/graphql"):
        panel.open(address)
        expect(bar).to_be_visible()
    expect(bar).to_have_count(0)


def test_an_account_that_has_not_arrived_is_announced_as_loading(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=durant")
    link = panel.page.get_by_role("row").filter(has_text="CDU000630").get_by_role("link", name="Durant").first
    expect(link).to_be_visible()
    with held(panel, "**/graphql"):
        link.click()
        expect(panel.page.get_by_role("status").filter(has_text="Chargement…")).to_be_visible()
        panel.assert_accessible()
    panel.heading("M. Christophe Durant")


def test_before_the_panels_code_has_come_the_page_says_that_it_loads(panel: Panel) -> None:
    with held(panel, "**/*.js"):
        panel.page.goto(f"{panel.url}/connexion", wait_until="commit")
        expect(panel.page.get_by_text("Chargement… / Loading…")).to_be_visible()
    panel.heading("Se connecter")


def test_a_button_that_waits_shows_that_it_works(panel: Panel) -> None:
    panel.open("/connexion")
    panel.page.get_by_label("Identifiant").fill("JLO000439")
    panel.page.get_by_label("Mot de passe").fill(PASSWORD)
    button = panel.page.get_by_role("button", name="Me connecter")
    sign = "button => getComputedStyle(button, '::after').content"
    assert button.evaluate(sign) == "none"
    with held(panel, "**/graphql"):
        button.click()
        expect(panel.page.locator(".button[data-pending]")).to_be_visible()
        assert panel.page.locator(".button[data-pending]").evaluate(sign) == '""'
    expect(panel.page.get_by_role("button", name="Menu de")).to_be_visible()


def test_an_end_of_the_session_leaves_no_error_once_signed_in_again(panel: Panel) -> None:
    panel.sign_in(address="/comptes/CDU000630?onglet=coordonnees")
    panel.page.get_by_label("Service", exact=True).fill("Un autre")
    panel.page.context.clear_cookies()
    panel.page.get_by_role("button", name="Appliquer les modifications").click()
    ended = panel.page.get_by_role("dialog", name="Votre session a pris fin")
    ended.get_by_label("Mot de passe").fill(PASSWORD)
    panel.page.keyboard.press("Enter")
    expect(ended).to_have_count(0)
    expect(panel.page.get_by_text(re.compile("non enregistrée"))).to_be_visible()
    expect(panel.page.get_by_role("alert")).to_have_count(0)
    panel.page.get_by_role("button", name="Annuler les modifications").click()
