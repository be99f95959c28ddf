"""Debian's Chromium, which Playwright drives; `python -m tests.processes.chromium` says where it is."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, sync_playwright

OPTIONS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
)
"""It runs as root here, without a screen; the rest keeps it from calling home."""

PROGRAMS = ("chromium-headless-shell", "chromium", "chromium-browser")
"""The first is the same engine without the windows around the pages: a quarter less work."""


def program() -> str:
    """Its path; LookupError when there is none."""
    for name in PROGRAMS:
        if program := shutil.which(name):
            return program
    raise LookupError("no chromium on PATH: make setup")


@contextmanager
def chromium() -> Iterator[Browser]:
    """One browser, closed at the end."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program(), args=OPTIONS.split())
        try:
            yield browser
        finally:
            browser.close()


if __name__ == "__main__":
    print(program())
