"""The command line: what each command prints, and the status it exits with."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from models.database import Dialect, applied_versions, connected, query
from models.migrate import versions
from schema.schema import schema_text
from server.cli.main import COMMANDS, FIT_FOR_ANYTHING, imported
from server.cli.production import trusts_everyone
from server.demo.load import load_centre
from tests.conftest import DIALECT
from tests.factories import POLICY
from tests.fresh_database import MIGRATIONS, fresh_database
from tests.raw_sql import unguarded
from tests.server.commands import run
from tests.server.comptoir_process import comptoir

MIGRATED = [f"migrated: {version}" for version in versions(Dialect(DIALECT))]
ALREADY = "migrated already\n"


@pytest.fixture
async def empty_url(server_url: str | None, tmp_path: Path) -> AsyncIterator[str]:
    """The URL of an empty database, without tables."""
    async with fresh_database(server_url, tmp_path) as url:
        yield url


async def run_process(*words: str, url: str) -> tuple[int, str, str]:
    """The same as `run`, of the installed program in a process of its own."""
    done = await asyncio.to_thread(comptoir, url, *words)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


async def test_migrating_twice_does_nothing_the_second_time(empty_url: str) -> None:
    status, output, _ = await run("migrate", url=empty_url)
    assert (status, output.splitlines()) == (0, MIGRATED)
    assert await run("migrate", url=empty_url) == (0, ALREADY, "")


async def test_two_migrations_at_once_apply_each_version_once(empty_url: str) -> None:
    migrate = partial(run_process, "migrate", url=empty_url)
    outcomes = await asyncio.gather(migrate(), migrate())
    assert [status for status, _, _ in outcomes] == [0, 0]
    assert sorted(output for _, output, _ in outcomes) == sorted(["\n".join(MIGRATED) + "\n", ALREADY])


async def test_the_history_of_the_demo_holds_until_someone_cuts_or_edits_it(database_url: str) -> None:
    status, output, _ = await run("demo", "--accounts", "30", url=database_url)
    assert (status, output) == (0, "3 employers and 30 accounts written\n")
    status, output, _ = await run("demo", "--accounts", "30", url=database_url)
    assert (status, output) == (0, "0 employers and 0 accounts written (the others are there already)\n")

    holds = (0, "3 employers: the history holds\n", "")
    assert await run("history", "verify", url=database_url) == holds
    status, output, _ = await run("history", "verify", "--heads", url=database_url)
    assert status == 0
    *heads, output = output.splitlines()
    assert [line.rsplit(": ", 1)[1] for line in heads] == ["holds"] * 3
    assert output == "3 employers: the history holds"

    for tampering, verdict in (
        ("DELETE FROM history WHERE sequence >= 6", "entry 6 was removed"),
        ("UPDATE history SET account_version = 7 WHERE sequence = 3", "entry 3 was edited"),
    ):
        async with connected(database_url):
            await unguarded(tampering)
        status, output, _ = await run("history", "verify", url=database_url)
        assert status == 1
        verdicts = [line.rsplit(": ", 1)[1] for line in output.splitlines()]
        assert verdicts == [*[verdict] * 3, "the history holds"]
        assert output.endswith("\n0 employers: the history holds\n")


async def test_the_schema_is_printed_as_it_is_served() -> None:
    for execute in (run, run_process):
        assert await execute("schema", url="sqlite:///nowhere/at/all.db") == (0, schema_text(), "")


async def test_the_doctor_finds_a_good_installation_good(database_url: str) -> None:
    status, printed, _ = await run("doctor", url=database_url)
    assert status == 0
    assert [line[:4] for line in printed.splitlines()] == ["ok  "] * len(printed.splitlines())
    assert "database: reachable and migrated" in printed


async def test_the_doctor_says_what_is_missing(empty_url: str) -> None:
    status, printed, _ = await run("doctor", url=empty_url, ENVIRONMENT="production")
    assert status == 1
    failed = [line for line in printed.splitlines() if line.startswith("FAIL")]
    assert len(failed) == 2
    assert "COMPTOIR_SECRET_KEY is the demo's" in failed[0]
    assert "COMPTOIR_PUBLIC_URL does not begin with https://" in failed[0]
    assert f"database not migrated: run 'comptoir migrate' ({MIGRATIONS} missing)" in failed[1]


@pytest.mark.parametrize("words", [["demo"], ["history", "verify"]], ids=" ".join)
async def test_without_its_tables_a_command_ends_with_one_line(empty_url: str, words: list[str]) -> None:
    status, printed, error_output = await run(*words, url=empty_url)
    assert (status, printed) == (1, "")
    assert error_output == "the database: it is not migrated: run 'comptoir migrate'\n"


@pytest.mark.only_on("postgresql")
async def test_without_its_server_a_command_ends_with_one_line_and_no_password() -> None:
    url = "postgres://jean:tres-secret@127.0.0.1:1/comptoir"
    for words in (["migrate"], ["history", "verify"]):
        status, printed, error_output = await run(*words, url=url)
        assert (status, printed) == (1, "")
        assert error_output == "the database: connection refused: no server listens at its address\n"


@pytest.mark.only_on("postgresql")
async def test_what_keeps_postgresql_from_being_migrated_is_said_in_one_line(
    empty_url: str, server_url: str
) -> None:
    async with connected(empty_url):
        await query("CREATE ROLE stranger LOGIN PASSWORD 'tres-secret'", [])
    try:
        parts = urlsplit(empty_url)
        host = parts.netloc.rpartition("@")[2]
        stranger = parts._replace(netloc=f"stranger:tres-secret@{host}").geturl()
        causes = {
            parts._replace(path="/missing").geturl(): "it does not exist: create it first, empty",
            stranger: "permission denied: the role has to own the database, or its schema 'public'",
        }
        for url, cause in causes.items():
            assert await run("migrate", url=url) == (1, "", f"the database: {cause}\n")
    finally:
        async with connected(server_url):
            await query("DROP ROLE stranger", [])


@pytest.mark.only_on("sqlite")
async def test_a_file_that_is_no_database_is_said_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "comptoir.db").write_text("no database at all, but some text" * 100, encoding="utf-8")
    outcome = await run("history", "verify", url=f"sqlite://{tmp_path}/comptoir.db")
    assert outcome == (1, "", "the database: its file is no SQLite database\n")


async def test_production_serves_nothing_on_the_demos_values_and_writes_no_demo(database_url: str) -> None:
    status, printed, error_output = await run("serve", url=database_url, ENVIRONMENT="production")
    assert (status, printed) == (2, "")
    assert error_output.splitlines() == [
        "refusing to start in production:",
        "- COMPTOIR_SECRET_KEY is the demo's: give one of your own, kept secret",
        "- COMPTOIR_PUBLIC_URL does not begin with https://",
        "- COMPTOIR_MAIL_URL keeps e-mails in files: give smtp:// or smtps://",
        "- COMPTOIR_MAIL_FROM is the demo's: give an address that your mail server may use",
        "- COMPTOIR_LETTERS_SENDER is the demo's: give the postal address they come from",
    ]
    status, _, error_output = await run("demo", url=database_url, ENVIRONMENT="production")
    assert (status, error_output) == (2, "refusing to write demo accounts in production\n")


async def test_a_setting_that_cannot_be_is_named_without_what_it_holds() -> None:
    status, printed, error_output = await run(
        "migrate", url="mysql://jean:tres-secret@host/db", LINK_DAYS="abc"
    )
    assert (status, printed) == (2, "")
    lines = error_output.splitlines()
    assert [line.split(":")[0] for line in lines] == ["COMPTOIR_DATABASE_URL", "COMPTOIR_LINK_DAYS"]
    assert "use sqlite:// or postgres://" in lines[0]
    assert "tres-secret" not in error_output


@pytest.mark.parametrize(
    "words", [["demo", "--employers", "0"], ["serve", "--workers", "0"], ["dance"]], ids=" ".join
)
async def test_what_no_command_can_do_is_refused_with_how_to_ask(words: list[str], database_url: str) -> None:
    status, printed, error_output = await run(*words, url=database_url)
    assert (status, printed) == (2, "")
    assert "Usage: comptoir" in error_output


PRODUCTION = {
    "ENVIRONMENT": "production",
    "SECRET_KEY": "a secret of forty characters and some more",
    "PUBLIC_URL": "https://comptoir.example",
    "MAIL_URL": "smtp://127.0.0.1:1?starttls=optional",
    "MAIL_FROM": "Comptoir <comptoir@comptoir.example>",
    "LETTERS_SENDER": "Comptoir;1 rue de la Paix;44000 Nantes",
}


async def test_production_does_not_start_on_the_demo_of_a_centre(database_url: str) -> None:
    async with connected(database_url):
        await load_centre(2026, datetime.now(UTC), POLICY, members=1, accounts=2)
    status, _, error_output = await run("serve", url=database_url, **PRODUCTION)
    assert status == 2
    assert "the database holds the demo's accounts" in error_output


async def test_production_does_not_start_on_a_database_that_holds_the_demo(database_url: str) -> None:
    assert (await run("demo", "--accounts", "6", url=database_url))[0] == 0
    status, printed, error_output = await run("serve", url=database_url, **PRODUCTION)
    assert (status, printed) == (2, "")
    assert "the database holds the demo's accounts" in error_output
    status, printed, _ = await run("doctor", url=database_url, **PRODUCTION)
    assert status == 1
    assert "the database holds the demo's accounts" in printed


def every_command() -> dict[str, list[str]]:
    """Each command and command of a group, with words that its arguments and options accept."""
    commands: dict[str, Any] = {}
    for name in COMMANDS:
        command = imported(name)
        parts = getattr(command, "commands", None)
        commands |= {f"{name} {part}": one for part, one in parts.items()} if parts else {name: command}
    return {name: [*name.split(), *_required_words(command)] for name, command in commands.items()}


def _required_words(command: Any) -> list[str]:
    words: list[str] = []
    for parameter in command.params:
        if parameter.required:
            value = "madame" if parameter.name == "civility" else "1"
            words += [parameter.opts[0], value] if parameter.param_type_name == "option" else [value]
    return words


async def test_every_command_that_writes_refuses_unfit_settings_in_production(empty_url: str) -> None:
    commands = every_command()
    assert set(commands) >= FIT_FOR_ANYTHING
    for name, words in commands.items():
        if name in FIT_FOR_ANYTHING:
            continue
        status, printed, error_output = await run(*words, url=empty_url, ENVIRONMENT="production")
        assert (status, printed) == (2, ""), (name, error_output)
        assert error_output.startswith("refusing to start in production:\n- COMPTOIR_SECRET_KEY"), name
    async with connected(empty_url):
        assert await applied_versions() == []


async def test_a_command_that_writes_shows_its_help_on_any_settings(empty_url: str) -> None:
    status, printed, _ = await run("employer", "close", "--help", url=empty_url, ENVIRONMENT="production")
    assert status == 0
    assert "Usage: comptoir employer close" in printed


@pytest.mark.parametrize("everyone", ["*", "10.0.0.1, *", "0.0.0.0/0", "::/0"])
async def test_production_does_not_believe_everyone_who_gives_an_address(
    database_url: str, monkeypatch: pytest.MonkeyPatch, everyone: str
) -> None:
    monkeypatch.setenv("FORWARDED_ALLOW_IPS", everyone)
    status, printed, error_output = await run("serve", url=database_url, **PRODUCTION)
    assert (status, printed) == (2, "")
    assert [line[:28] for line in error_output.splitlines()[1:]] == ["- FORWARDED_ALLOW_IPS trusts"]
    _, printed, _ = await run("doctor", url=database_url, **PRODUCTION)
    assert "FAIL  settings for production: FORWARDED_ALLOW_IPS trusts everyone" in printed
    assert (await run("doctor", url=database_url))[0] == 0


def test_the_addresses_of_a_proxy_are_not_everyone() -> None:
    assert not any(map(trusts_everyone, ("", "127.0.0.1", "10.0.0.0/8,::1", "unix:", "proxy.example")))
