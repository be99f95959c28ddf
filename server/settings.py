"""Settings: environment variables COMPTOIR_*, read once, typed, documented in README.md."""

import os
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.database import dialect_of
from models.rules.policy import Policy
from models.rules.vocabulary import Language, LetterPolicy

DEMO_SECRET = "a secret that everyone knows, for the demo only"  # noqa: S105
_SHORTEST_SECRET = 32


class Environment(StrEnum):
    DEMO = "demo"
    PRODUCTION = "production"


class UnknownSetting(Exception):
    """Its text names the variables."""


class Settings(BaseSettings):
    """Each field is the environment variable COMPTOIR_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="COMPTOIR_", frozen=True)

    environment: Environment = Environment.DEMO
    database_url: str = "sqlite://var/comptoir.db"
    public_url: str = "http://127.0.0.1:8000"
    secret_key: SecretStr = SecretStr(DEMO_SECRET)
    validity_months: Annotated[int, Field(ge=1, le=120)] = 18
    link_days: Annotated[int, Field(ge=1, le=90)] = 15
    restore_days: Annotated[int, Field(ge=1, le=365)] = 30
    session_idle_minutes: Annotated[int, Field(ge=1, le=1440)] = 30
    session_hours: Annotated[int, Field(ge=1, le=24)] = 8
    letters: LetterPolicy = LetterPolicy.EVERY_ACCOUNT
    language: Language = Language.FRENCH
    request_bytes: Annotated[int, Field(ge=1_000)] = 262_144

    @field_validator("database_url")
    @classmethod
    def spoken(cls, url: str) -> str:
        dialect_of(url)
        return url

    @property
    def https(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def policy(self) -> Policy:
        return Policy(
            secret_key=self.secret_key.get_secret_value().encode(),
            validity_months=self.validity_months,
            link_days=self.link_days,
            restore_days=self.restore_days,
            session_idle_minutes=self.session_idle_minutes,
            session_hours=self.session_hours,
            letters=self.letters,
            language=self.language,
        )

    def unfit_for_production(self) -> list[str]:
        """What may not stay as it is in production, said for its operator; nothing in the demo."""
        if self.environment is not Environment.PRODUCTION:
            return []
        faults = []
        if self.secret_key.get_secret_value() == DEMO_SECRET:
            faults.append("COMPTOIR_SECRET_KEY is the demo's: give one of your own, kept secret")
        elif len(self.secret_key.get_secret_value()) < _SHORTEST_SECRET:
            faults.append(f"COMPTOIR_SECRET_KEY is shorter than {_SHORTEST_SECRET} characters")
        if not self.https:
            faults.append("COMPTOIR_PUBLIC_URL does not begin with https://")
        return faults


@cache
def settings() -> Settings:
    """Errors: ValidationError; UnknownSetting for a COMPTOIR_* that is none of ours, mistyped no doubt."""
    known = {f"COMPTOIR_{name}".upper() for name in Settings.model_fields}
    unknown = sorted(name for name in os.environ if name.startswith("COMPTOIR_") and name not in known)
    if unknown:
        raise UnknownSetting(f"no such setting: {', '.join(unknown)}")
    return Settings()
