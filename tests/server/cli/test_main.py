"""The command line, as an operator meets it: what each command says, and the status it ends with."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from models.database import Dialect, connected
from models.migrate import versions
from schema.schema import schema_text
from tests.conftest import DIALECT
from tests.fresh_database import fresh_database
from tests.raw_sql import unguarded
from tests.server.comptoir_process import comptoir

MIGRATED = [f"migrated: {version}" for version in versions(Dialect(DIALECT))]
ALREADY = "migrated already\n"


@pytest.fixture
async def empty_url(server_url: str | None, tmp_path: Path) -> AsyncIterator[str]:
    """A database that nothing was done to yet."""
    async with fresh_database(server_url, tmp_path) as url:
        yield url


async def run(*words: str, url: str, **settings: str) -> tuple[int, str, str]:
    """Off the event loop: its status, and what it said."""
    done = await asyncio.to_thread(comptoir, url, *words, **settings)
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout, done.stderr


async def test_migrating_twice_does_nothing_the_second_time(empty_url: str) -> None:
    status, said, _ = await run("migrate", url=empty_url)
    assert (status, said.splitlines()) == (0, MIGRATED)
    assert await run("migrate", url=empty_url) == (0, ALREADY, "")


async def test_two_who_migrate_at_once_do_it_once(empty_url: str) -> None:
    found = await asyncio.gather(run("migrate", url=empty_url), run("migrate", url=empty_url))
    assert [status for status, _, _ in found] == [0, 0]
    assert sorted(said for _, said, _ in found) == sorted(["\n".join(MIGRATED) + "\n", ALREADY])


async def test_the_history_of_the_demo_holds_until_someone_cuts_or_edits_it(database_url: str) -> None:
    status, said, _ = await run("demo", "--accounts", "30", url=database_url)
    assert (status, said) == (0, "3 employers and 30 accounts written\n")
    status, said, _ = await run("demo", "--accounts", "30", url=database_url)
    assert (status, said) == (0, "0 employers and 0 accounts written (the others are there already)\n")

    status, said, _ = await run("history", "verify", url=database_url)
    assert status == 0
    assert [line.rsplit(": ", 1)[1] for line in said.splitlines()] == ["holds"] * 3

    for tampering, verdict in (
        ("DELETE FROM history WHERE sequence >= 6", "entry 6 was removed"),
        ("UPDATE history SET account_version = 7 WHERE sequence = 3", "entry 3 was edited"),
    ):
        async with connected(database_url):
            await unguarded(tampering)
        status, said, _ = await run("history", "verify", url=database_url)
        assert status == 1
        assert [line.rsplit(": ", 1)[1] for line in said.splitlines()] == [verdict] * 3


async def test_the_schema_is_printed_as_it_is_served() -> None:
    assert await run("schema", url="sqlite:///nowhere/at/all.db") == (0, schema_text(), "")


async def test_the_doctor_finds_a_good_installation_good(database_url: str) -> None:
    status, said, _ = await run("doctor", url=database_url)
    assert status == 0
    assert [line[:4] for line in said.splitlines()] == ["ok  "] * len(said.splitlines())
    assert "database: reachable and migrated" in said


async def test_the_doctor_says_what_is_missing(empty_url: str) -> None:
    status, said, _ = await run("doctor", url=empty_url, ENVIRONMENT="production")
    assert status == 1
    failed = [line for line in said.splitlines() if line.startswith("FAIL")]
    assert len(failed) == 2
    assert "COMPTOIR_SECRET_KEY is the demo's" in failed[0]
    assert "COMPTOIR_PUBLIC_URL does not begin with https://" in failed[0]
    assert "database not migrated: run 'comptoir migrate' (5 missing)" in failed[1]


@pytest.mark.parametrize("words", [["demo"], ["history", "verify"]], ids=" ".join)
async def test_without_its_tables_a_command_ends_with_one_line(empty_url: str, words: list[str]) -> None:
    status, said, told = await run(*words, url=empty_url)
    assert (status, said) == (1, "")
    assert told.startswith("the database does not answer, or is not migrated (")
    assert len(told.splitlines()) == 1


@pytest.mark.only_on("postgresql")
async def test_without_its_server_a_command_ends_with_one_line_and_no_password() -> None:
    url = "postgres://jean:tres-secret@127.0.0.1:1/comptoir"
    for words in (["migrate"], ["history", "verify"]):
        status, said, told = await run(*words, url=url)
        assert (status, said, len(told.splitlines())) == (1, "", 1)
        assert "tres-secret" not in told


async def test_production_serves_nothing_on_the_demos_values_and_writes_no_demo(database_url: str) -> None:
    status, said, told = await run("serve", url=database_url, ENVIRONMENT="production")
    assert (status, said) == (2, "")
    assert told.splitlines() == [
        "refusing to start in production:",
        "- COMPTOIR_SECRET_KEY is the demo's: give one of your own, kept secret",
        "- COMPTOIR_PUBLIC_URL does not begin with https://",
        "- COMPTOIR_MAIL_URL keeps e-mails in files: give smtp:// or smtps://",
        "- COMPTOIR_MAIL_FROM is the demo's: give an address that your mail server may use",
        "- COMPTOIR_LETTERS_SENDER is the demo's: give the postal address they come from",
    ]
    status, _, told = await run("demo", url=database_url, ENVIRONMENT="production")
    assert (status, told) == (2, "refusing to write demo accounts in production\n")


async def test_a_setting_that_cannot_be_is_named_without_what_it_holds() -> None:
    status, said, told = await run("migrate", url="mysql://jean:tres-secret@host/db", LINK_DAYS="abc")
    assert (status, said) == (2, "")
    lines = told.splitlines()
    assert [line.split(":")[0] for line in lines] == ["COMPTOIR_DATABASE_URL", "COMPTOIR_LINK_DAYS"]
    assert "use sqlite:// or postgres://" in lines[0]
    assert "tres-secret" not in told


@pytest.mark.parametrize(
    "words", [["demo", "--employers", "0"], ["serve", "--workers", "0"], ["dance"]], ids=" ".join
)
async def test_what_no_command_can_do_is_refused_with_how_to_ask(words: list[str], database_url: str) -> None:
    status, said, told = await run(*words, url=database_url)
    assert (status, said) == (2, "")
    assert "Usage: comptoir" in told


async def test_production_does_not_start_on_a_database_that_holds_the_demo(database_url: str) -> None:
    fit = {
        "ENVIRONMENT": "production",
        "SECRET_KEY": "a secret of forty characters and some more",
        "PUBLIC_URL": "https://comptoir.example",
        "MAIL_URL": "smtp://127.0.0.1:1?starttls=optional",
        "MAIL_FROM": "Comptoir <comptoir@comptoir.example>",
        "LETTERS_SENDER": "Comptoir;1 rue de la Paix;44000 Nantes",
    }
    assert (await run("demo", "--accounts", "6", url=database_url))[0] == 0
    status, said, told = await run("serve", url=database_url, **fit)
    assert (status, said) == (2, "")
    assert "the database holds the demo's accounts" in told
    status, said, _ = await run("doctor", url=database_url, **fit)
    assert status == 1
    assert "the database holds the demo's accounts" in said
