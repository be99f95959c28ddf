"""The texts of the invitation and of the notice of a new e-mail address, in French and English (C2, M5).

Also what all messages share: the parts of a text (`MessageText`), the format of a day, the last paragraph
of an e-mail.
"""

from dataclasses import dataclass
from datetime import date

from models.rules.accounts.account import format_french_phone
from models.rules.messages.facts import EmailChangedFacts, InvitationFacts
from models.rules.vocabulary import Language


@dataclass(frozen=True, slots=True)
class MessageText:
    """Plain text. The link of an e-mail is a paragraph of its own."""

    subject: str
    paragraphs: tuple[str, ...]


def format_day(day: date) -> str:
    """Return the day as the French write it, in both languages: 12/03/2020."""
    return f"{day:%d/%m/%Y}"


def automatic_message_notice(language: Language) -> str:
    """Return the last paragraph of every e-mail (C2)."""
    if language is Language.FRENCH:
        return "Ce message est envoyé par un automate ; une réponse ne serait lue par personne."
    return "This message was sent by a machine; nobody would read an answer."


def invitation(facts: InvitationFacts, link: str, language: Language) -> MessageText:
    """Return the e-mail with the link to create the password (C2)."""
    french = language is Language.FRENCH
    holder, creator = facts.holder.greeted(language), facts.creator.greeted(language)
    day, address = format_day(facts.created_on), ", ".join(facts.representative_address)
    employer = f"{facts.employer_name} {facts.contract_number}"
    phone = ""
    if facts.creator_phone:
        number = format_french_phone(facts.creator_phone)
        phone = f" (que vous pouvez joindre au {number})" if french else f" (whom you can call on {number})"
    letter_fr = f"Un courrier en informe le représentant légal de l'établissement, à l'adresse : {address}."
    letter_en = f"A letter tells the employer's legal representative, at this address: {address}."
    if french:
        paragraphs = [
            f"Bonjour {holder},",
            f"{creator}{phone} vous a ouvert un compte le {day} sur la Plateforme employeurs publics, "
            f"pour l'établissement {employer}.",
            "Il vous reste à choisir votre mot de passe, en suivant ce lien :",
            link,
            f"Ce lien est valable {facts.link_days} jours et ne sert qu'une fois. Passé ce délai, "
            f"{creator} devra renouveler la demande.",
            *([letter_fr] if facts.representative_is_told else []),
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
        *([letter_en] if facts.representative_is_told else []),
        "Your identifier is not in this message: your administrator gives it to you separately.",
        automatic_message_notice(language),
    ]
    return MessageText("Choose the password of your account", tuple(paragraphs))


def email_changed(facts: EmailChangedFacts, language: Language) -> MessageText:
    """Return the e-mail to the old and to the new e-mail address, which names neither (M5)."""
    name, day, employer = facts.holder.greeted(language), format_day(facts.on), facts.employer_name
    if language is Language.FRENCH:
        return MessageText(
            "L'adresse de courriel de votre compte a changé",
            (
                f"Bonjour {name},",
                f"Le {day}, l'adresse de courriel de votre compte pour {employer} a été changée.",
                "Si vous n'êtes pas au courant, prévenez sans attendre un administrateur.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "The e-mail address of your account has changed",
        (
            f"Dear {name},",
            f"On {day} the e-mail address of your account for {employer} was changed.",
            "If you know nothing of this, tell an administrator of your employer without delay.",
            automatic_message_notice(language),
        ),
    )
