"""The catalogue of services, read once from services.toml, which is versioned with the project."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from models.rules.accounts.rights import ServiceFacts, services_of
from models.rules.vocabulary import AccessLevel


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    code: str
    label: str
    services: tuple[ServiceFacts, ...]


@cache
def themes() -> tuple[ThemeFacts, ...]:
    text = files("models").joinpath("services.toml").read_text(encoding="utf-8")
    return tuple(
        ThemeFacts(
            theme["code"],
            theme["label"],
            tuple(
                ServiceFacts(
                    code=service["code"],
                    label=service["label"],
                    fund=service["fund"],
                    levels=frozenset(AccessLevel[name] for name in service["levels"]),
                    theme=theme["code"],
                )
                for service in theme["services"]
            ),
        )
        for theme in tomllib.loads(text)["theme"]
    )


@cache
def services(funds: frozenset[str]) -> tuple[ServiceFacts, ...]:
    """The services of an employer with contracts with these funds, in the catalogue's order (A7)."""
    return tuple(services_of(funds, (service for theme in themes() for service in theme.services)))
