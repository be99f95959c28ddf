"""A person at the panel: what they open, press and read, by role and label."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

from tests.panel.axe import axe_findings
from tests.panel.patience import DEADLINE_MS, NEXT_TASK, slow_down, soon

JEAN, PASSWORD = "JLO000439", "Comptoir#2026"
"""The guide's administrator; every account of the demo has this password."""

SIGN_IN = """mutation ($who: SignInInput!) {
    signIn(input: $who) { viewer { employers { id } } errors { message } } }"""


@dataclass
class Panel:
    """One window. What the browser complains of, and every request to elsewhere, is kept in `faults`."""

    url: str
    page: Page
    faults: list[str] = field(default_factory=list)
    under_way: set[Request] = field(default_factory=set)

    def open(self, address: str) -> None:
        self.under_way.clear()
        self.page.goto(self.url + address)

    def sign_in(self, identifier: str = JEAN, password: str = PASSWORD, address: str = "/") -> None:
        """Then to this address. The cookie comes without the screen, which is the subject of few tests."""
        self.start_session(identifier, password)
        self.open(address)
        expect(self.page.get_by_role("button", name=re.compile("^Menu (de|of) "))).to_be_visible()

    def start_session(self, identifier: str = JEAN, password: str = PASSWORD) -> None:
        """The window has the cookie of a new session; what it shows does not change."""
        who = {"identifier": identifier, "password": password}
        answer = self.page.context.request.post(
            f"{self.url}/graphql", data={"query": SIGN_IN, "variables": {"who": who}}
        )
        assert answer.json()["data"]["signIn"]["errors"] == [], answer.text()

    def fill_sign_in(self, identifier: str = JEAN, password: str = PASSWORD) -> None:
        """On the sign-in screen, in French or in English, up to the last key."""
        self.heading(re.compile("^(Se connecter|Sign in)$"))
        self.page.get_by_label(re.compile("^Identifi(ant|er)")).fill(identifier)
        self.page.get_by_label(re.compile("^(Mot de passe|Password)")).fill(password)
        self.page.keyboard.press("Enter")

    def heading(self, name: str | re.Pattern[str]) -> None:
        """The title of the screen is this."""
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()

    def expect_no_scrolling_sideways(self) -> None:
        """Nothing reaches beyond the window's right edge."""
        assert self.page.viewport_size
        width = self.page.viewport_size["width"]
        soon(self.page, lambda: self.page.evaluate("document.scrollingElement.scrollWidth") == width)

    def at_rest(self) -> None:
        """No request is under way, and the page has shown the answers."""
        soon(self.page, lambda: not self.under_way)
        self.page.evaluate(NEXT_TASK)

    def expect_faults(self, *words: str) -> None:
        """The browser complains in each of these words, as it should."""
        for word in words:
            soon(self.page, lambda: any(word in fault for fault in self.faults))  # noqa: B023  called at once
        self.faults[:] = [fault for fault in self.faults if not any(word in fault for word in words)]

    def assert_accessible(self, *, within: str | None = None) -> None:
        """No violation of axe-core's rules, and nothing that it could not decide."""
        with self._shown_whole():
            findings = axe_findings(self.page, within)
        assert not findings, "\n".join(findings)

    @contextmanager
    def _shown_whole(self) -> Iterator[None]:
        """In a window as high as the page: nothing that stays in sight stands over anything."""
        usual = self.page.viewport_size
        assert usual
        height = self.page.evaluate("document.scrollingElement.scrollHeight")
        self.resize(usual["width"], max(height, usual["height"]))
        yield
        self.resize(usual["width"], usual["height"])

    def resize(self, width: int, height: int) -> None:
        self.page.set_viewport_size({"width": width, "height": height})
        soon(self.page, lambda: self.page.evaluate("[innerWidth, innerHeight]") == [width, height])


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Panel]:
    """A window with cookies of its own; options are Playwright's (viewport, locale, color_scheme, …)."""
    wanted = {"locale": "fr-FR", "viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
    context: BrowserContext = browser.new_context(**wanted | options)
    context.set_default_timeout(DEADLINE_MS)
    context.on("page", slow_down)
    panel = Panel(url, context.new_page())

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            panel.faults.append(message.text)

    def asked(request: Request) -> None:
        panel.under_way.add(request)
        if not request.url.startswith((url, "blob:")):
            panel.faults.append(f"request to {request.url}")

    def ended(request: Request) -> None:
        panel.under_way.discard(request)

    panel.page.on("console", heard)
    panel.page.on("pageerror", lambda error: panel.faults.append(str(error)))
    panel.page.on("request", asked)
    panel.page.on("requestfinished", ended)
    panel.page.on("requestfailed", ended)
    try:
        yield panel
        assert not panel.faults, "\n".join(panel.faults)
    finally:
        context.close()
