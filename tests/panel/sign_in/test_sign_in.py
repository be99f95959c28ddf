"""Connexion: the door of the panel."""

from playwright.sync_api import expect

from tests.panel.panel import JEAN, PASSWORD, Panel


def test_a_stranger_is_led_to_the_sign_in_screen_and_back_to_where_they_were_going(panel: Panel) -> None:
    panel.open("/historique?texte=Chopin")
    panel.heading("Se connecter")
    panel.page.get_by_label("Identifiant").fill(" jlo000439 ")
    panel.page.get_by_label("Mot de passe").fill("Comptoir#2026")
    panel.page.keyboard.press("Enter")
    panel.heading("Historique")
    expect(panel.page).to_have_url(f"{panel.url}/historique?texte=Chopin&etablissement=VF201")


def test_a_wrong_password_is_told_once_and_what_was_typed_stays(panel: Panel) -> None:
    panel.open("/connexion")
    panel.page.get_by_label("Identifiant").fill("JLO000439")
    panel.page.get_by_label("Mot de passe").fill("faux")
    panel.page.get_by_role("button", name="Me connecter").click()
    expect(panel.page.get_by_role("alert")).to_be_visible()
    expect(panel.page.get_by_label("Identifiant")).to_have_value("JLO000439")


def test_empty_fields_say_so_at_the_field(panel: Panel) -> None:
    panel.open("/connexion")
    panel.page.get_by_role("button", name="Me connecter").click()
    expect(panel.page.get_by_text("Saisissez votre identifiant.")).to_be_visible()
    expect(panel.page.get_by_label("Identifiant")).to_be_focused()
    panel.assert_accessible()


def test_the_way_back_never_leads_to_another_site(panel: Panel) -> None:
    panel.open("/connexion?vers=%2F%2Felsewhere.example")
    panel.fill_sign_in()
    panel.heading("Tableau de bord")
    expect(panel.page).to_have_url(f"{panel.url}/?etablissement=VF201")


def test_who_has_no_employer_or_no_administrator_here_is_led_on(panel: Panel) -> None:
    panel.open("/connexion")
    expect(panel.page.get_by_text("Établissement pas encore inscrit ?")).to_be_visible()
    panel.page.get_by_role("link", name="Inscrire un établissement").click()
    panel.heading("Inscrire un établissement")
    panel.page.get_by_role("link", name="Se connecter").click()
    panel.heading("Se connecter")
    panel.page.get_by_role("link", name="Notre administrateur est parti").click()
    panel.heading("Demander un nouvel administrateur")
    panel.page.get_by_role("link", name="Se connecter").click()
    panel.heading("Se connecter")
    panel.assert_accessible()


def test_the_password_is_shown_and_hidden_and_kept_as_typed(panel: Panel) -> None:
    panel.open("/connexion")
    field = panel.page.get_by_label("Mot de passe")
    panel.page.get_by_label("Identifiant").fill(JEAN)
    field.fill(PASSWORD)
    expect(field).to_have_attribute("type", "password")
    panel.page.get_by_role("button", name="Afficher le mot de passe").press("Enter")
    expect(field).to_have_attribute("type", "text")
    expect(field).to_have_attribute("spellcheck", "false")
    expect(field).to_have_value(PASSWORD)
    panel.assert_accessible()
    panel.page.get_by_role("button", name="Masquer le mot de passe").click()
    expect(field).to_have_attribute("type", "password")
    expect(panel.page).to_have_url(f"{panel.url}/connexion")
    field.press("Enter")
    panel.heading("Tableau de bord")
