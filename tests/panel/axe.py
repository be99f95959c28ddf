"""What axe-core finds on a page."""

from functools import cache
from pathlib import Path

from playwright.sync_api import Page

AXE = Path(__file__).parents[2] / "admin_ui" / "node_modules" / "axe-core" / "axe.min.js"

_RUN = """async (within) => {
    // What react-aria has announced stands there for seconds, naming buttons that may be gone.
    const where = { include: within ?? document, exclude: ["[data-live-announcer]"] };
    const { violations, incomplete } = await window.axe.run(where);
    const told = (kind) => (rule) => rule.nodes.map((node) =>
        `${kind} ${rule.id}: ${rule.help}: ${node.html} (${node.failureSummary})`);
    return [...violations.flatMap(told("violation")), ...incomplete.flatMap(told("undecided"))];
}"""


def axe_findings(page: Page, within: str | None) -> list[str]:
    """Violations of its rules, and what it could not decide."""
    # The page's policy lets no script in: axe comes through the debugger, which stands outside of it.
    if not page.evaluate("'axe' in window"):
        page.evaluate("source => { (0, eval)(source) }", _source())
    findings: list[str] = page.evaluate(_RUN, within)
    return findings


@cache
def _source() -> str:
    return AXE.read_text(encoding="utf-8")
