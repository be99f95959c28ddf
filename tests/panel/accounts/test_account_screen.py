"""Un compte: its rights, its details, its history; two administrators at once (G, M1–M4, R, D1, P3)."""

import re
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import Administrator, address_of_the_link, administrator, client_of
from tests.server.comptoir_process import Serving

WRONG = """mutation ($who: SignInInput!) { signIn(input: $who) { errors { code } } }"""
HOLDERS = "Velo-Rouge-42"
CREATE_PASSWORD = """mutation ($input: CreatePasswordInput!) {
    createPassword(input: $input) { errors { message } } }"""
SEND_LINK = """mutation ($input: BulkAccountsInput!) { sendPasswordResets(input: $input) { done } }"""
VIEWER = "{ viewer { account { identifier } } }"
READ = """query ($identifier: String!) { account(identifier: $identifier) {
    id version department lastName rights { level service { label } } } }"""
MODIFY = """mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { message } } }"""


@pytest.fixture
def jean(desk: Serving) -> Iterator[Administrator]:
    with administrator(desk.url) as found:
        yield found


def an_account(jean: Administrator, last_name: str) -> str:
    identifier: str = jean.creates_an_account("Claire", last_name, f"{last_name}@chu.example")["identifier"]
    return identifier


def read(jean: Administrator, identifier: str) -> Any:
    return jean.asks(READ, identifier=identifier)["account"]


def viewer_of(client: httpx2.Client) -> str | None:
    account = client.post("/graphql", json={"query": VIEWER}).json()["data"]["viewer"]["account"]
    return account and str(account["identifier"])


def right(panel: Panel, label: str) -> Locator:
    return panel.page.get_by_role("radiogroup", name=label)


def unsaved(panel: Panel) -> Locator:
    return panel.page.get_by_role("status").filter(has_text="non enregistrée")


def save(panel: Panel) -> None:
    panel.page.get_by_role("button", name="Appliquer les modifications").click()


def test_rights_and_details_are_saved_together_and_told_in_words(panel: Panel, jean: Administrator) -> None:
    identifier = an_account(jean, "Ensemble")
    panel.sign_in(address=f"/comptes/{identifier}")
    right(panel, "Affiliation CNRACL").get_by_text("Lecture seule").click()
    expect(unsaved(panel)).to_contain_text("1 modification")
    expect(panel.page.get_by_text(re.compile(r"Modifié, était\s: Aucun"))).to_be_visible()
    panel.page.get_by_role("link", name="Ses coordonnées").click()
    panel.page.get_by_label("Service", exact=True).fill("RH & paie de l’été")
    expect(unsaved(panel)).to_contain_text("2 modifications")
    panel.assert_accessible()
    save(panel)
    expect(panel.page.get_by_text("Modifications enregistrées")).to_be_visible()
    expect(unsaved(panel)).to_have_count(0)
    panel.page.reload()
    expect(panel.page.get_by_label("Service", exact=True)).to_have_value("RH & paie de l’été")
    panel.page.get_by_role("link", name="Historique", exact=True).click()
    expect(panel.page.get_by_text(re.compile(r"Affiliation CNRACL\s: Aucun → Lecture seule"))).to_be_visible()
    panel.assert_accessible()


def test_leaving_unsaved_changes_behind_is_asked_about(panel: Panel, jean: Administrator) -> None:
    identifier = an_account(jean, "Gardée")
    panel.sign_in(address="/comptes")
    panel.open(f"/comptes/{identifier}")
    right(panel, "Affiliation CNRACL").get_by_text("Modification").click()
    expect(unsaved(panel)).to_be_visible()
    panel.page.get_by_role("link", name="Tableau de bord").click()
    guard = panel.page.get_by_role("alertdialog", name=re.compile("Quitter sans enregistrer"))
    expect(guard).to_be_visible()
    panel.assert_accessible()
    guard.get_by_role("button", name="Rester").click()
    expect(guard).to_have_count(0)
    expect(unsaved(panel)).to_be_visible()
    panel.page.get_by_role("link", name="Tableau de bord").click()
    guard.get_by_role("button", name="Quitter sans enregistrer").click()
    panel.heading("Tableau de bord")
    assert {one["level"] for one in read(jean, identifier)["rights"]} == {"NONE"}


