"""The texts of the invitation and of the notice of a new e-mail address (C2, M5)."""

import re
from dataclasses import fields, replace
from datetime import date

import pytest

from models.rules.messages.emails import MessageText, email_changed, format_day
from models.rules.messages.facts import EmailChangedFacts, InvitationFacts, Person
from models.rules.messages.invitation import PlatformUrls, invitation
from models.rules.vocabulary import Civility, Language, Profile

FRENCH, ENGLISH = Language
LINK = "https://comptoir.example/password#" + "0f" * 32
URLS = PlatformUrls(
    "https://comptoir.example",
    "https://comptoir.example/donnees-personnelles",
    ("Direction des Politiques Sociales", "Caisse des Dépôts"),
)
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
    profile=Profile.USER,
)
IDENTIFIER = re.compile(r"(?<![A-Z0-9])[A-Z]{3}[0-9A-Z]{6}(?![A-Z0-9])", re.IGNORECASE)


def whole(text: MessageText) -> str:
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize(
    ("fact", "french", "english"),
    [
        ("for whom", "Bonjour Monsieur Louty", "Dear Mr Louty"),
        ("who created it", "Madame Dupont", "Ms Dupont"),
        ("when", "Le 02/03/2026", "On 02/03/2026"),
        ("their phone", "joignable au 02 41 05 19 38", "phone 02 41 05 19 38"),
        ("employer and contract", "CHRU DE NANTES VF201", "CHRU DE NANTES VF201"),
        ("as what", "un compte en tant qu'utilisateur à", "an account for you as a user of"),
        ("how long the link is valid", "vous avez 15 jours pour", "you have 15 days to"),
        ("that it works once", "qu'une fois", "works once"),
        (
            "whom to ask then",
            "Madame Dupont devra procéder à une nouvelle demande",
            "After that, Ms Dupont must ask again",
        ),
        ("that a letter is sent", "Le représentant légal de votre établissement a été informé", "by letter"),
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
        (
            "what can be reached afterwards",
            "Vous pourrez accéder ensuite aux services de la Plateforme employeurs publics auxquels vous "
            "êtes habilité.",
            "Afterwards you will be able to use the services of the public employers' platform",
        ),
        ("the greeting at the end", "A bientôt sur la Plateforme", "See you soon on"),
        ("who signs", "L'assistance technique de la Plateforme", "Technical support of"),
        (
            "for which directorate",
            "Direction des Politiques Sociales – Caisse des Dépôts",
            "Caisse des Dépôts",
        ),
        ("where the platform is", URLS.home, URLS.home),
        ("that a machine sends it", "envoyé par un automate. Merci de ne pas", "sent by a machine"),
        ("the note on personal data", "protection des données à caractère personnel", "personal data"),
        ("where it says more on them", URLS.personal_data, URLS.personal_data),
    ],
)
def test_the_invitation_states_every_fact_in_both_languages(fact: str, french: str, english: str) -> None:
    assert french in whole(invitation(INVITATION, LINK, URLS, FRENCH)), fact
    assert english in whole(invitation(INVITATION, LINK, URLS, ENGLISH)), fact


@pytest.mark.parametrize("language", Language)
def test_the_invitation_is_signed_by_the_sender_of_letters_and_by_none_without_an_address(
    language: Language,
) -> None:
    urls = replace(URLS, sender=("Comptoir", "1 rue de la Paix", "44000 Nantes"))
    signed = whole(invitation(INVITATION, LINK, urls, language))
    assert "Comptoir – 1 rue de la Paix – 44000 Nantes" in signed
    assert "Caisse" not in signed
    assert " –  " not in whole(invitation(INVITATION, LINK, replace(URLS, sender=()), language))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("letter", [False, True])
@pytest.mark.parametrize("phone", [None, "+33241051938"])
def test_the_invitation_never_holds_an_identifier(
    language: Language, letter: bool, phone: str | None
) -> None:
    facts = replace(INVITATION, representative_is_told=letter, creator_phone=phone)
    bare = whole(invitation(facts, "", URLS, language)).replace(facts.employer_name, "")
    # French and English have words of nine letters; identifiers are in capitals or hold digits.
    suspects = [word for word in IDENTIFIER.findall(bare) if word.isupper() or not word.isalpha()]
    assert suspects == ["GLORIETTE"] * letter + ["IMPORTANT"]
    assert not any("identifier" in field.name for field in fields(InvitationFacts))


@pytest.mark.parametrize(
    ("profile", "french", "english"),
    [
        (Profile.USER, "en tant qu'utilisateur à la", "as a user of the"),
        (Profile.ADMINISTRATOR, "en tant qu'administrateur à la", "as an administrator of the"),
        (None, "vous a créé un compte à la", "an account for you of the"),
    ],
)
def test_the_invitation_says_with_which_profile_where_it_is_known(
    profile: Profile | None, french: str, english: str
) -> None:
    facts = replace(INVITATION, profile=profile)
    texts = [whole(invitation(facts, LINK, URLS, language)) for language in (FRENCH, ENGLISH)]
    assert french in texts[0]
    assert english in texts[1]
    administers = profile is Profile.ADMINISTRATOR
    assert ("et à la gestion des comptes" in texts[0]) is administers
    assert ("and to administer its accounts" in texts[1]) is administers


@pytest.mark.parametrize(
    ("language", "team"),
    [
        (Language.FRENCH, "l'équipe de la Plateforme employeurs publics"),
        (Language.ENGLISH, "the team of the public employers' platform"),
    ],
)
def test_the_first_administrator_is_invited_by_the_team_that_passes_on_the_identifier(
    language: Language, team: str
) -> None:
    text = whole(invitation(replace(INVITATION, creator=None, creator_phone=None), LINK, URLS, language))
    assert text.count(team) == 3
    assert "Dupont" not in text


def test_the_invitation_agrees_with_the_civility_of_its_holder() -> None:
    assert "vous êtes habilitée." in whole(invitation(replace(INVITATION, holder=SARA), LINK, URLS, FRENCH))


@pytest.mark.parametrize("language", Language)
def test_the_link_of_the_invitation_is_a_paragraph_of_its_own(language: Language) -> None:
    text = invitation(INVITATION, LINK, URLS, language)
    assert text.paragraphs.count(LINK) == 1
    assert whole(text).count(LINK) == 1


@pytest.mark.parametrize("language", Language)
def test_the_invitation_mentions_no_letter_that_is_not_sent_and_no_missing_phone(
    language: Language,
) -> None:
    full = invitation(INVITATION, LINK, URLS, language)
    short = replace(INVITATION, representative_is_told=False, creator_phone=None)
    bare = invitation(short, LINK, URLS, language)
    assert len(bare.paragraphs) == len(full.paragraphs) - 1
    assert not any(
        word in whole(bare) for word in ("GLORIETTE", "courrier ", "letter", "None", "joignable", "phone")
    )


def test_the_link_is_valid_for_as_long_as_the_settings_say() -> None:
    facts = replace(INVITATION, link_days=3)
    assert "vous avez 3 jours" in whole(invitation(facts, LINK, URLS, FRENCH))
    assert "you have 3 days" in whole(invitation(facts, LINK, URLS, ENGLISH))


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
