"""The product's closed lists, which every layer shares (docs/rules.md, Words)."""

from enum import IntEnum, StrEnum


class Civility(StrEnum):
    MADAME = "MADAME"
    MONSIEUR = "MONSIEUR"


class Profile(StrEnum):
    USER = "USER"
    ADMINISTRATOR = "ADMINISTRATOR"


class AccountStatus(StrEnum):
    """Declared in the order of an account's life, which is also the order of a list sorted by status."""

    PENDING = "PENDING"
    ACTIVE = "ACTIVE"
    EXPIRED = "EXPIRED"
    DELETED = "DELETED"


class AccessLevel(IntEnum):
    """Stored as its number, so that 'at least READ' is a comparison."""

    NONE = 0
    READ = 1
    WRITE = 2


class Operation(StrEnum):
    """The operation that a history entry records (H1)."""

    ACCOUNT_CREATED = "ACCOUNT_CREATED"
    DETAILS_MODIFIED = "DETAILS_MODIFIED"
    RIGHTS_MODIFIED = "RIGHTS_MODIFIED"
    PROFILE_PROMOTED = "PROFILE_PROMOTED"
    ACCOUNT_RENEWED = "ACCOUNT_RENEWED"
    ACCOUNT_DELETED = "ACCOUNT_DELETED"
    ACCOUNT_RESTORED = "ACCOUNT_RESTORED"
    INVITATION_SENT = "INVITATION_SENT"
    PASSWORD_CREATED = "PASSWORD_CREATED"
    PASSWORD_RESET_REQUESTED = "PASSWORD_RESET_REQUESTED"
    ACCOUNT_LOCKED = "ACCOUNT_LOCKED"
    ACCOUNT_UNLOCKED = "ACCOUNT_UNLOCKED"
    SESSIONS_ENDED = "SESSIONS_ENDED"
    EMPLOYER_MODIFIED = "EMPLOYER_MODIFIED"
    EMPLOYER_CLOSED = "EMPLOYER_CLOSED"
    MANDATE_PROPOSED = "MANDATE_PROPOSED"
    MANDATE_ACCEPTED = "MANDATE_ACCEPTED"
    MANDATE_DECLINED = "MANDATE_DECLINED"
    MANDATE_ENDED = "MANDATE_ENDED"
    MANDATE_HOLDER_NAMED = "MANDATE_HOLDER_NAMED"
    MANDATE_HOLDER_REMOVED = "MANDATE_HOLDER_REMOVED"
    PERSON_LOOKED_UP = "PERSON_LOOKED_UP"
    MESSAGES_RESENT = "MESSAGES_RESENT"
    EMPLOYER_REGISTERED = "EMPLOYER_REGISTERED"
    SUCCESSION_APPROVED = "SUCCESSION_APPROVED"
    SUCCESSION_WITHDRAWN = "SUCCESSION_WITHDRAWN"
    SUCCESSION_DONE = "SUCCESSION_DONE"


class MandateScope(StrEnum):
    """How far the holders of a mandate may act for its giver (E1). Each includes the ones before."""

    READ = "READ"
    RENEW = "RENEW"
    MANAGE = "MANAGE"


class MandateState(StrEnum):
    """The state of a mandate, computed from its days and moments (E1)."""

    PROPOSED = "PROPOSED"
    ACTIVE = "ACTIVE"
    DECLINED = "DECLINED"
    LAPSED = "LAPSED"
    ENDED = "ENDED"
    EXPIRED = "EXPIRED"


class MandateNews(StrEnum):
    """What an e-mail tells the administrators of a side (E1)."""

    PROPOSED = "PROPOSED"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    ENDED = "ENDED"
    ENDING = "ENDING"


class LinkState(StrEnum):
    """The state of a password link (C3)."""

    USABLE = "USABLE"
    USED = "USED"
    LAPSED = "LAPSED"
    UNKNOWN = "UNKNOWN"


class AccountAction(StrEnum):
    MODIFY = "MODIFY"
    PROMOTE = "PROMOTE"
    RENEW = "RENEW"
    DELETE = "DELETE"
    RESTORE = "RESTORE"
    RESEND_INVITATION = "RESEND_INVITATION"
    UNLOCK = "UNLOCK"
    SEND_PASSWORD_RESET = "SEND_PASSWORD_RESET"
    END_SESSIONS = "END_SESSIONS"


class InvitationState(StrEnum):
    QUEUED = "QUEUED"
    SENT = "SENT"
    FAILED = "FAILED"
    USED = "USED"
    LAPSED = "LAPSED"
    REVOKED = "REVOKED"


class LinkPurpose(StrEnum):
    CREATE = "CREATE"
    RESET = "RESET"


class Channel(StrEnum):
    """How a message is sent from the outbox: by e-mail (courriel) or by letter (courrier)."""

    EMAIL = "EMAIL"
    LETTER = "LETTER"


