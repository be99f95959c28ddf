"""The words of e-mails and letters, in French and in English (C2, C4, M5). Facts in, text out."""

from dataclasses import dataclass
from datetime import date

from models.rules.accounts.account import format_french_phone
from models.rules.messages.salutation import CIVILITIES
from models.rules.vocabulary import Civility, Language


@dataclass(frozen=True, slots=True)
class Person:
    civility: Civility
    last_name: str
    first_name: str

    def greeted(self, language: Language) -> str:
        """Madame Dupont; Ms Dupont."""
        return f"{_TITLES[language][self.civility]} {self.last_name}"

    def full(self, language: Language) -> str:
        return f"{_TITLES[language][self.civility]} {self.first_name} {self.last_name}"


@dataclass(frozen=True, slots=True)
class MessageText:
    """`paragraphs` are plain text; the link of an e-mail stands alone in its own."""

    subject: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class InvitationFacts:
    """What the invitation says (C2). It never holds the identifier, which travels separately."""

    holder: Person
    creator: Person
    creator_phone: str | None
    created_on: date
    employer_name: str
    contract_number: str
    representative_address: tuple[str, ...]
    link_days: int
    representative_is_told: bool


_TITLES = {
    Language.FRENCH: CIVILITIES,
    Language.ENGLISH: {Civility.MADAME: "Ms", Civility.MONSIEUR: "Mr"},
}


def format_day(day: date) -> str:
    """The French way, in both languages: 12/03/2020."""
    return f"{day:%d/%m/%Y}"


def automatic_message_notice(language: Language) -> str:
    """How every e-mail ends (C2)."""
    if language is Language.FRENCH:
        return "Ce message est envoyé par un automate ; une réponse ne serait lue par personne."
    return "This message was sent by a machine; nobody would read an answer."


def invitation(facts: InvitationFacts, link: str, language: Language) -> MessageText:
    """C2: the e-mail that brings the link to create the password."""
    french = language is Language.FRENCH
    holder, creator = facts.holder.greeted(language), facts.creator.greeted(language)
    day, address = format_day(facts.created_on), ", ".join(facts.representative_address)
    employer = f"{facts.employer_name} {facts.contract_number}"
    phone = ""
    if facts.creator_phone:
        number = format_french_phone(facts.creator_phone)
        phone = f" (que vous pouvez joindre au {number})" if french else f" (whom you can call on {number})"
    told_fr = f"Un courrier en informe le représentant légal de l'établissement, à l'adresse : {address}."
    told_en = f"A letter tells the employer's legal representative, at this address: {address}."
    if french:
        paragraphs = [
            f"Bonjour {holder},",
            f"{creator}{phone} vous a ouvert un compte le {day} sur la Plateforme employeurs publics, "
            f"pour l'établissement {employer}.",
            "Il vous reste à choisir votre mot de passe, en suivant ce lien :",
            link,
            f"Ce lien est valable {facts.link_days} jours et ne sert qu'une fois. Passé ce délai, "
            f"{creator} devra renouveler la demande.",
            *([told_fr] if facts.representative_is_told else []),
            "Votre identifiant ne figure pas ici : votre administrateur vous le remet à part.",
            automatic_message_notice(language),
        ]
        return MessageText("Choisissez le mot de passe de votre compte", tuple(paragraphs))
    paragraphs = [
        f"Dear {holder},",
        f"On {day} {creator}{phone} opened an account for you on the public employers' platform, "
        f"for {employer}.",
        "One step remains: choose your password by following this link:",
        link,
        f"The link is good for {facts.link_days} days and works once. After that, {creator} must ask again.",
        *([told_en] if facts.representative_is_told else []),
        "Your identifier is not in this message: your administrator gives it to you separately.",
        automatic_message_notice(language),
    ]
    return MessageText("Choose the password of your account", tuple(paragraphs))


def email_changed(holder: Person, employer_name: str, on: date, language: Language) -> MessageText:
    """M5: the same text goes to the old and to the new address; neither is named."""
    name, day = holder.greeted(language), format_day(on)
    if language is Language.FRENCH:
        return MessageText(
            "L'adresse de courriel de votre compte a changé",
            (
                f"Bonjour {name},",
                f"Le {day}, l'adresse de courriel de votre compte pour {employer_name} a été changée.",
                "Si vous n'êtes pas au courant, prévenez sans attendre un administrateur.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "The e-mail address of your account has changed",
        (
            f"Dear {name},",
            f"On {day} the e-mail address of your account for {employer_name} was changed.",
            "If you know nothing of this, tell an administrator of your employer without delay.",
            automatic_message_notice(language),
        ),
    )
