"""What long names, narrow fields and changing colours do to the screens."""

import pytest
from playwright.sync_api import Browser, expect

from tests.panel.database import change
from tests.panel.panel import opened
from tests.panel.post import administrator
from tests.server.comptoir_process import Serving

LONG = "W" * 100
FITS = """input => { const typed = input.value; input.value = input.placeholder;
    const fits = input.scrollWidth <= input.clientWidth; input.value = typed; return fits; }"""
_COLLECT_FADES = """() => { window.fades = [];
    document.addEventListener("transitionrun", (event) => window.fades.push(event.propertyName)); }"""


@pytest.mark.parametrize("width", [360, 1280])
def test_an_unbroken_name_of_a_hundred_letters_stays_in_the_page(
    browser: Browser, desk: Serving, desk_database: str, width: int
) -> None:
    with administrator(desk.url) as jean:
        long = jean.creates_an_account(LONG, LONG, "long@chu-nantes.example")["identifier"]
    change(desk_database, "UPDATE account SET last_name = $1 WHERE identifier = 'CDU000630'", LONG)
    viewport = {"width": width, "height": 800}
    with opened(browser, desk.url, viewport=viewport) as panel:
        panel.sign_in("CDU000630", address="/mon-compte")
        panel.heading("Mon compte")
        expect(panel.page.get_by_text(LONG).first).to_be_visible()
        panel.expect_no_scrolling_sideways()
    with opened(browser, desk.url, viewport=viewport) as panel:
        panel.sign_in(address=f"/comptes/{long}")
        for address in (f"/comptes/{long}", f"/comptes/{long}/imprimer", "/historique", "/"):
            panel.open(address)
            expect(panel.page.locator("main").get_by_text(LONG).first).to_be_visible()
            panel.expect_no_scrolling_sideways()
        panel.open(f"/comptes?recherche={LONG}&action=supprimer&choix=page")
        dialog = panel.page.get_by_role("alertdialog")
        expect(dialog.get_by_role("listitem").first).to_contain_text(LONG)
        assert dialog.evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
        panel.expect_no_scrolling_sideways()


@pytest.mark.parametrize("locale", ["fr-FR", "en-GB"])
@pytest.mark.parametrize("width", [360, 1024, 1280])
def test_no_placeholder_is_cut(browser: Browser, desk: Serving, width: int, locale: str) -> None:
    with opened(browser, desk.url, viewport={"width": width, "height": 800}) as panel:
        panel.sign_in()
        panel.page.evaluate("code => localStorage.setItem('comptoir.language', code)", locale[:2])
        for address in ("/comptes", "/historique"):
            panel.open(address)
            field = panel.page.locator("input[placeholder]")
            expect(field).to_be_visible()
            assert field.evaluate(FITS), (address, field.get_attribute("placeholder"))


def test_a_button_is_never_between_two_colours(browser: Browser, desk: Serving) -> None:
    """Halfway, the text that has changed at once and the ground that has not are too near to each other."""
    with opened(browser, desk.url, reduced_motion="no-preference") as panel:
        panel.sign_in(address="/comptes/CDU000630")
        panel.page.evaluate(_COLLECT_FADES)
        panel.page.get_by_role("button", name="Renouveler le compte").click()
        confirm = panel.page.get_by_role("dialog").get_by_role("button", name="Renouveler")
        expect(confirm).to_be_enabled()
        assert panel.page.evaluate("window.fades") == []
        panel.assert_accessible(within=".modal")
