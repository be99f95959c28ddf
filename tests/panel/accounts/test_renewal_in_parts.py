"""More accounts than one request may renew are renewed in parts, and the renewal can be stopped (R2)."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import asyncpg
import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from models.rules.accounts.expiry import expiry_date
from models.rules.paris_calendar import paris_day
from tests.panel.accounts.many import PENDING, demo_with_zolas, serving_all
from tests.panel.database import aside
from tests.panel.panel import Panel, opened
from tests.panel.patience import DEADLINE_MS
from tests.server.comptoir_process import Serving

COUNT = 10_001
"""Accounts named Zola: one more than one request may renew."""
WHOLE_RUN_MS = 10 * DEADLINE_MS
PART = 100


@pytest.fixture(scope="module")
def large_desk_database(demo_url: str) -> str:
    return demo_with_zolas(demo_url, COUNT)


@pytest.fixture(scope="module")
def large_desk(large_desk_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    with serving_all(large_desk_database, tmp_path_factory.mktemp("large")) as started:
        yield started


@pytest.fixture
def panel(browser: Browser, large_desk: Serving) -> Iterator[Panel]:
    with opened(browser, large_desk.url) as shown:
        yield shown


def renewed_in_database(url: str) -> int:
    async def counted() -> int:
        connection = await asyncpg.connect(url)
        try:
            return int(
                await connection.fetchval(
                    "SELECT count(*) FROM account WHERE last_name = 'Zola' AND expires_on > $1",
                    date.today() + timedelta(days=500),  # noqa: DTZ011  any day between 30 days and 18 months
                )
            )
        finally:
            await connection.close()

    return aside(counted())


def open_dialog(panel: Panel) -> Locator:
    panel.page.clock.install()
    panel.sign_in(address="/comptes?recherche=zola&choix=tout")
    expect(panel.page.locator(".bulk")).to_contain_text("toutes pages comprises")
    panel.page.get_by_role("button", name="Renouveler les comptes").click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog.get_by_role("heading", name=re.compile(r"Renouveler 10\s001 comptes"))).to_be_visible()
    expect(dialog.get_by_role("button", name="Renouveler")).to_be_enabled()
    return dialog


def limit_the_rate(route: Route) -> None:
    """As the service does when the caller has spent the budget of a minute."""
    error = {"message": "Trop de demandes", "extensions": {"code": "RATE_LIMITED"}}
    route.fulfill(status=429, headers={"retry-after": "60"}, json={"errors": [error]})


def test_beyond_the_limit_only_the_renewal_is_offered(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=zola&choix=page")
    bar = panel.page.locator(".bulk")
    expect(bar.get_by_role("button", name="Supprimer")).to_be_visible()
    bar.get_by_role("button", name=re.compile("^Sélectionner les")).click()
    expect(bar).to_contain_text(re.compile(r"Au-delà de 10\s000 comptes"))
    expect(bar.get_by_role("button", name="Renouveler les comptes")).to_be_visible()
    expect(bar.get_by_role("button", name="Supprimer")).to_have_count(0)
    expect(bar.get_by_role("button", name="Renvoyer l’invitation")).to_have_count(0)
    panel.assert_accessible()


def test_ten_are_named_then_how_many_more_the_new_date_and_the_employer(
    panel: Panel, large_desk_database: str
) -> None:
    dialog = open_dialog(panel)
    names = dialog.get_by_role("list", name="Comptes concernés").get_by_role("listitem")
    expect(names).to_have_count(11)
    expect(names.first).to_have_text("Anne Zola (AAA000002)")
    expect(names.last).to_have_text(re.compile(r"^et 9\s991 de plus$"))
    new_expiry = expiry_date(paris_day(datetime.now(UTC)), 18)
    expect(dialog).to_contain_text(re.compile(rf"Nouvelle date d’expiration\s: {new_expiry:%d/%m/%Y}"))
    expect(dialog).to_contain_text("CHRU DE NANTES VF201")
    expect(dialog).to_contain_text("Parmi les 100 premiers, 1 compte ne peut pas l’être")
    expect(dialog).to_contain_text(PENDING)
    panel.assert_accessible()
    assert renewed_in_database(large_desk_database) == 0


def test_who_is_concerned_is_looked_up_again_after_a_lost_connection(panel: Panel) -> None:
    panel.sign_in(address="/comptes?recherche=zola&choix=tout")
    bar = panel.page.locator(".bulk")
    expect(bar).to_contain_text("toutes pages comprises")
    panel.page.route("**/graphql", lambda route: route.abort())
    bar.get_by_role("button", name="Renouveler les comptes").click()
    dialog = panel.page.get_by_role("dialog")
    expect(dialog.get_by_role("alert").filter(has_text="La connexion est perdue")).to_be_visible()
    expect(dialog.get_by_role("button", name="Renouveler")).to_be_disabled()
    panel.page.unroute("**/graphql")
    panel.expect_faults("ERR_FAILED")
    dialog.get_by_role("button", name="Réessayer").click()
    expect(dialog).to_contain_text("Anne Zola (AAA000002)")
    expect(dialog.get_by_role("button", name="Renouveler")).to_be_enabled()


def test_the_renewal_is_stopped_and_resumed_and_says_who_was_refused(
    panel: Panel, large_desk_database: str
) -> None:
    dialog = open_dialog(panel)
    expect(dialog).to_contain_text("par parties de 100 comptes")
    panel.assert_accessible()
    assert renewed_in_database(large_desk_database) == 0
    parts: list[Route] = []

    def hold_the_second_part(route: Route) -> None:
        if '"ids"' in (route.request.post_data or ""):
            parts.append(route)
        if len(parts) != 2 or route is not parts[1]:
            route.continue_()

    panel.page.route("**/graphql", hold_the_second_part)
    dialog.get_by_role("button", name="Renouveler").click()
    expect(dialog.get_by_role("progressbar")).to_have_attribute("value", str(PART))
    expect(dialog).to_contain_text(re.compile(r"100 comptes traités sur 10\s001"))
    stop = dialog.get_by_role("button", name="Arrêter")
    expect(stop).to_be_focused()
    panel.assert_accessible()
    panel.page.keyboard.press("Escape")
    stop.click()
    expect(dialog.get_by_role("status")).to_contain_text("Arrêt")
    parts[1].continue_()

    expect(dialog).to_contain_text("199 comptes renouvelés")
    expect(dialog).to_contain_text(re.compile(r"il reste 9\s801 comptes"))
    expect(dialog).to_contain_text("1 compte n’a pas été renouvelé")
    expect(dialog).to_contain_text(PENDING)
    assert renewed_in_database(large_desk_database) == 199
    panel.assert_accessible()
    panel.page.unroute("**/graphql")

    panel.page.route("**/graphql", lambda route: route.abort())
    dialog.get_by_role("button", name="Reprendre").click()
    expect(dialog.get_by_role("alert").filter(has_text="La connexion est perdue")).to_be_visible()
    expect(dialog).to_contain_text("199 comptes renouvelés")
    panel.page.unroute("**/graphql")
    panel.expect_faults("ERR_FAILED")

    panel.page.route("**/graphql", limit_the_rate, times=1)
    dialog.get_by_role("button", name="Reprendre").click()
    expect(dialog.get_by_role("status")).to_contain_text(re.compile("attendre (60 secondes|1 minute)"))
    panel.expect_faults("429")
    panel.page.clock.fast_forward("01:00")
    done = dialog.get_by_role("heading", name="Renouvellement terminé")
    expect(done).to_be_visible(timeout=WHOLE_RUN_MS)
    expect(dialog).to_contain_text(re.compile(r"10\s000 comptes renouvelés"))
    expect(dialog).to_contain_text(PENDING)
    assert renewed_in_database(large_desk_database) == COUNT - 1
    dialog.get_by_role("button", name="Fermer").click()
    expect(panel.page.get_by_role("dialog")).to_have_count(0)
    expect(panel.page.locator(".bulk")).to_have_class(re.compile("idle"))
