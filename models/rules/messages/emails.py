"""What the texts of all messages share, and the notice of a new e-mail address in both languages (M5)."""

from dataclasses import dataclass
from datetime import date

from models.rules.messages.facts import EmailChangedFacts
from models.rules.vocabulary import Language

PLATFORM_TEAM = {
    Language.FRENCH: "l'équipe de la Plateforme employeurs publics",
    Language.ENGLISH: "the team of the public employers' platform",
}
"""Who acts where no administrator does."""


@dataclass(frozen=True, slots=True)
class LabelledLink:
    label: str
    url: str


@dataclass(frozen=True, slots=True)
class MessageText:
    """Plain text. The URL of a link is a paragraph of its own, which HTML shows as a link with its label."""

    subject: str
    paragraphs: tuple[str, ...]
    links: tuple[LabelledLink, ...] = ()
    """Without a label here, the link that the message is sent for is labelled with the subject."""
    code: str = ""
    """The paragraph that is a code, which a letter prints large; empty without one."""

    def label_of(self, paragraph: str) -> str | None:
        """Return the label of the link whose URL the paragraph is; None if it is the URL of none."""
        return next((link.label for link in self.links if link.url == paragraph), None)


def format_day(day: date) -> str:
    """Return the day as the French write it, in both languages: 12/03/2020."""
    return f"{day:%d/%m/%Y}"


def automatic_message_notice(language: Language) -> str:
    """Return the paragraph of every e-mail that says who sent it (C2)."""
    if language is Language.FRENCH:
        return "Cet email vous a été envoyé par un automate. Merci de ne pas répondre."
    return "This e-mail was sent by a machine. Please do not answer it."


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
