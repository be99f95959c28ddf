"""The texts of the letters to the legal representative (C4, M2)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from models.rules.messages.emails import MessageText
from models.rules.messages.facts import LetterFacts, Person
from models.rules.messages.letters import creation_letter, promotion_letter
from models.rules.messages.salutation import salutation
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


def whole(text: MessageText) -> str:
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize("letter", [creation_letter, promotion_letter])
@pytest.mark.parametrize(
    "fact",
    ["Monsieur Jean Louty", "Madame Sara Dupont", "CHRU DE NANTES", "contrat VF201", "02/03/2026"],
)
def test_a_letter_names_the_holder_the_actor_the_employer_and_its_contract(
    letter: Callable[[LetterFacts], MessageText], fact: str
) -> None:
    assert fact in "\n".join(letter(LETTER).paragraphs)


@pytest.mark.parametrize(
    ("profile", "word"), [(Profile.USER, "utilisateur"), (Profile.ADMINISTRATOR, "administrateur")]
)
def test_the_letter_of_a_creation_states_the_profile(profile: Profile, word: str) -> None:
    text = creation_letter(replace(LETTER, profile=profile))
    assert f"un compte {word} au nom de Monsieur Jean Louty" in whole(text)
    assert text.subject == "Ouverture d'un compte pour Monsieur Jean Louty"


def test_an_account_that_the_platform_opens_names_no_administrator() -> None:
    text = whole(creation_letter(replace(LETTER, actor=None)))
    assert "l'équipe de la Plateforme employeurs publics a ouvert" in text
    assert "adressez-vous à l'assistance technique" in text
    assert "un administrateur de l'établissement" in whole(creation_letter(LETTER))


def test_the_letter_of_a_promotion_states_what_an_administrator_may_do() -> None:
    text = promotion_letter(LETTER)
    assert text.subject == "Monsieur Jean Louty devient administrateur des comptes"
    assert "crée, modifie, renouvelle et supprime les comptes" in whole(text)


@pytest.mark.parametrize("letter", [creation_letter, promotion_letter])
def test_a_letter_begins_with_the_title_of_its_reader_and_ends_with_the_same(
    letter: Callable[[LetterFacts], MessageText],
) -> None:
    paragraphs = letter(LETTER).paragraphs
    assert paragraphs[0] == "Madame la Directrice générale,"
    assert paragraphs[-2:] == (
        "Nous vous prions d'agréer, Madame la Directrice générale, l'expression de notre considération "
        "distinguée.",
        "La Plateforme employeurs publics",
    )


@pytest.mark.parametrize(
    ("civility", "title", "expected"),
    [
        (Civility.MADAME, None, "Madame"),
        (Civility.MONSIEUR, "", "Monsieur"),
        (Civility.MONSIEUR, "Directeur", "Monsieur le Directeur"),
        (Civility.MADAME, "PRÉSIDENTE", "Madame la Présidente"),
        (Civility.MADAME, "Maire", "Madame la Maire"),
        (Civility.MONSIEUR, "Maire de Nantes", "Monsieur le Maire"),
        (Civility.MADAME, "Secrétaire générale", "Madame la Secrétaire générale"),
        (Civility.MADAME, "Administratrice générale", "Madame l'Administratrice générale"),
        (Civility.MONSIEUR, "Adjoint au maire", "Monsieur l'Adjoint"),
        (Civility.MONSIEUR, "Président du conseil d'administration", "Monsieur le Président"),
        (
            Civility.MADAME,
            "Directrice générale adjointe chargée du personnel",
            "Madame la Directrice générale adjointe",
        ),
        (Civility.MADAME, "Directeur général", "Madame le Directeur général"),
        (Civility.MADAME, "Mandataire", "Madame"),
        (Civility.MONSIEUR, "<b>Directeur", "Monsieur"),
    ],
)
def test_a_salutation_has_the_title_as_entered_and_none_that_we_do_not_know(
    civility: Civility, title: str | None, expected: str
) -> None:
    assert salutation(civility, title) == expected