def test_of_two_administrators_the_second_sees_what_the_first_did_and_nothing_is_lost(
    panel: Panel, jean: Administrator
) -> None:
    identifier = an_account(jean, "Disputée")
    panel.sign_in(address=f"/comptes/{identifier}?onglet=coordonnees")
    panel.page.get_by_label("Nom (requis)", exact=True).fill("Disputée-Le Goff")
    theirs = {**{key: read(jean, identifier)[key] for key in ("id", "version")}, "department": "Direction"}
    assert jean.asks(MODIFY, input=theirs) == {"modifyAccount": {"errors": []}}
    save(panel)
    conflict = panel.page.get_by_role("alertdialog", name="Ce compte a changé entre-temps")
    expect(conflict).to_contain_text(re.compile(r"Service\s: rien → Direction"))
    expect(conflict).to_contain_text(re.compile(r"Nom\s: Disputée → Disputée-Le Goff"))
    panel.assert_accessible()
    assert read(jean, identifier)["lastName"] == "Disputée"
    conflict.get_by_role("button", name="Reprendre mes modifications").click()
    expect(panel.page.get_by_label("Service", exact=True)).to_have_value("Direction")
    expect(unsaved(panel)).to_contain_text("1 modification")
    save(panel)
    expect(panel.page.get_by_text("Modifications enregistrées")).to_be_visible()
    found = read(jean, identifier)
    assert (found["lastName"], found["department"]) == ("Disputée-Le Goff", "Direction")


def test_giving_up_after_a_conflict_shows_what_the_other_did(panel: Panel, jean: Administrator) -> None:
    identifier = an_account(jean, "Cédée")
    panel.sign_in(address=f"/comptes/{identifier}?onglet=coordonnees")
    panel.page.get_by_label("Service", exact=True).fill("Le mien")
    theirs = {**{key: read(jean, identifier)[key] for key in ("id", "version")}, "department": "Le leur"}
    jean.asks(MODIFY, input=theirs)
    save(panel)
    panel.page.get_by_role("button", name="Abandonner mes modifications").click()
    expect(panel.page.get_by_label("Service", exact=True)).to_have_value("Le leur")
    expect(unsaved(panel)).to_have_count(0)


def test_a_promotion_says_that_it_cannot_be_undone_and_needs_the_address(
    panel: Panel, jean: Administrator
) -> None:
    identifier = an_account(jean, "Promue")
    panel.sign_in(address=f"/comptes/{identifier}?onglet=coordonnees")
    panel.page.get_by_text("Administrateur", exact=True).last.click()
    panel.page.get_by_role("button", name="Reprendre l’adresse").click()
    save(panel)
    dialog = panel.page.get_by_role("dialog", name=re.compile("Faire de Claire Promue un administrateur"))
    expect(dialog).to_contain_text("irréversible")
    expect(dialog).to_contain_text("courrier part au représentant légal")
    panel.assert_accessible()
    dialog.get_by_role("button", name="Passer en administrateur").click()
    expect(panel.page.get_by_text("Modifications enregistrées")).to_be_visible()
    expect(panel.page.get_by_role("radio", name="Utilisateur")).to_be_disabled()


def test_an_expired_account_is_renewed_before_it_is_modified(panel: Panel) -> None:
    panel.sign_in(address="/comptes/FLO000394")
    expect(panel.page.get_by_text("renouvelez-le avant de le modifier")).to_be_visible()
    expect(right(panel, "Affiliation CNRACL").get_by_role("radio").first).to_be_disabled()
    panel.assert_accessible()
    panel.page.get_by_role("button", name="Renouveler le compte").click()
    panel.page.get_by_role("dialog").get_by_role("button", name="Renouveler").click()
    expect(panel.page.get_by_text("1 compte renouvelé")).to_be_visible()
    expect(right(panel, "Affiliation CNRACL").get_by_role("radio").first).to_be_enabled()
    expect(panel.page.get_by_text(re.compile(r"^Expire le \d\d/\d\d/\d{4}$"))).to_be_visible()


def test_an_invitation_is_seen_and_sent_again(panel: Panel, jean: Administrator) -> None:
    identifier = an_account(jean, "Invitée")
    panel.sign_in(address=f"/comptes/{identifier}")
    expect(panel.page.get_by_text(re.compile("Courriel (envoyé|en attente d’envoi)"))).to_be_visible()
    panel.page.get_by_role("button", name="Renvoyer l’invitation").click()
    panel.page.get_by_role("dialog").get_by_role("button", name="Renvoyer l’invitation").click()
    expect(panel.page.get_by_text("1 invitation renvoyée")).to_be_visible()


def test_a_locked_account_is_unlocked(panel: Panel, desk: Serving) -> None:
    with client_of(desk.url) as client:
        for _ in range(5):
            who = {"identifier": "SPUY4C8MN", "password": "faux"}
            client.post("/graphql", json={"query": WRONG, "variables": {"who": who}})
    panel.sign_in(address="/comptes/SPUY4C8MN")
    expect(panel.page.get_by_text("Verrouillé", exact=True)).to_be_visible()
    panel.page.get_by_role("button", name="Déverrouiller").click()
    panel.page.get_by_role("dialog").get_by_role("button", name="Déverrouiller").click()
    expect(panel.page.get_by_text("1 compte déverrouillé")).to_be_visible()
    expect(panel.page.get_by_text("Verrouillé", exact=True)).to_have_count(0)


