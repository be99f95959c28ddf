"""The demo's letter box: an e-mail is shown as mail programs do, and its button opens the panel."""

from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.panel.post import address_of_the_link, administrator
from tests.server.comptoir_process import Serving

CLAIRE = "claire.le-goff@chu-nantes.example"


def test_the_button_of_the_invitation_opens_the_screen_for_the_password(panel: Panel, desk: Serving) -> None:
    with administrator(desk.url) as jean:
        jean.creates_an_account("Claire", "Le Goff", CLAIRE)
    address_of_the_link(desk.url, CLAIRE)
    panel.open("/demo/courrier")
    row = panel.page.get_by_role("row").filter(has_text=CLAIRE)
    row.get_by_role("link", name="Vous pouvez créer votre mot de passe").click()
    email = panel.page.frame_locator("iframe")
    expect(email.get_by_text("en tant qu'utilisateur à la Plateforme")).to_be_visible()
    expect(email.get_by_role("heading", level=1)).to_have_text("Vous pouvez créer votre mot de passe")
    with panel.page.expect_popup() as popup:
        email.get_by_role("link", name="Créer mon mot de passe").click()
    expect(popup.value.get_by_role("heading", level=1, name="Créer votre mot de passe")).to_be_visible()
    with panel.page.expect_popup() as popup:
        email.get_by_role("link", name="Découvrez comment nous traitons vos données").click()
    expect(popup.value.get_by_role("heading", level=1, name="Vos données personnelles")).to_be_visible()


def test_an_e_mail_can_be_read_on_a_phone(browser: Browser, desk: Serving) -> None:
    with opened(browser, desk.url, viewport={"width": 360, "height": 800}) as panel:
        panel.open("/demo/courrier")
        panel.page.get_by_role("link", name="Vous pouvez créer votre mot de passe").first.click()
        expect(panel.page.get_by_title("Le courriel en HTML")).to_be_visible()
        panel.expect_no_scrolling_sideways()


def test_how_personal_data_are_used_can_be_read_by_anyone(panel: Panel) -> None:
    panel.open("/donnees-personnelles")
    panel.heading("Vos données personnelles")
    panel.assert_accessible()
