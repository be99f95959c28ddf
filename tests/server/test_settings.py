"""Settings: read from the environment, documented; those unfit for production are refused by name."""

from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import SecretStr, ValidationError

from models.rules.vocabulary import Language, LetterPolicy
from schema.limits.introspection import Introspection
from server.secret_key import MIN_DIFFERENT_CHARACTERS
from server.setting_types import Documents, Environment
from server.settings import DEMO_SECRET, Settings
from tests.processes.smtp import self_made

SETTINGS_PAGE = (Path(__file__).parents[2] / "docs" / "settings.md").read_text(encoding="utf-8")
OWN_SECRET = SecretStr("a secret of one's own, long enough")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"COMPTOIR_{name.upper()}", raising=False)


@pytest.mark.parametrize("name", Settings.model_fields)
def test_every_setting_is_documented(name: str) -> None:
    assert f"`COMPTOIR_{name.upper()}`" in SETTINGS_PAGE


@pytest.mark.parametrize("name", sorted({*Settings.model_fields} - {"secret_key", "mail_from"}))
def test_the_page_of_settings_shows_each_default(name: str) -> None:
    (line,) = [line for line in SETTINGS_PAGE.splitlines() if f"| `COMPTOIR_{name.upper()}` |" in line]
    value = getattr(Settings(), name)
    shown = value.get_secret_value() if isinstance(value, SecretStr) else "none" if value is None else value
    shown = str(shown).lower() if isinstance(shown, bool) else shown
    assert f"| `{shown}` |" in line


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    environment = {
        "ENVIRONMENT": "production",
        "DATABASE_URL": "postgres://comptoir@localhost/comptoir",
        "PUBLIC_URL": "https://comptoir.example",
        "SECRET_KEY": OWN_SECRET.get_secret_value(),
        "VALIDITY_MONTHS": "12",
        "LINK_DAYS": "10",
        "RESTORE_DAYS": "60",
        "SESSION_IDLE_MINUTES": "15",
        "SESSION_HOURS": "4",
        "LETTERS": "administrators",
        "LETTERS_SENDER": "12 rue Haute ; 44000 Nantes",
        "PERSONAL_DATA_URL": "https://www.example/vos-donnees",
        "LANGUAGE": "en",
        "MAIL_URL": "smtp://mail.example",
        "MAIL_FROM": "Comptoir <comptoir@c.example>",
    }
    for name, value in environment.items():
        monkeypatch.setenv(f"COMPTOIR_{name}", value)
    settings = Settings()
    assert settings.environment is Environment.PRODUCTION
    assert settings.https
    policy = settings.policy
    assert policy.secret_key == OWN_SECRET.get_secret_value().encode()
    assert (policy.validity_months, policy.link_days, policy.restore_days) == (12, 10, 60)
    assert (policy.session_idle_minutes, policy.session_hours) == (15, 4)
    assert (policy.letters, policy.language) == (LetterPolicy.ADMINISTRATORS, Language.ENGLISH)
    assert policy.personal_data_url == "https://www.example/vos-donnees"
    assert settings.sender_address == ("12 rue Haute", "44000 Nantes")
    assert settings.unfit_for_production() == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PERSONAL_DATA_URL", "javascript:alert(1)"),
        ("PERSONAL_DATA_URL", "https:///vos-donnees"),
        ("VALIDITY_MONTHS", "0"),
        ("VALIDITY_MONTHS", "eighteen"),
        ("LINK_DAYS", "-1"),
        ("SESSION_HOURS", "25"),
        ("REQUEST_BYTES", "1"),
        ("ENVIRONMENT", "prod"),
        ("LETTERS", "none"),
        ("LETTERS_SENDER", "1;2;3;4;5;6;7"),
        ("LETTERS_SENDER", "x" * 39),
        ("LETTERS_SENDER", "a\nb"),
        ("LANGUAGE", "de"),
        ("DATABASE_URL", "mysql://localhost/comptoir"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(f"COMPTOIR_{name}", value)
    with pytest.raises(ValidationError) as refused:
        Settings()
    assert [error["loc"] for error in refused.value.errors()] == [(name.lower(),)]


def test_production_refuses_each_value_of_the_demo_by_name() -> None:
    bare = Settings(environment=Environment.PRODUCTION)
    secret, url, mail, sender, letters = bare.unfit_for_production()
    assert mail.startswith("COMPTOIR_MAIL_URL keeps e-mails in files")
    assert sender.startswith("COMPTOIR_MAIL_FROM is the demo's")
    assert letters.startswith("COMPTOIR_LETTERS_SENDER is the demo's")
    assert secret.startswith("COMPTOIR_SECRET_KEY is the demo's")
    assert url.startswith("COMPTOIR_PUBLIC_URL does not begin with https://")


def in_production(secret: str) -> Settings:
    return Settings(
        environment=Environment.PRODUCTION,
        public_url="https://c.example",
        secret_key=SecretStr(secret),
        mail_url=SecretStr("smtp://mail.example"),
        mail_from="Comptoir <comptoir@c.example>",
        letters_sender="Comptoir;1 rue de la Paix;44000 Nantes",
    )


@pytest.mark.parametrize("secret", ["", "short", "x" * 31])
def test_production_refuses_a_secret_that_is_short(secret: str) -> None:
    faults = in_production(secret).unfit_for_production()
    assert faults == ["COMPTOIR_SECRET_KEY is shorter than 32 characters"]


@pytest.mark.parametrize(
    "secret", ["a" * 32, "ab" * 40, "changeme" * 5, "motdepasse" * 4 + "mot", "0" * 63 + "1"]
)
def test_production_refuses_a_secret_that_repeats_itself(secret: str) -> None:
    (fault,) = in_production(secret).unfit_for_production()
    assert fault.startswith("COMPTOIR_SECRET_KEY repeats itself")
    assert secret not in fault


@given(st.binary(min_size=16, max_size=48))
def test_production_takes_a_secret_that_was_drawn(drawn: bytes) -> None:
    assume(len(set(drawn.hex())) >= MIN_DIFFERENT_CHARACTERS)
    assume(len(set(drawn)) > 8)
    assert in_production(drawn.hex()).unfit_for_production() == []


def test_the_demo_starts_as_it_is() -> None:
    assert Settings().unfit_for_production() == []


def test_no_secret_is_shown_by_accident() -> None:
    assert DEMO_SECRET not in repr(Settings())


def test_an_authority_for_webhooks_that_cannot_be_read_is_refused_by_name(tmp_path: Path) -> None:
    empty = tmp_path / "empty.pem"
    empty.write_text("no certificate")
    for path in (tmp_path / "nowhere.pem", empty, tmp_path):
        with pytest.raises(ValidationError, match=f"{path.absolute()} is no PEM file"):
            Settings(webhook_ca_file=path)
    assert Settings(webhook_ca_file=self_made(tmp_path).certificate)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("127.0.0.1", "is no address"),
        ("comptes.example.fr", "is no address"),
        ("ftp://comptes.example.fr", "is no address"),
        ("https://", "is no address"),
        ("", "is no address"),
        ("https://comptes.example.fr:99999", "is no address"),
        ("https://comptes.example.fr/comptoir", "has a path"),
        ("https://comptes.example.fr/?", "has a query"),
        ("https://comptes.example.fr?a=b", "has a query"),
        ("https://comptes.example.fr/#", "has a fragment"),
        ("https://jean@comptes.example.fr", "has a user"),
        ("https://jean:secret@comptes.example.fr", "has a user"),
        ("https://comptes example.fr", "holds a space"),
        ("https://comptes.example.fr\\", "holds a space or a backslash"),
        ("https://comptes..fr", "names no host"),
        ("https://*.example.fr", "names no host"),
        ("https://%65xample.fr", "names no host"),
        ("https://[::1", "is no address"),
    ],
)
def test_an_address_is_scheme_host_and_port_and_a_fault_is_named(url: str, fault: str) -> None:
    with pytest.raises(ValidationError, match=fault):
        Settings(public_url=url)
    if url:
        with pytest.raises(ValidationError, match=fault):
            Settings(cors_origins=url)


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("https://Comptes.Example.FR", "https://comptes.example.fr"),
        ("HTTPS://comptes.example.fr:443/", "https://comptes.example.fr"),
        ("http://comptes.example.fr:80", "http://comptes.example.fr"),
        ("https://comptes.example.fr:8443", "https://comptes.example.fr:8443"),
        ("https://comptes.example.fr:08443", "https://comptes.example.fr:8443"),
        ("https://hôpital.example", "https://xn--hpital-ixa.example"),
        ("https://HÔPITAL.example", "https://xn--hpital-ixa.example"),
        ("https://xn--hpital-ixa.example", "https://xn--hpital-ixa.example"),
        ("https://straße.example", "https://xn--strae-oqa.example"),
        ("http://[0:0:0:0:0:0:0:1]:8000", "http://[::1]:8000"),
        ("http://mon_serveur:8000", "http://mon_serveur:8000"),
        (" https://comptes.example.fr ", "https://comptes.example.fr"),
    ],
)
def test_an_address_is_brought_to_the_form_that_browsers_send(url: str, origin: str) -> None:
    assert Settings(public_url=url).public_url == origin
    assert Settings(cors_origins=f"https://a.example,{url}").origins == ("https://a.example", origin)


