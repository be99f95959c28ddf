"""Page 6 of the guide, "Créer un compte utilisateur: actions du titulaire du compte", steps 4 to 6."""

import re
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.panel.database import change
from tests.panel.guide.days import shown_in_days
from tests.panel.guide.holders import PASSWORD, Holder, invited
from tests.panel.guide.letters import letter_with
from tests.panel.panel import Panel
from tests.panel.post import Administrator, address_of_the_link
from tests.server.comptoir_process import Serving

LINES = (
    "Vous pouvez créer votre mot de passe",
    "Bonjour Madame {last_name},",
    "Le {today}, Monsieur Louty (joignable au 02 41 05 19 38) vous a créé un compte en tant qu'utilisateur à "
    "la Plateforme employeurs publics pour l'établissement CHRU DE NANTES VF201.",
    "Pour finaliser la procédure, vous devez créer votre mot de passe.",
    "Attention ! Pour des raisons de sécurité, vous avez 15 jours pour le créer",
    "Passé ce délai, Monsieur Louty devra procéder à une nouvelle demande.",
    "Le représentant légal de votre établissement a été informé de cette démarche par courrier à l'adresse "
    "5 allée de l'Île-Gloriette, BP 1005, 44035 Nantes Cedex 1.",
    "Vous pourrez accéder ensuite aux services de la Plateforme employeurs publics auxquels vous êtes "
    "habilitée.",
    "A bientôt sur la Plateforme employeurs publics.",
    "L'assistance technique de la Plateforme employeurs publics",
    "Direction des Politiques Sociales – Caisse des Dépôts",
    "***** IMPORTANT *****",
    "Cet email vous a été envoyé par un automate. Merci de ne pas répondre.",
    "Notre politique de protection des données à caractère personnel évolue avec la nouvelle réglementation.",
)
"""Of the e-mail of step 5."""
LINKS = {
    "Créer mon mot de passe": r"/mot-de-passe#[0-9a-f]{64}",
    "Accéder à la Plateforme employeurs publics": "/?",
    "Découvrez comment nous traitons vos données": "/donnees-personnelles",
}
RULES = ("8 caractères", "1 chiffre", "1 minuscule", "1 majuscule", "1 caractère spécial")
PASS_DAYS = """UPDATE password_link SET created_at = created_at - $2::interval,
    expires_at = expires_at - $2::interval
    WHERE account_id = (SELECT id FROM account WHERE identifier = $1)"""


@pytest.fixture(scope="module")
def anne(colleague: Administrator) -> Holder:
    """The holder of an account that Jean has just created."""
    return invited(colleague, "Titulaire")


def test_step_4_the_identifier_comes_from_the_administrator_printed_or_spoken(
    jean: Panel, anne: Holder
) -> None:
    page = jean.page
    jean.open(f"/comptes/nouveau?etape=3&identifiant={anne.identifier}")
    expect(page.get_by_text(f"Identifiant de : Mme {anne.name}")).to_be_visible()
    expect(page.get_by_text(anne.identifier, exact=True)).to_be_visible()
    with page.expect_response(re.compile(rf"/identifiants/{anne.identifier}\.wav$")) as heard:
        page.get_by_role("button", name="Version sonore").click()
    assert heard.value.status in {200, 206}
    page.get_by_role("link", name="Imprimer l’identifiant").click()
    jean.heading("Identifiant")
    page.emulate_media(media="print")
    expect(page.get_by_text(f"Madame {anne.name}")).to_be_visible()
    expect(page.get_by_text(anne.identifier, exact=True)).to_be_visible()
    expect(page.get_by_role("banner")).to_have_count(0)


def test_step_5_an_e_mail_comes_by_itself_with_every_line_of_the_guides(
    panel: Panel, anne: Holder, desk_folder: Path
) -> None:
    address_of_the_link(panel.url, anne.email)
    panel.open("/demo/courrier")
    row = panel.page.get_by_role("row").filter(has_text=anne.email)
    row.get_by_role("link", name=LINES[0]).click()
    email = panel.page.frame_locator("iframe").locator("body")
    for line in LINES:
        expect(email).to_contain_text(line.format(last_name=anne.last_name, today=shown_in_days(0)))
    for name, path in LINKS.items():
        link = email.get_by_role("link", name=name)
        expect(link).to_have_attribute("href", re.compile(f"^{panel.url}{path}$"))
    expect(email).not_to_contain_text(anne.identifier)
    letter = letter_with(desk_folder, anne.name)
    assert "5 ALLÉE DE L'ÎLE-GLORIETTE BP 1005 44035 NANTES CEDEX 1" in letter


