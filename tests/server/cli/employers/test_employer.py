"""comptoir employer and administrator: an operator fills an empty database."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from anyio.to_thread import run_sync
from typer.testing import CliRunner

from models.database import connected
from server.cli import main as cli
from server.demo.employers import siret
from server.settings import settings
from tests.nothing_written import all_rows
from tests.server.cli.employers.employer_files import an_entry, write_json

OPTIONS = (
    *("--name", "CCAS D'ANCENIS", "--siret", siret("26500001"), "--contract-number", "VF301"),
    *("--postal-address", "1 rue Haute", "--postal-address", "44150 ANCENIS"),
    *("--representative-civility", "madame", "--representative-last-name", "O'Neill"),
    *("--representative-first-name", "Anne", "--fund", "CNRACL"),
)
PERSON = (
    *("--civility", "madame", "--last-name", "Dupont", "--first-name", "Sara"),
    *("--email", "sara.dupont@ancenis.example", "--professional-address", "1 rue Haute"),
)


@pytest.fixture(autouse=True)
def own_database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("COMPTOIR_DATABASE_URL", database_url)
    settings.cache_clear()
    yield
    settings.cache_clear()


async def run(*words: str) -> tuple[int, str, str]:
    """The exit status, standard output and standard error of a command, in an event loop of its own."""
    result = await run_sync(CliRunner().invoke, cli.app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout, result.stderr


async def refused(url: str, *words: str) -> str:
    """What the command says on the standard error; it writes nothing."""
    async with connected(url):
        before = await all_rows()
    status, printed, error_output = await run(*words)
    async with connected(url):
        assert await all_rows() == before
    assert (status, printed) == (1, "")
    return error_output


async def test_the_identifier_of_an_administrator_is_printed_for_programs_too() -> None:
    await run("employer", "create", *OPTIONS)
    status, printed, _ = await run("administrator", "invite", "VF301", *PERSON, "--json")
    assert (status, json.loads(printed)["identifier"][:3]) == (0, "SDU")


async def test_an_employer_typed_at_the_terminal_gets_its_first_administrator(database_url: str) -> None:
    status, printed, _ = await run("employer", "create", *OPTIONS)
    assert (status, printed) == (0, f"VF301  {siret('26500001')}  CCAS D'ANCENIS\n")
    status, identifier, note = await run("administrator", "invite", "vf301", *PERSON)
    assert (status, identifier[:3], len(identifier)) == (0, "SDU", 10)
    assert "does not hold the identifier" in note
    assert "exists already" in await refused(database_url, "administrator", "invite", "VF301", *PERSON)
    assert (await run("administrator", "resend", identifier.strip()))[:2] == (
        0,
        f"queued for Sara Dupont ({identifier.strip()})\n",
    )

    _, shown, _ = await run("employer", "show", "VF301")
    assert shown.splitlines()[1:] == [
        "  address: 1 rue Haute, 44150 ANCENIS",
        "  legal representative: MADAME Anne O'Neill",
        "  contracts: CNRACL",
        f"  administrator Sara Dupont ({identifier.strip()}): PENDING, invitation QUEUED",
    ]
    _, listed, _ = await run("employer", "list")
    assert listed.endswith("CCAS D'ANCENIS: 1 account, 0 administrators who can sign in\n")
    assert "VF9" in await refused(database_url, "employer", "show", "VF9")
    assert "identifier" in await refused(database_url, "administrator", "resend", "ZZZ000000")


async def test_a_file_of_400_employers_with_one_bad_siret_writes_nothing(
    database_url: str, tmp_path: Path
) -> None:
    entries = [an_entry(number) for number in range(1, 401)]
    bad = [*entries[:211], an_entry(212, siret="21500212000019"), *entries[212:]]
    path = write_json(tmp_path, *bad)
    assert (await refused(database_url, "employer", "create", "--from", str(path))).splitlines() == [
        f"{path}:213: siret: A SIRET has 14 digits, with check digits among them: check them.",
        "nothing was written",
    ]
    good = write_json(tmp_path, *entries)
    create = ("employer", "create", "--from", str(good), "--json")
    status, printed, _ = await run(*create, "--dry-run")
    assert (status, json.loads(printed)) == (0, {"employers": 400})
    status, printed, _ = await run(*create)
    created = json.loads(printed)
    assert (status, len(created)) == (0, 400)
    assert created[0]["contractNumber"] == "VZ1"
    identifiers = {person["identifier"] for employer in created for person in employer["administrators"]}
    assert len(identifiers) == 400
    status, printed, _ = await run(*create)
    errors = json.loads(printed)["errors"]
    assert (status, len(errors)) == (1, 800)
    assert errors[0] == {
        "line": 2,
        "field": "siret",
        "message": "An employer is registered under this SIRET already.",
    }


async def test_what_cannot_be_read_is_said(database_url: str, tmp_path: Path) -> None:
    missing = str(tmp_path / "none.json")
    assert (await run("employer", "create", "--from", missing))[0] == 2
    assert (await run("employer", "create", "--from", missing, *OPTIONS))[0] == 2
    broken = tmp_path / "employers.json"
    broken.write_text("{}")
    assert "a JSON array" in await refused(database_url, "employer", "create", "--from", str(broken))
    assert "siret: This field is required." in await refused(database_url, "employer", "create")


async def test_programs_read_json(tmp_path: Path) -> None:
    path = write_json(tmp_path, an_entry(1))
    await run("employer", "create", "--from", str(path))
    listed = json.loads((await run("employer", "list", "--json"))[1])
    assert [(row["contractNumber"], row["accounts"]) for row in listed] == [("VZ1", 1)]
    shown = json.loads((await run("employer", "show", "VZ1", "--json"))[1])
    (person,) = shown.pop("administrators")
    assert (person["status"], person["email"]) == ("PENDING", "jean.louty@mairie1.example")
    assert (person["invitation"], shown.pop("closedOn")) == ("QUEUED", None)
    expected = an_entry(1)
    del expected["administrators"]
    assert shown == expected
