"""A selection is always seen: rows that a search or another page hides, and the dialogs name who (R2)."""

import re
from datetime import UTC, date, datetime

from playwright.sync_api import Locator, expect

from models.rules.accounts.expiry import expiry_date
from models.rules.paris_calendar import paris_day
from tests.panel.accounts.rows import row, rows
from tests.panel.panel import Panel
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

EMPLOYER = re.compile(r"Établissement\s: .*VF201")


def tick(panel: Panel, *names: str) -> None:
    for name in names:
        panel.page.get_by_label(f"Sélectionner {name}", exact=True).check(force=True)


def selected(panel: Panel) -> Locator:
    return panel.page.get_by_role("status").filter(has_text="sélectionné")


def search_for(panel: Panel, text: str) -> None:
    panel.page.get_by_label("Rechercher").fill(text)
    expect(panel.page).to_have_url(re.compile(f"recherche={text}"))
    expect(panel.page.locator('[aria-busy="true"]')).to_have_count(0)


def test_chosen_accounts_that_a_search_hides_are_counted_shown_and_named_before_anything_is_done(
    panel: Panel, desk: Serving
) -> None:
    with administrator(desk.url) as jean:
        for first_name in ("Odile", "Yann"):
            jean.creates_an_account(first_name, "Cachetout", "cachetout@chu-nantes.example")
    panel.sign_in(address="/comptes?recherche=cachetout")
    tick(panel, "Odile Cachetout", "Yann Cachetout")
    expect(selected(panel)).not_to_contain_text("ne montre pas")
    search_for(panel, "durant")
    expect(row(panel, "CDU000630")).to_be_visible()
    expect(selected(panel)).to_contain_text("2 comptes sélectionnés dont 2 que cette liste ne montre pas")
    panel.page.get_by_role("button", name="Voir la sélection").click()
    shown = panel.page.get_by_role("dialog", name="Comptes sélectionnés")
    expect(shown.get_by_role("listitem")).to_have_count(2)
    panel.assert_accessible()
    shown.get_by_role("button", name=re.compile("^Retirer.*Yann Cachetout")).click()
    expect(shown.get_by_role("listitem")).to_have_count(1)
    shown.get_by_role("button", name="Fermer").click()
    expect(selected(panel)).to_contain_text("1 compte sélectionné dont 1 que cette liste ne montre pas")
    panel.page.get_by_role("button", name="Supprimer", exact=True).first.click()
    dialog = panel.page.get_by_role("alertdialog", name="Supprimer 1 compte ?")
    expect(dialog.get_by_role("listitem")).to_have_text([re.compile(r"^Odile Cachetout \(OCA\w{6}\)$")])
    expect(dialog).to_contain_text(EMPLOYER)
    panel.assert_accessible()


def test_chosen_accounts_on_another_page_are_counted_too(panel: Panel) -> None:
    panel.sign_in(address="/comptes")
    rows(panel).first.get_by_role("checkbox").check(force=True)
    panel.page.get_by_role("button", name="Page suivante").click()
    expect(selected(panel)).to_contain_text("dont 1 que cette liste ne montre pas")
    panel.page.get_by_role("button", name="Page précédente").click()
    expect(selected(panel)).not_to_contain_text("ne montre pas")


def test_a_renewal_names_ten_at_most_then_how_many_more_and_the_new_date(panel: Panel) -> None:
    panel.sign_in(address="/comptes?statut=ACTIVE&lignes=25&choix=page")
    expect(rows(panel)).to_have_count(25)
    panel.page.get_by_role("button", name="Renouveler les comptes").click()
    dialog = panel.page.get_by_role("dialog", name=re.compile("^Renouveler 25 comptes"))
    names = dialog.get_by_role("list", name="Comptes concernés").get_by_role("listitem")
    expect(names).to_have_count(11)
    expect(names.last).to_have_text("et 15 de plus")
    expect(dialog).to_contain_text(EMPLOYER)
    expect(dialog).to_contain_text(re.compile(rf"Nouvelle date d’expiration\s: {new_expiry():%d/%m/%Y}"))


def test_the_dialog_of_one_account_names_it_too(panel: Panel) -> None:
    panel.sign_in(address="/comptes/CDU000630?action=renouveler")
    dialog = panel.page.get_by_role("dialog", name=re.compile("^Renouveler 1 compte"))
    expect(dialog.get_by_role("listitem")).to_have_text(["Christophe Durant (CDU000630)"])
    expect(dialog).to_contain_text(EMPLOYER)
    expect(dialog).to_contain_text(f"{new_expiry():%d/%m/%Y}")


def new_expiry() -> date:
    return expiry_date(paris_day(datetime.now(UTC)), 18)
