"""The operations of the history as a GraphQL enum, each described (H1)."""

from models.rules.vocabulary import Operation
from schema.types.enums import declare_enum

__all__ = ["Operation"]

declare_enum(
    Operation,
    "Operation",
    "What a history entry tells.",
    ACCOUNT_CREATED="An account was created.",
    DETAILS_MODIFIED="The holder's details were changed.",
    RIGHTS_MODIFIED="Rights were changed.",
    PROFILE_PROMOTED="A user became an administrator.",
    ACCOUNT_RENEWED="The expiry date was moved.",
    ACCOUNT_DELETED="The account was deleted.",
    ACCOUNT_RESTORED="A deleted account was brought back.",
    INVITATION_SENT="A new invitation was sent.",
    PASSWORD_CREATED="The holder created a password.",
    PASSWORD_RESET_REQUESTED="A link to choose a new password was asked for.",
    ACCOUNT_LOCKED="Too many wrong passwords locked the account.",
    ACCOUNT_UNLOCKED="An administrator, or an operator of the platform, unlocked the account.",
    SESSIONS_ENDED="An administrator ended the holder's sessions.",
    EMPLOYER_MODIFIED="The employer's details were changed.",
    EMPLOYER_CLOSED="The platform's operator closed the employer.",
    MANDATE_PROPOSED="A mandate was proposed to a centre.",
    MANDATE_ACCEPTED="The centre accepted a mandate.",
    MANDATE_DECLINED="The centre declined a mandate.",
    MANDATE_ENDED="A mandate was ended, or its proposal withdrawn.",
    MANDATE_HOLDER_NAMED="The centre named a holder of a mandate.",
    MANDATE_HOLDER_REMOVED="The centre removed a holder of a mandate.",
    PERSON_LOOKED_UP="An operator of the platform looked the account up, for a reason.",
    MESSAGES_RESENT="An operator of the platform sent messages of the employer again.",
    EMPLOYER_REGISTERED="The employer was registered, by the code of a letter to its legal representative.",
    SUCCESSION_APPROVED="An operator approved that a new administrator succeeds, by the code of a letter.",
    SUCCESSION_WITHDRAWN="An operator withdrew the approval before its code was entered.",
    SUCCESSION_DONE="A new administrator succeeded, by the code of the letter.",
)
