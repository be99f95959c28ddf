"""How long a test waits for the browser, and how the browser is slowed down to try that: SLOW_BROWSER=4."""

import os
import time
from collections.abc import Callable

from playwright.sync_api import Page, expect

SLOWNESS = float(os.environ.get("SLOW_BROWSER", "1"))
"""With 4, every page computes four times slower. Lines stay fast: tests of slow ones hold requests back."""
DEADLINE_MS = 30_000 * SLOWNESS
"""Only failures take this long."""

NEXT_TASK = """() => new Promise(done => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => done();
    port2.postMessage(null);
})"""
"""Comes after what the page has to do already; it is no timer, for tests may hold the clock."""

expect.set_options(timeout=DEADLINE_MS)


def slow_down(page: Page) -> None:
    """By SLOWNESS."""
    if SLOWNESS == 1:
        return
    debugger = page.context.new_cdp_session(page)
    debugger.send("Emulation.setCPUThrottlingRate", {"rate": SLOWNESS})


def soon(page: Page, holds: Callable[[], bool]) -> None:
    """For what `expect` does not know: this becomes true before the deadline."""
    deadline = time.monotonic() + DEADLINE_MS / 1000
    while not holds():
        assert time.monotonic() < deadline, "it has not become true"
        time.sleep(0.02)
        page.evaluate(NEXT_TASK)  # meanwhile, what the browser reports comes in
