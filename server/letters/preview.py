"""`python -m server.letters.preview FILE`: writes a sample letter, .png or .pdf, to check the template."""

import sys
from datetime import date
from pathlib import Path

from models.rules.messages.facts import CreationLetterFacts, Person
from models.rules.messages.letters import creation_letter
from models.rules.vocabulary import Civility, Profile
from server.letters.address import recipient_lines
from server.letters.render import picture, render

FACTS = CreationLetterFacts(
    representative=Person(Civility.MADAME, "Le Goff", "Anne"),
    representative_title="Directrice générale",
    holder=Person(Civility.MONSIEUR, "Durant", "Christophe"),
    actor=Person(Civility.MONSIEUR, "Louty", "Jean"),
    on=date(2026, 11, 23),
    employer_name="CHRU DE NANTES",
    contract_number="VF201",
    profile=Profile.ADMINISTRATOR,
)
SENDER_ADDRESS = ("Direction des Politiques Sociales", "Caisse des Dépôts")
ADDRESS = ("5 allée de l'Île-Gloriette", "BP 1005", "44035 Nantes Cedex 1")


def write(path: Path) -> None:
    text, recipient = creation_letter(FACTS), recipient_lines(FACTS, ADDRESS)
    if path.suffix == ".pdf":
        path.write_bytes(render(text, FACTS, recipient, sender_address=SENDER_ADDRESS).pdf)
    else:
        path.write_bytes(picture(text, FACTS, recipient, SENDER_ADDRESS))


if __name__ == "__main__":
    write(Path(sys.argv[1]))
