"""How soon another employer's accounts are there: `python -m tests.panel.switching`.

The administrator of a centre of 500 employers and 50,000 accounts, in Chromium over loopback, on PostgreSQL.
From the key that opens the employer to the first row of its list, painted. Nothing is asserted.
"""

from datetime import UTC, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect

from models.database import connected, query
from models.migrate import migrate
from server.demo.load import load_centre
from tests.factories import POLICY
from tests.panel.database import aside
from tests.panel.panel import opened
from tests.panel.speed import report
from tests.processes.chromium import chromium
from tests.processes.postgresql import cluster
from tests.server.comptoir_process import serving

CENTRE_ADMINISTRATOR = "CHE000440"
SWITCHES = 15
NOTE_ENTER = """() => addEventListener("keydown", (event) => {
    if (event.key === "Enter") window.pressed = performance.now();
}, { capture: true })"""
SHOWN = """(number) => new Promise(done => {
    const shown = () => new URLSearchParams(location.search).get("etablissement") === number
        && document.querySelector(".acting") && document.querySelector("[aria-busy=false] tbody a.strong")
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - window.pressed)))
        : requestAnimationFrame(shown);
    shown();
})"""
MEMBERS = (
    "SELECT giver.contract_number AS number FROM mandate m JOIN employer giver ON giver.id = m.giver_id "
    "WHERE m.accepted_at IS NOT NULL AND m.ended_at IS NULL AND m.starts_on <= CURRENT_DATE "
    "AND m.ends_on > CURRENT_DATE ORDER BY giver.id"
)


async def load(url: str) -> list[str]:
    """Write the demo; return the contract numbers of employers for which the centre acts."""
    await migrate(url)
    async with connected(url):
        await load_centre(2026, datetime.now(UTC), POLICY)
        await query("ANALYZE", [])
        return [row["number"] for row in await query(MEMBERS, [])]


def measure(browser: Browser, url: str, members: list[str]) -> None:
    figures = []
    with opened(browser, url) as panel:
        panel.sign_in(CENTRE_ADMINISTRATOR, address="/comptes")
        page = panel.page
        page.evaluate(NOTE_ENTER)
        for number in Random(2026).sample(members, SWITCHES):
            expect(page.locator("[aria-busy=false] tbody a.strong").first).to_be_visible()
            page.keyboard.press("Control+k")
            dialog = page.get_by_role("dialog", name="Changer d’établissement")
            dialog.get_by_label("Chercher un établissement").fill(number)
            expect(dialog.get_by_role("status").filter(has_text="1 établissement")).to_be_visible()
            page.keyboard.press("Enter")
            figures.append(float(page.evaluate(SHOWN, number)))
    report("another employer's list, from Enter to its first row", figures)


def main() -> None:
    with TemporaryDirectory() as folder, cluster() as url, chromium() as browser:
        members = aside(load(url))
        mail, letters = f"file:{folder}/mail", f"{folder}/letters"
        with serving(url, Path(folder), MAIL_URL=mail, LETTERS_DIR=letters) as desk:
            print(f"the panel of a centre that acts for {len(members)} employers, on PostgreSQL")
            measure(browser, desk.url, members)


if __name__ == "__main__":
    main()
