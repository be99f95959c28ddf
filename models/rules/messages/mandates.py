"""The e-mails and the letter on mandates, in French and English (E1, N4)."""

from models.rules.messages.emails import MessageText, automatic_message_notice, format_day
from models.rules.messages.facts import MandateLetterFacts, MandateNewsFacts
from models.rules.messages.salutation import closing, salutation
from models.rules.vocabulary import Language, MandateNews, MandateScope

_SCOPES = {
    Language.FRENCH: {
        MandateScope.READ: "la consultation",
        MandateScope.RENEW: "la consultation et le renouvellement",
        MandateScope.MANAGE: "la gestion",
    },
    Language.ENGLISH: {
        MandateScope.READ: "look at",
        MandateScope.RENEW: "look at and renew",
        MandateScope.MANAGE: "manage",
    },
}
_NEWS = {
    Language.FRENCH: {
        MandateNews.PROPOSED: (
            "Un établissement vous propose un mandat",
            "{giver} propose de confier à {centre} {scope} de ses comptes, du {start} au {end}. Acceptez ou "
            "refusez sous 30 jours, sur la Plateforme.",
        ),
        MandateNews.ACCEPTED: (
            "Votre mandat est accepté",
            "{centre} accepte {scope} des comptes de {giver}, du {start} au {end}. Les administrateurs de "
            "{centre} désignent les personnes qui agiront : vous les voyez sur la Plateforme.",
        ),
        MandateNews.DECLINED: (
            "Votre mandat est refusé",
            "{centre} n'accepte pas {scope} des comptes de {giver}, du {start} au {end}.",
        ),
        MandateNews.ENDED: (
            "Un mandat a pris fin",
            "Le mandat par lequel {giver} confiait à {centre} {scope} de ses comptes, du {start} au {end}, a "
            "pris fin : plus personne n'agit par lui.",
        ),
        MandateNews.ENDING: (
            "Un mandat arrive à son terme",
            "Le mandat par lequel {giver} confie à {centre} {scope} de ses comptes finit le {end}. Il ne se "
            "renouvelle pas seul : {giver} peut en proposer un autre, que {centre} devra accepter.",
        ),
    },
    Language.ENGLISH: {
        MandateNews.PROPOSED: (
            "An employer offers you a mandate",
            "{giver} asks {centre} to {scope} the accounts of {giver}, from {start} to {end}. Accept or "
            "decline within 30 days, on the platform.",
        ),
        MandateNews.ACCEPTED: (
            "Your mandate is accepted",
            "{centre} agrees to {scope} the accounts of {giver}, from {start} to {end}. The "
            "administrators of {centre} name the people who will act: you see them on the platform.",
        ),
        MandateNews.DECLINED: (
            "Your mandate is declined",
            "{centre} does not wish to {scope} the accounts of {giver}, from {start} to {end}.",
        ),
        MandateNews.ENDED: (
            "A mandate has ended",
            "The mandate by which {centre} could {scope} the accounts of {giver}, from {start} to {end}, "
            "has ended: no one may act under it any more.",
        ),
        MandateNews.ENDING: (
            "A mandate is about to end",
            "The mandate by which {centre} may {scope} the accounts of {giver} ends on {end}. It does not "
            "renew itself: {giver} can propose another, which {centre} has to accept.",
        ),
    },
}


def mandate_news(facts: MandateNewsFacts, language: Language) -> MessageText:
    """Return the e-mail to an administrator of one side (E1)."""
    subject, sentence = _NEWS[language][facts.news]
    body = sentence.format(
        giver=facts.giver_name,
        centre=facts.centre_name,
        scope=_SCOPES[language][facts.scope],
        start=format_day(facts.starts_on),
        end=format_day(facts.ends_on),
    )
    name = facts.administrator.greeted(language)
    greeting = f"Bonjour {name}," if language is Language.FRENCH else f"Dear {name},"
    return MessageText(subject, (greeting, body, automatic_message_notice(language)))


def mandate_letter(facts: MandateLetterFacts) -> MessageText:
    """Return the letter that informs the legal representative of a mandate that was proposed (N4)."""
    french = Language.FRENCH
    scope = _SCOPES[french][facts.scope]
    return MessageText(
        f"Mandat proposé à {facts.centre_name}",
        (
            f"{salutation(facts.representative.civility, facts.representative_title)},",
            f"Le {format_day(facts.on)}, {facts.actor.full(french)} a proposé de confier à "
            f"{facts.centre_name}, sur la Plateforme employeurs publics, {scope} des comptes de "
            f"{facts.employer_name} (contrat {facts.contract_number}), du {format_day(facts.starts_on)} au "
            f"{format_day(facts.ends_on)}.",
            "Ce mandat vaut dès que le centre l'accepte. Vos administrateurs voient qui agit pour vous, et "
            "peuvent y mettre fin à tout moment.",
            "Si cela ne correspond pas à votre décision, adressez-vous à un administrateur de "
            "l'établissement.",
            closing(facts.representative.civility, facts.representative_title),
            "La Plateforme employeurs publics",
        ),
    )
