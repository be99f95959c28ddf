"""The texts of the invitation and of the notice of a new e-mail address (C2, M5)."""

import re
from dataclasses import fields, replace
from datetime import date

import pytest

from models.rules.messages.emails import MessageText, email_changed, format_day, invitation
from models.rules.messages.facts import EmailChangedFacts, InvitationFacts, Person
from models.rules.vocabulary import Civility, Language

FRENCH, ENGLISH = Language
LINK = "https://comptoir.example/password#" + "0f" * 32
JEAN = Person(Civility.MONSIEUR, "Louty", "Jean")
SARA = Person(Civility.MADAME, "Dupont", "Sara")
INVITATION = InvitationFacts(
    holder=JEAN,
    creator=SARA,
    creator_phone="+33241051938",
    created_on=date(2026, 3, 2),
    employer_name="CHRU DE NANTES",
    contract_number="VF201",
    representative_address=("5 ALLEE DE L'ILE GLORIETTE", "BP 1005", "44035 NANTES CEDEX 1"),
    link_days=15,
    representative_is_told=True,
)
IDENTIFIER = re.compile(r"(?<![A-Z0-9])[A-Z]{3}[0-9A-Z]{6}(?![A-Z0-9])", re.IGNORECASE)


def whole(text: MessageText) -> str:
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize(
    ("fact", "french", "english"),
    [
        ("for whom", "Bonjour Monsieur Louty", "Dear Mr Louty"),
        ("who created it", "Madame Dupont", "Ms Dupont"),
        ("when", "le 02/03/2026", "On 02/03/2026"),
        ("their phone", "au 02 41 05 19 38", "on 02 41 05 19 38"),
        ("employer and contract", "CHRU DE NANTES VF201", "CHRU DE NANTES VF201"),
        ("how long the link is valid", "15 jours", "15 days"),
        ("that it works once", "qu'une fois", "works once"),
        (
            "whom to ask then",
            "Madame Dupont devra renouveler la demande",
            "After that, Ms Dupont must ask again",
        ),
        ("that a letter is sent", "Un courrier en informe le représentant légal", "A letter tells"),
        (
            "at which address",
            "5 ALLEE DE L'ILE GLORIETTE, BP 1005, 44035 NANTES CEDEX 1",
            "5 ALLEE DE L'ILE GLORIETTE, BP 1005, 44035 NANTES CEDEX 1",
        ),
        (
            "that the identifier comes separately",
            "identifiant ne figure pas ici",
            "identifier is not in this",
        ),
        ("that a machine sends it", "envoyé par un automate", "sent by a machine"),
    ],
)
def test_the_invitation_states_every_fact_in_both_languages(fact: str, french: str, english: str) -> None:
    assert french in whole(invitation(INVITATION, LINK, FRENCH)), fact
    assert english in whole(invitation(INVITATION, LINK, ENGLISH)), fact


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("letter", [False, True])
@pytest.mark.parametrize("phone", [None, "+33241051938"])
def test_the_invitation_never_holds_an_identifier(
    language: Language, letter: bool, phone: str | None
) -> None:
    facts = replace(INVITATION, representative_is_told=letter, creator_phone=phone)
    bare = whole(invitation(facts, "", language)).replace(facts.employer_name, "")
    # French and English have words of nine letters; identifiers are in capitals or hold digits.
    suspects = [word for word in IDENTIFIER.findall(bare) if word.isupper() or not word.isalpha()]
    assert suspects == ["GLORIETTE"] * letter
    assert not any("identifier" in field.name for field in fields(InvitationFacts))


@pytest.mark.parametrize("language", Language)
def test_the_link_of_the_invitation_is_a_paragraph_of_its_own(language: Language) -> None:
    text = invitation(INVITATION, LINK, language)
    assert text.paragraphs.count(LINK) == 1
    assert whole(text).count(LINK) == 1


@pytest.mark.parametrize("language", Language)
def test_the_invitation_mentions_no_letter_that_is_not_sent_and_no_missing_phone(
    language: Language,
) -> None:
    full = invitation(INVITATION, LINK, language)
    bare = invitation(replace(INVITATION, representative_is_told=False, creator_phone=None), LINK, language)
    assert len(bare.paragraphs) == len(full.paragraphs) - 1
    assert not any(
        word in whole(bare) for word in ("GLORIETTE", "courrier ", "letter", "None", "joindre", "call")
    )


def test_the_link_is_valid_for_as_long_as_the_settings_say() -> None:
    facts = replace(INVITATION, link_days=3)
    assert "valable 3 jours" in whole(invitation(facts, LINK, FRENCH))
    assert "good for 3 days" in whole(invitation(facts, LINK, ENGLISH))


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (FRENCH, ("Bonjour Madame Dupont", "02/03/2026", "CHRU DE NANTES", "changée", "automate")),
        (ENGLISH, ("Dear Ms Dupont", "02/03/2026", "CHRU DE NANTES", "changed", "machine")),
    ],
)
def test_the_notice_of_a_new_e_mail_address_names_neither_address(
    language: Language, words: tuple[str, ...]
) -> None:
    text = whole(email_changed(EmailChangedFacts(SARA, "CHRU DE NANTES", date(2026, 3, 2)), language))
    assert all(word in text for word in words)
    assert "@" not in text


def test_a_day_is_written_the_french_way() -> None:
    assert format_day(date(2020, 3, 12)) == "12/03/2020"
