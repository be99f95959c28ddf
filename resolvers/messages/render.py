"""From a message's facts, as the outbox keeps them, to its words: one function for each kind."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from models.rules.messages import emails, letters, notices
from models.rules.messages.emails import InvitationFacts, MessageText, Person
from models.rules.messages.letters import LetterFacts
from models.rules.messages.notices import DigestLine
from models.rules.vocabulary import Civility, Language, MessageKind, Profile

Facts: TypeAlias = Mapping[str, Any]
"""JSON: dates are ISO text, tuples are lists."""


def render_text(kind: MessageKind, facts: Facts, link: str, language: Language) -> MessageText:
    """`link` is empty for a message that brings none."""
    return _TEXTS[kind](facts, link, language)


def _invitation(facts: Facts, link: str, language: Language) -> MessageText:
    told = InvitationFacts(
        holder=_person(facts["holder"]),
        creator=_person(facts["creator"]),
        creator_phone=facts["creator_phone"],
        created_on=date.fromisoformat(facts["created_on"]),
        employer_name=facts["employer_name"],
        contract_number=facts["contract_number"],
        representative_address=tuple(facts["representative_address"]),
        link_days=facts["link_days"],
        representative_is_told=facts["representative_is_told"],
    )
    return emails.invitation(told, link, language)


def _email_changed(facts: Facts, _link: str, language: Language) -> MessageText:
    holder, on = _person(facts["holder"]), date.fromisoformat(facts["on"])
    return emails.email_changed(holder, facts["employer_name"], on, language)


def _password_reset(facts: Facts, link: str, language: Language) -> MessageText:
    holder, minutes = _person(facts["holder"]), facts["minutes"]
    return notices.password_reset(holder, facts["employer_name"], minutes, link, language)


def _password_changed(facts: Facts, _link: str, language: Language) -> MessageText:
    holder, on = _person(facts["holder"]), date.fromisoformat(facts["on"])
    return notices.password_changed(holder, facts["employer_name"], on, language)


def _account_locked(facts: Facts, _link: str, language: Language) -> MessageText:
    return notices.account_locked(
        _person(facts["holder"]), facts["employer_name"], facts["minutes"], language
    )


def _expiry_reminder(facts: Facts, _link: str, language: Language) -> MessageText:
    holder, expires_on = _person(facts["holder"]), date.fromisoformat(facts["expires_on"])
    return notices.expiry_reminder(holder, facts["employer_name"], expires_on, language)


def _invitation_reminder(facts: Facts, link: str, language: Language) -> MessageText:
    holder, lapses_on = _person(facts["holder"]), date.fromisoformat(facts["lapses_on"])
    return notices.invitation_reminder(holder, facts["employer_name"], lapses_on, link, language)


def _digest(facts: Facts, _link: str, language: Language) -> MessageText:
    administrator = _person(facts["administrator"])
    expiring, lapsing = (
        tuple(DigestLine(_person(line["holder"]), date.fromisoformat(line["on"])) for line in facts[name])
        for name in ("expiring", "lapsing")
    )
    return notices.administrator_digest(administrator, facts["employer_name"], expiring, lapsing, language)


def _creation_letter(facts: Facts, _link: str, _language: Language) -> MessageText:
    return letters.creation_letter(letter_facts(facts))


def _promotion_letter(facts: Facts, _link: str, _language: Language) -> MessageText:
    return letters.promotion_letter(letter_facts(facts))


def letter_facts(facts: Facts) -> LetterFacts:
    return LetterFacts(
        representative=_person(facts["representative"]),
        representative_title=facts["representative_title"],
        holder=_person(facts["holder"]),
        actor=_person(facts["actor"]),
        on=date.fromisoformat(facts["on"]),
        employer_name=facts["employer_name"],
        contract_number=facts["contract_number"],
        profile=Profile(facts["profile"]),
    )


def _person(facts: Facts) -> Person:
    return Person(Civility(facts["civility"]), facts["last_name"], facts["first_name"])


_TEXTS: Mapping[MessageKind, Callable[[Facts, str, Language], MessageText]] = {
    MessageKind.INVITATION: _invitation,
    MessageKind.EMAIL_CHANGED: _email_changed,
    MessageKind.PASSWORD_RESET: _password_reset,
    MessageKind.PASSWORD_CHANGED: _password_changed,
    MessageKind.ACCOUNT_LOCKED: _account_locked,
    MessageKind.EXPIRY_REMINDER: _expiry_reminder,
    MessageKind.INVITATION_REMINDER: _invitation_reminder,
    MessageKind.ADMINISTRATOR_DIGEST: _digest,
    MessageKind.CREATION_LETTER: _creation_letter,
    MessageKind.PROMOTION_LETTER: _promotion_letter,
}
