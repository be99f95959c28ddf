"""The facts that the outbox keeps become the words that people read."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from models.rules.vocabulary import Language, MessageKind
from resolvers.messages.render import render_text

LINK = "https://comptoir.example/mot-de-passe#0123"
ZOE = {"civility": "MADAME", "last_name": "Ménard", "first_name": "Zoé"}
NOEL = {"civility": "MONSIEUR", "last_name": "Œuvrard", "first_name": "Noël"}
SHORT = {"holder": ZOE, "employer_name": "CHRU DE NANTES", "on": "2026-11-23", "minutes": 60}
LETTER = {
    "representative": NOEL,
    "representative_title": None,
    "holder": ZOE,
    "actor": NOEL,
    "on": "2026-11-23",
    "employer_name": "CHRU DE NANTES",
    "contract_number": "VF201",
    "profile": "ADMINISTRATOR",
}


def told(kind: MessageKind, facts: Mapping[str, Any], language: Language) -> str:
    text = render_text(kind, json.loads(json.dumps(facts)), LINK, language)
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize(
    ("kind", "language", "subject"),
    [
        (MessageKind.EMAIL_CHANGED, Language.FRENCH, "L'adresse de courriel de votre compte a changé"),
        (MessageKind.EMAIL_CHANGED, Language.ENGLISH, "The e-mail address of your account has changed"),
        (MessageKind.PASSWORD_RESET, Language.FRENCH, "Choisissez un nouveau mot de passe"),
        (MessageKind.PASSWORD_RESET, Language.ENGLISH, "Choose a new password"),
        (MessageKind.PASSWORD_CHANGED, Language.FRENCH, "Votre mot de passe a changé"),
        (MessageKind.PASSWORD_CHANGED, Language.ENGLISH, "Your password has changed"),
        (MessageKind.ACCOUNT_LOCKED, Language.FRENCH, "Votre compte est verrouillé pour un temps"),
        (MessageKind.ACCOUNT_LOCKED, Language.ENGLISH, "Your account is locked for a while"),
    ],
)
def test_an_e_mail_is_written_in_the_language_of_the_setting(
    kind: MessageKind, language: Language, subject: str
) -> None:
    words = told(kind, SHORT, language)
    assert words.startswith(f"{subject}\n")
    assert "CHRU DE NANTES" in words
    assert "Ménard" in words
    assert (LINK in words) is (kind is MessageKind.PASSWORD_RESET)


@pytest.mark.parametrize(
    ("kind", "facts", "words"),
    [
        (MessageKind.EXPIRY_REMINDER, {"expires_on": "2026-12-31"}, "valable jusqu'au 31/12/2026 inclus"),
        (
            MessageKind.INVITATION_REMINDER,
            {"lapses_on": "2026-12-08"},
            "Ce lien est valable jusqu'au 08/12/2026",
        ),
        (
            MessageKind.ADMINISTRATOR_DIGEST,
            {
                "administrator": NOEL,
                "expiring": [{"holder": ZOE, "on": "2026-12-31"}],
                "lapsing": [{"holder": NOEL, "on": "2026-12-08"}],
            },
            "31/12/2026 – Madame Zoé Ménard",
        ),
    ],
)
def test_reminders_say_what_ends_and_when(kind: MessageKind, facts: dict[str, Any], words: str) -> None:
    """V1."""
    text = told(kind, {**SHORT, **facts}, Language.FRENCH)
    assert words in text
    assert "CHRU DE NANTES" in text
    assert (LINK in text) is (kind is MessageKind.INVITATION_REMINDER)


@pytest.mark.parametrize("kind", [MessageKind.CREATION_LETTER, MessageKind.PROMOTION_LETTER])
@pytest.mark.parametrize("language", list(Language))
def test_letters_are_in_french(kind: MessageKind, language: Language) -> None:
    words = told(kind, LETTER, language)
    assert "Madame Zoé Ménard" in words
    assert "Le 23/11/2026, Monsieur Noël Œuvrard a " in words
    assert "administrateur" in words


def test_the_invitation_says_all_that_the_guide_promises() -> None:
    """C2."""
    facts = {
        "holder": ZOE,
        "creator": NOEL,
        "creator_phone": "+33241051938",
        "created_on": "2026-11-23",
        "employer_name": "CHRU DE NANTES",
        "contract_number": "VF201",
        "representative_address": ["BP 1005", "44035 Nantes Cedex 1"],
        "link_days": 15,
        "representative_is_told": True,
    }
    words = told(MessageKind.INVITATION, facts, Language.FRENCH)
    for promised in (
        "Monsieur Œuvrard (que vous pouvez joindre au 02 41 05 19 38) vous a ouvert un compte le 23/11/2026",
        "CHRU DE NANTES VF201",
        "valable 15 jours",
        "Monsieur Œuvrard devra renouveler la demande",
        "représentant légal de l'établissement, à l'adresse : BP 1005, 44035 Nantes Cedex 1",
        "automate",
        LINK,
    ):
        assert promised in words
