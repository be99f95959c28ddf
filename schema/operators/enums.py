"""The closed lists of operators as GraphQL enums, each value described (N3)."""

from models.rules.operators.failed_message import FailedChannel, FailedState
from models.rules.vocabulary import Channel, MessageKind, OutgoingState
from schema.types.enums import declare_enum

__all__ = ["Channel", "FailedChannel", "FailedState", "MessageKind", "OutgoingState"]

declare_enum(Channel, "MessageChannel", "How a message leaves.", EMAIL="By e-mail.", LETTER="By letter.")
declare_enum(
    MessageKind,
    "MessageKind",
    "What a message is about.",
    INVITATION="The link to create a first password.",
    EMAIL_CHANGED="The e-mail address of an account was changed.",
    PASSWORD_RESET="The link to a new password.",
    PASSWORD_CHANGED="The password was changed.",
    ACCOUNT_LOCKED="Wrong passwords have locked the account.",
    EXPIRY_REMINDER="The account expires soon.",
    INVITATION_REMINDER="The invitation lapses soon.",
    ADMINISTRATOR_DIGEST="What an administrator has to renew or to invite again.",
    CREATION_LETTER="To the legal representative: an account was created.",
    PROMOTION_LETTER="To the legal representative: a user became an administrator.",
    MANDATE_NEWS="News of a mandate.",
    MANDATE_LETTER="To the legal representative: a mandate was given.",
    EMPLOYER_LETTER="To the former legal representative: the address or representative was changed.",
    REGISTRATION_SAVED="The link to a saved registration.",
    REGISTRATION_NEWS="News of a registration or succession, for the first administrator.",
    REGISTRATION_LETTER="To the legal representative: the code of a registration or succession.",
    SUCCESSION_NEWS="News of a succession, for those who administer the employer.",
    SOLE_ADMINISTRATOR="A reminder to name a second administrator.",
)
declare_enum(
    OutgoingState,
    "MessageState",
    "Whether a message has left.",
    QUEUED="It waits to be sent, or sent again.",
    SENT="It has left.",
    FAILED="It could not be sent, and is not retried.",
    REVOKED="It is not sent any more: its link was used or replaced.",
)
declare_enum(
    FailedChannel,
    "FailedMessageChannel",
    "How a message that failed was to leave.",
    EMAIL="By e-mail.",
    LETTER="By letter.",
    WEBHOOK="By the webhook of a partner.",
)
declare_enum(
    FailedState,
    "FailedMessageState",
    "Whether a message that failed is retried.",
    GAVE_UP="It is not retried: a dead letter.",
    RETRYING="It is retried by itself.",
)
