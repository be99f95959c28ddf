"""Settings: environment variables COMPTOIR_*, read once, typed, documented in docs/settings.md."""

import os
from email.headerregistry import Address
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Any, Self

from limits import parse
from pydantic import Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from models.database import dialect_of
from models.rules.policy import Policy
from models.rules.vocabulary import Language, LetterPolicy
from schema.limits.introspection import Introspection
from server.letters.address import sender_lines
from server.mail.mail_url import MailFolder, MailServer, parse_mail_from, parse_mail_url
from server.origin import browser_origin
from server.rate_limits.redis_url import RedisServer, parse_redis_url
from server.secret_key import MIN_SECRET_CHARACTERS, is_repetitive
from server.setting_types import Documents, Environment, GraphiQL, Limit, Networks, origins_of, webhook_trust

DEMO_SECRET = "a secret that everyone knows, for the demo only"  # noqa: S105
DEMO_MAIL_FROM = "Plateforme employeurs publics <ne-pas-repondre@comptoir.example>"
DEMO_LETTERS_SENDER = "Direction des Politiques Sociales;Caisse des Dépôts"
"""The signature in the guide's letters, which is no postal address."""
STATEMENT_GRACE_SECONDS = 5.0


class UnknownSetting(Exception):
    """Environment variables COMPTOIR_* that are no settings; the message names them."""


