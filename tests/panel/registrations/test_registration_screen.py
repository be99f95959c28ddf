"""Inscrire un établissement: three steps, each checked before the next opens (N1)."""

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.panel.panel import Panel, opened
from tests.panel.patience import soon
from tests.panel.post import subjects
from tests.panel.registrations.forms import (
    Request,
    expect_sent,
    fill_administrator,
    fill_all,
    fill_employer,
    fill_representative,
    following,
    request,
    send,
    send_all,
    step,
)
from tests.panel.registrations.operator import Operator
from tests.server.comptoir_process import Serving

NANTES = "26440013600471"


def test_everything_that_is_missing_is_said_at_its_field_and_in_the_summary(panel: Panel) -> None:
    page = panel.page
    panel.open("/inscription")
    following(page)
    errors = page.get_by_role("region", name=re.compile("à corriger"))
    expect(errors).to_be_focused()
    expect(errors.get_by_role("link")).to_have_count(4)
    for label in ("SIRET", "Numéro de contrat", "Nom de l’établissement", "Adresse postale"):
        expect(page.get_by_label(f"{label} (requis)")).to_have_attribute("aria-invalid", "true")
    panel.assert_accessible()
    errors.get_by_role("link", name=re.compile("^Adresse postale")).click()
    expect(page.get_by_label("Adresse postale")).to_be_focused()
    fill_employer(page, request(10))
    expect(errors).to_have_count(0)
    following(page)
    step(page, 2)
    following(page)
    expect(errors.get_by_role("link")).to_have_count(3)
    errors.get_by_role("link", name=re.compile("^Civilité")).click()
    expect(page.get_by_role("radio", name="Madame")).to_be_focused()


def test_a_siret_that_cannot_be_right_is_said_so_at_once(panel: Panel) -> None:
    page = panel.page
    panel.open("/inscription")
    siret = page.get_by_label("SIRET (requis)")
    announced = page.get_by_role("status")
    siret.press_sequentially("264 400")
    expect(page.get_by_text("6 chiffres sur 14")).to_be_visible()
    expect(siret).not_to_have_attribute("aria-invalid", "true")
    page.keyboard.press("Tab")
    expect(announced.filter(has_text="il en manque")).to_be_attached()
    expect(siret).to_have_attribute("aria-invalid", "true")
    siret.fill("26440013600472")
    expect(announced.filter(has_text="Un de ces chiffres est faux")).to_be_attached()
    siret.fill("2644001360047O")
    expect(announced.filter(has_text="n’a que des chiffres")).to_be_attached()
    siret.fill("264400136004710")
    expect(announced.filter(has_text="il y en a trop")).to_be_attached()
    siret.fill("264 400 136 00471")
    expect(announced.filter(has_text="a la bonne forme")).to_be_attached()
    expect(siret).not_to_have_attribute("aria-invalid", "true")
    siret.fill("35600000049837")
    expect(announced.filter(has_text="a la bonne forme")).to_be_attached()


def test_a_line_of_an_address_that_is_too_long_is_named(panel: Panel) -> None:
    panel.open("/inscription")
    fill_employer(panel.page, request(10))
    panel.page.get_by_label("Adresse postale").fill(f"HOTEL DE VILLE\n{'X' * 39}")
    following(panel.page)
    expect(panel.page.get_by_role("link", name="La ligne 2 a 39 caractères : 38 au plus")).to_be_visible()


def test_a_step_opens_only_when_the_one_before_is_right(panel: Panel) -> None:
    for address in ("/inscription?etape=2", "/inscription?etape=3", "/inscription?etape=9"):
        panel.open(address)
        step(panel.page, 1)


