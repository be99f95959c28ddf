"""French typography: apostrophes and fixed spaces."""

from dataclasses import replace

import pytest

from models.rules.messages.letters import creation_letter
from server.letters.preview import FACTS
from server.letters.render import render
from server.letters.typography import french
from tests.server.letters.letter_pdfs import BLOCK, words_of


@pytest.mark.parametrize(
    ("typed", "set_by_hand"),
    [
        ("l'employeur d'Anne", "l’employeur d’Anne"),
        ("Vraiment ? Oui ! Bien ; bon", "Vraiment\u202f? Oui\u202f! Bien\u202f; bon"),
        ("à l'adresse : ici", "à l’adresse\u00a0: ici"),
        ("le « compte »", "le «\u00a0compte\u00a0»"),
        ("contrat VF201, 15 jours", "contrat\u00a0VF201, 15\u00a0jours"),
        ("10:30, n'est-ce pas?", "10:30, n’est-ce pas?"),
    ],
)
def test_the_text_is_set_the_french_way(typed: str, set_by_hand: str) -> None:
    assert french(typed) == set_by_hand


def test_the_fixed_spaces_reach_the_page() -> None:
    text = replace(creation_letter(FACTS), subject="Un compte ? « Oui » : le voici")
    words = words_of(render(text, FACTS, BLOCK).pdf)
    assert "Objet\u00a0: Un compte\u202f? «\u00a0Oui\u00a0»\u00a0: le voici" in words
    assert "Le\u00a023\u00a0novembre\u00a02026" in words
