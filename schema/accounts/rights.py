"""Themes, services, and the levels of access that accounts have to them."""

from collections.abc import Sequence
from functools import cache
from typing import Annotated

import strawberry

from models.catalogue import services as services_of_funds
from models.catalogue import themes as catalogue_themes
from models.rules.accounts.rights import RightsMatrix, ServiceFacts
from schema.limits.cost_directives import ListSize
from schema.types.enums import AccessLevel

THEMES, SERVICES = 7, 20
"""How many the catalogue has; a test compares."""


@strawberry.type(description="A family of services, as the panel groups them.")
class Theme:
    code: str = strawberry.field(description="Lasting, e.g. carriere.")
    label: str = strawberry.field(description="In French, e.g. Carrière.")

    @strawberry.field(
        description="The services of this theme, in the catalogue's order.",
        directives=[ListSize(assumed_size=SERVICES // THEMES + 1)],
    )
    def services(self) -> list["Service"]:
        facts = next(theme for theme in catalogue_themes() if theme.code == self.code)
        return [service_of(service) for service in facts.services]


@strawberry.type(description="A service of the platform, on which rights are granted.")
class Service:
    code: str = strawberry.field(description="Lasting, e.g. CNRACL-01.")
    label: str = strawberry.field(description="In French, e.g. Affiliation CNRACL.")
    levels: list[AccessLevel] = strawberry.field(
        description="The levels that make sense for it, NONE included."
    )
    theme: Annotated[Theme, strawberry.lazy("schema.accounts.rights")] = strawberry.field(
        description="The theme it belongs to."
    )


@strawberry.type(description="What an account may do with one service.")
class Right:
    service: Service = strawberry.field(description="The service.")
    level: AccessLevel = strawberry.field(description="NONE unless an administrator has granted more.")


@cache
def themes() -> list[Theme]:
    return [Theme(code=theme.code, label=theme.label) for theme in catalogue_themes()]


@cache
def service_of(facts: ServiceFacts) -> Service:
    theme = next(theme for theme in themes() if theme.code == facts.theme)
    return Service(code=facts.code, label=facts.label, levels=sorted(facts.levels), theme=theme)


@cache
def right_of(facts: ServiceFacts, level: AccessLevel) -> Right:
    """Return the right of this level on this service: the same object each time."""
    return Right(service=service_of(facts), level=level)


def services_for(funds: frozenset[str]) -> list[Service]:
    """Return the services of an employer with these funds (A7)."""
    return [service_of(facts) for facts in services_of_funds(funds)]


def service_facts_for(funds: frozenset[str]) -> Sequence[ServiceFacts]:
    """Return what the catalogue holds of the services of an employer with these funds (A7)."""
    return services_of_funds(funds)


def rights_for(funds: frozenset[str], matrix: RightsMatrix) -> list[Right]:
    """Return one right for each service of the employer, NONE included (L4)."""
    return [right_of(facts, matrix.get(facts.code, AccessLevel.NONE)) for facts in services_of_funds(funds)]
