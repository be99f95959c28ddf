"""The words of the shorter e-mails: passwords, locks, reminders (P3, P7, V1). Facts in, text out."""

from dataclasses import dataclass
from datetime import date

from models.rules.messages.emails import MessageText, Person, automatic_message_notice, format_day
from models.rules.vocabulary import Language


@dataclass(frozen=True, slots=True)
class DigestLine:
    """One line of an administrator's digest."""

    holder: Person
    on: date


def password_reset(
    holder: Person, employer_name: str, minutes: int, link: str, language: Language
) -> MessageText:
    """P7: brings the link to choose a new password."""
    name = holder.greeted(language)
    if language is Language.FRENCH:
        return MessageText(
            "Choisissez un nouveau mot de passe",
            (
                f"Bonjour {name},",
                f"Un nouveau mot de passe a été demandé pour votre compte de {employer_name}. "
                "Choisissez-le en suivant ce lien :",
                link,
                f"Ce lien est valable {minutes} minutes et ne sert qu'une fois.",
                "Si vous n'avez rien demandé, ignorez ce message : votre mot de passe ne change pas.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Choose a new password",
        (
            f"Dear {name},",
            f"A new password was asked for, for your account at {employer_name}. "
            "Choose it by following this link:",
            link,
            f"The link is good for {minutes} minutes and works once.",
            "If you asked for nothing, ignore this message: your password does not change.",
            automatic_message_notice(language),
        ),
    )


def password_changed(holder: Person, employer_name: str, on: date, language: Language) -> MessageText:
    """P7: confirms a new password; nobody is signed in by it."""
    name, day = holder.greeted(language), format_day(on)
    if language is Language.FRENCH:
        return MessageText(
            "Votre mot de passe a changé",
            (
                f"Bonjour {name},",
                f"Le {day}, le mot de passe de votre compte pour {employer_name} a été changé. "
                "Toutes les sessions ouvertes ont pris fin.",
                "Si ce n'est pas vous, prévenez sans attendre un administrateur de votre établissement.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Your password has changed",
        (
            f"Dear {name},",
            f"On {day} the password of your account for {employer_name} was changed. "
            "All open sessions have ended.",
            "If it was not you, tell an administrator of your employer without delay.",
            automatic_message_notice(language),
        ),
    )


def account_locked(holder: Person, employer_name: str, minutes: int, language: Language) -> MessageText:
    """P3: the holder is told that wrong passwords have locked their account."""
    name = holder.greeted(language)
    if language is Language.FRENCH:
        return MessageText(
            "Votre compte est verrouillé pour un temps",
            (
                f"Bonjour {name},",
                f"Plusieurs mots de passe faux ont été donnés pour votre compte de {employer_name}. "
                f"Il est verrouillé pendant {minutes} minutes.",
                "Si c'était vous, attendez, ou demandez à un administrateur de le déverrouiller. "
                "Sinon, prévenez-le.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Your account is locked for a while",
        (
            f"Dear {name},",
            f"Several wrong passwords were given for your account at {employer_name}. "
            f"It is locked for {minutes} minutes.",
            "If it was you, wait, or ask an administrator to unlock it. If not, tell them.",
            automatic_message_notice(language),
        ),
    )


def expiry_reminder(holder: Person, employer_name: str, expires_on: date, language: Language) -> MessageText:
    """V1: told to the holder before the account expires."""
    name, day = holder.greeted(language), format_day(expires_on)
    if language is Language.FRENCH:
        return MessageText(
            f"Votre compte expire le {day}",
            (
                f"Bonjour {name},",
                f"Votre compte pour {employer_name} est valable jusqu'au {day} inclus. "
                "Un administrateur de votre établissement peut le renouveler.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        f"Your account expires on {day}",
        (
            f"Dear {name},",
            f"Your account for {employer_name} is good until {day} included. "
            "An administrator of your employer can renew it.",
            automatic_message_notice(language),
        ),
    )


def invitation_reminder(
    holder: Person, employer_name: str, lapses_on: date, link: str, language: Language
) -> MessageText:
    """V1: the same link again, before it lapses."""
    name, day = holder.greeted(language), format_day(lapses_on)
    if language is Language.FRENCH:
        return MessageText(
            "Votre compte attend son mot de passe",
            (
                f"Bonjour {name},",
                f"Votre compte pour {employer_name} est ouvert, mais n'a pas encore de mot de passe. "
                "Choisissez-le en suivant ce lien :",
                link,
                f"Ce lien est valable jusqu'au {day}. Ensuite, un administrateur devra en demander un autre.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Your account waits for its password",
        (
            f"Dear {name},",
            f"Your account for {employer_name} is open, but has no password yet. "
            "Choose it by following this link:",
            link,
            f"The link is good until {day}. After that, an administrator must ask for another.",
            automatic_message_notice(language),
        ),
    )


def administrator_digest(
    administrator: Person,
    employer_name: str,
    expiring: tuple[DigestLine, ...],
    lapsing: tuple[DigestLine, ...],
    language: Language,
) -> MessageText:
    """V1: what an administrator has to look at, in one message."""
    name = administrator.greeted(language)
    french = language is Language.FRENCH
    paragraphs = [f"Bonjour {name}," if french else f"Dear {name},"]
    if expiring:
        paragraphs.append(
            f"Ces comptes de {employer_name} expirent bientôt ; renouvelez ou supprimez-les :"
            if french
            else f"These accounts of {employer_name} expire soon; renew or delete them:"
        )
        paragraphs.extend(_lines(expiring, language))
    if lapsing:
        paragraphs.append(
            "Ces invitations attendent encore un mot de passe ; passé ce jour, il faudra les renvoyer :"
            if french
            else "These invitations still wait for a password; after this day they must be sent again:"
        )
        paragraphs.extend(_lines(lapsing, language))
    subject = "Comptes à revoir" if french else "Accounts to review"
    return MessageText(
        f"{subject} ({len(expiring) + len(lapsing)})", (*paragraphs, automatic_message_notice(language))
    )


def _lines(items: tuple[DigestLine, ...], language: Language) -> list[str]:
    return [f"{format_day(item.on)} – {item.holder.full(language)}" for item in items]
