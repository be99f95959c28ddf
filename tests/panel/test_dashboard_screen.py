"""Tableau de bord: what an administrator sees first, and what a user sees instead (G)."""

import re
from collections import Counter

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.database import change
from tests.panel.panel import Panel, opened
from tests.panel.patience import soon
from tests.panel.post import Administrator, administrator
from tests.server.comptoir_process import Serving

USER = "CDU000630"
ADMINISTRATORS = "query ($id: ID!) { employer(id: $id) { administrators { email } } }"
COUNTS = """query ($id: ID!) { employer(id: $id) {
    accounts(first: 1) { groups(by: STATUS) { key count } } } }"""

PENDING = """query ($id: ID!) { employer(id: $id) { accounts(first: 100, filter: {statuses: [PENDING]}) {
    totalCount nodes { id identifier invitation { state } } } } }"""
NEVER = """query ($id: ID!) { employer(id: $id) { accounts(first: 1,
    filter: {statuses: [ACTIVE], neverSignedIn: true}) { totalCount } } }"""
STATES = {
    "FAILED": "Envoi en échec",
    "LAPSED": "Lien périmé",
    "REVOKED": "Lien annulé",
    "QUEUED": "Courriel en attente d’envoi",
    "SENT": "Courriel envoyé",
}
DEAD = ("Envoi en échec", "Lien périmé", "Lien annulé")


def invitation_states(jean: Administrator) -> list[str]:
    pending = jean.asks(PENDING, id=jean.employer_id)["employer"]["accounts"]
    return [node["invitation"]["state"] for node in pending["nodes"]]


def test_the_counts_are_those_of_the_lists_they_lead_to(panel: Panel, desk: Serving) -> None:
    with administrator(desk.url) as jean:
        groups = jean.asks(COUNTS, id=jean.employer_id)["employer"]["accounts"]["groups"]
    counts = {group["key"]: group["count"] for group in groups}
    panel.sign_in()
    panel.heading("Tableau de bord")
    tile = panel.page.get_by_role("link", name="Expiré")
    expect(tile).to_contain_text(str(counts["EXPIRED"]))
    tile.click()
    panel.heading("Gestion des comptes")
    expect(panel.page).to_have_url(re.compile("statut=EXPIRED"))
    expect(panel.page.get_by_text(f"{counts['EXPIRED']} comptes")).to_be_visible()


def test_expiries_are_a_chart_that_reads_as_a_table_and_leads_to_the_accounts(panel: Panel) -> None:
    panel.sign_in()
    table = panel.page.get_by_role("table", name="Expirations des douze prochains mois")
    expect(table.get_by_role("row")).to_have_count(13)
    row = table.get_by_role("row").filter(has=panel.page.get_by_role("link")).first
    count = row.get_by_role("cell").inner_text().strip()
    row.get_by_role("link").click()
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_role("status").filter(has_text="compte")).to_have_text(
        re.compile(f"^{count} comptes?$")
    )


def test_invitations_that_lapsed_are_named_and_lead_to_their_account(panel: Panel) -> None:
    panel.sign_in()
    board = panel.page.get_by_role("region", name="Invitations")
    expect(board.get_by_role("heading", name="Lien périmé")).to_be_visible()
    first = board.get_by_role("listitem").get_by_role("link").first
    name = first.inner_text()
    first.click()
    panel.heading(name)


def test_every_pending_account_is_under_the_state_that_the_list_and_the_account_show(
    panel: Panel, desk: Serving
) -> None:
    with administrator(desk.url) as jean:
        # An e-mail that another test caused is about to leave.
        soon(panel.page, lambda: "QUEUED" not in invitation_states(jean))
        states = Counter(STATES[state] for state in invitation_states(jean))
    assert len(states) > 1
    panel.sign_in()
    board = panel.page.get_by_role("region", name="Invitations")
    expect(board.get_by_role("heading", level=3)).to_have_count(len(states))
    for state, count in states.items():
        heading = board.get_by_role("heading", level=3, name=state)
        expect(heading).to_contain_text(str(count))
        heading.get_by_role("link").click()
        panel.heading("Gestion des comptes")
        plural = "s" if count > 1 else ""
        expect(panel.page.get_by_text(f"{count} compte{plural}", exact=True)).to_be_visible()
        rows = panel.page.get_by_role("row").filter(has=panel.page.get_by_text("En attente"))
        expect(rows).to_have_count(min(count, 10))
        if state in DEAD:
            expect(rows.filter(has_text=state)).to_have_count(min(count, 10))
        link = rows.first.get_by_role("link").first
        name = link.inner_text()
        link.click()
        panel.heading(name)
        expect(panel.page.get_by_text(state)).to_be_visible()
        panel.page.get_by_role("link", name="Tableau de bord").first.click()
        panel.heading("Tableau de bord")


