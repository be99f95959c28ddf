"""Each kind of message has its text, in the language of the setting."""

from datetime import date

import pytest

from models.rules.messages.facts import (
    AccountLockedFacts,
    AdministratorDigestFacts,
    CreationLetterFacts,
    DigestLine,
    EmailChangedFacts,
    ExpiryReminderFacts,
    InvitationFacts,
    InvitationReminderFacts,
    MessageFacts,
    PasswordChangedFacts,
    PasswordResetFacts,
    Person,
    PromotionLetterFacts,
)
from models.rules.messages.invitation import PlatformUrls
from models.rules.vocabulary import Civility, Language, MessageKind, Profile
from resolvers.messages.render import render_text

LINK = "https://comptoir.example/mot-de-passe#0123"
URLS = PlatformUrls("https://comptoir.example", "https://comptoir.example/donnees-personnelles")
ZOE = Person(Civility.MADAME, "Ménard", "Zoé")
NOEL = Person(Civility.MONSIEUR, "Œuvrard", "Noël")
CHRU = "CHRU DE NANTES"
DAY = date(2026, 11, 23)


def rendered(facts: MessageFacts, language: Language) -> str:
    text = render_text(facts, LINK, URLS, language)
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize(
    ("facts", "language", "subject"),
    [
        (
            EmailChangedFacts(ZOE, CHRU, DAY),
            Language.FRENCH,
            "L'adresse de courriel de votre compte a changé",
        ),
        (
            EmailChangedFacts(ZOE, CHRU, DAY),
            Language.ENGLISH,
            "The e-mail address of your account has changed",
        ),
        (PasswordResetFacts(ZOE, CHRU, DAY, 60), Language.FRENCH, "Choisissez un nouveau mot de passe"),
        (PasswordResetFacts(ZOE, CHRU, DAY, 60), Language.ENGLISH, "Choose a new password"),
        (PasswordChangedFacts(ZOE, CHRU, DAY), Language.FRENCH, "Votre mot de passe a changé"),
        (PasswordChangedFacts(ZOE, CHRU, DAY), Language.ENGLISH, "Your password has changed"),
        (AccountLockedFacts(ZOE, CHRU, 60), Language.FRENCH, "Votre compte est verrouillé pour un temps"),
        (AccountLockedFacts(ZOE, CHRU, 60), Language.ENGLISH, "Your account is locked for a while"),
    ],
)
def test_an_e_mail_is_written_in_the_language_of_the_setting(
    facts: MessageFacts, language: Language, subject: str
) -> None:
    words = rendered(facts, language)
    assert words.startswith(f"{subject}\n")
    assert "CHRU DE NANTES" in words
    assert "Ménard" in words
    assert (LINK in words) is (facts.kind is MessageKind.PASSWORD_RESET)


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        (ExpiryReminderFacts(ZOE, CHRU, date(2026, 12, 31)), "valable jusqu'au 31/12/2026 inclus"),
        (
            InvitationReminderFacts(ZOE, CHRU, date(2026, 12, 8), DAY),
            "Ce lien est valable jusqu'au 08/12/2026",
        ),
        (
            AdministratorDigestFacts(
                NOEL,
                CHRU,
                expiring=(DigestLine(ZOE, date(2026, 12, 31)),),
                lapsing=(DigestLine(NOEL, date(2026, 12, 8)),),
            ),
            "31/12/2026 – Madame Zoé Ménard",
        ),
    ],
)
def test_reminders_say_what_ends_and_when(facts: MessageFacts, words: str) -> None:
    """V1."""
    text = rendered(facts, Language.FRENCH)
    assert words in text
    assert "CHRU DE NANTES" in text
    assert (LINK in text) is (facts.kind is MessageKind.INVITATION_REMINDER)


@pytest.mark.parametrize("letter", [CreationLetterFacts, PromotionLetterFacts])
@pytest.mark.parametrize("language", list(Language))
def test_letters_are_in_french(
    letter: type[CreationLetterFacts | PromotionLetterFacts], language: Language
) -> None:
    words = rendered(letter(NOEL, None, ZOE, NOEL, DAY, CHRU, "VF201", Profile.ADMINISTRATOR), language)
    assert "Madame Zoé Ménard" in words
    assert "Le 23/11/2026, Monsieur Noël Œuvrard a " in words
    assert "administrateur" in words


def test_the_invitation_states_all_that_the_guide_promises() -> None:
    """C2."""
    facts = InvitationFacts(
        holder=ZOE,
        creator=NOEL,
        creator_phone="+33241051938",
        created_on=DAY,
        employer_name=CHRU,
        contract_number="VF201",
        representative_address=("BP 1005", "44035 Nantes Cedex 1"),
        link_days=15,
        representative_is_told=True,
        profile=Profile.ADMINISTRATOR,
    )
    words = rendered(facts, Language.FRENCH)
    for promised in (
        "Le 23/11/2026, Monsieur Œuvrard (joignable au 02 41 05 19 38) vous a créé un compte en tant "
        "qu'administrateur à la Plateforme employeurs publics",
        "CHRU DE NANTES VF201",
        "vous avez 15 jours",
        "Monsieur Œuvrard devra procéder à une nouvelle demande",
        "par courrier à l'adresse BP 1005, 44035 Nantes Cedex 1",
        "automate",
        LINK,
    ):
        assert promised in words
