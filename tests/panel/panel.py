"""A person at the panel: what they open, press and read, by role and label."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Request, expect

DEADLINE_MS = 10_000
AXE = Path(__file__).parents[2] / "admin_ui" / "node_modules" / "axe-core" / "axe.min.js"
JEAN, PASSWORD = "JLO000439", "Comptoir#2026"
"""The guide's administrator; every account of the demo has this password."""

expect.set_options(timeout=DEADLINE_MS)


@dataclass
class Panel:
    """One window. What the browser complains of, and every request to elsewhere, is kept in `faults`."""

    url: str
    page: Page
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        self.page.goto(self.url + address)

    def sign_in(self, identifier: str = JEAN, password: str = PASSWORD, address: str = "/") -> None:
        """Through the screen, led to this address."""
        self.open(f"/connexion?vers={quote(address, safe='')}")
        self.page.get_by_label("Identifiant").fill(identifier)
        self.page.get_by_label("Mot de passe").fill(password)
        self.page.get_by_role("button", name="Me connecter").click()
        expect(self.page.get_by_role("button", name="Menu de")).to_be_visible()

    def heading(self, name: str) -> None:
        """The title of the screen is this."""
        expect(self.page.get_by_role("heading", level=1, name=name)).to_be_visible()

    def expect_faults(self, *words: str) -> None:
        """The browser has complained in each of these words, as it should."""
        for word in words:
            assert any(word in fault for fault in self.faults), word
        self.faults[:] = [fault for fault in self.faults if not any(word in fault for word in words)]

    def assert_accessible(self, *, within: str | None = None) -> None:
        """No violation of axe-core's rules, and nothing that it could not decide."""
        with self._shown_whole():
            found = self.page.evaluate(_AXE_RUN, [AXE.read_text(encoding="utf-8"), within])
        assert not found, "\n".join(found)

    @contextmanager
    def _shown_whole(self) -> Iterator[None]:
        """In a window as high as the page: nothing that stays in sight stands over anything."""
        usual = self.page.viewport_size
        assert usual
        height = self.page.evaluate("document.scrollingElement.scrollHeight")
        self.page.set_viewport_size({"width": usual["width"], "height": max(height, usual["height"])})
        yield
        self.page.set_viewport_size(usual)


# The page's policy lets no script in: axe comes through the debugger, which stands outside of it.
_AXE_RUN = """async ([source, within]) => {
    if (!window.axe) (0, eval)(source);
    // What react-aria has announced stands there for seconds, naming buttons that may be gone.
    const where = { include: within ?? document, exclude: ["[data-live-announcer]"] };
    const { violations, incomplete } = await window.axe.run(where);
    const told = (kind) => (rule) => rule.nodes.map((node) =>
        `${kind} ${rule.id}: ${rule.help}: ${node.html} (${node.failureSummary})`);
    return [...violations.flatMap(told("violation")), ...incomplete.flatMap(told("undecided"))];
}"""


@contextmanager
def opened(browser: Browser, url: str, **options: Any) -> Iterator[Panel]:
    """A window with cookies of its own; options are Playwright's (viewport, locale, color_scheme, …)."""
    wanted = {"locale": "fr-FR", "viewport": {"width": 1280, "height": 900}, "reduced_motion": "reduce"}
    context: BrowserContext = browser.new_context(**wanted | options)
    context.set_default_timeout(DEADLINE_MS)
    panel = Panel(url, context.new_page())

    def heard(message: ConsoleMessage) -> None:
        if message.type == "error":
            panel.faults.append(message.text)

    def asked(request: Request) -> None:
        if not request.url.startswith((url, "blob:")):
            panel.faults.append(f"request to {request.url}")

    panel.page.on("console", heard)
    panel.page.on("pageerror", lambda error: panel.faults.append(str(error)))
    panel.page.on("request", asked)
    try:
        yield panel
        assert not panel.faults, "\n".join(panel.faults)
    finally:
        context.close()
