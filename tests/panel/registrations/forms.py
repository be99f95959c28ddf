"""The forms of registration and succession, filled in."""

from dataclasses import dataclass

from playwright.sync_api import Page, expect
from stdnum import luhn


@dataclass(frozen=True, slots=True)
class Request:
    """What is typed into the form of a registration."""

    siret: str
    contract_number: str
    name: str
    email: str
    """Of the first administrator, Sara Dupont."""


def request(number: int) -> Request:
    """Of an employer that no other test registers."""
    siret = _checked(_checked(f"21440{number:03}") + "0001")
    return Request(siret, f"VF9{number:02}", f"MAIRIE DE VERTOU {number}", f"sara{number}@vertou.example")


def _checked(digits: str) -> str:
    return digits + luhn.calc_check_digit(digits)


def step(page: Page, number: int) -> None:
    """The form shows this step."""
    expect(page.get_by_role("heading", name=f"Étape {number} sur")).to_be_visible()


def following(page: Page) -> None:
    page.get_by_role("button", name="Suivant").click()


def fill_employer(page: Page, form: Request) -> None:
    page.get_by_label("SIRET (requis)").fill(form.siret)
    page.get_by_label("Numéro de contrat").fill(form.contract_number)
    page.get_by_label("Nom de l’établissement").fill(form.name)
    page.get_by_label("Adresse postale").fill("HOTEL DE VILLE\n44120 VERTOU")


def fill_representative(page: Page) -> None:
    page.get_by_text("Madame", exact=True).click()
    page.get_by_label("Nom (requis)", exact=True).fill("Le Goff")
    page.get_by_label("Prénom").fill("Anne")
    page.get_by_label("Fonction").fill("Maire")


def fill_administrator(page: Page, email: str) -> None:
    page.get_by_text("Madame", exact=True).click()
    page.get_by_label("Nom (requis)", exact=True).fill("Dupont")
    page.get_by_label("Prénom").fill("Sara")
    page.get_by_label("Adresse électronique").fill(email)
    page.get_by_label("Adresse professionnelle").fill("HOTEL DE VILLE\n44120 VERTOU")


def fill_all(page: Page, form: Request) -> None:
    """From the first step up to the last key of the third."""
    step(page, 1)
    fill_employer(page, form)
    following(page)
    step(page, 2)
    fill_representative(page)
    following(page)
    step(page, 3)
    fill_administrator(page, form.email)


def send(page: Page) -> None:
    page.get_by_role("button", name="Envoyer la demande").click()


def expect_sent(page: Page) -> None:
    expect(page.get_by_role("heading", name="Votre demande est envoyée")).to_be_visible()


def send_all(page: Page, form: Request) -> None:
    fill_all(page, form)
    send(page)
    expect_sent(page)