def address_of(last_name: str) -> str:
    return last_name.replace("'", "") + "@chu.example"


def an_active_account(panel: Panel, jean: Administrator, desk: Serving, last_name: str) -> str:
    """An account whose holder has created the password."""
    recipient = address_of(last_name)
    identifier: str = jean.creates_an_account("Claire", last_name, recipient)["identifier"]
    link = address_of_the_link(desk.url, recipient)
    created = jean.asks(CREATE_PASSWORD, input={"token": link.partition("#")[2], "password": HOLDERS})
    assert created["createPassword"]["errors"] == []
    panel.sign_in(address=f"/comptes/{identifier}")
    return identifier


def test_a_colleague_is_sent_a_link_to_a_new_password(
    panel: Panel, jean: Administrator, desk: Serving
) -> None:
    last_name = "L'Oubli"
    an_active_account(panel, jean, desk, last_name)
    first = address_of_the_link(desk.url, address_of(last_name))
    opener = panel.page.get_by_role("button", name="Envoyer un lien de mot de passe")
    opener.click()
    dialog = panel.page.get_by_role("dialog", name="Envoyer 1 lien de mot de passe ?")
    expect(dialog).to_contain_text(f"Claire {last_name}")
    expect(dialog).to_contain_text("L’ancien mot de passe vaut jusque-là")
    panel.assert_accessible()
    panel.page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    opener.click()
    dialog.get_by_role("button", name="Envoyer un lien de mot de passe").click()
    expect(panel.page.get_by_text("1 lien de mot de passe envoyé")).to_be_visible()
    expect(opener).to_be_focused()
    link = address_of_the_link(desk.url, address_of(last_name), other_than=first)
    panel.open(link)
    panel.heading("Choisir un nouveau mot de passe")


def test_the_fourth_link_within_an_hour_is_refused_with_what_to_do(
    panel: Panel, jean: Administrator, desk: Serving
) -> None:
    identifier = an_active_account(panel, jean, desk, "Insistante")
    ids = [read(jean, identifier)["id"]]
    for _ in range(3):
        assert jean.asks(SEND_LINK, input={"ids": ids})["sendPasswordResets"]["done"] == 1
    panel.page.get_by_role("button", name="Envoyer un lien de mot de passe").click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog).to_contain_text(re.compile(r"3 liens en peu de temps.*recommencez dans \d+ minute"))
    send = dialog.get_by_role("button", name="Envoyer un lien de mot de passe")
    expect(send).to_be_disabled()
    panel.assert_accessible()


def test_the_sessions_of_a_colleague_are_closed_and_their_next_request_finds_none(
    panel: Panel, jean: Administrator, desk: Serving
) -> None:
    identifier = an_active_account(panel, jean, desk, "Partie")
    with httpx2.Client(base_url=desk.url) as theirs:
        who = {"identifier": identifier, "password": HOLDERS}
        theirs.post("/graphql", json={"query": WRONG, "variables": {"who": who}})
        assert viewer_of(theirs) == identifier
        opener = panel.page.get_by_role("button", name="Fermer ses sessions")
        opener.click()
        dialog = panel.page.get_by_role("dialog", name="Fermer les sessions de 1 compte ?")
        expect(dialog).to_contain_text("Claire Partie")
        panel.assert_accessible()
        dialog.get_by_role("button", name="Fermer ses sessions").click()
        expect(panel.page.get_by_text("Sessions de 1 compte fermées")).to_be_visible()
        expect(opener).to_be_focused()
        assert viewer_of(theirs) is None
    panel.page.get_by_role("link", name="Historique", exact=True).last.click()
    expect(panel.page.get_by_text("Fin des sessions")).to_be_visible()


def test_ones_own_account_offers_neither(panel: Panel) -> None:
    panel.sign_in(address="/comptes/JLO000439")
    expect(panel.page.get_by_role("button", name="Renouveler le compte")).to_be_visible()
    expect(panel.page.get_by_role("button", name="Envoyer un lien de mot de passe")).to_have_count(0)
    expect(panel.page.get_by_role("button", name="Fermer ses sessions")).to_have_count(0)


