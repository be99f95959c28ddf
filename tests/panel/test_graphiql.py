"""GraphiQL, hosted by us: for the signed in, with examples that run, and nothing from elsewhere."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.panel.panel import Panel, opened
from tests.panel.patience import soon
from tests.server.comptoir_process import Serving, comptoir

STORAGE = "JSON.stringify([{...sessionStorage}, {...localStorage}])"
LIGHTNESS = "it => Number(/[0-9]+/.exec(getComputedStyle(it).backgroundColor)[0])"


def begins(page: Page) -> None:
    """Its editors have come: a tab that is chosen before would be emptied by them."""
    expect(page.get_by_role("tab")).to_have_count(8)
    expect(page.get_by_role("region", name="Variables")).to_contain_text("token")


def runs(page: Page, example: str, answer: str) -> None:
    """An example, as it is in its tab; some of what comes back."""
    page.get_by_role("tab", name=example).click()
    expect(page.get_by_role("region", name="Operation Editor")).to_contain_text(example)
    page.get_by_role("button", name="Execute query").click()
    expect(page.get_by_label("Result Window")).to_contain_text(answer)


def types_key(page: Page, key: str) -> None:
    page.get_by_role("button", name="Headers").click()
    page.get_by_role("region", name="Headers").get_by_text('"Bearer cptk_"').click()
    for pressed in ("End", "ArrowLeft"):  # what is there ends before the quotation mark
        page.keyboard.press(pressed)
    page.keyboard.insert_text(key.removeprefix("cptk_"))


def test_a_stranger_signs_in_first_and_its_examples_run(panel: Panel) -> None:
    panel.open("/graphiql")
    panel.heading("Se connecter")
    panel.fill_sign_in()
    expect(panel.page).to_have_url(f"{panel.url}/graphiql")
    begins(panel.page)
    runs(panel.page, "Anyone", '"kind": "ACCOUNT"')
    runs(panel.page, "OwnAccount", '"identifier": "JLO000439"')
    runs(panel.page, "Accounts", '"identifier": "FLO000394"')
    runs(panel.page, "RenewDryRun", '"done": 6')
    runs(panel.page, "CreateAccount", '"state": "QUEUED"')
    runs(panel.page, "History", '"actor": "Jean Louty (JLO000439)"')


def test_a_user_learns_there_what_they_may_and_the_schema_is_told(panel: Panel) -> None:
    panel.start_session("CDU000630")
    panel.open("/graphiql")
    begins(panel.page)
    runs(panel.page, "OwnAccount", '"identifier": "CDU000630"')
    panel.page.get_by_role("button", name="Show Documentation Explorer").click()
    expect(panel.page.get_by_role("link", name="AdministratorContact")).to_be_visible()


def test_a_partner_asks_there_with_its_key_which_is_not_kept(panel: Panel, desk_database: str) -> None:
    key = comptoir(desk_database, "partner", "create", "Ircantec", "--employer", "VF201").stdout.strip()
    panel.start_session("CDU000630")
    panel.open("/graphiql")
    begins(panel.page)
    runs(panel.page, "PartnerStatuses", "This key or token is not good")
    panel.expect_faults("401")
    types_key(panel.page, key)
    panel.page.get_by_role("button", name="Execute query").click()
    expect(panel.page.get_by_label("Result Window")).to_contain_text('"name": "Ircantec"')
    runs(panel.page, "OwnAccount", '"identifier": "CDU000630"')
    runs(panel.page, "PartnerStatuses", '"name": "Ircantec"')
    expect(panel.page.get_by_label("Result Window")).to_contain_text('"status": "EXPIRED"')
    soon(panel.page, lambda: "PartnerStatuses" in panel.page.evaluate(STORAGE))
    assert key not in panel.page.evaluate(STORAGE)


def test_a_partner_follows_there_what_changes_until_it_has_enough(panel: Panel, desk_database: str) -> None:
    key = comptoir(desk_database, "partner", "create", "Cnracl", "--employer", "VF201").stdout.strip()
    panel.start_session("JLO000439")
    panel.open("/graphiql")
    begins(panel.page)
    runs(panel.page, "PartnerFeed", "This key or token is not good")
    panel.expect_faults("401")
    types_key(panel.page, key)
    with panel.page.expect_response("**/graphql") as followed:
        panel.page.get_by_role("button", name="Execute query").click()
    assert followed.value.headers["content-type"].startswith("text/event-stream")
    panel.page.evaluate(
        """async () => {
            const ask = (query) => fetch("/graphql", {method: "POST", body: JSON.stringify({query}),
                headers: {"content-type": "application/json"}}).then((answer) => answer.json());
            const {data} = await ask('{account(identifier: "CAM000628") {id}}');
            await ask(`mutation {deleteAccounts(input: {ids: ["${data.account.id}"]}) {done}}`);
        }"""
    )
    result = panel.page.get_by_label("Result Window")
    expect(result).to_contain_text('"identifier": "CAM000628"')
    expect(result).to_contain_text('"after": "DELETED"')
    panel.page.get_by_role("button", name="Stop query").click()
    expect(panel.page.get_by_role("button", name="Execute query")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_follows_the_theme_and_the_language(browser: Browser, desk: Serving, scheme: str) -> None:
    with opened(browser, desk.url, locale="en-GB", color_scheme=scheme) as panel:
        panel.start_session()
        panel.open("/graphiql")
        expect(panel.page.get_by_text("# For anyone, signed in or not:")).to_be_visible()
        container = panel.page.locator(".graphiql-container")
        soon(panel.page, lambda: (container.evaluate(LIGHTNESS) > 128) == (scheme == "light"))