def test_step_6_the_link_of_the_e_mail_leads_to_the_password_and_on_to_the_platform(
    panel: Panel, colleague: Administrator
) -> None:
    anne = invited(colleague, "Cliquante")
    address_of_the_link(panel.url, anne.email)
    panel.open("/demo/courrier")
    row = panel.page.get_by_role("row").filter(has_text=anne.email)
    row.get_by_role("link", name=LINES[0]).click()
    with panel.page.expect_popup() as popup:
        panel.page.frame_locator("iframe").get_by_role("link", name="Créer mon mot de passe").click()
    theirs = Panel(panel.url, popup.value)
    theirs.heading("Créer votre mot de passe")
    create_password(theirs.page)
    sign_in(theirs, anne)


def create_password(page: Page) -> None:
    """On the guide's screen: the five rules, each met in its turn."""
    crumbs = page.get_by_role("navigation", name="Fil d’Ariane").get_by_role("listitem")
    expect(crumbs).to_have_text(["Se connecter", "Créer votre mot de passe"])
    expect(page.get_by_text("Tous les champs sont requis")).to_be_visible()
    expect(page.get_by_text(f"Ce lien est valable jusqu’au {shown_in_days(15)}")).to_be_visible()
    expect(page.get_by_text("Votre mot de passe doit être composé au minimum de :")).to_be_visible()
    rules = page.get_by_role("listitem").filter(has_text="rempli")
    expect(rules).to_have_text([f"{rule} (pas encore rempli)" for rule in RULES])
    password = page.get_by_label("Mot de passe (requis)", exact=True)
    for met, typed in enumerate(("", "1", "1a", "1aB", "1aB-", "1aB-1aB-")):
        password.fill(typed)
        expect(rules.filter(has_text="(rempli)")).to_have_count(met)
    page.get_by_role("button", name="Générer").click()
    expect(page.get_by_text("Un mot de passe est proposé et affiché")).to_be_visible()
    expect(rules.filter(has_text="(rempli)")).to_have_count(len(RULES))
    confirmation = page.get_by_label("Confirmation du mot de passe")
    expect(confirmation).to_have_value(password.input_value())
    password.fill(PASSWORD)
    confirmation.fill(PASSWORD)
    page.get_by_role("button", name="Créer mon mot de passe").click()


def sign_in(theirs: Panel, holder: Holder) -> None:
    page = theirs.page
    theirs.heading("Se connecter")
    expect(page.get_by_text("Tous les champs sont requis")).to_be_visible()
    page.get_by_label("Identifiant (requis)").fill(holder.identifier)
    page.get_by_label("Mot de passe (requis)").fill(PASSWORD)
    page.get_by_role("button", name="Me connecter").click()
    theirs.heading("Tableau de bord")
    expect(page.get_by_role("banner")).to_contain_text(holder.name)


def test_after_15_days_the_administrator_asks_again(
    jean: Panel, panel: Panel, colleague: Administrator, desk: Serving, desk_database: str
) -> None:
    anne = invited(colleague, "Tardive")
    first = address_of_the_link(desk.url, anne.email)
    change(desk_database, PASS_DAYS, anne.identifier, timedelta(days=14))
    panel.open(first)
    panel.heading("Créer votre mot de passe")
    change(desk_database, PASS_DAYS, anne.identifier, timedelta(days=1))
    panel.open(first)
    panel.page.reload()
    panel.heading("Ce lien ne peut pas servir")
    expect(panel.page.get_by_role("alert")).to_contain_text("son délai est passé")
    expect(panel.page.get_by_role("textbox")).to_have_count(0)
    jean.open(f"/comptes/{anne.identifier}")
    expect(jean.page.get_by_text("Lien périmé")).to_be_visible()
    jean.page.get_by_role("button", name="Renvoyer l’invitation").click()
    jean.page.get_by_role("dialog").get_by_role("button", name="Renvoyer l’invitation").click()
    expect(jean.page.get_by_text("1 invitation renvoyée")).to_be_visible()
    panel.open(address_of_the_link(desk.url, anne.email, other_than=first))
    panel.heading("Créer votre mot de passe")
    expect(panel.page.get_by_text(f"Ce lien est valable jusqu’au {shown_in_days(15)}")).to_be_visible()


def test_the_sign_in_screen_helps_who_forgot_the_password_and_who_has_no_account(panel: Panel) -> None:
    page = panel.page
    panel.open("/connexion")
    expect(identifier_hint(page)).to_be_visible()
    page.get_by_role("link", name="Mot de passe oublié ?").click()
    panel.heading("Mot de passe oublié")
    page.go_back()
    expect(page.get_by_text("Établissement pas encore inscrit ?")).to_be_visible()
    page.get_by_role("link", name="Inscrire un établissement").click()
    expect(page).to_have_url(f"{panel.url}/inscription")
    panel.heading("Inscrire un établissement")


def identifier_hint(page: Page) -> Locator:
    return page.get_by_text(re.compile(r"^Remis par votre administrateur\. Ex\.\s: [A-Z]{3}\d{6}$"))
