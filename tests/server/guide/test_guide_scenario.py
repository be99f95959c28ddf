"""The story of the administrator's guide, from an empty database, over real sockets."""

from contextlib import AsyncExitStack
from pathlib import Path

from httpx2 import AsyncClient

from models.database import connected, query
from tests.client import Browser
from tests.server.guide import operations as ask
from tests.server.guide.administrator_steps import (
    fernand_is_renewed_before_he_is_modified,
    he_creates_an_account_with_rights,
    he_deletes_and_restores,
    he_modifies_details_and_rights_together,
    he_promotes_it_and_a_letter_goes_out,
    he_renews_all_that_match,
    sara_dupont_who_read_it_before_sees_what_he_did,
)
from tests.server.guide.holder_steps import (
    a_postman,
    she_follows_the_link_and_creates_her_password,
    she_forgets_it_and_signs_in_with_a_new_one,
    she_signs_in_and_changes_it,
)
from tests.server.guide.story import Story, the_demo_served


async def test_the_story_of_the_guide(server_url: str | None, tmp_path: Path) -> None:
    async with (
        a_postman() as postman,
        the_demo_served(server_url, tmp_path, **postman.settings) as (url, database_url),
        connected(database_url),
        AsyncExitStack() as stack,
    ):
        stranger = Browser(await stack.enter_async_context(AsyncClient(base_url=url, timeout=120)))
        story = Story(url, stack, stranger)
        await jean_louty_signs_in(story)
        await he_finds_his_way_in_the_list(story)
        await he_creates_an_account_with_rights(story)
        await she_follows_the_link_and_creates_her_password(story, postman)
        await she_signs_in_and_changes_it(story)
        await she_forgets_it_and_signs_in_with_a_new_one(story, postman)
        await he_modifies_details_and_rights_together(story)
        await he_promotes_it_and_a_letter_goes_out(story)
        await sara_dupont_who_read_it_before_sees_what_he_did(story)
        await fernand_is_renewed_before_he_is_modified(story)
        await he_renews_all_that_match(story)
        await he_deletes_and_restores(story)
        await he_reads_the_history(story)
        await an_administrator_of_elsewhere_sees_nothing_of_it(story)
        await he_signs_out(story)


async def jean_louty_signs_in(story: Story) -> None:
    wrong = {"identifier": "JLO000439", "password": "Comptoir#2025"}
    payload = (await story.jean.data(ask.SIGN_IN, wrong))["signIn"]
    assert [error["code"] for error in payload["errors"]] == ["BAD_CREDENTIALS"]
    story.jean = await story.browser("jlo000439")
    viewer = (await story.jean.data(ask.VIEWER))["viewer"]
    assert viewer["account"]["identifier"] == "JLO000439"
    (employer,) = viewer["employers"]
    assert (employer["name"], employer["contractNumber"]) == ("CHRU DE NANTES", "VF201")
    assert viewer["profile"] == "ADMINISTRATOR"
    story.employer = employer["id"]


async def he_finds_his_way_in_the_list(story: Story) -> None:
    accounts = await story.listed(search={"text": "CHRISTOPHE  dûrant"})
    assert [account["identifier"] for account in accounts["nodes"]] == ["CDU000630"]
    accounts = await story.listed(search={"text": "louty", "in": "LAST_NAME"})
    assert {account["firstName"] for account in accounts["nodes"]} >= {"Jean", "Fernand"}
    assert (await story.listed(search={"text": "louty", "in": "DEPARTMENT"}))["totalCount"] == 0

    by_expiry = {"field": "EXPIRES_ON", "direction": "DESC"}
    first = await story.listed(first=10, orderBy=by_expiry)
    second = await story.listed(first=10, after=first["pageInfo"]["endCursor"], orderBy=by_expiry)
    days = [account["expiresOn"] for page in (first, second) for account in page["nodes"]]
    assert len(days) == 20
    assert days == sorted(days, reverse=True)
    assert first["totalCount"] == sum(group["count"] for group in first["byProfile"]) > 20
    assert {group["key"] for group in first["byStatus"]} == {"PENDING", "ACTIVE", "EXPIRED"}


async def he_reads_the_history(story: Story) -> None:
    entries = await story.history(text=story.created["identifier"])
    assert [entry["operation"] for entry in entries] == [
        "ACCOUNT_DELETED",
        "PROFILE_PROMOTED",
        "DETAILS_MODIFIED",
        "RIGHTS_MODIFIED",
        "DETAILS_MODIFIED",
        "PASSWORD_CREATED",
        "PASSWORD_RESET_REQUESTED",
        "PASSWORD_CREATED",
        "PASSWORD_CREATED",
        "ACCOUNT_CREATED",
    ]
    rights = {c["field"]: (c["before"], c["after"]) for c in entries[3]["changes"]}
    assert rights == {"rights.CNRACL-01": ("WRITE", "NONE"), "rights.RAFP-01": ("NONE", "READ")}
    assert entries[4]["changes"] == [{"field": "department", "before": "Service paye", "after": "RH"}]
    her, his = f"Maëlle Le Goff ({story.created['identifier']})", "Jean Louty (JLO000439)"
    assert [entry["actor"] for entry in entries] == [*[his] * 5, her, "system", her, her, his]


async def an_administrator_of_elsewhere_sees_nothing_of_it(story: Story) -> None:
    (row,) = await query(
        "SELECT min(identifier) AS identifier FROM account JOIN credential ON account_id = account.id "
        "WHERE employer_id <> (SELECT employer_id FROM account WHERE identifier = 'JLO000439')",
        [],
    )
    other = await story.browser(row["identifier"])
    for node_id in (story.employer, story.created["id"]):
        assert (await other.data(ask.NODE, {"id": node_id}))["node"] is None
    viewer = (await other.data(ask.VIEWER))["viewer"]
    (own,) = viewer["employers"]
    assert own["id"] != story.employer
    history = await other.data(ask.HISTORY, {"id": own["id"], "filter": {"text": "Louty"}})
    assert history["employer"]["history"]["totalCount"] == 0
    payload = (await other.data(ask.BULK % "deleteAccounts", {"input": {"ids": [story.created["id"]]}}))[
        "did"
    ]
    assert [e["code"] for e in payload["results"][0]["errors"]] == ["NOT_FOUND"]


async def he_signs_out(story: Story) -> None:
    await story.jean.data("mutation { signOut { errors { code } } }")
    assert (await story.jean.data(ask.VIEWER))["viewer"]["kind"] == "ANONYMOUS"
    content = await story.jean.ask(ask.HISTORY, {"id": story.employer})
    assert [error["extensions"]["code"] for error in content["errors"]] == ["NOT_SIGNED_IN"]
