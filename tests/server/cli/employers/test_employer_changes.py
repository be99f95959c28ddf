"""comptoir employer edit and close: the operator corrects an employer, and closes it."""

import json

from models.database import connected
from models.tables.accounts import AccountRow
from models.tables.employers import EmployerRow
from server.demo.employers import siret
from tests.server.cli.employers.test_employer import OPTIONS, PERSON, own_database, refused, run

__all__ = ["own_database"]  # a fixture that every test uses


async def test_an_employer_is_corrected_and_what_no_option_names_stays() -> None:
    await run("employer", "create", *OPTIONS)
    corrections = (
        *("--name", "CCAS DE VARADES", "--siret", siret("26500009"), "--contract-number", "VF309"),
        *("--postal-address", "2 rue Basse", "--postal-address", "44150 ANCENIS"),
        *("--representative-last-name", "Brun", "--fund", "CNRACL", "--fund", "RAFP"),
    )
    status, printed, _ = await run("employer", "edit", "VF301", *corrections, "--json")
    assert status == 0
    assert json.loads(printed) == {
        "name": "CCAS DE VARADES",
        "siret": siret("26500009"),
        "contractNumber": "VF309",
        "postalAddress": ["2 rue Basse", "44150 ANCENIS"],
        "representative": {"civility": "MADAME", "lastName": "Brun", "firstName": "Anne", "title": None},
        "funds": ["CNRACL", "RAFP"],
        "closedOn": None,
    }
    _, printed, _ = await run("employer", "edit", "VF309", "--representative-title", "Présidente")
    assert "legal representative: MADAME Anne Brun, Présidente" in printed


async def test_a_wrong_correction_is_refused_under_its_field(database_url: str) -> None:
    await run("employer", "create", *OPTIONS)
    assert "siret: " in await refused(database_url, "employer", "edit", "VF301", "--siret", "123")
    assert "VF9" in await refused(database_url, "employer", "edit", "VF9", "--name", "CCAS")
    status, printed, message = await run("employer", "edit", "VF301")
    assert (status, printed) == (2, "")
    assert "--help" in message


async def test_closing_asks_first_and_then_says_what_ended(database_url: str) -> None:
    await run("employer", "create", *OPTIONS)
    await run("administrator", "invite", "VF301", *PERSON)
    status, _, question = await run("employer", "close", "VF301")  # without an answer
    assert status == 1
    assert "CCAS D'ANCENIS" in question
    async with connected(database_url):
        assert await EmployerRow.filter(closed_on=None).count() == 1

    status, printed, _ = await run("employer", "close", "VF301", "--yes")
    assert (status, printed) == (0, "closed CCAS D'ANCENIS: 1 account deleted, 0 mandates ended\n")
    async with connected(database_url):
        closed_on = (await EmployerRow.get(contract_number="VF301")).closed_on
        assert not await AccountRow.filter(deleted_at=None).exists()
    _, shown, _ = await run("employer", "show", "VF301")
    assert shown.splitlines()[1] == f"  closed on {closed_on}"
    _, listed, _ = await run("employer", "list")
    assert listed.endswith(f"who can sign in, closed on {closed_on}\n")
    _, listed, _ = await run("employer", "list", "--json")
    assert json.loads(listed)[0]["closedOn"] == str(closed_on)

    assert "closed already" in await refused(database_url, "employer", "close", "VF301", "--yes")
    assert "was closed" in await refused(database_url, "administrator", "invite", "VF301", *PERSON)
    assert "was closed" in await refused(database_url, "employer", "edit", "VF301", "--name", "CCAS")