class MessageKind(StrEnum):
    INVITATION = "INVITATION"
    EMAIL_CHANGED = "EMAIL_CHANGED"
    PASSWORD_RESET = "PASSWORD_RESET"
    PASSWORD_CHANGED = "PASSWORD_CHANGED"
    ACCOUNT_LOCKED = "ACCOUNT_LOCKED"
    EXPIRY_REMINDER = "EXPIRY_REMINDER"
    INVITATION_REMINDER = "INVITATION_REMINDER"
    ADMINISTRATOR_DIGEST = "ADMINISTRATOR_DIGEST"
    CREATION_LETTER = "CREATION_LETTER"
    PROMOTION_LETTER = "PROMOTION_LETTER"
    MANDATE_NEWS = "MANDATE_NEWS"
    MANDATE_LETTER = "MANDATE_LETTER"
    EMPLOYER_LETTER = "EMPLOYER_LETTER"
    REGISTRATION_SAVED = "REGISTRATION_SAVED"
    REGISTRATION_NEWS = "REGISTRATION_NEWS"
    REGISTRATION_LETTER = "REGISTRATION_LETTER"
    SUCCESSION_NEWS = "SUCCESSION_NEWS"
    SOLE_ADMINISTRATOR = "SOLE_ADMINISTRATOR"


class OutgoingState(StrEnum):
    QUEUED = "QUEUED"
    SENT = "SENT"
    FAILED = "FAILED"
    REVOKED = "REVOKED"


class Language(StrEnum):
    FRENCH = "fr"
    ENGLISH = "en"


class LetterPolicy(StrEnum):
    """The accounts for which the legal representative receives a letter (C4)."""

    EVERY_ACCOUNT = "every_account"
    ADMINISTRATORS = "administrators"


class SearchField(StrEnum):
    ALL = "ALL"
    LAST_NAME = "LAST_NAME"
    FIRST_NAME = "FIRST_NAME"
    IDENTIFIER = "IDENTIFIER"
    DEPARTMENT = "DEPARTMENT"
    EMAIL = "EMAIL"
    PHONE = "PHONE"


class TermMatch(StrEnum):
    EVERY_TERM = "EVERY_TERM"
    ANY_TERM = "ANY_TERM"


class OrderField(StrEnum):
    CIVILITY = "CIVILITY"
    LAST_NAME = "LAST_NAME"
    FIRST_NAME = "FIRST_NAME"
    IDENTIFIER = "IDENTIFIER"
    DEPARTMENT = "DEPARTMENT"
    PROFILE = "PROFILE"
    STATUS = "STATUS"
    EXPIRES_ON = "EXPIRES_ON"
    LAST_SIGN_IN_AT = "LAST_SIGN_IN_AT"


class Direction(StrEnum):
    ASC = "ASC"
    DESC = "DESC"


class Grouping(StrEnum):
    PROFILE = "PROFILE"
    STATUS = "STATUS"
    DEPARTMENT = "DEPARTMENT"
    EXPIRY_MONTH = "EXPIRY_MONTH"


class DeliveryState(StrEnum):
    """The state of a webhook delivery, which is deleted once it is delivered."""

    QUEUED = "QUEUED"
    DEAD = "DEAD"


class Scope(StrEnum):
    """What a partner may do, as OAuth names it (T1)."""

    STATUS = "status"
    CHANGES = "changes"
    WEBHOOKS = "webhooks"


class ErrorCode(StrEnum):
    """Codes of refusals, for programs; people read the sentence beside the code."""

    REQUIRED = "REQUIRED"
    INVALID = "INVALID"
    TOO_LONG = "TOO_LONG"
    NOT_FOUND = "NOT_FOUND"
    NOT_SIGNED_IN = "NOT_SIGNED_IN"
    FORBIDDEN = "FORBIDDEN"
    CONFLICT = "CONFLICT"
    LIMIT_EXCEEDED = "LIMIT_EXCEEDED"
    RATE_LIMITED = "RATE_LIMITED"
    ACCOUNT_EXPIRED = "ACCOUNT_EXPIRED"
    ACCOUNT_PENDING = "ACCOUNT_PENDING"
    ACCOUNT_LOCKED = "ACCOUNT_LOCKED"
    ACCOUNT_DELETED = "ACCOUNT_DELETED"
    DEMOTION_FORBIDDEN = "DEMOTION_FORBIDDEN"
    LAST_ADMINISTRATOR = "LAST_ADMINISTRATOR"
    SELF_FORBIDDEN = "SELF_FORBIDDEN"
    SERVICE_UNAVAILABLE_TO_EMPLOYER = "SERVICE_UNAVAILABLE_TO_EMPLOYER"
    LEVEL_UNAVAILABLE = "LEVEL_UNAVAILABLE"
    BAD_CREDENTIALS = "BAD_CREDENTIALS"
    PASSWORD_TOO_WEAK = "PASSWORD_TOO_WEAK"
    LINK_UNUSABLE = "LINK_UNUSABLE"
    IDEMPOTENCY_MISMATCH = "IDEMPOTENCY_MISMATCH"
    LIKELY_DUPLICATE = "LIKELY_DUPLICATE"
