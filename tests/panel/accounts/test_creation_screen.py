"""Créer un compte: three steps, each tried by the service before the next opens (G, A2, A7, C1)."""

import re

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.panel.accounts.forms import fill_details, next_step
from tests.panel.database import change
from tests.panel.panel import Panel, opened
from tests.panel.patience import soon
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

FOUND = """query ($id: ID!, $text: String!) { employer(id: $id) {
    accounts(first: 50, search: {text: $text}) { nodes { identifier lastName } } } }"""

_IS_FOCUS_ABOVE_BAR = """() => document.activeElement.getBoundingClientRect().bottom
    <= document.querySelector(".action-bar").getBoundingClientRect().top"""
_MANY_DEPARTMENTS = """
    INSERT INTO account (employer_id, identifier, civility, last_name, first_name, email,
        professional_address, profile, expires_on, created_at, version, department,
        last_name_key, first_name_key, department_key, search_key)
    SELECT employer_id, 'UUU' || lpad(n::text, 6, '0'), 'MADAME', 'Unité', 'Anne', n || '@unite.example',
        '', 'USER', CURRENT_DATE + 30, now(), 1, 'Unité d''accueil ' || n,
        'unite', 'anne', 'unitedaccueil' || n, 'unite anne'
    FROM account, generate_series(1, 300) AS n WHERE identifier = 'JLO000439'"""

_DURATION = """audio => audio.duration || new Promise(known =>
    audio.addEventListener("durationchange", () => known(audio.duration)))"""


def found(desk: Serving, name: str) -> list[str]:
    with administrator(desk.url) as jean:
        nodes = jean.asks(FOUND, id=jean.employer_id, text=name)["employer"]["accounts"]["nodes"]
    return [node["lastName"] for node in nodes]


