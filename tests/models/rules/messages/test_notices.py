"""The texts of the e-mails on passwords, locks and reminders (P3, P7, V1)."""

from datetime import date

import pytest

from models.rules.messages.emails import MessageText
from models.rules.messages.facts import (
    AccountLockedFacts,
    AdministratorDigestFacts,
    DigestLine,
    ExpiryReminderFacts,
    InvitationReminderFacts,
    PasswordChangedFacts,
    PasswordResetFacts,
    Person,
)
from models.rules.messages.notices import (
    account_locked,
    administrator_digest,
    expiry_reminder,
    invitation_reminder,
    password_changed,
    password_reset,
)
from models.rules.vocabulary import Civility, Language

FRENCH, ENGLISH = Language
LINK = "https://comptoir.example/mot-de-passe#" + "0f" * 32
ZOE = Person(Civility.MADAME, "Ménard", "Zoé")
NOEL = Person(Civility.MONSIEUR, "Œuvrard", "Noël")
DAY = date(2026, 12, 31)
CHRU = "CHRU DE NANTES"
EXPIRING, LAPSING = (DigestLine(ZOE, DAY),), (DigestLine(NOEL, date(2026, 11, 26)),)


def digest(
    expiring: tuple[DigestLine, ...], lapsing: tuple[DigestLine, ...], language: Language
) -> MessageText:
    return administrator_digest(AdministratorDigestFacts(ZOE, CHRU, expiring, lapsing), language)


def emails_in(language: Language) -> dict[str, MessageText]:
    return {
        "reset": password_reset(PasswordResetFacts(ZOE, CHRU, DAY, 60), LINK, language),
        "changed": password_changed(PasswordChangedFacts(ZOE, CHRU, DAY), language),
        "locked": account_locked(AccountLockedFacts(ZOE, CHRU, 15), language),
        "expiry": expiry_reminder(ExpiryReminderFacts(ZOE, CHRU, DAY), language),
        "invitation": invitation_reminder(InvitationReminderFacts(ZOE, CHRU, DAY, DAY), LINK, language),
        "digest": digest(EXPIRING, (), language),
    }


def test_a_link_that_an_administrator_sends_names_them_and_says_to_speak_to_them_in_doubt() -> None:
    facts = PasswordResetFacts(ZOE, CHRU, DAY, 60, NOEL)
    french = whole(password_reset(facts, LINK, FRENCH))
    assert "Monsieur Noël Œuvrard vous invite à changer le mot de passe de votre compte" in french
    assert "En cas de doute, voyez avec Monsieur Noël Œuvrard" in french
    english = whole(password_reset(facts, LINK, ENGLISH))
    assert "Mr Noël Œuvrard asks you to change the password of your account at CHRU DE NANTES" in english
    assert "In doubt, speak to Mr Noël Œuvrard" in english
    assert "asked for nothing" not in english


def whole(text: MessageText) -> str:
    return "\n".join((text.subject, *text.paragraphs))


@pytest.mark.parametrize(
    ("name", "french", "english"),
    [
        ("reset", "valable 60 minutes et ne sert qu'une fois", "good for 60 minutes and works once"),
        ("reset", "ignorez ce message : votre mot de passe ne change pas", "your password does not change"),
        ("changed", "Le 31/12/2026, le mot de passe", "On 31/12/2026 the password"),
        ("changed", "Toutes les sessions ouvertes ont pris fin", "All open sessions have ended"),
        ("changed", "Si ce n'est pas vous", "If it was not you"),
        ("locked", "verrouillé pendant 15 minutes", "locked for 15 minutes"),
        ("locked", "demandez à un administrateur", "ask an administrator"),
        ("expiry", "jusqu'au 31/12/2026 inclus", "until 31/12/2026 included"),
        ("expiry", "Un administrateur de votre établissement peut le renouveler", "can renew it"),
        ("invitation", "pas encore de mot de passe", "no password yet"),
        ("invitation", "valable jusqu'au 31/12/2026", "good until 31/12/2026"),
        ("invitation", "un administrateur devra en demander un autre", "an administrator must ask"),
        ("digest", "31/12/2026 – Madame Zoé Ménard", "31/12/2026 – Ms Zoé Ménard"),
        ("digest", "renouvelez ou supprimez-les", "renew or delete them"),
    ],
)
def test_each_e_mail_states_what_its_reader_needs_in_both_languages(
    name: str, french: str, english: str
) -> None:
    assert french in whole(emails_in(FRENCH)[name])
    assert english in whole(emails_in(ENGLISH)[name])


@pytest.mark.parametrize("language", list(Language))
def test_each_e_mail_greets_names_the_employer_and_says_that_a_machine_sent_it(language: Language) -> None:
    greeting = "Bonjour Madame Ménard," if language is FRENCH else "Dear Ms Ménard,"
    machine = "automate" if language is FRENCH else "machine"
    for text in emails_in(language).values():
        assert text.paragraphs[0] == greeting
        assert CHRU in whole(text)
        assert machine in text.paragraphs[-1]


@pytest.mark.parametrize("language", list(Language))
def test_a_link_is_a_paragraph_of_its_own_and_in_no_other_e_mail(language: Language) -> None:
    texts = emails_in(language)
    assert {name for name, text in texts.items() if LINK in text.paragraphs} == {"reset", "invitation"}
    assert [name for name, text in texts.items() if LINK in text.subject] == []


@pytest.mark.parametrize("language", list(Language))
def test_a_digest_has_a_part_for_expiring_accounts_and_one_for_lapsing_invitations(
    language: Language,
) -> None:
    both = digest(EXPIRING, LAPSING, language)
    assert both.subject.endswith("(2)")
    assert len(both.paragraphs) == 6
    for text in (
        digest(EXPIRING, (), language),
        digest((), LAPSING, language),
    ):
        assert text.subject.endswith("(1)")
        assert len(text.paragraphs) == 4
        assert set(text.paragraphs) < set(both.paragraphs)
