"""Lists exported as CSV files: their content, who may export them, and how spreadsheets read them."""

import csv
import json
import re
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from httpx2 import Response

from models.rules.accounts.expiry import expiry_date
from models.rules.vocabulary import Language
from schema.ids import Kind, encode_id
from server.exports.pages import PAGE
from server.exports.words import words_in
from tests.client import Browser, Service
from tests.factories import TODAY, House, a_house, an_account, an_employer
from tests.resolvers.invited_holders import wrong

GLOSSARY = Path(__file__).parents[3] / "admin_ui" / "src" / "i18n" / "glossary.ts"


@pytest.fixture
async def house(database: None) -> House:  # noqa: ARG001
    return await a_house()


async def download(
    browser: Browser, name: str, employer_id: int, langue: str = "fr", **more: Any
) -> Response:
    variables = {"employerId": encode_id(Kind.EMPLOYER, employer_id), **more}
    parameters = {"variables": json.dumps(variables), "langue": langue}
    return await browser.client.get(f"/exports/{name}.csv", params=parameters)


def rows(response: Response) -> list[dict[str, str]]:
    assert response.status_code == 200, response.text
    assert response.text.startswith("\ufeff")
    return list(csv.DictReader(StringIO(response.text[1:]), delimiter=";"))


async def test_a_list_is_exported_as_it_is_shown(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    response = await download(jean, "comptes", house.employer_id, search={"text": house.paul.last_name})
    (row,) = rows(response)
    assert row["Nom"] == house.paul.last_name
    assert row["Identifiant"] == house.paul.identifier
    assert row["Téléphone"].replace(" ", "") == "0241051938"
    assert row["Profil"] == "Utilisateur"
    assert row["Statut"] == "Actif"
    assert re.fullmatch(r"\d{2}/\d{2}/\d{4}", row["Expiration du compte"])
    assert response.headers["content-type"] == "text/csv; charset=utf-8"
    assert re.fullmatch(
        r'attachment; filename="comptes-VF\d+-2026-11-23.csv"', response.headers["content-disposition"]
    )
    assert response.headers["cache-control"] == "no-store"


async def test_in_english_days_are_those_of_iso(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    (row,) = rows(
        await download(jean, "comptes", house.employer_id, "en", search={"text": house.paul.last_name})
    )
    assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", row["Account expiry"])
    assert row["Status"] == "Active"


async def test_a_long_list_is_exported_completely_each_account_once(service: Service, house: House) -> None:
    for number in range(PAGE + 3):
        await an_account(house.employer_id, f"Nom {number}")
    jean = await service.browser(house.jean)
    order = {"field": "LAST_NAME", "direction": "DESC"}
    identifiers = [
        row["Identifiant"] for row in rows(await download(jean, "comptes", house.employer_id, orderBy=order))
    ]
    assert len(identifiers) == len(set(identifiers)) == PAGE + 6


async def test_the_history_is_exported_in_words(service: Service, house: House) -> None:
    jean = await service.browser(house.jean)
    paul = encode_id(Kind.ACCOUNT, house.paul.id)
    modify = """mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { code } } }"""
    services = "query ($id: ID!) { employer(id: $id) { services { code label } } }"
    employer = encode_id(Kind.EMPLOYER, house.employer_id)
    offered = (await jean.data(services, {"id": employer}))["employer"]["services"][0]
    rights = [{"service": offered["code"], "level": "READ"}]
    modification = {"id": paul, "version": 1, "department": "RH", "rights": rights}
    assert await jean.data(modify, {"input": modification}) == {"modifyAccount": {"errors": []}}
    history = rows(
        await download(jean, "historique", house.employer_id, filter={"text": house.paul.last_name})
    )
    changes = " / ".join(row["Changements"] for row in history)
    assert f"{offered['label']} : Aucun → Lecture seule" in changes
    assert "Service : Service paye → RH" in changes
    assert {row["Identifiant"] for row in history} == {house.paul.identifier}
    assert {row["Date et heure"] for row in history} == {"23/11/2026 10:00"}


async def test_days_moments_and_phones_of_the_history_are_french_in_a_french_file(
    service: Service, house: House
) -> None:
    jean = await service.browser(house.jean)
    paul = encode_id(Kind.ACCOUNT, house.paul.id)
    renew = "mutation ($ids: [ID!]) { renewAccounts(input: {ids: $ids}) { done } }"
    assert await jean.data(renew, {"ids": [paul]}) == {"renewAccounts": {"done": 1}}
    modify = "mutation ($input: ModifyAccountInput!) { modifyAccount(input: $input) { errors { code } } }"
    change = {"id": paul, "version": 2, "phone": "0241051939", "department": "READ"}
    assert await jean.data(modify, {"input": change}) == {"modifyAccount": {"errors": []}}
    await wrong(house.paul.identifier, 5)
    expiry = house.paul.expires_on
    for langue, day, moment in (
        ("fr", "%d/%m/%Y", "23/11/2026 10:15"),
        ("en", "%Y-%m-%d", "2026-11-23 10:15"),
    ):
        answer = await download(jean, "historique", house.employer_id, langue)
        changes = {text for row in rows(answer) for text in list(row.values())[5].split("\n")}
        words = words_in(Language(langue))
        assert f"{words['expiresOn']} : {expiry:{day}} → {expiry_date(TODAY, 18):{day}}" in changes
        assert f"{words['phone']} : 02 41 05 19 38 → 02 41 05 19 39" in changes
        assert f"{words['department']} : Service paye → READ" in changes
        assert f"{words['lockedUntil']} : – → {moment}" in changes
        iso = re.compile(r"\d{4}-\d{2}-\d{2}")
        assert (iso.search(answer.text) is None) is (langue == "fr")


@pytest.mark.parametrize("name", ["comptes", "historique"])
async def test_a_list_is_not_exported_to_callers_who_may_not_see_it(
    service: Service, house: House, name: str
) -> None:
    elsewhere = await an_employer("MAIRIE DE VANNES")
    stranger, user = await service.stranger(), await service.browser(house.paul)
    administrator = await service.browser(house.jean)
    assert (await download(stranger, name, house.employer_id)).status_code == 401
    assert (await download(user, name, house.employer_id)).status_code == 403
    refused = await download(administrator, name, elsewhere)
    unknown = await download(administrator, name, 2**40)
    assert (refused.status_code, refused.text) == (unknown.status_code, unknown.text)
    assert refused.status_code == 404


@pytest.mark.parametrize(
    "variables",
    [
        "",
        "5",
        "[]",
        "{",
        "[" * 2_000,
        '{"employerId": 5}',
        '{"employerId": "x"}',
        "{}",
        '{"employerId": "x", "filters": {}}',
        '{"employerId": "x", "after": "y"}',
    ],
)
async def test_invalid_variables_are_refused_before_anything_is_sent(
    service: Service, house: House, variables: str
) -> None:
    jean = await service.browser(house.jean)
    response = await jean.client.get("/exports/comptes.csv", params={"variables": variables})
    assert response.status_code == 400
    assert response.json()["errors"][0]["message"]


@pytest.mark.parametrize("language", Language)
def test_the_words_are_those_of_the_panel(language: Language) -> None:
    glossary = GLOSSARY.read_text(encoding="utf-8")
    own = {"operation", "system", "operator", "at", "holder", "by", "changes", "hash"}
    for name, word in words_in(language).items():
        assert name in own or f'{name}: "{word}"' in glossary, name
