"""Mon compte: one's details, whom to ask, the password, the open sessions."""

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.database import change
from tests.panel.panel import PASSWORD, Panel, opened
from tests.server.comptoir_process import Serving

NEW = "Nouveau#Sesame27"


def test_one_reads_ones_details_and_whom_to_ask(panel: Panel) -> None:
    panel.sign_in("CAM000628", address="/mon-compte")
    panel.heading("Mon compte")
    details = panel.page.get_by_role("region", name="Vos coordonnées")
    expect(details).to_contain_text("CAM000628")
    expect(details).to_contain_text("Chopin")
    expect(panel.page.get_by_role("region", name="Vos administrateurs")).to_contain_text("02 41 05 19 38")


def test_changing_the_password_ends_the_other_sessions_and_keeps_this_one(
    browser: Browser, desk: Serving, panel: Panel
) -> None:
    panel.sign_in("SDU000601", address="/mon-compte")
    with opened(browser, desk.url) as other:
        other.sign_in("SDU000601", address="/mon-compte")
        panel.page.get_by_label("Mot de passe actuel").fill(PASSWORD)
        panel.page.get_by_label("Mot de passe (requis)", exact=True).fill(NEW)
        panel.page.get_by_label("Confirmation du mot de passe").fill(NEW)
        panel.page.get_by_role("button", name="Changer le mot de passe").click()
        expect(panel.page.get_by_text("Mot de passe changé.")).to_be_visible()
        expect(panel.page.get_by_label("Mot de passe actuel")).to_have_value("")
        expect(panel.page.get_by_text("Aucune autre session n’est ouverte.")).to_be_visible()
        other.page.get_by_role("link", name="Tableau de bord").click()
        expect(other.page.get_by_role("heading", name="Votre session a pris fin")).to_be_visible()
    with opened(browser, desk.url) as again:
        again.sign_in("SDU000601", NEW)


def test_a_wrong_current_password_and_a_weak_new_one_are_told_at_their_fields(panel: Panel) -> None:
    panel.sign_in("CAM000628", address="/mon-compte")
    panel.page.get_by_role("button", name="Changer le mot de passe").click()
    expect(panel.page.get_by_text("Saisissez votre mot de passe actuel.")).to_be_visible()
    expect(panel.page.get_by_label("Mot de passe actuel")).to_be_focused()
    panel.page.get_by_label("Mot de passe actuel").fill("faux")
    panel.page.get_by_label("Mot de passe (requis)", exact=True).fill(NEW)
    panel.page.get_by_label("Confirmation du mot de passe").fill(NEW)
    panel.page.get_by_role("button", name="Changer le mot de passe").click()
    expect(panel.page.get_by_label("Mot de passe actuel")).to_have_attribute("aria-invalid", "true")
    panel.assert_accessible()
    panel.page.get_by_label("Mot de passe actuel").fill(PASSWORD)
    panel.page.get_by_label("Mot de passe (requis)", exact=True).fill("court")
    panel.page.get_by_label("Confirmation du mot de passe").fill("court")
    panel.page.get_by_role("button", name="Changer le mot de passe").click()
    expect(panel.page.get_by_label("Mot de passe (requis)", exact=True)).to_have_attribute(
        "aria-invalid", "true"
    )


def test_a_session_elsewhere_is_seen_and_ended(
    browser: Browser, desk: Serving, panel: Panel, desk_database: str
) -> None:
    change(desk_database, "DELETE FROM session")
    with opened(browser, desk.url) as other:
        other.sign_in("CDU000630")
        panel.sign_in("CDU000630", address="/mon-compte")
        sessions = panel.page.get_by_role("region", name="Sessions ouvertes")
        expect(sessions.get_by_role("listitem")).to_have_count(2)
        sessions.get_by_role("button", name="Fermer la session ouverte").click()
        expect(panel.page.get_by_text("Session fermée")).to_be_visible()
        expect(sessions.get_by_role("listitem")).to_have_count(1)
        other.page.get_by_role("button", name="Menu de").click()
        other.page.get_by_role("button", name="Mon compte").click()
        expect(other.page.get_by_role("heading", name="Votre session a pris fin")).to_be_visible()


def test_all_other_sessions_end_at_once(browser: Browser, desk: Serving, panel: Panel) -> None:
    with opened(browser, desk.url) as other, opened(browser, desk.url) as third:
        other.sign_in("CDU000630")
        third.sign_in("CDU000630")
        panel.sign_in("CDU000630", address="/mon-compte")
        panel.page.get_by_role("button", name="Fermer toutes les autres").click()
        expect(panel.page.get_by_text("Les autres sessions sont fermées")).to_be_visible()
        expect(panel.page.get_by_text("Aucune autre session n’est ouverte.")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in(address="/mon-compte")
        expect(panel.page.get_by_role("heading", name="Sessions ouvertes")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.sign_in(address="/mon-compte")
        panel.heading("My account")
        for name in ("Your details", "Your administrators", "Change the password", "Open sessions"):
            expect(panel.page.get_by_role("heading", name=name)).to_be_visible()