class Settings(BaseSettings):
    """Each field is the environment variable COMPTOIR_ and its name in capitals."""

    model_config = SettingsConfigDict(env_prefix="COMPTOIR_", frozen=True, hide_input_in_errors=True)

    environment: Environment = Environment.DEMO
    database_url: str = "sqlite://var/comptoir.db"
    public_url: str = "http://127.0.0.1:8000"
    personal_data_url: Annotated[str, Field(pattern=r"^https?://[^\s/]\S*$")] | None = None
    secret_key: SecretStr = SecretStr(DEMO_SECRET)
    validity_months: Annotated[int, Field(ge=1, le=120)] = 18
    link_days: Annotated[int, Field(ge=1, le=90)] = 15
    reset_minutes: Annotated[int, Field(ge=5, le=1440)] = 60
    reminder_day: Annotated[int, Field(ge=1, le=28)] = 20
    invitation_reminder_days: Annotated[int, Field(ge=1, le=30)] = 3
    restore_days: Annotated[int, Field(ge=1, le=365)] = 30
    demo_file_days: Annotated[int, Field(ge=1, le=365)] = 30
    session_idle_minutes: Annotated[int, Field(ge=1, le=1440)] = 30
    session_hours: Annotated[int, Field(ge=1, le=24)] = 8
    letters: LetterPolicy = LetterPolicy.EVERY_ACCOUNT
    letters_dir: Path = Path("var/letters")
    letters_sender: str = DEMO_LETTERS_SENDER
    language: Language = Language.FRENCH
    mail_url: SecretStr = SecretStr("file:var/mail")
    mail_from: str = DEMO_MAIL_FROM
    delivery_seconds: Annotated[float, Field(ge=0, le=3_600)] = 5.0
    sign_in_limit: Limit = "10/minute"
    sign_in_address_limit: Limit = "60/minute"
    reset_limit: Limit = "3/hour"
    reset_address_limit: Limit = "30/hour"
    operator_networks: Networks = "127.0.0.0/8,::1/128"
    operator_sign_in_limit: Limit = "5/minute"
    operator_sign_in_address_limit: Limit = "20/minute"
    operator_search_limit: Limit = "60/hour"
    operator_search_address_limit: Limit = "120/hour"
    registration_limit: Limit = "5/hour"
    registration_address_limit: Limit = "30/hour"
    oauth_limit: Limit = "30/minute"
    oauth_address_limit: Limit = "120/minute"
    subscriptions: Annotated[int, Field(ge=1)] = 20
    redis_url: SecretStr | None = None
    graphiql: GraphiQL = GraphiQL.SIGNED_IN
    request_bytes: Annotated[int, Field(ge=1_000)] = 262_144
    cost_limit: Annotated[int, Field(ge=1_000)] = 500_000
    cost_per_minute: Annotated[int, Field(ge=1_000)] = 600_000
    operation_seconds: Annotated[float, Field(gt=0, le=3_600)] = 10.0
    introspection: Introspection = Introspection.EVERYONE
    documents_anonymous: Documents = Documents.ANY
    documents_accounts: Documents = Documents.ANY
    documents_partners: Documents = Documents.ANY
    webhook_private_addresses: bool = False
    webhook_ca_file: Path | None = None
    cors_origins: str | None = None

    @model_validator(mode="before")
    @classmethod
    def _restrict_production(cls, values: Any) -> Any:
        """In production, introspection and documents are restricted unless the settings say otherwise."""
        if isinstance(values, dict) and values.get("environment") == Environment.PRODUCTION:
            return {
                "introspection": Introspection.SIGNED_IN,
                "documents_anonymous": Documents.TRUSTED,
                **values,
            }
        return values

    @field_validator("public_url")
    @classmethod
    def _check_public_url(cls, url: str) -> str:
        return browser_origin(url)

    @field_validator("mail_url")
    @classmethod
    def _check_mail_url(cls, url: SecretStr) -> SecretStr:
        parse_mail_url(url.get_secret_value())
        return url

    @field_validator("redis_url")
    @classmethod
    def _check_redis_url(cls, url: SecretStr | None) -> SecretStr | None:
        if url is not None:
            parse_redis_url(url.get_secret_value())
        return url

    @field_validator("mail_from")
    @classmethod
    def _check_mail_from(cls, text: str) -> str:
        parse_mail_from(text)
        return text

    @field_validator("letters_sender")
    @classmethod
    def _check_letters_sender(cls, text: str) -> str:
        sender_lines(text)
        return text

    @field_validator("webhook_ca_file")
    @classmethod
    def _check_authority(cls, path: Path | None) -> Path | None:
        if path is None:  # reading the machine's own authorities takes 10 ms, and cannot fail
            return None
        try:
            webhook_trust(path)
        except OSError as error:
            raise ValueError(f"{path.absolute()} is no PEM file of certificates that can be read") from error
        return path

    @field_validator("cors_origins")
    @classmethod
    def _check_origins(cls, text: str | None) -> str | None:
        return ",".join(map(browser_origin, origins_of(text))) or None

    @model_validator(mode="after")
    def _check_costs(self) -> Self:
        if self.cost_per_minute < self.cost_limit:
            raise ValueError(
                "COMPTOIR_COST_PER_MINUTE is less than COMPTOIR_COST_LIMIT, which one request may cost"
            )
        return self

    @field_validator("database_url")
    @classmethod
    def _check_database_url(cls, url: str) -> str:
        dialect_of(url)
        return url

    @cached_property
    def https(self) -> bool:
        return self.public_url.startswith("https://")

    @property
    def statement_seconds(self) -> float:
        """Seconds after which the database stops a statement; an operation is cancelled before that."""
        return self.operation_seconds + STATEMENT_GRACE_SECONDS

    @cached_property
    def origins(self) -> tuple[str, ...]:
        """The origins whose pages may send requests, without a session."""
        return origins_of(self.cors_origins)

    @property
    def mail(self) -> MailFolder | MailServer:
        """The server or folder that e-mails are sent to."""
        return parse_mail_url(self.mail_url.get_secret_value())

    @property
    def sender(self) -> Address:
        """The From address of e-mails."""
        return parse_mail_from(self.mail_from)

    @property
    def sender_address(self) -> tuple[str, ...]:
        """The sender's postal address in letters, line by line."""
        return sender_lines(self.letters_sender)

    @property
    def redis(self) -> RedisServer | None:
        """The Redis or Valkey that shares rate limits; None if each process counts by itself."""
        return parse_redis_url(self.redis_url.get_secret_value()) if self.redis_url is not None else None

    @cached_property
    def policy(self) -> Policy:
        reset_limit = parse(self.reset_limit)
        return Policy(
            secret_key=self.secret_key.get_secret_value().encode(),
            public_url=self.public_url,
            personal_data_url=self.personal_data_url,
            sender=self.sender_address,
            validity_months=self.validity_months,
            link_days=self.link_days,
            reset_minutes=self.reset_minutes,
            reset_limit=reset_limit.amount,
            reset_limit_seconds=reset_limit.get_expiry(),
            reminder_day=self.reminder_day,
            invitation_reminder_days=self.invitation_reminder_days,
            restore_days=self.restore_days,
            session_idle_minutes=self.session_idle_minutes,
            session_hours=self.session_hours,
            letters=self.letters,
            language=self.language,
        )

    def unfit_for_production(self) -> list[str]:
        """The settings that production refuses, described for the operator; empty outside production."""
        if self.environment is not Environment.PRODUCTION:
            return []
        faults = []
        if self.secret_key.get_secret_value() == DEMO_SECRET:
            faults.append("COMPTOIR_SECRET_KEY is the demo's: give one of your own, kept secret")
        elif len(self.secret_key.get_secret_value()) < MIN_SECRET_CHARACTERS:
            faults.append(f"COMPTOIR_SECRET_KEY is shorter than {MIN_SECRET_CHARACTERS} characters")
        elif is_repetitive(self.secret_key.get_secret_value()):
            faults.append("COMPTOIR_SECRET_KEY repeats itself: draw one, as `openssl rand -hex 32` does")
        if not self.https:
            faults.append("COMPTOIR_PUBLIC_URL does not begin with https://")
        if isinstance(self.mail, MailFolder):
            faults.append("COMPTOIR_MAIL_URL keeps e-mails in files: give smtp:// or smtps://")
        if self.mail_from == DEMO_MAIL_FROM:
            faults.append("COMPTOIR_MAIL_FROM is the demo's: give an address that your mail server may use")
        if self.letters_sender == DEMO_LETTERS_SENDER:
            faults.append("COMPTOIR_LETTERS_SENDER is the demo's: give the postal address they come from")
        return faults


@cache
def settings() -> Settings:
    """The settings, read once. Raises: ValidationError; UnknownSetting for an unknown COMPTOIR_*."""
    known = {f"COMPTOIR_{name}".upper() for name in Settings.model_fields}
    unknown = sorted(name for name in os.environ if name.startswith("COMPTOIR_") and name not in known)
    if unknown:
        raise UnknownSetting(f"no such setting: {', '.join(unknown)}")
    return Settings()
