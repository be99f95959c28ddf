"""The texts of the e-mails on passwords, locks and reminders, in French and English (P3, P7, V1)."""

from models.rules.messages.emails import MessageText, automatic_message_notice, format_day
from models.rules.messages.facts import (
    AccountLockedFacts,
    AdministratorDigestFacts,
    DigestLine,
    ExpiryReminderFacts,
    InvitationReminderFacts,
    PasswordChangedFacts,
    PasswordResetFacts,
)
from models.rules.vocabulary import Language


def password_reset(facts: PasswordResetFacts, link: str, language: Language) -> MessageText:
    """Return the e-mail with the link to choose a new password (P7)."""
    name, minutes = facts.holder.greeted(language), facts.minutes
    if language is Language.FRENCH:
        return MessageText(
            "Choisissez un nouveau mot de passe",
            (
                f"Bonjour {name},",
                f"{_requested(facts, language)} Choisissez-le en suivant ce lien :",
                link,
                f"Ce lien est valable {minutes} minutes et ne sert qu'une fois.",
                _if_unexpected(facts, language),
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Choose a new password",
        (
            f"Dear {name},",
            f"{_requested(facts, language)} Choose it by following this link:",
            link,
            f"The link is good for {minutes} minutes and works once.",
            _if_unexpected(facts, language),
            automatic_message_notice(language),
        ),
    )


def _requested(facts: PasswordResetFacts, language: Language) -> str:
    employer = facts.employer_name
    if facts.administrator is None:
        if language is Language.FRENCH:
            return f"Un nouveau mot de passe a été demandé pour votre compte de {employer}."
        return f"A new password was asked for, for your account at {employer}."
    name = facts.administrator.full(language)
    if language is Language.FRENCH:
        return f"{name} vous invite à changer le mot de passe de votre compte de {employer}."
    return f"{name} asks you to change the password of your account at {employer}."


def _if_unexpected(facts: PasswordResetFacts, language: Language) -> str:
    if facts.administrator is None:
        if language is Language.FRENCH:
            return "Si vous n'avez rien demandé, ignorez ce message : votre mot de passe ne change pas."
        return "If you asked for nothing, ignore this message: your password does not change."
    name = facts.administrator.full(language)
    if language is Language.FRENCH:
        return f"En cas de doute, voyez avec {name} : sans vous, votre mot de passe ne change pas."
    return f"In doubt, speak to {name}: without you, your password does not change."


def password_changed(facts: PasswordChangedFacts, language: Language) -> MessageText:
    """Return the e-mail that confirms a new password (P7)."""
    name, day, employer = facts.holder.greeted(language), format_day(facts.on), facts.employer_name
    if language is Language.FRENCH:
        return MessageText(
            "Votre mot de passe a changé",
            (
                f"Bonjour {name},",
                f"Le {day}, le mot de passe de votre compte pour {employer} a été changé. "
                "Toutes les sessions ouvertes ont pris fin.",
                "Si ce n'est pas vous, prévenez sans attendre un administrateur de votre établissement.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        "Your password has changed",
        (
            f"Dear {name},",
            f"On {day} the password of your account for {employer} was changed. "
            "All open sessions have ended.",
            "If it was not you, tell an administrator of your employer without delay.",
            automatic_message_notice(language),
        ),
    )


def account_locked(facts: AccountLockedFacts, language: Language) -> MessageText:
    """Return the e-mail to the holder of an account that wrong passwords have locked (P3)."""
    name, employer, minutes = facts.holder.greeted(language), facts.employer_name, facts.minutes
    if language is Language.FRENCH:
        return MessageText(
            "Votre compte est verrouillé pour un temps",
            (
                f"Bonjour {name},",
                f"Plusieurs mots de passe faux ont été donnés pour votre compte de {employer}. "
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
            f"Several wrong passwords were given for your account at {employer}. "
            f"It is locked for {minutes} minutes.",
            "If it was you, wait, or ask an administrator to unlock it. If not, tell them.",
            automatic_message_notice(language),
        ),
    )


def expiry_reminder(facts: ExpiryReminderFacts, language: Language) -> MessageText:
    """Return the e-mail to the holder of an account that expires soon (V1)."""
    name, day, employer = facts.holder.greeted(language), format_day(facts.expires_on), facts.employer_name
    if language is Language.FRENCH:
        return MessageText(
            f"Votre compte expire le {day}",
            (
                f"Bonjour {name},",
                f"Votre compte pour {employer} est valable jusqu'au {day} inclus. "
                "Un administrateur de votre établissement peut le renouveler.",
                automatic_message_notice(language),
            ),
        )
    return MessageText(
        f"Your account expires on {day}",
        (
            f"Dear {name},",
            f"Your account for {employer} is good until {day} included. "
            "An administrator of your employer can renew it.",
            automatic_message_notice(language),
        ),
    )


def invitation_reminder(facts: InvitationReminderFacts, link: str, language: Language) -> MessageText:
    """Return the e-mail that repeats the link of an invitation before it lapses (V1)."""
    name, day, employer = facts.holder.greeted(language), format_day(facts.lapses_on), facts.employer_name
    if language is Language.FRENCH:
        return MessageText(
            "Votre compte attend son mot de passe",
            (
                f"Bonjour {name},",
                f"Votre compte pour {employer} est ouvert, mais n'a pas encore de mot de passe. "
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
            f"Your account for {employer} is open, but has no password yet. "
            "Choose it by following this link:",
            link,
            f"The link is good until {day}. After that, an administrator must ask for another.",
            automatic_message_notice(language),
        ),
    )


def administrator_digest(facts: AdministratorDigestFacts, language: Language) -> MessageText:
    """Return the e-mail to an administrator on all accounts and invitations to review (V1)."""
    name, employer = facts.administrator.greeted(language), facts.employer_name
    french = language is Language.FRENCH
    paragraphs = [f"Bonjour {name}," if french else f"Dear {name},"]
    if facts.expiring:
        paragraphs.append(
            f"Ces comptes de {employer} expirent bientôt ; renouvelez ou supprimez-les :"
            if french
            else f"These accounts of {employer} expire soon; renew or delete them:"
        )
        paragraphs.extend(_lines(facts.expiring, language))
    if facts.lapsing:
        paragraphs.append(
            "Ces invitations attendent encore un mot de passe ; passé ce jour, il faudra les renvoyer :"
            if french
            else "These invitations still wait for a password; after this day they must be sent again:"
        )
        paragraphs.extend(_lines(facts.lapsing, language))
    subject = "Comptes à revoir" if french else "Accounts to review"
    return MessageText(
        f"{subject} ({len(facts.expiring) + len(facts.lapsing)})",
        (*paragraphs, automatic_message_notice(language)),
    )


def _lines(lines: tuple[DigestLine, ...], language: Language) -> list[str]:
    return [f"{format_day(line.on)} – {line.holder.full(language)}" for line in lines]
