"""The form of an account that is created."""

from playwright.sync_api import Page, expect

from models.rules.folding import latin_capitals


def fill_details(page: Page, last_name: str, first_name: str = "Claire") -> None:
    page.get_by_text("Madame", exact=True).click()
    page.get_by_label("Nom (requis)", exact=True).fill(last_name)
    page.get_by_label("Prénom").fill(first_name)
    page.get_by_label("Adresse électronique").fill(f"{latin_capitals(last_name)}@chu-nantes.example")


def next_step(page: Page) -> None:
    page.get_by_role("button", name="Suivant").click()
    expect(page.get_by_role("heading", name="Étape 2 sur 3")).to_be_visible()