def test_back_goes_a_step_back_and_nothing_typed_is_lost_by_it_or_by_a_reload(panel: Panel) -> None:
    page, form = panel.page, request(11)
    panel.open("/inscription")
    fill_all(page, form)
    page.reload()
    step(page, 3)
    expect(page.get_by_text("Votre saisie a été reprise")).to_be_visible()
    expect(page.get_by_label("Adresse électronique")).to_have_value(form.email)
    panel.assert_accessible()
    page.go_back()
    expect(page.get_by_role("heading", name="Étape 2 sur 3")).to_be_focused()
    expect(page.get_by_label("Fonction")).to_have_value("Maire")
    page.get_by_role("button", name="Précédent").click()
    step(page, 1)
    expect(page.get_by_label("SIRET")).to_have_value(form.siret)
    page.reload()
    page.get_by_role("button", name="Repartir de zéro").click()
    expect(page.get_by_label("SIRET")).to_have_value("")


def test_what_the_service_refuses_is_shown_at_its_field_in_the_step_where_it_is_typed(
    panel: Panel, operator: Operator
) -> None:
    page = panel.page
    form = Request(request(12).siret, "douze", "MAIRIE DE VERTOU 12", "sans adresse")
    panel.open("/inscription")
    fill_employer(page, form)
    following(page)
    errors = page.get_by_role("region", name=re.compile("à corriger"))
    expect(errors).to_be_focused()
    step(page, 1)
    expect(errors.get_by_role("link")).to_have_text([re.compile(r"^Numéro de contrat\s: .*VF201")])
    panel.assert_accessible()
    following(page)  # what was refused has to be corrected first
    step(page, 1)
    page.get_by_label("Numéro de contrat").fill("VF912")
    following(page)
    step(page, 2)
    fill_representative(page)
    following(page)
    step(page, 3)
    fill_administrator(page, form.email)
    page.get_by_label("Téléphone").fill("12")
    send(page)
    expect(errors.get_by_role("link")).to_have_count(2)
    step(page, 3)
    page.get_by_label("Adresse électronique").fill("sara12@vertou.example")
    page.get_by_label("Téléphone").fill("")
    assert operator.requests("sara12@vertou.example") == []
    send(page)
    expect_sent(page)
    assert len(operator.requests("sara12@vertou.example")) == 1


def test_a_step_does_not_open_while_the_line_is_lost_and_nothing_typed_is_lost(panel: Panel) -> None:
    page, form = panel.page, request(18)
    panel.open("/inscription")
    fill_employer(page, form)
    page.route("**/graphql", lambda route: route.abort())
    following(page)
    expect(page.get_by_role("alert").filter(has_text="La connexion est perdue")).to_be_visible()
    page.unroute("**/graphql")
    following(page)
    step(page, 2)
    panel.expect_faults("ERR_FAILED")


def test_an_employer_that_is_registered_already_is_answered_alike_and_the_e_mail_says_so(
    panel: Panel, operator: Operator
) -> None:
    answers = []
    for form in (request(13), Request(NANTES, "VF201", "CHRU DE NANTES", "sara13@vertou.example")):
        panel.open("/inscription")
        send_all(panel.page, form)
        answers.append(panel.page.get_by_role("main").inner_text())
    assert answers[0] == answers[1]
    soon(panel.page, lambda: len(subjects(panel.url, "sara13@vertou.example")) == 2)
    assert set(subjects(panel.url, "sara13@vertou.example")) == {
        "Votre demande est bien arrivée",
        "Cet établissement est déjà inscrit",
    }
    assert {one["state"] for one in operator.requests("sara13@vertou.example")} == {"SUBMITTED", "REFUSED"}


