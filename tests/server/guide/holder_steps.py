"""Steps 4 to 6 of the guide: from the e-mail to the last sign-in, over HTTP and SMTP."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from httpx2 import AsyncClient

from tests.client import Browser
from tests.processes.smtp import LetterBox, smtp_server
from tests.server.guide import operations as ask
from tests.server.guide.story import Story

PATIENCE = 120.0
"""Seconds after which an e-mail that has not arrived is missing."""
FIRST, SECOND, THIRD = "Corbeau-et-renard-1668", "Cigale&fourmi:1668", "Le rat des villes, 1668"


@dataclass(slots=True)
class Postman:
    """The mail server of the service, and its settings; waits for e-mails that it receives."""

    settings: dict[str, str]
    letter_box: LetterBox = field(default_factory=LetterBox)
    _came: asyncio.Event = field(default_factory=asyncio.Event)

    async def email(self, recipient: str, number: int) -> str:
        """The text of the nth e-mail to this address, from 1, once it has arrived."""
        async with asyncio.timeout(PATIENCE):
            while len(texts := self._texts(recipient)) < number:
                self._came.clear()
                await self._came.wait()
        return texts[number - 1]

    def _texts(self, recipient: str) -> list[str]:
        emails = [
            email for email in self.letter_box.emails if email["To"].addresses[0].addr_spec == recipient
        ]
        bodies = [email.get_body(("plain",)) for email in emails]
        return [str(body.get_content()) for body in bodies if body is not None]


@asynccontextmanager
async def a_postman() -> AsyncIterator[Postman]:
    letter_box = LetterBox()
    async with smtp_server(letter_box) as mail:
        settings = {
            "MAIL_URL": f"smtp://127.0.0.1:{mail.port}?starttls=optional",
            "DELIVERY_SECONDS": "0.05",
        }
        postman = Postman(settings, letter_box)
        letter_box.received = postman._came.set
        yield postman


async def she_follows_the_link_and_creates_her_password(story: Story, postman: Postman) -> None:
    text = await postman.email(story.created["email"], 1)
    assert "15 jours" in text
    assert story.created["identifier"] not in text  # C2
    link = _link_in(text)
    token = urlsplit(link).fragment
    stranger = await _stranger(story)
    await _opened_five_times(stranger, link, token)
    weak = {"token": token, "password": "Soleil"}
    refused = (await stranger.data(ask.CREATE_PASSWORD, {"input": weak}))["createPassword"]
    assert {error["code"] for error in refused["errors"]} == {"PASSWORD_TOO_WEAK"}
    assert await _state(stranger, token) == "USABLE"
    variables = {"token": token, "password": FIRST}
    created = (await stranger.data(ask.CREATE_PASSWORD, {"input": variables}))["createPassword"]
    assert (created["identifier"], created["errors"]) == (story.created["identifier"], [])
    assert await _state(stranger, token) == "USED"
    again = (await stranger.data(ask.CREATE_PASSWORD, {"input": variables}))["createPassword"]
    assert [error["code"] for error in again["errors"]] == ["LINK_UNUSABLE"]
    assert (await stranger.data(ask.VIEWER))["viewer"]["kind"] == "ANONYMOUS"


async def she_signs_in_and_changes_it(story: Story) -> None:
    she, elsewhere = await _signed_in(story, FIRST), await _signed_in(story, FIRST)
    wrong = {"currentPassword": SECOND, "newPassword": SECOND}
    refused = (await she.data(ask.CHANGE_PASSWORD, {"input": wrong}))["changePassword"]
    assert [error["code"] for error in refused["errors"]] == ["BAD_CREDENTIALS"]
    variables = {"currentPassword": FIRST, "newPassword": SECOND}
    assert (await she.data(ask.CHANGE_PASSWORD, {"input": variables}))["changePassword"]["errors"] == []
    assert (await she.data(ask.VIEWER))["viewer"]["kind"] == "ACCOUNT"
    assert (await elsewhere.data(ask.VIEWER))["viewer"]["kind"] == "ANONYMOUS"  # P4
    assert await _codes_of_sign_in(story, FIRST) == ["BAD_CREDENTIALS"]


async def she_forgets_it_and_signs_in_with_a_new_one(story: Story, postman: Postman) -> None:
    stranger, identifier = await _stranger(story), story.created["identifier"]
    for name in (identifier.lower(), "ZZZ999999"):  # P7: the same answer
        data = await stranger.data(ask.RESET, {"input": {"identifier": name}})
        assert data["requestPasswordReset"]["errors"] == []
    link = await _reset_link(story, postman)
    token = urlsplit(link).fragment
    await _opened_five_times(stranger, link, token)
    variables = {"token": token, "password": THIRD}
    created = (await stranger.data(ask.CREATE_PASSWORD, {"input": variables}))["createPassword"]
    assert (created["identifier"], created["errors"]) == (identifier, [])
    assert await _codes_of_sign_in(story, SECOND) == ["BAD_CREDENTIALS"]
    she = await _signed_in(story, THIRD)
    viewer = (await she.data(ask.VIEWER))["viewer"]
    assert (viewer["profile"], viewer["account"]["identifier"]) == ("USER", identifier)


async def _reset_link(story: Story, postman: Postman) -> str:
    """The link of the password reset, which is in one of the two e-mails after the invitation."""
    texts = [await postman.email(story.created["email"], number) for number in (2, 3)]
    (text,) = (text for text in texts if "/mot-de-passe#" in text)
    assert "60 minutes" in text  # P7
    return _link_in(text)


async def _opened_five_times(browser: Browser, link: str, token: str) -> None:
    """As mail scanners do (C3)."""
    page, statuses = urlsplit(link).path, set[int]()
    for _ in range(5):
        for method in ("GET", "HEAD"):
            statuses.add((await browser.client.request(method, page)).status_code)
        parameters = {"query": ask.LINK, "variables": f'{{"token": "{token}"}}'}
        content = (await browser.client.get("/graphql", params=parameters)).json()
        assert content["data"]["passwordLink"]["state"] == "USABLE"
    assert statuses == {200}


async def _state(browser: Browser, token: str) -> str:
    return str((await browser.data(ask.LINK, {"token": token}))["passwordLink"]["state"])


async def _signed_in(story: Story, password: str) -> Browser:
    browser = await _stranger(story)
    assert await _codes_of_sign_in(story, password, browser) == []
    return browser


async def _codes_of_sign_in(story: Story, password: str, browser: Browser | None = None) -> list[str]:
    browser = browser or await _stranger(story)
    variables = {"identifier": story.created["identifier"], "password": password}
    return [error["code"] for error in (await browser.data(ask.SIGN_IN, variables))["signIn"]["errors"]]


async def _stranger(story: Story) -> Browser:
    client = AsyncClient(base_url=story.url, timeout=PATIENCE)
    return Browser(await story.stack.enter_async_context(client))


def _link_in(text: str) -> str:
    (link,) = re.findall(r"http://\S+/mot-de-passe#[0-9a-f]{64}", text)
    return str(link)
