"""The words of the letters to the legal representative (C4, M2)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.rules.messages import LetterFacts, Person, Text, creation_letter, promotion_letter
from models.rules.vocabulary import Civility, Profile

JEAN = Person(Civility.MONSIEUR, "Louty", "Jean")
SARA = Person(Civility.MADAME, "Dupont", "Sara")
ANNE = Person(Civility.MADAME, "Le Goff", "Anne")
LETTER = LetterFacts(
    representative=ANNE,
    representative_title="Directrice générale",
    holder=JEAN,
    actor=SARA,
    on=date(2026, 3, 2),
    employer_name="CHRU DE NANTES",
    contract_number="VF201",
    profile=Profile.USER,
)


def whole(text: Text) -> str:
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize("letter", [creation_letter, promotion_letter])
@pytest.mark.parametrize(
    "fact",
    ["Monsieur Jean Louty", "Madame Sara Dupont", "CHRU DE NANTES", "contrat VF201", "02/03/2026", "Madame,"],
)
def test_a_letter_names_the_holder_who_acted_the_employer_and_its_contract(
    letter: Callable[[LetterFacts], Text], fact: str
) -> None:
    assert fact in "\n".join(letter(LETTER).paragraphs)


@pytest.mark.parametrize(
    ("profile", "word"), [(Profile.USER, "utilisateur"), (Profile.ADMINISTRATOR, "administrateur")]
)
def test_the_letter_of_a_creation_tells_with_which_profile(profile: Profile, word: str) -> None:
    text = creation_letter(replace(LETTER, profile=profile))
    assert f"un compte {word} au nom de Monsieur Jean Louty" in whole(text)
    assert text.subject == "Ouverture d'un compte pour Monsieur Jean Louty"


def test_the_letter_of_a_promotion_tells_what_an_administrator_may_do() -> None:
    text = promotion_letter(LETTER)
    assert text.subject == "Monsieur Jean Louty devient administrateur des comptes"
    assert "crée, modifie, renouvelle et supprime les comptes" in whole(text)
