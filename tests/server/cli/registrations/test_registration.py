"""comptoir registration and succession: an operator works through the queue (N1, N2)."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
import time_machine
from anyio.to_thread import run_sync
from typer.testing import CliRunner

from models.database import connected
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from resolvers.employers.details import EmployerChanges
from resolvers.employers.edit import edit_employer
from resolvers.registrations.request_succession import request_succession
from server.cli import main as cli
from server.settings import settings
from tests.factories import NOW, POLICY, a_house
from tests.nothing_written import all_rows
from tests.resolvers.registrations.steps import (
    a_registration_request,
    a_succession_request,
    approved,
    registered,
)

PERSON = (
    *("--civility", "madame", "--last-name", "Dupont", "--first-name", "Sara"),
    *("--email", "sara.dupont@ancenis.example", "--professional-address", "1 rue Haute"),
)


@pytest.fixture(autouse=True)
async def own_database(database_url: str, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[None]:
    monkeypatch.setenv("COMPTOIR_DATABASE_URL", database_url)
    settings.cache_clear()
    yield
    settings.cache_clear()


async def run(*words: str) -> tuple[int, str, str]:
    """The exit status, standard output and standard error of a command, at the moment of the tests."""
    with time_machine.travel(NOW, tick=False):
        result = await run_sync(CliRunner().invoke, cli.app, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result.exit_code, result.stdout, result.stderr


async def printed(*words: str) -> Any:
    """What a command prints as JSON."""
    status, output, error = await run(*words, "--json")
    assert status == 0, error
    return json.loads(output)


async def refused(url: str, *words: str) -> str:
    """What the command says on the standard error; it writes nothing."""
    async with connected(url):
        before = await all_rows()
    status, output, error = await run(*words)
    async with connected(url):
        assert await all_rows() == before
    assert (status, output) == (1, "")
    return error


async def test_the_queue_is_empty_shown_decided_and_then_only_listed_with_all(database_url: str) -> None:
    assert await run("registration", "list") == (0, "nothing waits\n", "")
    async with connected(database_url):
        numbers = [await registered(), await registered()]
    _, listed, _ = await run("registration", "list")
    assert [line.split("  ")[:3] for line in listed.splitlines()] == [
        [str(number), "REGISTRATION", "SUBMITTED"] for number in numbers
    ]
    assert "MAIRIE D'ANCENIS: Jean D’Almeida, since 23/11/2026" in listed
    _, shown, _ = await run("registration", "show", str(numbers[0]))
    for words in ("1 place de la Mairie, 44150 ANCENIS", "MADAME Anne-Lise O'Neill, Maire", "+33241051938"):
        assert words in shown
    status, approved, note = await run("registration", "approve", str(numbers[0]), "--fund", "cnracl")
    assert (status, note) == (0, "the letter with the code is queued\n")
    assert "APPROVED" in approved
    await run("registration", "refuse", str(numbers[1]), "--reason", "Contrat clos.")
    assert [one["number"] for one in await printed("registration", "list")] == [numbers[0]]
    everything = await printed("registration", "list", "--all")
    assert [(one["state"], one["refusal"], one["decidedBy"]) for one in everything] == [
        ("APPROVED", None, "operator"),
        ("REFUSED", "Contrat clos.", "operator"),
    ]
    assert everything[0]["funds"] == ["CNRACL"]
    _, shown, _ = await run("registration", "show", str(numbers[1]))
    assert "decided by: operator" in shown
    assert "refused: Contrat clos." in shown
    _, shown, _ = await run("registration", "show", str(numbers[0]))
    assert "letters: 1, tries left: 5" in shown
    assert "contracts: CNRACL" in shown


async def test_what_cannot_be_decided_says_why_and_writes_nothing(database_url: str) -> None:
    async with connected(database_url):
        number = str(await registered())
    assert "funds: This field is required." in await refused(database_url, "registration", "approve", number)
    assert "reason: " in await refused(database_url, "registration", "refuse", number, "--reason", " ")
    for command in (("show", "999999"), ("approve", "999999"), ("refuse", "999999", "--reason", "Non.")):
        assert "No request has the number 999999" in await refused(database_url, "registration", *command)
    await run("registration", "refuse", number, "--reason", "Non.")
    assert "refused already (operator)" in await refused(
        database_url, "registration", "approve", number, "--fund", "CNRACL"
    )


async def test_a_request_that_came_by_letter_is_put_in_the_queue(database_url: str) -> None:
    async with connected(database_url):
        house = await a_house()
        contract_number = (await EmployerRow.get(id=house.employer_id)).contract_number
        await AccountRow.filter(id=house.jean.id).update(last_sign_in_at=NOW)
    words = ("succession", "request", contract_number.lower(), *PERSON, "--reason", "Parti en retraite.")
    status, line, _ = await run(*words)
    assert status == 0
    assert "SUCCESSION  SUBMITTED" in line
    assert line.endswith("warning: an administrator signed in lately\n")
    number = line.split("  ")[0]
    assert (await printed(*words))["others"] == [int(number)]
    _, shown, _ = await run("registration", "show", number)
    assert "legal representative: MADAME Anne Le Goff, Directrice générale" in shown
    assert f"warning: Jean Louty ({house.jean.identifier}) signed in on 23/11/2026" in shown
    assert "because: Parti en retraite." in shown
    assert (await printed("registration", "approve", number))["presentAdministrators"] == [
        house.jean.identifier
    ]


async def test_a_succession_at_a_closed_employer_is_refused_at_once_and_says_why(database_url: str) -> None:
    async with connected(database_url):
        house = await a_house()
        contract_number = (await EmployerRow.get(id=house.employer_id)).contract_number
        await EmployerRow.filter(id=house.employer_id).update(closed_on=NOW.date())
    words = ("succession", "request", contract_number, *PERSON, "--reason", "Parti en retraite.")
    status, line, error_output = await run(*words)
    assert "REFUSED" in line
    assert (status, "No employer is registered" in error_output) == (1, True)


async def test_an_approval_is_withdrawn_and_its_code_is_worth_nothing(database_url: str) -> None:
    async with connected(database_url):
        number = str((await approved()).id)
    status, line, note = await run("registration", "refuse", number, "--reason", "Trop vite.")
    assert (status, "REFUSED" in line) == (0, True)
    assert note.startswith("the approval is withdrawn, its code is worth nothing")
    assert "refused already" in await refused(database_url, "registration", "refuse", number, "--reason", "x")


async def test_several_requests_for_one_employer_are_listed_side_by_side_with_their_number(
    database_url: str,
) -> None:
    async with connected(database_url):
        request = a_registration_request()
        first, between, second = [await registered(one) for one in (request, None, request)]
    _, listed, _ = await run("registration", "list")
    lines = listed.splitlines()
    assert [line.split("  ")[0] for line in lines] == [str(first), str(second), str(between)]
    assert [line.endswith("warning: 2 requests for this employer") for line in lines] == [True, True, False]
    _, shown, _ = await run("registration", "show", str(first))
    assert f"other requests for this employer: no. {second}\n" in shown
    assert "e-mail address confirmed: no" in shown


async def test_a_recent_change_of_the_postal_address_is_a_warning(database_url: str) -> None:
    async with connected(database_url):
        house = await a_house()
        await edit_employer(
            house.employer_id, EmployerChanges(postal_address=("9 rue Neuve", "44000 NANTES")), NOW
        )
        number = str(await request_succession(await a_succession_request(house), NOW, POLICY))
    _, listed, _ = await run("registration", "list")
    assert "warning: the representative or the postal address was changed lately" in listed
    _, shown, _ = await run("registration", "show", number)
    assert "warning: postal address changed on 23/11/2026" in shown
    assert "  address: 9 rue Neuve, 44000 NANTES\n" in shown
    assert "-> 9 rue Neuve, 44000 NANTES" in shown
    (recent,) = (await printed("registration", "show", number))["recentChanges"]
    assert recent["actor"] == "operator"
    assert [change["field"] for change in recent["changes"]] == ["postalAddress"]


async def test_a_succession_of_an_unknown_employer_or_with_a_fault_is_refused(database_url: str) -> None:
    request = (*PERSON, "--reason", "Parti.")
    assert "No employer has" in await refused(database_url, "succession", "request", "VF999999", *request)
    async with connected(database_url):
        number = (await a_succession_request(await a_house())).employer
    assert "reason: " in await refused(database_url, "succession", "request", number, *PERSON, "--reason", "")


async def test_an_erased_request_is_still_listed_without_anything_personal(database_url: str) -> None:
    async with connected(database_url):
        number = str(await registered())
    await run("registration", "refuse", number, "--reason", "Non.")
    with time_machine.travel("2027-06-01", tick=False):
        assert (await run_sync(CliRunner().invoke, cli.app, ["purge"])).exit_code == 0
    _, shown, _ = await run("registration", "show", number)
    assert "(erased)" in shown
    assert "D’Almeida" not in shown
