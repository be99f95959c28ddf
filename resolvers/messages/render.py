"""The text of a message from its facts, in the language of the setting."""

from typing import assert_never

from models.rules.messages.administrators import sole_administrator, succession_news
from models.rules.messages.emails import MessageText, email_changed
from models.rules.messages.facts import (
    AccountLockedFacts,
    AdministratorDigestFacts,
    CreationLetterFacts,
    EmailChangedFacts,
    EmployerLetterFacts,
    ExpiryReminderFacts,
    InvitationFacts,
    InvitationReminderFacts,
    MandateLetterFacts,
    MandateNewsFacts,
    MessageFacts,
    PasswordChangedFacts,
    PasswordResetFacts,
    PromotionLetterFacts,
)
from models.rules.messages.invitation import PlatformUrls, invitation
from models.rules.messages.letters import creation_letter, employer_letter, promotion_letter
from models.rules.messages.mandates import mandate_letter, mandate_news
from models.rules.messages.notices import (
    account_locked,
    administrator_digest,
    expiry_reminder,
    invitation_reminder,
    password_changed,
    password_reset,
)
from models.rules.messages.registration_facts import (
    RegistrationLetterFacts,
    RegistrationNewsFacts,
    RegistrationSavedFacts,
    SoleAdministratorFacts,
    SuccessionNewsFacts,
)
from models.rules.messages.registrations import registration_letter, registration_news, registration_saved
from models.rules.vocabulary import Language


def render_text(
    facts: MessageFacts, link: str, urls: PlatformUrls, language: Language, code: str = ""
) -> MessageText:
    """Return the text of the message; letters are in French.

    `link` and `code` are empty for a message without one.
    """
    match facts:
        case InvitationFacts():
            return invitation(facts, link, urls, language)
        case EmailChangedFacts():
            return email_changed(facts, language)
        case PasswordResetFacts():
            return password_reset(facts, link, language)
        case PasswordChangedFacts():
            return password_changed(facts, language)
        case AccountLockedFacts():
            return account_locked(facts, language)
        case ExpiryReminderFacts():
            return expiry_reminder(facts, language)
        case InvitationReminderFacts():
            return invitation_reminder(facts, link, language)
        case AdministratorDigestFacts():
            return administrator_digest(facts, language)
        case CreationLetterFacts():
            return creation_letter(facts)
        case PromotionLetterFacts():
            return promotion_letter(facts)
        case MandateNewsFacts():
            return mandate_news(facts, language)
        case MandateLetterFacts():
            return mandate_letter(facts)
        case RegistrationSavedFacts():
            return registration_saved(facts, link, language)
        case RegistrationNewsFacts():
            return registration_news(facts, link, language)
        case RegistrationLetterFacts():
            return registration_letter(facts, code)
        case SuccessionNewsFacts():
            return succession_news(facts, language)
        case SoleAdministratorFacts():
            return sole_administrator(facts, language)
        case EmployerLetterFacts():
            return employer_letter(facts)
        case _:
            assert_never(facts)
