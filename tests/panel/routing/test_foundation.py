"""What every screen stands on: addresses, titles, focus, language, failures named, no connection."""

import json
import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Request, expect

from tests.panel.database import change
from tests.panel.panel import Panel, opened
from tests.server.comptoir_process import Serving

SECRET = "PIRATE"
"""Stands for data that an unforeseen error would quote."""


@pytest.fixture
def unreadable_employers(desk_database: str) -> Iterator[None]:
    """Their rows hold what the service cannot read, as after a mishap: it fails, and does not know why."""
    column = "representative_civility"
    change(
        desk_database,
        f"ALTER TABLE employer ADD COLUMN kept varchar(20); UPDATE employer SET kept = {column}",
    )
    change(desk_database, f"UPDATE employer SET {column} = '{SECRET}'")
    yield
    change(desk_database, f"UPDATE employer SET {column} = kept; ALTER TABLE employer DROP COLUMN kept")


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
def test_a_failure_names_the_reference_that_the_log_has_too(
    browser: Browser, desk: Serving, request: pytest.FixtureRequest, locale: str
) -> None:
    with opened(browser, desk.url, locale="fr-FR") as panel:
        panel.sign_in()
        state = panel.page.context.storage_state()
    request.getfixturevalue("unreadable_employers")
    with opened(browser, desk.url, locale=locale, storage_state=state) as panel:
        panel.open("/comptes")
        told = panel.page.get_by_role("alert")
        begins = "Une erreur est survenue" if locale == "fr-FR" else "Something went wrong"
        expect(told).to_contain_text(begins)
        panel.assert_accessible()
        (reference,) = re.findall(r"\b[0-9a-f]{8}\b", told.inner_text())
        (line,) = [json.loads(line) for line in desk.log().splitlines() if reference in line]
        assert (line["event"], line["reference"]) == ("unexpected error", reference)
        assert SECRET not in told.inner_text()
        panel.expect_faults("ServiceError")


def test_trying_again_after_a_failure_is_one_click(
    panel: Panel, desk_database: str, request: pytest.FixtureRequest
) -> None:
    panel.sign_in()
    request.getfixturevalue("unreadable_employers")
    panel.open("/historique")
    panel.heading("Cette page n’a pas pu être affichée")
    change(desk_database, "UPDATE employer SET representative_civility = kept")
    panel.page.get_by_role("button", name="Réessayer").click()
    panel.heading("Historique")
    panel.expect_faults("ServiceError")


def test_an_answer_that_is_none_names_the_request_in_the_log(panel: Panel) -> None:
    """Such as that of a proxy, or of a service that fell over before it could say anything."""
    headers = {"x-request-id": "0123456789abcdef"}
    panel.page.route("**/graphql", lambda route: route.fulfill(status=500, body="<html>", headers=headers))
    panel.open("/comptes")
    told = (
        "Une erreur est survenue de notre côté. Réessayez dans un instant. Référence à donner à l’assistance"
    )
    expect(panel.page.get_by_role("alert")).to_contain_text(told)
    expect(panel.page.get_by_role("alert")).to_contain_text("0123456789abcdef")
    panel.expect_faults("500", "ServiceError")


def test_without_a_connection_a_banner_says_so_and_what_was_typed_stays(panel: Panel) -> None:
    panel.open("/connexion")
    panel.page.get_by_label("Identifiant").fill("JLO000439")
    panel.page.get_by_label("Mot de passe").fill("Comptoir#2026")
    panel.page.context.set_offline(True)
    expect(panel.page.get_by_role("status").filter(has_text="Connexion perdue.")).to_be_visible()
    panel.assert_accessible()
    panel.page.get_by_role("button", name="Me connecter").click()
    expect(panel.page.get_by_role("alert")).to_contain_text("La connexion est perdue.")
    expect(panel.page.get_by_label("Mot de passe")).to_have_value("Comptoir#2026")
    panel.page.context.set_offline(False)
    expect(panel.page.get_by_text("Connexion perdue.")).to_have_count(0)
    panel.page.get_by_role("button", name="Me connecter").click()
    expect(panel.page.get_by_role("button", name="Menu de Jean Louty")).to_be_visible()
    panel.expect_faults("ERR_INTERNET_DISCONNECTED")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_an_unknown_address_is_a_page_that_leads_home(browser: Browser, desk: Serving, scheme: str) -> None:
    with opened(browser, desk.url, color_scheme=scheme, viewport={"width": 360, "height": 740}) as panel:
        panel.open("/nulle-part?x=<b>")
        panel.heading("Page introuvable")
        expect(panel.page).to_have_title("Page introuvable – Plateforme employeurs publics")
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        panel.page.get_by_role("link", name="Revenir à l’accueil").click()
        panel.heading("Se connecter")
        panel.expect_faults("404")


