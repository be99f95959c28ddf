"""How soon the list of accounts is there, and how soon it answers: `python -m tests.panel.speed [ACCOUNTS]`.

In Chromium over loopback, on PostgreSQL. Figures are medians of several, beside what the page alone takes.
Nothing is asserted: machines differ.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx2
from playwright.sync_api import Browser, Page, expect

from models.database import connected, query
from models.migrate import migrate
from server.demo.load import load_demo
from tests.factories import POLICY
from tests.panel.database import aside
from tests.panel.panel import opened
from tests.processes.chromium import chromium
from tests.processes.postgresql import cluster
from tests.server.comptoir_process import serving

RUNS = 7
SHOW_ROWS = """(count) => new Promise(done => {
    const started = performance.now();
    const sizes = document.querySelector(".toolbar select:has([value='100'])");
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(sizes, count);
    sizes.dispatchEvent(new Event("change", { bubbles: true }));
    const shown = () => document.querySelectorAll("[aria-busy=false] tbody a.strong").length === Number(count)
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
        : requestAnimationFrame(shown);
    shown();
})"""
TICK_ROW = """(place) => new Promise(done => {
    const started = performance.now();
    const row = document.querySelectorAll("tbody tr")[place];
    row.querySelector("input").click();
    const ticked = () => row.matches(".chosen")
        ? requestAnimationFrame(() => setTimeout(() => done(performance.now() - started)))
        : requestAnimationFrame(ticked);
    ticked();
})"""
"""Both in the page itself, until it has been painted; milliseconds."""
PAINTED = """() => new Promise(done => {
    const seen = () => document.querySelector("tbody a.strong") ? done(performance.now())
        : requestAnimationFrame(seen);
    seen();
})"""


def cold_load(browser: Browser, url: str, state: object) -> float:
    """From the address to the first row, nothing in the browser's cache; milliseconds."""
    with opened(browser, url, storage_state=state) as panel:
        panel.page.goto(f"{url}/comptes", wait_until="commit")
        return float(panel.page.evaluate(PAINTED))


def answered(page: Page, act: Callable[[], object], sign: str) -> float:
    """From an act to its sign in the page."""
    started = time.perf_counter()
    act()
    page.wait_for_selector(sign)
    return (time.perf_counter() - started) * 1000


def report(what: str, figures: list[float]) -> None:
    print(f"  {what:58}{statistics.median(figures):8.0f} ms   worst {max(figures):6.0f} ms", flush=True)


def measure(browser: Browser, url: str) -> None:
    with httpx2.Client(base_url=url) as client:
        started = time.perf_counter()
        client.get("/connexion")
        report("the page alone, from the service", [(time.perf_counter() - started) * 1000])
    with opened(browser, url) as panel:
        panel.sign_in(address="/comptes")
        state = panel.page.context.storage_state()
    report("cold load of the list, to its first row", [cold_load(browser, url, state) for _ in range(RUNS)])
    measure_rows(browser, url, state)
    with opened(browser, url, storage_state=state) as panel:
        page = panel.page
        panel.open("/comptes")
        expect(page.locator("tbody a.strong").first).to_be_visible()
        heading = page.get_by_role("columnheader", name="Prénom").get_by_role("button")
        sorts = []
        for place in range(RUNS):
            way = "descending" if place % 2 else "ascending"
            sign = f'th[aria-sort="{way}"]'
            sorts.append(answered(page, heading.click, sign))
        report("ordering by a column: the heading", sorts)
        settled = [
            answered(page, heading.click, '.table-wrap[aria-busy="false"] th[aria-sort]') for _ in range(RUNS)
        ]
        report("ordering by a column: the rows", settled)
        panel.open("/comptes/CDU000630")
        grid = page.get_by_role("radiogroup")
        expect(grid.first).to_be_visible()
        rights = [
            answered(
                page,
                grid.nth(place).get_by_text("Aucun").click,
                f".service:nth-child({place + 2}).differs",
            )
            for place in range(4)
        ]
        report("setting a right", rights)


def measure_rows(browser: Browser, url: str, state: object) -> None:
    shown, ticked = [], []
    for place in range(RUNS):
        with opened(browser, url, storage_state=state) as panel:
            panel.open("/comptes")
            panel.page.locator("tbody a.strong").first.wait_for()
            panel.page.wait_for_load_state("networkidle")
            shown.append(float(panel.page.evaluate(SHOW_ROWS, "100")))
            ticked.append(float(panel.page.evaluate(TICK_ROW, 10 * place)))
    report("list of 100 rows shown", shown)
    report("one row ticked, of 100", ticked)


async def load(url: str, accounts: int) -> None:
    await migrate(url)
    async with connected(url):
        await load_demo(3, accounts, 2026, datetime.now(UTC), POLICY)
        await query("ANALYZE", [])


def main() -> None:
    accounts = int(sys.argv[1]) if sys.argv[1:] else 60_000
    with TemporaryDirectory() as folder, cluster() as url, chromium() as browser:
        aside(load(url, accounts))
        mail, letters = f"file:{folder}/mail", f"{folder}/letters"
        with serving(url, Path(folder), MAIL_URL=mail, LETTERS_DIR=letters) as desk:
            print(f"the panel, {accounts:_} accounts on PostgreSQL")
            measure(browser, desk.url)


if __name__ == "__main__":
    main()