def test_everything_that_is_wrong_is_told_at_its_field_and_in_the_summary(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    panel.page.get_by_label("Adresse électronique").fill("pas une adresse")
    panel.page.get_by_role("button", name="Suivant").click()
    summary = panel.page.get_by_role("region", name=re.compile("à corriger"))
    expect(summary).to_be_focused()
    expect(summary.get_by_role("link")).to_have_count(4)
    for label in ("Nom (requis)", "Prénom (requis)", "Adresse électronique (requis)"):
        field = panel.page.get_by_label(label, exact=True)
        expect(field).to_have_attribute("aria-invalid", "true")
    panel.assert_accessible()
    summary.get_by_role("link", name=re.compile("^Prénom")).click()
    expect(panel.page.get_by_label("Prénom")).to_be_focused()
    summary.get_by_role("link", name=re.compile("^Civilité")).click()
    expect(panel.page.get_by_role("radio", name="Monsieur")).to_be_focused()


def test_an_administrator_needs_the_professional_address(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    fill_details(panel.page, "Adresse")
    panel.page.get_by_text("Administrateur", exact=True).click()
    panel.page.get_by_role("button", name="Suivant").click()
    address = panel.page.get_by_label("Adresse professionnelle (requis)")
    expect(address).to_have_attribute("aria-invalid", "true")
    panel.page.get_by_role("button", name="Reprendre l’adresse de l’établissement").click()
    expect(address).to_have_value(re.compile("Nantes"))
    next_step(panel.page)


def test_a_step_opens_only_when_the_one_before_is_right(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau?etape=2")
    expect(panel.page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()
    panel.open("/comptes/nouveau?etape=3")
    expect(panel.page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()


def test_nothing_that_was_typed_is_lost_on_the_way_back_or_by_a_reload(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address="/comptes/nouveau")
    fill_details(page, "Rechargée")
    next_step(page)
    page.get_by_role("radiogroup", name="Affiliation CNRACL").get_by_text("Lecture seule").click()
    page.reload()
    chosen = page.get_by_role("radiogroup", name="Affiliation CNRACL").get_by_role(
        "radio", name="Lecture seule"
    )
    expect(chosen).to_be_checked()
    panel.assert_accessible()
    page.go_back()
    expect(page.get_by_label("Nom (requis)", exact=True)).to_have_value("Rechargée")
    page.reload()
    expect(page.get_by_text("Votre saisie a été reprise")).to_be_visible()
    page.get_by_role("button", name="Repartir de zéro").click()
    expect(page.get_by_label("Nom (requis)", exact=True)).to_have_value("")


def test_a_second_click_and_a_lost_answer_make_one_account(panel: Panel, desk: Serving) -> None:
    page = panel.page
    panel.sign_in(address="/comptes/nouveau")
    fill_details(page, "Unique-O’Brien")
    next_step(page)
    lost: list[Route] = []

    def lose_the_first_answer(route: Route) -> None:
        if "idempotencyKey" in (route.request.post_data or "") and not lost:
            lost.append(route)
            route.fetch()
            route.abort()
        else:
            route.continue_()

    page.route("**/graphql", lose_the_first_answer)
    page.get_by_role("button", name="Créer le compte").click()
    expect(page.get_by_role("alert").filter(has_text="La connexion est perdue")).to_be_in_viewport()
    page.get_by_role("button", name="Créer le compte").dblclick()
    expect(page.get_by_role("heading", name="Étape 3 sur 3")).to_be_visible()
    panel.at_rest()
    assert found(desk, "unique o brien") == ["Unique-O’Brien"]
    panel.expect_faults("ERR_FAILED")


def test_a_person_who_has_an_account_already_gets_another_only_when_it_is_confirmed(
    panel: Panel, desk: Serving
) -> None:
    page = panel.page
    with administrator(desk.url) as jean:
        known = jean.creates_an_account("Claire", "Doublon", "doublon@chu-nantes.example")["identifier"]
    panel.sign_in(address="/comptes/nouveau")
    fill_details(page, "Doublon")
    page.get_by_role("button", name="Suivant").click()
    question = page.get_by_role("dialog", name="Cette personne a-t-elle déjà un compte ?")
    expect(question).to_contain_text(f"Claire Doublon existe déjà : {known}.")
    panel.assert_accessible()
    question.get_by_role("button", name="Annuler").click()
    expect(page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()
    page.get_by_role("button", name="Suivant").click()
    question.get_by_role("button", name="Créer quand même").click()
    expect(page.get_by_role("heading", name="Étape 2 sur 3")).to_be_visible()
    assert found(desk, "doublon") == ["Doublon"]
    page.get_by_role("button", name="Créer le compte").click()
    expect(page.get_by_role("heading", name="Étape 3 sur 3")).to_be_visible()
    assert found(desk, "doublon") == ["Doublon", "Doublon"]


def test_invisible_characters_that_came_along_are_left_out(panel: Panel, desk: Serving) -> None:
    panel.sign_in(address="/comptes/nouveau")
    fill_details(panel.page, "\u200bInvi\u00adsible\ufeff", "Zoé")
    next_step(panel.page)
    panel.page.get_by_role("button", name="Créer le compte").click()
    expect(panel.page.get_by_role("heading", name="Étape 3 sur 3")).to_be_visible()
    assert found(desk, "invisible") == ["Invisible"]


def test_rights_are_set_all_at_once_and_taken_over_from_a_colleague(panel: Panel) -> None:
    page = panel.page
    panel.sign_in(address="/comptes/nouveau")
    fill_details(page, "Droits")
    next_step(page)
    career = page.get_by_role("region", name="Carrière")
    career.get_by_role("button", name=re.compile("Tout régler")).click()
    career.get_by_role("button", name="Modification").click()
    expect(career.get_by_role("radio", name="Modification", checked=True)).to_have_count(5)
    page.get_by_text("Reprendre les droits d’un autre compte").click()
    page.get_by_label("Nom, prénom ou identifiant du collègue").fill("durant")
    page.get_by_role("button", name=re.compile("Christophe Durant")).click()
    shown = page.get_by_role("region", name="Droits de Christophe Durant")
    expect(shown.get_by_role("listitem").first).to_contain_text(re.compile("Lecture seule|Modification"))
    panel.assert_accessible()
    shown.get_by_role("button", name="Reprendre ces droits").click()
    expect(page.get_by_text("Droits de Christophe Durant repris")).to_be_visible()
    expect(career.get_by_role("radio", name="Lecture seule", checked=True).first).to_be_visible()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_rights_are_counted_beside_the_button_which_stays_in_sight(
    browser: Browser, desk: Serving, width: int
) -> None:
    with opened(browser, desk.url, viewport={"width": width, "height": 640}) as panel:
        page = panel.page
        panel.sign_in(address="/comptes/nouveau")
        fill_details(page, "Comptée")
        next_step(page)
        count = page.get_by_role("status").filter(has_text="accordé")
        expect(count).to_have_text("0 droit accordé")
        long_and_at_its_top = "scrollY === 0 && document.scrollingElement.scrollHeight > 2 * innerHeight"
        soon(page, lambda: page.evaluate(long_and_at_its_top))
        expect(page.get_by_role("button", name="Créer le compte")).to_be_in_viewport(ratio=1)
        page.get_by_role("radiogroup", name="Affiliation CNRACL").get_by_text("Lecture seule").click()
        expect(count).to_have_text("1 droit accordé")
        career = page.get_by_role("region", name="Carrière")
        career.get_by_role("button", name=re.compile("Tout régler")).click()
        career.get_by_role("button", name="Modification").click()
        expect(count).to_have_text("5 droits accordés")
        expect(count).to_be_in_viewport(ratio=1)
        for _ in range(30):  # what has the focus is not under the bar
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.closest('.action-bar') !== null"):
                break
            soon(page, lambda: page.evaluate(_IS_FOCUS_ABOVE_BAR))
        panel.assert_accessible()


def test_departments_of_the_employer_are_suggested_once_the_field_is_used(
    panel: Panel, desk_database: str
) -> None:
    change(desk_database, _MANY_DEPARTMENTS)
    suggestions = panel.page.locator("datalist option")
    values = "options => options.map(option => option.value)"
    panel.sign_in(address="/comptes/nouveau")
    field = panel.page.get_by_label("Service", exact=True)
    panel.page.get_by_label("Prénom").fill("Claire")
    panel.at_rest()
    expect(suggestions).to_have_count(0)
    field.focus()
    expect(suggestions).to_have_count(200)
    frequent = suggestions.evaluate_all(values)[:5]
    assert not any(name.startswith("Unité d'accueil") for name in frequent)
    field.fill("unite d’accueil 2")
    expect(suggestions).to_have_count(138)
    field.fill("unité d'accueil 299")
    expect(suggestions).to_have_count(1)
    assert suggestions.evaluate_all(values) == ["Unité d'accueil 299"]
    panel.assert_accessible()


def test_without_an_answer_the_department_is_typed_freely(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    field = panel.page.get_by_label("Service", exact=True)
    expect(field).to_be_visible()
    panel.at_rest()
    panel.page.route("**/graphql", lambda route: route.abort())
    with panel.page.expect_console_message(lambda message: "ERR_FAILED" in message.text):
        field.fill("Un nouveau service")
    panel.expect_faults("ERR_FAILED")
    expect(panel.page.get_by_role("alert")).to_have_count(0)
    expect(field).to_have_value("Un nouveau service")
    panel.page.unroute("**/graphql")


def test_the_identifier_is_read_heard_copied_and_printed_alone(browser: Browser, desk: Serving) -> None:
    permissions = ["clipboard-read", "clipboard-write"]
    with opened(browser, desk.url, permissions=permissions) as panel:
        page = panel.page
        panel.sign_in(address="/comptes/nouveau")
        fill_details(page, "Entendue", "Jeanne")
        next_step(page)
        page.get_by_role("button", name="Créer le compte").click()
        identifier = page.get_by_text(re.compile(r"^JEN[0-9A-Z]{6}$")).inner_text()
        panel.assert_accessible()
        with page.expect_response(re.compile(rf"/identifiants/{identifier}\.wav$")) as heard:
            page.get_by_role("button", name="Version sonore").click()
        assert heard.value.status in {200, 206}
        assert page.locator("audio").evaluate(_DURATION) > 3
        page.get_by_role("button", name="Copier").click()
        expect(page.get_by_text("Identifiant copié")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == identifier
        page.reload()
        expect(page.get_by_text(identifier)).to_be_visible()
        page.get_by_role("link", name="Imprimer l’identifiant").click()
        panel.heading("Identifiant")
        panel.assert_accessible()
        page.emulate_media(media="print")
        expect(page.get_by_text(identifier)).to_be_visible()
        expect(page.get_by_role("button", name="Imprimer")).to_be_hidden()
        expect(page.get_by_role("banner")).to_have_count(0)


def test_another_account_begins_empty(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    fill_details(panel.page, "Première")
    next_step(panel.page)
    panel.page.get_by_role("button", name="Créer le compte").click()
    panel.page.get_by_role("link", name="Créer un autre compte").click()
    expect(panel.page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()
    expect(panel.page.get_by_label("Nom (requis)", exact=True)).to_have_value("")


def test_a_user_is_told_that_administrators_create_accounts(panel: Panel) -> None:
    panel.sign_in("CDU000630", address="/comptes/nouveau")
    expect(panel.page.get_by_text("Seuls les administrateurs")).to_be_visible()
    expect(panel.page.get_by_role("textbox")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in(address="/comptes/nouveau")
        expect(panel.page.get_by_role("heading", name="Étape 1 sur 3")).to_be_visible()
        panel.assert_accessible()
        fill_details(panel.page, "Ombre")
        next_step(panel.page)
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.sign_in(address="/comptes/nouveau")
        panel.heading("Create an account")
        panel.page.get_by_role("button", name="Next").click()
        expect(panel.page.get_by_role("link", name=re.compile("^Title"))).to_be_visible()
