"""The closed lists of mandates as GraphQL enums, each value described (E1)."""

from models.rules.vocabulary import MandateScope, MandateState
from schema.types.enums import declare_enum

__all__ = ["MandateScope", "MandateState"]

declare_enum(
    MandateScope,
    "MandateScope",
    "How far the holders of a mandate may act for the employer; each includes the ones before.",
    READ="Look at its accounts and history.",
    RENEW="Renew its accounts as well.",
    MANAGE="Create, modify, delete and restore users as well; never promote, nor touch administrators.",
)
declare_enum(
    MandateState,
    "MandateState",
    "Where a mandate stands, computed from today's date in Europe/Paris.",
    PROPOSED="Waits for the centre's answer, at most 30 days.",
    ACTIVE="Accepted; in force from its first day to its last.",
    DECLINED="The centre declined it.",
    LAPSED="Left without an answer for more than 30 days.",
    ENDED="Ended by either side, or withdrawn.",
    EXPIRED="Past its last day.",
)
