"""Steps of the guide in which the administrator creates, modifies, renews and deletes accounts."""

import json
import re
from typing import Any

from models.database import query
from tests.server.guide import operations as ask
from tests.server.guide.story import Story


async def he_creates_an_account_with_rights(story: Story) -> None:
    details = {
        "employerId": story.employer,
        "civility": "MADAME",
        "lastName": "Le Goff",
        "firstName": "Maëlle",
        "email": "maelle.legoff@chu-nantes.example",
        "phone": "02 41 05 19 39",
        "department": "Service paye",
        "rights": [{"service": "CNRACL-01", "level": "WRITE"}, {"service": "COM-01", "level": "READ"}],
        "idempotencyKey": "the click of a button",
    }
    payload = (await story.jean.data(ask.CREATE, {"input": details}))["createAccount"]
    assert payload["errors"] == []
    story.created = payload["account"]
    assert re.fullmatch("MLE[23456789ACDEFGHJKMNPQRTVWXY]{6}", story.created["identifier"])
    assert (story.created["status"], story.created["invitation"]["state"]) == ("PENDING", "QUEUED")
    assert story.created["phone"] == "+33241051939"
    granted = {right["service"]["code"]: right["level"] for right in story.created["rights"]}
    assert (granted["CNRACL-01"], granted["COM-01"], granted["RAFP-01"]) == ("WRITE", "READ", "NONE")
    assert len(granted) == 20

    repeated = (await story.jean.data(ask.CREATE, {"input": details}))["createAccount"]
    assert repeated["account"]["identifier"] == story.created["identifier"]
    outgoing = await queued_for(story)
    assert [(row["channel"], row["kind"]) for row in outgoing] == [
        ("EMAIL", "INVITATION"),
        ("LETTER", "CREATION_LETTER"),
    ]
    assert outgoing[0]["recipient"] == details["email"]
    assert story.created["identifier"] not in json.dumps(outgoing, default=str)  # C2


async def queued_for(story: Story) -> list[dict[str, Any]]:
    return await query(
        "SELECT channel, kind, recipient, facts FROM outgoing WHERE account_id = "
        f"(SELECT id FROM account WHERE identifier = '{story.created['identifier']}') ORDER BY id",
        [],
    )


async def he_modifies_details_and_rights_together(story: Story) -> None:
    rights = [{"service": "CNRACL-01", "level": "NONE"}, {"service": "RAFP-01", "level": "READ"}]
    payload = await story.modify(story.jean, department="RH", rights=rights)
    assert payload["errors"] == []
    assert (story.created["department"], story.created["version"]) == ("RH", 2)
    refused = await story.modify(story.jean, email="nobody", rights=[{"service": "X", "level": "READ"}])
    assert [error["field"] for error in refused["errors"]] == [["email"], ["rights", "0", "service"]]


async def he_promotes_it_and_a_letter_goes_out(story: Story) -> None:
    refused = await story.modify(story.jean, profile="ADMINISTRATOR")
    assert [(e["code"], e["field"]) for e in refused["errors"]] == [("REQUIRED", ["professionalAddress"])]
    address = ["CHRU de Nantes", "5 allée de l'Île-Gloriette", "44035 Nantes Cedex 1"]
    payload = await story.modify(story.jean, profile="ADMINISTRATOR", professionalAddress=address)
    assert payload["account"]["profile"] == "ADMINISTRATOR"
    assert [row["kind"] for row in await queued_for(story)] == [
        "INVITATION",
        "CREATION_LETTER",
        "PASSWORD_CHANGED",
        "PASSWORD_RESET",
        "PASSWORD_CHANGED",
        "PROMOTION_LETTER",
    ]
    back = await story.modify(story.jean, profile="USER")
    assert [error["code"] for error in back["errors"]] == ["DEMOTION_FORBIDDEN"]


