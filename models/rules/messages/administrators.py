"""The e-mails to administrators on who administers their employer, in French and English (N2)."""

from models.rules.messages.emails import MessageText, automatic_message_notice, format_day
from models.rules.messages.registration_facts import SoleAdministratorFacts, SuccessionNewsFacts
from models.rules.registrations.states import SuccessionNews
from models.rules.vocabulary import Language

_SUBJECTS = {
    Language.FRENCH: {
        SuccessionNews.APPROVED: "Un nouvel administrateur est attendu",
        SuccessionNews.WITHDRAWN: "Le nouvel administrateur n'est plus attendu",
        SuccessionNews.DONE: "Un nouvel administrateur est arrivé",
    },
    Language.ENGLISH: {
        SuccessionNews.APPROVED: "A new administrator is expected",
        SuccessionNews.WITHDRAWN: "The new administrator is no longer expected",
        SuccessionNews.DONE: "A new administrator has come",
    },
}
_SENTENCES = {
    Language.FRENCH: {
        SuccessionNews.APPROVED: "Le {day}, un opérateur de la Plateforme a accepté que {successor} devienne "
        "administrateur de {employer}. Son compte s'ouvrira avec le code d'un courrier au représentant "
        "légal.",
        SuccessionNews.WITHDRAWN: "Le {day}, un opérateur de la Plateforme est revenu sur l'accord donné à "
        "{successor} pour devenir administrateur de {employer}. Le code du courrier au représentant légal ne "
        "vaut plus rien.",
        SuccessionNews.DONE: "Le {day}, {successor} est devenu administrateur de {employer}, avec le code "
        "d'un courrier au représentant légal.",
    },
    Language.ENGLISH: {
        SuccessionNews.APPROVED: "On {day} an operator of the platform approved that {successor} becomes an "
        "administrator of {employer}. Their account will open with the code of a letter to the legal "
        "representative.",
        SuccessionNews.WITHDRAWN: "On {day} an operator of the platform withdrew the approval that "
        "{successor} becomes an administrator of {employer}. The code of the letter to the legal "
        "representative is worthless.",
        SuccessionNews.DONE: "On {day} {successor} became an administrator of {employer}, with the code of a "
        "letter to the legal representative.",
    },
}


def succession_news(facts: SuccessionNewsFacts, language: Language) -> MessageText:
    """Return the e-mail that says that a new administrator was requested, comes no more, or has come (N2)."""
    name = facts.administrator.greeted(language)
    sentence = _SENTENCES[language][facts.news].format(
        day=format_day(facts.on),
        successor=facts.successor.full(language),
        employer=facts.employer_name,
    )
    if language is Language.FRENCH:
        paragraphs = (
            f"Bonjour {name},",
            sentence,
            "Votre compte reste ouvert, avec les mêmes droits.",
            "Si cela ne devait pas être, prévenez sans attendre votre représentant légal et l'assistance "
            "technique de la Plateforme employeurs publics.",
        )
    else:
        paragraphs = (
            f"Dear {name},",
            sentence,
            "Your account stays open, with the same rights.",
            "If this should not be, tell your legal representative and the platform's support without delay.",
        )
    return MessageText(_SUBJECTS[language][facts.news], (*paragraphs, automatic_message_notice(language)))


def sole_administrator(facts: SoleAdministratorFacts, language: Language) -> MessageText:
    """Return the yearly e-mail to the only active administrator of an employer (N2)."""
    name, employer = facts.administrator.greeted(language), facts.employer_name
    if language is Language.FRENCH:
        return MessageText(
            "Vous êtes le seul administrateur de votre établissement",
            (
                f"Bonjour {name},",
                f"Vous êtes le seul administrateur actif de {employer}. Désignez un second administrateur : "
                f"si "
                "vous étiez absent, personne ne pourrait gérer les comptes.",
                "Il suffit de créer son compte, ou de changer le profil d'un utilisateur.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "You are the only administrator of your employer",
        (
            f"Dear {name},",
            f"You are the only active administrator of {employer}. Name a second one: if you were absent, "
            f"the "
            "accounts could not be managed.",
            "Creating their account, or changing the profile of a user, is enough.",
            automatic_message_notice(language),
        ),
    )