def test_a_deleted_account_says_so_and_is_restored(panel: Panel, jean: Administrator) -> None:
    identifier = an_account(jean, "Regrettée")
    panel.sign_in(address=f"/comptes/{identifier}")
    panel.page.get_by_role("button", name="Supprimer", exact=True).click()
    panel.page.get_by_role("alertdialog").get_by_role("button", name="Supprimer").click()
    expect(panel.page.get_by_text("1 compte supprimé")).to_be_visible()
    expect(panel.page.get_by_text("Supprimé", exact=True)).to_be_visible()
    expect(panel.page.get_by_role("link", name="Imprimer l’identifiant")).to_have_count(0)
    panel.page.get_by_role("main").get_by_role("button", name="Restaurer").click()
    panel.page.get_by_role("dialog").get_by_role("button", name="Restaurer").click()
    expect(panel.page.get_by_text("En attente", exact=True)).to_be_visible()


def test_a_lost_connection_keeps_what_was_changed(panel: Panel, jean: Administrator) -> None:
    identifier = an_account(jean, "Perdue")
    panel.sign_in(address=f"/comptes/{identifier}")
    right(panel, "Affiliation CNRACL").get_by_text("Modification").click()
    panel.page.context.set_offline(True)
    save(panel)
    expect(panel.page.get_by_role("alert").filter(has_text="La connexion est perdue")).to_be_visible()
    expect(unsaved(panel)).to_be_visible()
    panel.page.context.set_offline(False)
    panel.page.get_by_role("button", name="Réessayer").click()
    expect(panel.page.get_by_text("Modifications enregistrées")).to_be_visible()
    panel.expect_faults("ERR_INTERNET_DISCONNECTED")


@pytest.mark.parametrize("identifier", ["XXX999999", "nimporte-quoi", "L'Hôpital"])
def test_an_unknown_account_is_a_page_that_says_so(panel: Panel, identifier: str) -> None:
    panel.sign_in(address=f"/comptes/{identifier}")
    panel.heading("Compte introuvable")
    panel.assert_accessible()


def test_the_head_leads_to_the_holders_mailbox_and_phone(panel: Panel, jean: Administrator) -> None:
    main = panel.page.get_by_role("main")
    panel.sign_in(address="/comptes/JLO000439")
    phone = main.get_by_role("link", name="02 41 05 19 38")
    expect(phone).to_have_attribute("href", "tel:+33241051938")
    email = main.get_by_role("link", name="@chu-nantes.example")
    expect(email).to_have_attribute("href", f"mailto:{email.inner_text()}")
    panel.assert_accessible()
    odd = jean.creates_an_account("Claire", "Esperluette", "o'brien&fils?%41@chu.example")["identifier"]
    panel.open(f"/comptes/{odd}")
    panel.heading("Mme Claire Esperluette")
    email = main.get_by_role("link", name="o'brien&fils?%41@chu.example")
    expect(email).to_have_attribute("href", "mailto:o'brien%26fils%3F%2541@chu.example")
    expect(main.locator('a[href^="tel:"]')).to_have_count(0)


def test_the_identifier_of_an_account_is_heard_copied_and_printed_again(
    browser: Browser, desk: Serving
) -> None:
    with opened(browser, desk.url, permissions=["clipboard-read", "clipboard-write"]) as panel:
        page = panel.page
        panel.sign_in(address="/comptes/CDU000630")
        panel.heading("M. Christophe Durant")
        with page.expect_response(re.compile(r"/identifiants/CDU000630\.wav$")) as heard:
            page.get_by_role("button", name="Version sonore").click()
        assert heard.value.status in {200, 206}
        page.get_by_role("button", name="Copier l’identifiant").click()
        expect(page.get_by_text("Identifiant copié")).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == "CDU000630"
        page.get_by_role("link", name="Imprimer l’identifiant").click()
        panel.heading("Identifiant")
        expect(page.get_by_text("CDU000630")).to_be_visible()


def test_the_way_back_leads_to_the_list_as_it_was(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=louty")
    panel.page.get_by_role("row").filter(has_text="FLO000394").get_by_role("link", name="Louty").first.click()
    panel.heading("M. Fernand Louty")
    panel.page.get_by_role("button", name="Gestion des comptes").click()
    expect(panel.page.get_by_label("Rechercher")).to_have_value("louty")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in(address="/comptes/CDU000630")
        right(panel, "Affiliation CNRACL").get_by_text("Modification").click()
        for tab in ("Ses droits", "Ses coordonnées", "Historique"):
            panel.page.get_by_role("link", name=tab, exact=True).click()
            expect(panel.page.get_by_role("link", name=tab, exact=True)).to_have_attribute(
                "aria-current", "page"
            )
            inside = panel.page.get_by_role("listitem" if tab == "Historique" else "radio")
            expect(inside.first).to_be_attached()
            expect(panel.page.locator("time" if tab == "Historique" else "input").first).to_be_attached()
            panel.assert_accessible()
            panel.expect_no_scrolling_sideways()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.sign_in(address="/comptes/CDU000630")
        panel.heading("Mr Christophe Durant")
        expect(panel.page.get_by_role("link", name="Details", exact=True)).to_be_visible()
