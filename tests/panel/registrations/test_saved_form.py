"""A registration that is saved and gone on with later, by the link of an e-mail (N1)."""

from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import address_of_the_link
from tests.panel.registrations.forms import (
    expect_sent,
    fill_administrator,
    fill_employer,
    fill_representative,
    following,
    request,
    send,
    step,
)
from tests.panel.registrations.operator import Operator
from tests.server.comptoir_process import Serving

SAVED, FOLLOWED = "/inscription", "/inscription/suivi"


def save(panel: Panel, email: str) -> None:
    panel.page.get_by_role("button", name="Enregistrer et continuer plus tard").click()
    dialog = panel.page.get_by_role("dialog", name="Continuer plus tard")
    dialog.get_by_label("Adresse électronique").fill(email)
    panel.assert_accessible()
    dialog.get_by_role("button", name="Enregistrer").click()
    expect(dialog.get_by_role("alert")).to_contain_text(f"un courriel part à {email}")
    panel.assert_accessible()
    dialog.get_by_role("button", name="Fermer").click()
    expect(dialog).to_have_count(0)


def test_a_half_filled_form_is_saved_and_gone_on_with_elsewhere(
    panel: Panel, browser: Browser, desk: Serving, operator: Operator
) -> None:
    form = request(30)
    panel.open("/inscription")
    fill_employer(panel.page, form)
    following(panel.page)
    step(panel.page, 2)
    panel.page.get_by_label("Prénom").fill("Anne")
    save(panel, form.email)
    step(panel.page, 2)
    expect(panel.page.get_by_label("Prénom")).to_have_value("Anne")
    assert operator.requests(form.email) == []
    address = address_of_the_link(desk.url, form.email, screen=SAVED)
    with opened(browser, desk.url) as sara:
        page = sara.page
        sara.open(address)
        expect(page.get_by_text("Votre saisie a été reprise")).to_be_visible()
        expect(page).to_have_url(f"{desk.url}{SAVED}")
        expect(page.get_by_label("SIRET")).to_have_value(form.siret)
        expect(page.get_by_label("Adresse postale")).to_have_value("HOTEL DE VILLE\n44120 VERTOU")
        sara.assert_accessible()
        following(page)
        expect(page.get_by_label("Prénom")).to_have_value("Anne")
        fill_representative(page)
        page.reload()
        expect(page.get_by_label("Fonction")).to_have_value("Maire")
        save(sara, form.email)  # under the same link
        assert address_of_the_link(desk.url, form.email, screen=SAVED) == address
        following(page)
        fill_administrator(page, form.email)
        send(page)
        expect_sent(page)
        assert [one["state"] for one in operator.requests(form.email)] == ["SUBMITTED"]
        sara.open(address)
        expect(page.get_by_role("alert")).to_contain_text("Ce lien ne mène à aucune saisie enregistrée")
        expect(page.get_by_label("SIRET")).to_have_value("")
        sara.assert_accessible()
        sara.open(address_of_the_link(desk.url, form.email, screen=FOLLOWED))  # a new link
        expect(page.get_by_role("heading", name="En attente d’un opérateur")).to_be_visible()


def test_without_an_address_nothing_is_saved_and_a_lost_line_loses_nothing(panel: Panel) -> None:
    page, form = panel.page, request(31)
    panel.open("/inscription")
    fill_employer(page, form)
    page.get_by_role("button", name="Enregistrer et continuer plus tard").click()
    dialog = page.get_by_role("dialog")
    field = dialog.get_by_label("Adresse électronique")
    expect(field).to_be_focused()
    field.press("Enter")
    expect(dialog.get_by_text("Ce champ est à renseigner.")).to_be_visible()
    field.fill("pas une adresse")
    field.press("Enter")
    expect(dialog.get_by_text("n'a pas la forme d'une adresse de courriel")).to_be_visible()
    expect(field).to_be_focused()
    field.fill(form.email)
    page.route("**/graphql", lambda route: route.abort())
    field.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("La connexion est perdue")
    expect(field).to_have_value(form.email)
    page.unroute("**/graphql")
    field.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("un courriel part à")
    page.keyboard.press("Escape")
    expect(page.get_by_label("SIRET")).to_have_value(form.siret)
    panel.expect_faults("ERR_FAILED")


def test_an_unknown_link_says_so_above_an_empty_form(panel: Panel) -> None:
    panel.open("/inscription#abc")
    expect(panel.page.get_by_role("alert")).to_contain_text("Ce lien ne mène à aucune saisie enregistrée")
    step(panel.page, 1)
    panel.assert_accessible()
