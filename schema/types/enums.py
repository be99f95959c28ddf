"""The product's closed lists as GraphQL enums, each value described.

Types import them from here, never from the vocabulary: strawberry names an enum when it first sees it.
"""

from enum import EnumMeta, StrEnum
from typing import TypeVar

import strawberry

from models.rules.vocabulary import (
    AccessLevel,
    AccountAction,
    AccountStatus,
    Civility,
    Direction,
    ErrorCode,
    Grouping,
    InvitationState,
    LinkPurpose,
    LinkState,
    OrderField,
    Profile,
    SearchField,
    TermMatch,
)


class ViewerKind(StrEnum):
    ANONYMOUS = "ANONYMOUS"
    ACCOUNT = "ACCOUNT"
    PARTNER = "PARTNER"
    OPERATOR = "OPERATOR"


__all__ = [
    "AccessLevel",
    "AccountAction",
    "AccountStatus",
    "Civility",
    "Direction",
    "ErrorCode",
    "Grouping",
    "InvitationState",
    "LinkPurpose",
    "LinkState",
    "OrderField",
    "Profile",
    "SearchField",
    "TermMatch",
    "ViewerKind",
]

E = TypeVar("E", bound=EnumMeta)


def declare_enum(kind: E, name: str, description: str, **values: str) -> E:
    """Declare an enum. Raises: ValueError unless exactly its values are described."""
    described = strawberry.enum(kind, name=name, description=description)
    definition = described.__strawberry_definition__  # type: ignore[attr-defined]
    if {value.name for value in definition.values} != set(values):
        raise ValueError(f"{name}: describe each of its values, and no other")
    for value in definition.values:
        value.description = values[value.name]
    return described


declare_enum(
    Civility,
    "Civility",
    "How a person is addressed.",
    MADAME="Madame.",
    MONSIEUR="Monsieur.",
)
declare_enum(
    Profile,
    "Profile",
    "What an account is for. A user can become an administrator, never the reverse.",
    USER="Uses the platform's services.",
    ADMINISTRATOR="Also manages the accounts of the employer.",
)
declare_enum(
    AccountStatus,
    "AccountStatus",
    "Where an account stands, computed from today's date in Europe/Paris.",
    PENDING="No password was ever created.",
    ACTIVE="Good: the holder can sign in.",
    EXPIRED="Past its expiry date: the holder cannot sign in until it is renewed.",
    DELETED="Deleted: it can be restored for 30 days.",
)
declare_enum(
    AccessLevel,
    "AccessLevel",
    "What a right lets its holder do with a service.",
    NONE="Nothing.",
    READ="See.",
    WRITE="See and change.",
)
declare_enum(
    InvitationState,
    "InvitationState",
    "The state of the invitation to create a first password.",
    QUEUED="The e-mail waits to be sent.",
    SENT="The e-mail was sent; the link has not been used.",
    FAILED="The e-mail could not be sent.",
    USED="The password was created.",
    LAPSED="The link is past its 15 days.",
    REVOKED="Made worthless by a newer link or by deletion.",
)
declare_enum(
    AccountAction,
    "AccountAction",
    "What can be done to an account.",
    MODIFY="Change details and rights.",
    PROMOTE="Make an administrator of a user.",
    RENEW="Move the expiry date.",
    DELETE="End access.",
    RESTORE="Bring back after deletion.",
    RESEND_INVITATION="Send a new link to create the password.",
    UNLOCK="Lift the lock after wrong passwords.",
    SEND_PASSWORD_RESET="E-mail the holder a link to choose a new password.",
    END_SESSIONS="End the sessions that the holder has open.",
)
declare_enum(
    SearchField,
    "AccountSearchField",
    "Where a term is looked for.",
    ALL="In every field below; no term runs from one into the next.",
    LAST_NAME="In the last name.",
    FIRST_NAME="In the first name.",
    IDENTIFIER="In the identifier.",
    DEPARTMENT="In the department.",
    EMAIL="In the e-mail address.",
    PHONE="In the phone number, as +33241051938, 0033241051938 or 0241051938, spaced or not.",
)
declare_enum(
    TermMatch,
    "TermMatch",
    "How many of the terms must be found.",
    EVERY_TERM="All of them.",
    ANY_TERM="At least one.",
)
declare_enum(
    OrderField,
    "AccountOrderField",
    "What a list is ordered by; equal values are ordered by name.",
    CIVILITY="Civility.",
    LAST_NAME="Last name, then first name.",
    FIRST_NAME="First name, then last name.",
    IDENTIFIER="Identifier.",
    DEPARTMENT="Department, none first.",
    PROFILE="Profile.",
    STATUS="Status: pending, active, expired, deleted.",
    EXPIRES_ON="Expiry date.",
    LAST_SIGN_IN_AT="Last sign-in, never first.",
)
declare_enum(
    Direction,
    "OrderDirection",
    "Which end of the order comes first.",
    ASC="The smallest.",
    DESC="The largest.",
)
declare_enum(
    Grouping,
    "AccountGrouping",
    "What accounts are counted by.",
    PROFILE="Profile.",
    STATUS="Status.",
    DEPARTMENT="Department, whatever its case and accents: its most frequent spelling; empty for none.",
    EXPIRY_MONTH="Month of expiry, e.g. 2027-05.",
)
declare_enum(
    ErrorCode,
    "ErrorCode",
    "Why something was refused.",
    REQUIRED="A field is missing or blank.",
    INVALID="A value has the wrong form.",
    TOO_LONG="A value is too long.",
    NOT_FOUND="It does not exist among what the caller may see.",
    NOT_SIGNED_IN="No session, or one that has ended.",
    FORBIDDEN="The caller's profile does not allow it.",
    CONFLICT="Someone else has changed it since it was read.",
    LIMIT_EXCEEDED="Too many at once.",
    RATE_LIMITED="Too often.",
    ACCOUNT_EXPIRED="The account has expired: renew it first.",
    ACCOUNT_PENDING="The account still waits for its password.",
    ACCOUNT_LOCKED="The account is locked.",
    ACCOUNT_DELETED="The account is deleted.",
    DEMOTION_FORBIDDEN="An administrator cannot become a user.",
    LAST_ADMINISTRATOR="The employer's last active administrator stays.",
    SELF_FORBIDDEN="Nobody does this to their own account.",
    SERVICE_UNAVAILABLE_TO_EMPLOYER="The employer does not have this service.",
    LEVEL_UNAVAILABLE="The service does not have this level.",
    BAD_CREDENTIALS="The identifier and password do not open an account.",
    PASSWORD_TOO_WEAK="The password breaks a rule.",
    LINK_UNUSABLE="The link is used, lapsed or unknown.",
    IDEMPOTENCY_MISMATCH="The key was used for another request.",
    LIKELY_DUPLICATE="The person seems to have an account already; allowDuplicate creates another one.",
)
declare_enum(
    LinkState,
    "PasswordLinkState",
    "Whether a password link can still be used.",
    USABLE="It can.",
    USED="A password was created with it.",
    LAPSED="Past its time, or a newer one has replaced it.",
    UNKNOWN="There is no such link.",
)
declare_enum(
    LinkPurpose,
    "PasswordLinkPurpose",
    "What a password link is for.",
    CREATE="The first password.",
    RESET="A new one in place of one that was forgotten.",
)
declare_enum(
    ViewerKind,
    "ViewerKind",
    "What kind of caller sent the request.",
    ANONYMOUS="Nobody is signed in.",
    ACCOUNT="The holder of an account.",
    PARTNER="A partner system.",
    OPERATOR="An operator of the platform; at the operators' endpoint only.",
)
