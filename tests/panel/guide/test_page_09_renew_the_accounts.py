"""Page 9 of the guide, "Renouveler les comptes utilisateurs"."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.panel.accounts.rows import row, rows
from tests.panel.database import change
from tests.panel.guide.days import expired_for, shown_in_days, shown_in_months
from tests.panel.guide.holders import PASSWORD, invited, stored, with_password
from tests.panel.panel import Panel
from tests.panel.post import Administrator
from tests.server.comptoir_process import Serving

MONTHS = 18
MODIFY = """mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { code } } }"""
SERVICE = "Affiliation CNRACL"
DAY = re.compile(r"^\d\d/\d\d/\d{4}$")
SEVERINE = ("Mme", "Puythorec", "Séverine", "SPUY4C8MN", "SIG1651 - chantier C1", "Administrateur", "Actif")
FERNAND = ("M.", "Louty", "Fernand", "FLO000394", "DMN", "Utilisateur", "Expiré")


def renew(panel: Panel, question: str | re.Pattern[str]) -> None:
    """Confirms the renewal, whose dialog names the day until which the accounts are valid."""
    dialog = panel.page.get_by_role("dialog", name=question)
    expect(dialog).to_contain_text(re.compile(rf"Nouvelle date d’expiration\s: {shown_in_months(MONTHS)}"))
    dialog.get_by_role("button", name="Renouveler").click()
    expect(dialog).to_have_count(0)


def expect_read_only(panel: Panel, identifier: str, *, read_only: bool) -> None:
    """Neither the rights nor the details can be changed, or both can."""
    panel.open(f"/comptes/{identifier}")
    level = panel.page.get_by_role("radiogroup", name=SERVICE).get_by_role("radio").first
    expect(level).to_be_enabled(enabled=not read_only)
    panel.page.get_by_role("link", name="Ses coordonnées").click()
    expect(panel.page.get_by_label("Prénom")).to_be_editable(editable=not read_only)


def test_the_guides_people_are_listed_as_on_its_picture(jean: Panel, desk_database: str) -> None:
    expired_for(desk_database, "FLO000394", 1)
    for person, signed_in in ((SEVERINE, DAY), (FERNAND, "Jamais")):
        jean.open(f"/comptes?recherche={person[3]}")
        cells = row(jean, person[3]).get_by_role("cell")
        expect(cells).to_have_text(["", *person, DAY, signed_in, ""])


def test_a_review_deletes_some_accounts_and_renews_the_others(jean: Panel, colleague: Administrator) -> None:
    page, gone = jean.page, invited(colleague, "Quittée")
    jean.open("/comptes?recherche=quittee")
    row(jean, gone.identifier).get_by_role("button", name="Supprimer").click()
    page.get_by_role("alertdialog", name="Supprimer 1 compte ?").get_by_role(
        "button", name="Supprimer"
    ).click()
    expect(page.get_by_text("1 compte supprimé")).to_be_visible()
    assert stored(colleague, gone.identifier)["status"] == "DELETED"

    jean.open("/comptes?statut=ACTIVE")
    page.get_by_role("button", name="Tout sélectionner").click()
    selected = page.get_by_role("status").filter(has_text="sélectionné")
    expect(selected).to_contain_text("10 comptes sélectionnés")
    page.get_by_role("button", name="Renouveler", exact=True).click()
    renew(jean, "Renouveler 10 comptes ?")
    expect(page.get_by_text("10 comptes renouvelés")).to_be_visible()
    expect(rows(jean).filter(has_text=shown_in_months(MONTHS))).to_have_count(10)


def test_an_account_expires_once_its_date_is_past_and_is_renewed_from_its_row(
    jean: Panel, colleague: Administrator, desk: Serving, desk_database: str
) -> None:
    page, anne = jean.page, with_password(colleague, desk.url, "Échue")
    for days, status in ((0, "Actif"), (1, "Expiré")):
        expired_for(desk_database, anne.identifier, days)
        jean.open(f"/comptes?recherche={anne.identifier}")
        expect(row(jean, anne.identifier)).to_contain_text(status)
        expect(row(jean, anne.identifier)).to_contain_text(shown_in_days(-days))
    row(jean, anne.identifier).hover()
    renewal = row(jean, anne.identifier).get_by_role("button", name="Renouveler")
    renewal.hover()
    expect(page.get_by_role("tooltip")).to_have_text("Renouveler")
    renewal.click()
    renew(jean, "Renouveler 1 compte ?")
    expect(page.get_by_text("1 compte renouvelé")).to_be_visible()
    expect(row(jean, anne.identifier)).to_contain_text("Actif")
    expect(row(jean, anne.identifier)).to_contain_text(shown_in_months(MONTHS))


def test_the_holder_of_an_expired_account_signs_in_once_it_is_renewed(
    jean: Panel, panel: Panel, colleague: Administrator, desk: Serving, desk_database: str
) -> None:
    anne = with_password(colleague, desk.url, "Refusée")
    expired_for(desk_database, anne.identifier, 1)
    panel.open("/connexion")
    panel.fill_sign_in(anne.identifier, PASSWORD)
    expect(panel.page.get_by_role("alert")).to_contain_text(
        "Votre compte a expiré. Demandez son renouvellement"
    )
    panel.heading("Se connecter")
    jean.open(f"/comptes/{anne.identifier}")
    jean.page.get_by_role("button", name="Renouveler", exact=True).click()
    renew(jean, "Renouveler 1 compte ?")
    expect(jean.page.get_by_text("1 compte renouvelé")).to_be_visible()
    panel.fill_sign_in(anne.identifier, PASSWORD)
    panel.heading("Tableau de bord")


def test_an_expired_account_cannot_be_modified_until_it_is_renewed(
    jean: Panel, colleague: Administrator, desk: Serving, desk_database: str
) -> None:
    anne = with_password(colleague, desk.url, "Figée")
    expired_for(desk_database, anne.identifier, 1)
    expect_read_only(jean, anne.identifier, read_only=True)
    expect(jean.page.get_by_text("renouvelez-le avant de le modifier")).to_be_visible()
    before = stored(colleague, anne.identifier)
    modification = {"id": before["id"], "version": before["version"], "department": "RH"}
    refused = colleague.asks(MODIFY, input=modification)
    assert refused == {"modifyAccount": {"errors": [{"code": "ACCOUNT_EXPIRED"}]}}
    assert stored(colleague, anne.identifier) == before
    jean.page.get_by_role("button", name="Renouveler", exact=True).click()
    renew(jean, "Renouveler 1 compte ?")
    expect(jean.page.get_by_text("1 compte renouvelé")).to_be_visible()
    expect_read_only(jean, anne.identifier, read_only=False)


GIVE_A_MANDATE = """WITH given AS (
    INSERT INTO mandate (giver_id, centre_id, scope, starts_on, ends_on, proposed_at, accepted_at)
    SELECT other.id, jean.employer_id, 'RENEW', current_date - 1, current_date + 30, now(), now()
    FROM account jean, employer other
    WHERE jean.identifier = 'JLO000439' AND other.contract_number = 'VF202' RETURNING id)
    INSERT INTO mandate_holder (mandate_id, account_id, named_at)
    SELECT given.id, jean.id, now() FROM given, account jean WHERE jean.identifier = 'JLO000439'"""
LET_ONE_EXPIRE = """UPDATE account SET expires_on = (now() AT TIME ZONE 'Europe/Paris')::date - 1
    WHERE id IN (
        SELECT min(id) FROM account
        WHERE profile = 'USER' AND password_created_at IS NOT NULL AND deleted_at IS NULL
            AND identifier NOT IN ('CDU000630', 'FLO000394')
        GROUP BY employer_id)"""


@pytest.fixture
def mandate(desk_database: str) -> Iterator[None]:
    """Jean renews the accounts of a second employer as well, VF202; each has an expired account."""
    change(desk_database, GIVE_A_MANDATE)
    change(desk_database, LET_ONE_EXPIRE)
    yield
    for table in ("mandate_holder", "mandate"):
        change(desk_database, f"DELETE FROM {table}")


@pytest.mark.usefixtures("mandate")
def test_who_acts_for_several_employers_renews_for_each_of_them(jean: Panel) -> None:
    """What is renewed for one leaves the expired accounts of the other as they are."""
    for contract_number in ("VF202", "VF201"):
        jean.open(f"/comptes?etablissement={contract_number}&statut=EXPIRED&lignes=100")
        renew_all_expired(jean, contract_number)


def renew_all_expired(jean: Panel, contract_number: str) -> None:
    page = jean.page
    expect(rows(jean).first).to_contain_text("Expiré")
    page.get_by_role("button", name="Tout sélectionner").click()
    page.get_by_role("button", name="Renouveler", exact=True).click()
    dialog = page.get_by_role("dialog")
    expect(dialog).to_contain_text(re.compile(rf"Établissement\s: .*{contract_number}"))
    renew(jean, re.compile(r"^Renouveler \d+ comptes? \?$"))
    expect(page.get_by_role("heading", name="Aucun compte ne correspond")).to_be_visible()
