"""The levels of services that an account may have (A7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from models.rules.refusals import Refusal
from models.rules.vocabulary import AccessLevel, ErrorCode

MULTI_FUND = "MULTI"
"""Every employer has the services of this 'fund'."""


@dataclass(frozen=True, slots=True)
class ServiceFacts:
    code: str
    label: str
    fund: str
    theme: str
    levels: frozenset[AccessLevel]


RightsMatrix: TypeAlias = Mapping[str, AccessLevel]
"""Service code → level; a service left out is NONE (A7)."""


def services_of(funds: Iterable[str], catalogue: Iterable[ServiceFacts]) -> list[ServiceFacts]:
    """The services of an employer with contracts with these funds, and those of every employer."""
    held = {MULTI_FUND, *funds}
    return [service for service in catalogue if service.fund in held]


def right_refusal(code: str, level: AccessLevel, available: Mapping[str, ServiceFacts]) -> Refusal | None:
    """Why an account cannot have this level of this service; `available` are its employer's services (A7)."""
    service = available.get(code)
    if service is None:
        return Refusal(
            ErrorCode.SERVICE_UNAVAILABLE_TO_EMPLOYER,
            "L'établissement n'a pas ce service : choisissez parmi les siens.",
            "The employer does not have this service: choose among its own.",
        )
    if level is not AccessLevel.NONE and level not in service.levels:
        return Refusal(
            ErrorCode.LEVEL_UNAVAILABLE,
            f"« {service.label} » ne connaît pas ce niveau : choisissez-en un autre.",
            f"'{service.label}' does not have this level: choose another.",
        )
    return None


def changed_rights(before: RightsMatrix, wanted: RightsMatrix) -> dict[str, tuple[AccessLevel, AccessLevel]]:
    """The rights that really change, by service code: (before, after)."""
    levels = {code: (before.get(code, AccessLevel.NONE), level) for code, level in wanted.items()}
    return {code: (old, new) for code, (old, new) in sorted(levels.items()) if old != new}
