"""Gestion des comptes: choosing accounts and acting on them (G, R2, D1, D2)."""

import re

from playwright.sync_api import Locator, expect

from tests.panel.accounts.rows import row, rows
from tests.panel.panel import PASSWORD, Panel


def test_accounts_are_renewed_by_keyboard_alone_from_the_sign_in_on(panel: Panel) -> None:
    keys = panel.page.keyboard
    panel.open("/connexion?vers=/comptes%3Fstatut%3DEXPIRED")
    expect(panel.page.get_by_label("Identifiant")).to_be_focused()
    keys.type("JLO000439")
    keys.press("Tab")
    keys.type(PASSWORD)
    keys.press("Enter")
    panel.heading("Gestion des comptes")
    expect(rows(panel).first).to_contain_text("Expiré")
    count = rows(panel).count()
    _tab_to(panel, panel.page.get_by_label("Tout sélectionner sur cette page"))
    keys.press("Space")
    expect(panel.page.get_by_role("status").filter(has_text="sur cette page")).to_contain_text(
        f"{count} compte"
    )
    renew = panel.page.get_by_role("button", name=re.compile("^Renouveler les? comptes?$"))
    _tab_to(panel, renew, back=True)
    keys.press("Enter")
    dialog = panel.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=re.compile(rf"^Renouveler {count} compte"))).to_be_visible()
    panel.assert_accessible()
    confirm = dialog.get_by_role("button", name="Renouveler")
    expect(confirm).to_be_enabled()
    _tab_to(panel, confirm)
    keys.press("Enter")
    expect(panel.page.get_by_text(re.compile(rf"^{count} comptes? renouvelés?$"))).to_be_visible()
    expect(panel.page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()


def _tab_to(panel: Panel, wanted: Locator, *, back: bool = False) -> None:
    expect(wanted).to_be_visible()
    for _ in range(60):
        if wanted.evaluate("element => element === document.activeElement"):
            return
        panel.page.keyboard.press("Shift+Tab" if back else "Tab")
    raise AssertionError("the keyboard does not get there")


def test_all_that_match_can_be_chosen_and_the_scope_is_said(panel: Panel) -> None:
    panel.sign_in(address="/comptes?statut=PENDING")
    expect(rows(panel).first).to_contain_text("En attente")
    panel.page.get_by_label("Statut", exact=True).select_option("ALL")
    expect(rows(panel).filter(has_text="Actif").first).to_be_visible()
    panel.page.get_by_label("Tout sélectionner sur cette page").check(force=True)
    said = panel.page.get_by_role("status").filter(has_text="sélectionné")
    expect(said).to_contain_text("10 comptes sélectionnés sur cette page")
    panel.page.get_by_role("button", name=re.compile(r"^Sélectionner les \d+ comptes")).click()
    expect(said).to_contain_text("toutes pages comprises")
    panel.page.reload()
    expect(said).to_contain_text("toutes pages comprises")
    panel.page.get_by_role("button", name="Renouveler les comptes").click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog).to_contain_text("attend encore son mot de passe")
    dialog.get_by_role("button", name="Annuler").click()
    panel.page.get_by_role("button", name="Tout désélectionner").click()
    expect(said).to_have_count(0)


def test_an_account_is_deleted_once_and_taken_back_from_where_it_was_told(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=belkacem")
    panel.page.get_by_role("button", name="Supprimer : ").click()
    dialog = panel.page.get_by_role("alertdialog", name="Supprimer 1 compte ?")
    expect(dialog).to_contain_text("peut être restauré pendant 30 jours")
    panel.assert_accessible()
    confirm = dialog.get_by_role("button", name="Supprimer")
    expect(confirm).to_be_enabled()
    confirm.dblclick()
    expect(panel.page.get_by_text("1 compte supprimé")).to_be_visible()
    expect(panel.page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()
    panel.page.get_by_role("button", name="Restaurer").click()
    expect(panel.page.get_by_text("1 compte restauré")).to_be_visible()
    expect(rows(panel)).to_have_count(1)


def test_deleted_accounts_are_found_by_their_status_and_restored(panel: Panel) -> None:
    panel.sign_in(address="/comptes?statut=DELETED")
    expect(rows(panel).first).to_contain_text("Supprimé")
    before = rows(panel).count()
    panel.page.get_by_role("button", name="Restaurer : ").first.click()
    panel.page.get_by_role("dialog").get_by_role("button", name="Restaurer").click()
    expect(panel.page.get_by_text("1 compte restauré")).to_be_visible()
    if before > 1:
        expect(rows(panel)).to_have_count(before - 1)


def test_what_cannot_be_done_tells_why_where_it_stands(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=JLO000439")
    button = row(panel, "JLO000439").get_by_role("button", name="Supprimer : Jean Louty")
    expect(button).to_have_attribute("aria-disabled", "true")
    expect(button).to_have_accessible_name(re.compile(r"Supprimer\s: Jean Louty\. .{10,}"))
    button.focus()
    expect(panel.page.get_by_role("tooltip")).to_be_visible()
    panel.page.keyboard.press("Enter")
    row(panel, "JLO000439").get_by_role("button", name="Renouveler").click()
    expect(panel.page.get_by_role("dialog")).to_be_visible()
    expect(panel.page.get_by_role("alertdialog")).to_have_count(0)
