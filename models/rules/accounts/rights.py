"""The levels of services that an account may have (A7)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from models.rules.refusals import Refusal, malformed
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


def rights_refusals(
    rights: Iterable[tuple[str, AccessLevel]], available: Mapping[str, ServiceFacts]
) -> list[Refusal]:
    """Return why these (service code, level) cannot be given, each under its place in the list (A7).

    A service named twice is refused too.
    """
    refusals: list[Refusal] = []
    seen: set[str] = set()
    for place, (code, level) in enumerate(rights):
        if refusal := right_refusal(code, level, available):
            field = "level" if code in available else "service"
            refusals.append(refusal.under("rights", str(place), field))
        elif code in seen:
            refusals.append(_named_twice().under("rights", str(place), "service"))
        seen.add(code)
    return refusals


def changed_rights(before: RightsMatrix, wanted: RightsMatrix) -> dict[str, tuple[AccessLevel, AccessLevel]]:
    """The rights that really change, by service code: (before, after)."""
    levels = {code: (before.get(code, AccessLevel.NONE), level) for code, level in wanted.items()}
    return {code: (old, new) for code, (old, new) in sorted(levels.items()) if old != new}


def _named_twice() -> Refusal:
    return malformed(
        "Ce service figure deux fois : gardez un seul niveau.",
        "This service is named twice: keep one level.",
    )