def test_production_is_closed_where_the_demo_is_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def openness(settings: Settings) -> tuple[Introspection, Documents, Documents, Documents]:
        return (
            settings.introspection,
            settings.documents_anonymous,
            settings.documents_accounts,
            settings.documents_partners,
        )

    any_documents = (Documents.ANY, Documents.ANY)
    assert openness(Settings()) == (Introspection.EVERYONE, Documents.ANY, *any_documents)
    closed = (Introspection.SIGNED_IN, Documents.TRUSTED, *any_documents)
    assert openness(Settings(environment=Environment.PRODUCTION)) == closed
    monkeypatch.setenv("COMPTOIR_ENVIRONMENT", "production")
    assert openness(Settings()) == closed
    monkeypatch.setenv("COMPTOIR_INTROSPECTION", "off")
    monkeypatch.setenv("COMPTOIR_DOCUMENTS_ANONYMOUS", "any")
    assert openness(Settings()) == (Introspection.OFF, Documents.ANY, *any_documents)


def test_a_minute_holds_at_least_one_request_of_the_largest() -> None:
    with pytest.raises(ValidationError, match="COMPTOIR_COST_PER_MINUTE is less"):
        Settings(cost_limit=2_000, cost_per_minute=1_999)
    assert Settings(cost_limit=2_000, cost_per_minute=2_000)
