"""The e-mails and the letter on registrations and successions, in French and English (N1, N2, N4)."""

from models.rules.messages.emails import LabelledLink, MessageText, automatic_message_notice, format_day
from models.rules.messages.registration_facts import (
    RegistrationLetterFacts,
    RegistrationNewsFacts,
    RegistrationSavedFacts,
)
from models.rules.messages.registration_news import SENTENCES, SUBJECTS
from models.rules.messages.salutation import closing, salutation
from models.rules.messages.spelled_code import spelled
from models.rules.registrations.states import RegistrationKind, RegistrationNews
from models.rules.vocabulary import Language

_WITH_LINK = {
    RegistrationNews.RECEIVED,
    RegistrationNews.APPROVED,
    RegistrationNews.REFUSED,
    RegistrationNews.LETTER_SENT,
}
_SEEN = {RegistrationNews.APPROVED, RegistrationNews.REFUSED, RegistrationNews.LETTER_SENT}
_LINK_LABELS = {Language.FRENCH: "Suivre ma demande", Language.ENGLISH: "Follow my request"}


def registration_saved(facts: RegistrationSavedFacts, link: str, language: Language) -> MessageText:
    """Return the e-mail with the link to a saved form (N1)."""
    day = format_day(facts.until)
    if language is Language.FRENCH:
        return MessageText(
            "Reprenez l'inscription de votre établissement",
            (
                "Bonjour,",
                "L'inscription de votre établissement à la Plateforme employeurs publics est enregistrée. "
                "Reprenez-la en suivant ce lien :",
                link,
                f"Il est valable jusqu'au {day}. Rien n'est encore envoyé.",
                "Si vous n'avez rien enregistré, ignorez ce message.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Go on with the registration of your employer",
        (
            "Good day,",
            "The registration of your employer on the public employers' platform is saved. Go on with it by "
            "following this link:",
            link,
            f"It is good until {day}. Nothing has been sent yet.",
            "If you saved nothing, ignore this message.",
            automatic_message_notice(language),
        ),
    )


def registration_news(facts: RegistrationNewsFacts, link: str, language: Language) -> MessageText:
    """Return the e-mail to the first administrator that says where the request stands (N1, N2)."""
    french = language is Language.FRENCH
    sentence = SENTENCES[language][facts.news].format(
        what=_what(facts, language),
        employer=facts.employer_name,
        until=format_day(facts.until) if facts.until else "",
    )
    paragraphs = [_greeting(facts, language), sentence]
    if facts.reason:
        paragraphs.append(f"Motif : {facts.reason}" if french else f"Reason: {facts.reason}")
    links: tuple[LabelledLink, ...] = ()
    if facts.news in _WITH_LINK:
        paragraphs.append(link)
        links = (LabelledLink(_LINK_LABELS[language], link),)
    paragraphs.append(automatic_message_notice(language))
    return MessageText(SUBJECTS[language][facts.news], tuple(paragraphs), links)


def registration_letter(facts: RegistrationLetterFacts, code: str) -> MessageText:
    """Return the letter with the code to the legal representative, in French (N1, N2)."""
    french = Language.FRENCH
    person = facts.administrator.full(french)
    employer = f"{facts.employer_name} (SIRET {facts.siret}, contrat {facts.contract_number})"
    if facts.request is RegistrationKind.REGISTRATION:
        subject = "Code pour inscrire votre établissement"
        demand = (
            f"L'inscription de {employer} à la Plateforme employeurs publics nous a été demandée. {person} "
            f"en "
            "serait l'administrateur : un administrateur crée, modifie, renouvelle et supprime les comptes "
            "de "
            "l'établissement."
        )
    else:
        subject = "Code pour un nouvel administrateur"
        demand = (
            f"On nous a demandé que {person} devienne administrateur de {employer} sur la Plateforme "
            f"employeurs "
            "publics, où les comptes de ses administrateurs d'aujourd'hui restent ouverts. Un administrateur "
            "crée, modifie, renouvelle et supprime les comptes de l'établissement."
        )
    return MessageText(
        subject,
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            demand,
            f"Si c'est votre décision, remettez ce code à {person}, et à personne d'autre :",
            code,
            f"Épelé : {spelled(code)}.",
            f"Il est valable jusqu'au {format_day(facts.until)}, pour {facts.tries} essais.",
            "Si ce n'est pas votre décision, ne remettez ce code à personne : sans lui, aucun compte ne "
            "s'ouvre. Prévenez l'assistance technique de la Plateforme employeurs publics.",
            closing(facts.representative.civility, facts.representative_title),
            "La Plateforme employeurs publics",
        ),
        code=code,
    )


def _greeting(facts: RegistrationNewsFacts, language: Language) -> str:
    """Name the person only once an operator has looked: before, a stranger may have typed any address."""
    french = language is Language.FRENCH
    if facts.news not in _SEEN:
        return "Bonjour," if french else "Good day,"
    name = facts.administrator.greeted(language)
    return f"Bonjour {name}," if french else f"Dear {name},"


def _what(facts: RegistrationNewsFacts, language: Language) -> str:
    if facts.request is RegistrationKind.REGISTRATION:
        return {
            Language.FRENCH: f"l'inscription de l'établissement {facts.employer_name}",
            Language.ENGLISH: f"the registration of the employer {facts.employer_name}",
        }[language]
    return {
        Language.FRENCH: f"un nouvel administrateur pour l'établissement {facts.employer_name}",
        Language.ENGLISH: f"a new administrator of the employer {facts.employer_name}",
    }[language]