def test_a_second_click_sends_once_and_a_lost_line_loses_nothing(panel: Panel, operator: Operator) -> None:
    page, form = panel.page, request(14)
    panel.open("/inscription")
    fill_all(page, form)
    refused: list[Route] = []

    def lose_the_first_request(route: Route) -> None:
        if not refused:
            refused.append(route)
            route.abort()
        else:
            route.continue_()

    page.route("**/graphql", lose_the_first_request)
    send(page)
    expect(page.get_by_role("alert").filter(has_text="La connexion est perdue")).to_be_visible()
    expect(page.get_by_label("Adresse électronique")).to_have_value(form.email)
    page.get_by_role("button", name="Envoyer la demande").dblclick()
    expect_sent(page)
    panel.at_rest()
    assert [one["state"] for one in operator.requests(form.email)] == ["SUBMITTED"]
    panel.expect_faults("ERR_FAILED")


def test_too_many_requests_are_answered_with_when_to_try_again_and_lose_nothing(panel: Panel) -> None:
    page, form = panel.page, request(15)
    for _ in range(5):
        panel.open("/inscription")
        send_all(page, form)
    panel.open("/inscription")
    fill_all(page, form)
    send(page)
    expect(page.get_by_role("region", name=re.compile("à corriger"))).to_contain_text(
        re.compile(r"recommencez dans \d+ ")
    )
    step(page, 3)
    expect(page.get_by_label("Adresse électronique")).to_have_value(form.email)
    panel.assert_accessible()


def test_once_sent_the_form_is_empty_and_back_does_not_send_again(panel: Panel) -> None:
    page, form = panel.page, request(16)
    panel.open("/inscription")
    send_all(page, form)
    page.reload()
    expect_sent(page)
    expect(page.get_by_text(form.email)).to_be_visible()
    page.go_back()
    step(page, 1)
    expect(page.get_by_label("SIRET")).to_have_value("")
    assert panel.page.evaluate("sessionStorage.getItem('comptoir.draft.registration')") is None


def test_it_can_be_filled_in_and_sent_by_keyboard_alone(panel: Panel) -> None:
    page, form = panel.page, request(17)
    panel.open("/inscription")
    page.get_by_label("SIRET").focus()
    for text in (form.siret, form.contract_number, form.name, "HOTEL DE VILLE"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    step(page, 2)
    page.get_by_role("radio", name="Madame").focus()
    page.keyboard.press("Space")
    for text in ("", "Le Goff", "Anne"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    step(page, 3)
    page.get_by_role("radio", name="Madame").focus()
    page.keyboard.press("ArrowRight")
    for text in ("", "Dupont", "Noé", form.email, "", "", "HOTEL DE VILLE"):
        page.keyboard.type(text)
        page.keyboard.press("Tab")
    page.get_by_label("Adresse électronique").press("Enter")
    expect_sent(page)


def test_how_the_data_are_used_is_a_link_away_and_the_form_is_kept(panel: Panel) -> None:
    page = panel.page
    panel.open("/inscription")
    fill_employer(page, request(18))
    page.get_by_role("link", name="Comment sont traitées ces données").click()
    panel.heading("Vos données personnelles")
    expect(page.get_by_text("demande d’inscription")).to_be_visible()
    page.go_back()
    expect(page.get_by_label("SIRET")).to_have_value(request(18).siret)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    number = 20 + (scheme == "dark") + 2 * (width == 360)
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        page, form = panel.page, request(number)
        panel.open("/inscription")
        following(page)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        fill_employer(page, form)
        following(page)
        step(page, 2)
        panel.assert_accessible()
        fill_representative(page)
        following(page)
        step(page, 3)
        fill_administrator(page, form.email)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        send(page)
        expect_sent(page)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_it_is_whole_in_english_and_the_language_can_be_chosen_half_way(panel: Panel) -> None:
    page, form = panel.page, request(24)
    panel.open("/inscription")
    fill_employer(page, form)
    page.get_by_role("button", name="English").click()
    panel.heading("Register an employer")
    expect(page.get_by_label("SIRET")).to_have_value(form.siret)
    page.get_by_role("button", name="Next").click()
    page.get_by_role("button", name="Next").click()
    expect(page.get_by_role("link", name="Last name: This field is required.")).to_be_visible()
    panel.assert_accessible()