async def sara_dupont_who_read_it_before_sees_what_he_did(story: Story) -> None:
    sara = await story.browser("SDU000601")
    payload = await story.modify(sara, version=2, department="Direction")
    assert [error["code"] for error in payload["errors"]] == ["CONFLICT"]
    assert (payload["account"]["profile"], payload["account"]["version"]) == ("ADMINISTRATOR", 3)
    changes = {c["field"]: c["after"] for entry in payload["conflictingChanges"] for c in entry["changes"]}
    assert changes["profile"] == "ADMINISTRATOR"
    assert {entry["actor"] for entry in payload["conflictingChanges"]} == {"Jean Louty (JLO000439)"}


async def fernand_is_renewed_before_he_is_modified(story: Story) -> None:
    (fernand,) = (await story.listed(search={"text": "FLO000394"}))["nodes"]
    assert fernand["status"] == "EXPIRED"
    modification = {"id": fernand["id"], "version": fernand["version"], "department": "RH"}
    refused = (await story.jean.data(ask.MODIFY, {"input": modification}))["modifyAccount"]
    assert [error["code"] for error in refused["errors"]] == ["ACCOUNT_EXPIRED"]
    renewed = await story.bulk("renewAccounts", ids=[fernand["id"]])
    assert (renewed["done"], renewed["results"][0]["account"]["status"]) == (1, "ACTIVE")
    modification["version"] = renewed["results"][0]["account"]["version"]
    modified = (await story.jean.data(ask.MODIFY, {"input": modification}))["modifyAccount"]
    assert (modified["errors"], modified["account"]["department"]) == ([], "RH")


async def he_renews_all_that_match(story: Story) -> None:
    wanted = {"profiles": ["USER"], "statuses": ["PENDING", "ACTIVE", "EXPIRED"]}
    matching = {"employerId": story.employer, "filter": wanted}
    count = (await story.listed(filter=wanted))["totalCount"]
    before = await story.history(operations=["ACCOUNT_RENEWED"])
    foreseen = await story.bulk("renewAccounts", matching=matching, dryRun=True)
    assert foreseen["done"] + foreseen["refused"] == len(foreseen["results"]) == count
    assert await story.history(operations=["ACCOUNT_RENEWED"]) == before
    done = await story.bulk("renewAccounts", matching=matching)
    assert (done["done"], done["refused"]) == (foreseen["done"], foreseen["refused"])
    assert {e["code"] for result in done["results"] for e in result["errors"]} <= {"ACCOUNT_PENDING"}
    after = await story.listed(filter={"profiles": ["USER"], "statuses": ["EXPIRED"]})
    assert after["totalCount"] == 0

    entries = await count_renewals(story)
    assert entries == len(before) + done["done"] - 1  # Fernand was renewed today already (R1)
    await story.bulk("renewAccounts", matching=matching)
    assert await count_renewals(story) == entries


async def count_renewals(story: Story) -> int:
    variables = {"id": story.employer, "filter": {"operations": ["ACCOUNT_RENEWED"]}}
    data = await story.jean.data(ask.HISTORY, variables)
    return int(data["employer"]["history"]["totalCount"])


async def he_deletes_and_restores(story: Story) -> None:
    christophe = (await story.listed(search={"text": "CDU000630"}))["nodes"][0]
    his = await story.browser("CDU000630")
    deleted = await story.bulk("deleteAccounts", ids=[christophe["id"], story.created["id"]])
    assert (deleted["done"], deleted["refused"]) == (2, 0)
    assert (await his.data(ask.VIEWER))["viewer"]["kind"] == "ANONYMOUS"
    assert (await story.listed(search={"text": "CDU000630"}))["totalCount"] == 0
    (deleted_account,) = (await story.listed(search={"text": "CDU000630"}, filter={"statuses": ["DELETED"]}))[
        "nodes"
    ]
    assert deleted_account["id"] == christophe["id"]

    own = (await story.jean.data(ask.VIEWER))["viewer"]["account"]["id"]
    refused = await story.bulk("deleteAccounts", ids=[own])
    assert [e["code"] for e in refused["results"][0]["errors"]] == ["SELF_FORBIDDEN"]

    restored = await story.bulk("restoreAccounts", ids=[christophe["id"]])
    account = restored["results"][0]["account"]
    assert (account["identifier"], account["status"]) == ("CDU000630", "ACTIVE")
    assert (await (await story.browser("CDU000630")).data(ask.VIEWER))["viewer"]["profile"] == "USER"
