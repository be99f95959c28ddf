"""Suivi de votre demande: where a request stands, and the code of the letter (N1)."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.database import change
from tests.panel.panel import Panel, opened
from tests.panel.post import address_of_the_link
from tests.panel.registrations.forms import Request, request, send_all
from tests.panel.registrations.operator import Operator
from tests.server.comptoir_process import Serving

FOLLOW = "/inscription/suivi"
WRONG = ("AAAA-2222", "CCCC-3333", "DDDD-4444", "EEEE-5555", "FFFF-6666")


def requested(panel: Panel, number: int) -> Request:
    """A request, with its page open."""
    form = request(number)
    panel.open("/inscription")
    send_all(panel.page, form)
    panel.open(address_of_the_link(panel.url, form.email, screen=FOLLOW))
    state(panel, "En attente d’un opérateur")
    return form


def approved(panel: Panel, number: int, operator: Operator) -> Request:
    form = requested(panel, number)
    operator.approve(form.email, "CNRACL")
    panel.page.reload()
    state(panel, "Acceptée : le code est attendu")
    expect(panel.page.get_by_text(re.compile(r"valable jusqu’au \d\d/\d\d/\d{4} inclus"))).to_be_visible()
    return form


def state(panel: Panel, name: str) -> None:
    expect(panel.page.get_by_role("heading", level=2, name=name)).to_be_visible()


def code(panel: Panel) -> Locator:
    return panel.page.get_by_label("Code du courrier")


def enter(panel: Panel, text: str) -> None:
    code(panel).fill(text)
    panel.page.get_by_role("button", name="Ouvrir le compte").click()


def test_following_the_link_confirms_the_address_as_operators_see(panel: Panel, operator: Operator) -> None:
    form = request(49)
    panel.open("/inscription")
    send_all(panel.page, form)
    assert [one["emailConfirmed"] for one in operator.requests(form.email)] == [False]
    panel.open(address_of_the_link(panel.url, form.email, screen=FOLLOW))
    expect(panel.page.get_by_text("Votre adresse électronique est confirmée")).to_be_visible()
    assert [one["emailConfirmed"] for one in operator.requests(form.email)] == [True]


def test_what_cannot_be_a_code_uses_no_try_up(panel: Panel, operator: Operator) -> None:
    form = approved(panel, 40, operator)
    for text, fault in (
        ("", "Saisissez le code."),
        ("K7MX-2PO9", "« O » n’est dans aucun code"),
        ("K7MX-2PQ", "celui-ci en a 7"),
    ):
        enter(panel, text)
        expect(panel.page.get_by_text(fault)).to_be_visible()
        expect(code(panel)).to_be_focused()
    panel.assert_accessible()
    (one,) = operator.requests(form.email)
    assert one["triesLeft"] == 5


def test_a_wrong_code_counts_and_a_double_click_opens_one_account(panel: Panel, operator: Operator) -> None:
    form = approved(panel, 41, operator)
    enter(panel, WRONG[0])
    expect(panel.page.get_by_text("Ce n'est pas le code du dernier courrier.")).to_be_visible()
    expect(panel.page.get_by_text("Essais restants : 4", exact=False).first).to_be_visible()
    expect(code(panel)).to_be_focused()
    expect(code(panel)).to_have_value(WRONG[0])
    panel.assert_accessible()
    code(panel).fill(operator.code_for(form.name))
    panel.page.get_by_role("button", name="Ouvrir le compte").dblclick()
    state(panel, "Le compte est ouvert")
    expect(panel.page.get_by_text(re.compile(r"^SDU[0-9A-Z]{6}$"))).to_be_visible()
    announced = panel.page.get_by_role("status").filter(has_text="Compte ouvert. Identifiant")
    expect(announced).to_be_attached()


def test_after_the_last_try_a_right_code_is_of_no_use_and_another_letter_brings_another(
    panel: Panel, operator: Operator, desk_database: str
) -> None:
    form = approved(panel, 42, operator)
    former = operator.code_for(form.name)
    expect(panel.page.get_by_text("Un nouveau courrier peut être demandé à partir du")).to_be_visible()
    for tries_left, wrong in zip((4, 3, 2, 1), WRONG, strict=False):
        enter(panel, wrong)
        expect(panel.page.get_by_text(f"Essais restants : {tries_left}").first).to_be_visible()
    enter(panel, WRONG[4])
    expect(panel.page.get_by_role("alert")).to_contain_text("Tous les essais de ce code sont faits.")
    expect(code(panel)).to_have_count(0)
    panel.assert_accessible()
    change(desk_database, "UPDATE registration SET letter_at = letter_at - interval '25 hours'")
    panel.page.reload()
    panel.page.get_by_role("button", name="Demander un nouveau courrier").click()
    expect(panel.page.get_by_role("alert")).to_contain_text("Un nouveau courrier part")
    expect(panel.page.get_by_text("Essais restants : 5")).to_be_visible()
    panel.assert_accessible()
    enter(panel, former)
    expect(panel.page.get_by_text("Essais restants : 4").first).to_be_visible()
    enter(panel, operator.code_for(form.name, other_than=former))
    state(panel, "Le compte est ouvert")


def test_a_lost_line_loses_no_code(panel: Panel, operator: Operator) -> None:
    form = approved(panel, 43, operator)
    right = operator.code_for(form.name)
    panel.page.route("**/graphql", lambda route: route.abort())
    enter(panel, right)
    expect(panel.page.get_by_role("alert")).to_contain_text("La connexion est perdue")
    expect(code(panel)).to_have_value(right)
    panel.page.unroute("**/graphql")
    panel.page.get_by_role("button", name="Ouvrir le compte").click()
    state(panel, "Le compte est ouvert")
    panel.expect_faults("ERR_FAILED")


def test_a_refusal_is_shown_with_its_reason(panel: Panel, operator: Operator) -> None:
    form = requested(panel, 44)
    operator.refuse(form.email, "Le contrat VF944 est celui d'une autre commune.")
    panel.page.reload()
    state(panel, "Refusée")
    expect(panel.page.get_by_text("Motif : Le contrat VF944 est celui d'une autre commune.")).to_be_visible()
    panel.assert_accessible()
    panel.page.get_by_role("link", name="Faire une nouvelle demande").click()
    panel.heading("Inscrire un établissement")


def test_a_code_that_came_too_late_says_so(panel: Panel, operator: Operator, desk_database: str) -> None:
    form = approved(panel, 45, operator)
    late = "UPDATE registration SET lapses_at = now() - interval '1 day' WHERE email = $1"
    change(desk_database, late, form.email)
    enter(panel, operator.code_for(form.name))
    state(panel, "Trop tard")
    expect(panel.page.get_by_role("link", name="Faire une nouvelle demande")).to_be_visible()
    panel.assert_accessible()


@pytest.mark.parametrize("address", [FOLLOW, f"{FOLLOW}#abc", f"{FOLLOW}#" + "é%20<b>" * 30])
def test_an_unknown_link_says_so(panel: Panel, address: str) -> None:
    panel.open(address)
    state(panel, "Ce lien ne mène à aucune demande")
    expect(panel.page.get_by_role("textbox")).to_have_count(0)
    panel.assert_accessible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_reads_well_in_english_on_a_telephone(
    browser: Browser, desk: Serving, operator: Operator, scheme: str
) -> None:
    telephone = {"viewport": {"width": 360, "height": 740}, "color_scheme": scheme}
    with opened(browser, desk.url, **telephone) as panel:
        form = approved(panel, 46 + (scheme == "dark"), operator)
        panel.page.get_by_role("button", name="English").click()
        panel.heading("Your request")
        state(panel, "Approved: the code is awaited")
        panel.page.get_by_label("Code of the letter").fill("K7MX")
        panel.page.keyboard.press("Enter")
        expect(panel.page.get_by_text("this one has 4")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
        panel.page.get_by_label("Code of the letter").fill(operator.code_for(form.name))
        panel.page.keyboard.press("Enter")
        state(panel, "The account is open")
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()