def test_a_restored_pending_account_is_back_among_the_invitations(panel: Panel, desk: Serving) -> None:
    with administrator(desk.url) as jean:
        pending = jean.asks(PENDING, id=jean.employer_id)["employer"]["accounts"]
        lapsed = next(node for node in pending["nodes"] if node["invitation"]["state"] == "LAPSED")
        for act in ("deleteAccounts", "restoreAccounts"):
            mutation = f"mutation ($ids: [ID!]!) {{ {act}(input: {{ids: $ids}}) {{ done }} }}"
            done = jean.asks(mutation, ids=[lapsed["id"]])
            assert done == {act: {"done": 1}}
        after = jean.asks(PENDING, id=jean.employer_id)["employer"]["accounts"]
        assert after["totalCount"] == pending["totalCount"]
        states = {node["id"]: node["invitation"]["state"] for node in after["nodes"]}
    assert states[lapsed["id"]] in {"QUEUED", "SENT"}
    panel.sign_in()
    panel.open(f"/comptes/{lapsed['identifier']}")
    expect(
        panel.page.get_by_text(re.compile("^Courriel (en attente d’envoi|envoyé), jusqu’au"))
    ).to_be_visible()


def test_locked_accounts_and_those_never_used_are_counted_and_lead_to_their_lists(
    panel: Panel, desk: Serving, desk_database: str
) -> None:
    change(
        desk_database,
        "UPDATE account SET locked_until = now() + interval '1 hour' WHERE identifier = $1",
        USER,
    )
    panel.sign_in()
    tile = panel.page.get_by_role("link", name="verrouillé")
    expect(tile).to_contain_text("1")
    tile.click()
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_text("1 compte", exact=True)).to_be_visible()
    expect(panel.page.get_by_role("row").filter(has_text=USER)).to_contain_text("Verrouillé")
    change(desk_database, "UPDATE account SET locked_until = NULL WHERE identifier = $1", USER)
    panel.open("/")
    tile = panel.page.get_by_role("link", name="jamais connecté")
    with administrator(desk.url) as jean:
        never = jean.asks(NEVER, id=jean.employer_id)["employer"]["accounts"]["totalCount"]
    expect(tile).to_contain_text(str(never))
    tile.click()
    panel.heading("Gestion des comptes")
    expect(panel.page).to_have_url(re.compile("suivi=NEVER_SIGNED_IN"))
    expect(panel.page.get_by_text(f"{never} compte")).to_be_visible()
    expect(panel.page.get_by_role("row").nth(1)).to_contain_text("Jamais")
    panel.assert_accessible()


def test_the_number_of_administrators_is_that_of_the_list_it_leads_to(panel: Panel, desk: Serving) -> None:
    """V2."""
    with administrator(desk.url) as jean:
        answer = jean.asks(ADMINISTRATORS, id=jean.employer_id)
    count = len(answer["employer"]["administrators"])
    panel.sign_in()
    tile = panel.page.get_by_role("main").get_by_role("link", name="Administrateur")
    expect(tile).to_have_text(re.compile(rf"^{count}\s*administrateurs?$"))
    tile.click()
    panel.heading("Gestion des comptes")
    expect(panel.page.get_by_role("status").filter(has_text="compte")).to_have_text(f"{count} comptes")


def test_the_menu_at_the_top_leads_administrators_to_the_accounts(panel: Panel) -> None:
    panel.sign_in()
    panel.page.get_by_role("button", name="Menu de Jean Louty").click()
    panel.page.get_by_role("button", name="Gestion des comptes").click()
    panel.heading("Gestion des comptes")


def test_a_user_sees_their_own_rights_and_administrators_and_no_way_to_the_accounts(panel: Panel) -> None:
    panel.sign_in(USER)
    rights = panel.page.get_by_role("region", name="Vos droits")
    expect(rights.get_by_text("Lecture seule").first).to_be_visible()
    expect(panel.page.get_by_role("region", name="Vos administrateurs")).to_contain_text("Jean Louty")
    panel.page.get_by_role("button", name="Menu de Christophe Durant").click()
    expect(panel.page.get_by_role("button", name="Mon compte")).to_be_visible()
    expect(panel.page.get_by_role("button", name="Gestion des comptes")).to_have_count(0)
    expect(panel.page.get_by_role("link", name="Gérer les comptes")).to_have_count(0)
    panel.assert_accessible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_it_is_right_in_light_and_dark_at_a_desk_and_on_a_phone(
    browser: Browser, desk: Serving, scheme: str, width: int
) -> None:
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, color_scheme=scheme, viewport=viewport) as panel:
        panel.sign_in()
        expect(panel.page.get_by_role("heading", name="Dernières opérations")).to_be_visible()
        panel.assert_accessible()
        panel.expect_no_scrolling_sideways()


def test_it_is_whole_in_english(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, locale="en-GB") as panel:
        panel.sign_in()
        panel.heading("Dashboard")
        for name in ("Accounts by status", "Invitations", "Latest operations"):
            expect(panel.page.get_by_role("heading", name=name)).to_be_visible()


def test_without_a_connection_it_says_so_and_comes_with_a_click(panel: Panel) -> None:
    panel.sign_in(address="/mon-compte")
    panel.heading("Mon compte")
    panel.page.context.set_offline(True)
    panel.page.get_by_role("link", name="Tableau de bord").click()
    retry = panel.page.get_by_role("button", name="Réessayer")
    expect(retry).to_be_visible()
    panel.page.context.set_offline(False)
    retry.click()
    expect(panel.page.get_by_role("heading", name="Dernières opérations")).to_be_visible()
    panel.expect_faults("ERR_INTERNET_DISCONNECTED", "Unable to preload")