def test_the_other_language_is_one_click_away_and_the_address_stays(panel: Panel) -> None:
    panel.open("/connexion?vers=/historique")
    panel.page.get_by_role("button", name="English").click()
    panel.heading("Sign in")
    expect(panel.page).to_have_url(f"{panel.url}/connexion?vers=/historique")
    expect(panel.page).to_have_title("Sign in – Public employers’ platform")
    expect(panel.page.locator("html")).to_have_attribute("lang", "en")
    with panel.page.expect_request("**/graphql") as asked:
        panel.page.get_by_label("Identifier").fill("JLO000439")
        panel.page.get_by_label("Password").fill("wrong")
        panel.page.keyboard.press("Enter")
    request: Request = asked.value
    assert request.headers["accept-language"] == "en"
    expect(panel.page.get_by_role("alert")).to_contain_text("identifier")
    panel.page.get_by_label("Password").fill("Comptoir#2026")
    panel.page.keyboard.press("Enter")
    panel.heading("History")
    panel.page.get_by_role("button", name="Menu of Jean Louty").click()
    panel.page.get_by_role("button", name="Français").click()
    panel.heading("Historique")
    expect(panel.page.locator("html")).to_have_attribute("lang", "fr")


def test_a_new_screen_is_read_from_its_title(panel: Panel) -> None:
    panel.sign_in()
    panel.page.get_by_role("button", name="Menu de Jean Louty").press("Enter")
    panel.page.get_by_role("button", name="Mon compte").press("Enter")
    panel.heading("Mon compte")
    expect(panel.page).to_have_title("Mon compte – Plateforme employeurs publics")
    expect(panel.page.get_by_role("heading", level=1)).to_be_focused()
    panel.page.go_back()
    expect(panel.page.get_by_role("heading", name="Mon compte")).to_have_count(0)
    expect(panel.page.get_by_role("heading", level=1)).to_be_focused()


def test_going_back_after_the_sign_in_does_not_ask_for_it_again(panel: Panel) -> None:
    panel.open("/mot-de-passe-oublie")
    panel.page.get_by_role("link", name="Revenir à la connexion").click()
    panel.fill_sign_in()
    expect(panel.page.get_by_role("button", name="Menu de Jean Louty")).to_be_visible()
    panel.page.go_back()
    panel.heading("Mot de passe oublié")


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(244, 245, 248)"), ("dark", "rgb(20, 23, 27)")])
def test_the_page_has_its_colour_before_anything_is_drawn(
    browser: Browser, desk: Serving, scheme: str, ground: str
) -> None:
    """No flash of the other theme: what draws it comes before the script, which is held back here."""
    with opened(browser, desk.url, color_scheme=scheme) as panel:
        panel.page.route("**/*.js", lambda route: route.abort())
        panel.open("/connexion")
        expect(panel.page.locator("html")).to_have_css("background-color", ground)
        panel.expect_faults("ERR_FAILED")


def test_a_person_whose_name_is_pressed_sees_what_it_unfolds_without_fault(panel: Panel) -> None:
    panel.sign_in()
    panel.page.get_by_role("button", name="Menu de Jean Louty").click()
    expect(panel.page.get_by_role("button", name="Mon compte")).to_be_visible()
    panel.assert_accessible(within=".dropdown")
    panel.page.keyboard.press("Escape")
    expect(panel.page.get_by_role("button", name="Mon compte")).to_have_count(0)
    expect(panel.page.get_by_role("button", name="Menu de Jean Louty")).to_be_focused()


def test_a_sign_out_that_fails_says_so(panel: Panel) -> None:
    panel.sign_in()
    panel.page.context.set_offline(True)
    panel.page.get_by_role("button", name="Menu de Jean Louty").click()
    panel.page.get_by_role("button", name="Me déconnecter").click()
    expect(panel.page.get_by_text("La connexion est perdue.")).to_be_visible()
    panel.page.context.set_offline(False)
    panel.expect_faults("ERR_INTERNET_DISCONNECTED")
