"""Acting for another employer under a mandate (E1): chosen at the top, and kept wherever one goes."""

import re

from playwright.sync_api import expect

from tests.panel.database import change
from tests.panel.panel import Panel

MANDATE = """WITH given AS (
    INSERT INTO mandate (giver_id, centre_id, scope, starts_on, ends_on, proposed_at, accepted_at)
    SELECT other.id, jean.employer_id, 'MANAGE', current_date - 1, current_date + 30, now(), now()
    FROM account jean, employer other
    WHERE jean.identifier = 'JLO000439' AND other.id <> jean.employer_id ORDER BY other.id LIMIT 1
    RETURNING id)
    INSERT INTO mandate_holder (mandate_id, account_id, named_at)
    SELECT given.id, jean.id, now() FROM given, account jean WHERE jean.identifier = 'JLO000439'"""


def test_the_employer_one_acts_for_is_chosen_and_goes_along_everywhere(
    panel: Panel, desk_database: str
) -> None:
    change(desk_database, MANDATE)
    page = panel.page
    panel.sign_in(address="/comptes")
    switch = page.get_by_label("Établissement")
    expect(switch.locator("option")).to_have_count(2)
    own = switch.input_value()
    (other,) = [value for value in switch.locator("option").evaluate_all(_VALUES) if value != own]
    count = page.get_by_role("status").filter(has_text="compte")
    before = count.inner_text()
    panel.at_rest()
    switch.select_option(other)
    expect(page).to_have_url(re.compile(f"etablissement={other}"))
    expect(count).not_to_have_text(before)
    panel.assert_accessible()
    page.get_by_label("Rechercher").fill("e")
    expect(page).to_have_url(re.compile("recherche=e"))
    page.get_by_role("link", name="Créer un compte").click()
    panel.heading("Créer un compte")
    expect(switch).to_have_value(other)
    page.get_by_role("link", name="Tableau de bord").click()
    panel.heading("Tableau de bord")
    expect(switch).to_have_value(other)
    page.get_by_role("link", name="Tout l’historique").click()
    panel.heading("Historique")
    expect(switch).to_have_value(other)
    page.reload()
    expect(switch).to_have_value(other)
    switch.select_option(own)
    panel.heading("Gestion des comptes")
    expect(count).to_have_text(before)


_VALUES = "options => options.map(option => option.value)"
