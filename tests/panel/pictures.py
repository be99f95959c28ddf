"""`make pictures`: the main screens, as docs/pictures/*.png shows them, from a demo that is thrown away.

python -m tests.panel.pictures [NAME…]
"""

import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import Browser, expect

from tests.panel.panel import Panel, opened
from tests.panel.png import lighten
from tests.panel.post import address_of_the_link, administrator
from tests.processes.chromium import chromium
from tests.server.comptoir_process import comptoir, serving

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
MOST_BYTES = 120_000
DESK, TELEPHONE = {"width": 1280, "height": 800}, {"width": 360, "height": 740}
HOLDER = "anne.lefevre@chu-nantes.example"

Steps = Callable[[Panel], None]


def sign_in(panel: Panel) -> None:
    panel.open("/connexion")
    panel.heading("Se connecter")


def password(panel: Panel) -> None:
    with administrator(panel.url) as jean:
        jean.creates_an_account("Anne", "Lefèvre", HOLDER)
    panel.open(address_of_the_link(panel.url, HOLDER))
    panel.page.get_by_role("textbox", name="Mot de passe").first.fill("Corbeau1668")


def registration(panel: Panel) -> None:
    panel.open("/inscription")
    panel.page.get_by_label("SIRET").fill("264 400 136 00471")
    panel.page.get_by_label("Numéro de contrat").fill("VF201")


def screen(address: str, title: str | re.Pattern[str]) -> Steps:
    def shown(panel: Panel) -> None:
        panel.sign_in(address=address)
        expect(panel.page.get_by_role("heading", level=1, name=title)).to_be_visible()

    return shown


def creation_rights(panel: Panel) -> None:
    panel.sign_in(address="/comptes/nouveau")
    panel.page.get_by_role("radio", name="Madame").check(force=True)
    details = {
        "Nom": "Lefèvre",
        "Prénom": "Jeanne",
        "Adresse électronique": "jeanne.lefevre@chu-nantes.example",
    }
    for label, value in details.items():
        panel.page.get_by_role("textbox", name=re.compile(f"^{label}")).fill(value)
    panel.page.get_by_role("button", name="Suivant").click()
    expect(panel.page.get_by_text("Affiliation CNRACL").first).to_be_visible()


def creation_identifier(panel: Panel) -> None:
    creation_rights(panel)
    panel.page.get_by_role("button", name=re.compile("Suivant|Créer le compte")).click()
    expect(panel.page.get_by_text("Imprimer l’identifiant").first).to_be_visible()


PICTURES: dict[str, tuple[Steps, dict[str, Any]]] = {
    "connexion": (sign_in, {}),
    "mot-de-passe": (password, {}),
    "inscription": (registration, {}),
    "tableau-de-bord": (screen("/", "Tableau de bord"), {}),
    "liste": (screen("/comptes", "Gestion des comptes"), {}),
    "liste-sombre": (screen("/comptes", "Gestion des comptes"), {"color_scheme": "dark"}),
    "liste-large": (screen("/comptes", "Gestion des comptes"), {"viewport": {"width": 1440, "height": 800}}),
    "liste-tablette": (
        screen("/comptes", "Gestion des comptes"),
        {"viewport": {"width": 1024, "height": 800}},
    ),
    "liste-telephone": (screen("/comptes", "Gestion des comptes"), {"viewport": TELEPHONE}),
    "creer-droits": (creation_rights, {}),
    "creer-identifiant": (creation_identifier, {}),
    "compte": (screen("/comptes/CDU000630", re.compile("Durant")), {}),
    "historique": (screen("/historique", "Historique"), {}),
    "mon-compte": (screen("/mon-compte", "Mon compte"), {}),
}


def take(browser: Browser, url: str, name: str) -> None:
    steps, options = PICTURES[name]
    with opened(browser, url, **{"viewport": DESK} | options) as panel:
        steps(panel)
        panel.page.wait_for_load_state("networkidle")
        panel.page.mouse.move(0, 0)
        path = FOLDER / f"{name}.png"
        panel.page.screenshot(path=path, animations="disabled", caret="hide")
    lighten(path)
    weight = path.stat().st_size
    print(f"{path.relative_to(FOLDER.parents[1])}\t{weight} bytes")
    if weight > MOST_BYTES:
        raise SystemExit(f"{path.name} weighs more than {MOST_BYTES} bytes")


def main(names: Sequence[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder, chromium() as browser:
        url = f"sqlite://{folder}/demo.db"
        for words in (["migrate"], ["demo"]):
            comptoir(url, *words).check_returncode()
        with serving(
            url,
            Path(folder),
            MAIL_URL=f"file:{folder}/mail",
            LETTERS_DIR=f"{folder}/letters",
            DELIVERY_SECONDS="0.1",
            SIGN_IN_LIMIT="1000/minute",
        ) as desk:
            for name in names or PICTURES:
                take(browser, desk.url, name)


if __name__ == "__main__":
    main(sys.argv[1:])
