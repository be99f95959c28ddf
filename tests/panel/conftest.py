"""The panel in a real browser, on the real service and a real PostgreSQL that holds the demo."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex

import asyncpg
import pytest
from playwright.sync_api import Browser

from server.panel import BUILT
from tests.panel.database import aside
from tests.panel.panel import Panel, opened
from tests.processes.chromium import chromium
from tests.server.comptoir_process import Serving, comptoir, serving


def pytest_itemcollected(item: pytest.Item) -> None:
    """One database is enough for what a browser shows; the other is the one of production."""
    item.add_marker(pytest.mark.only_on("postgresql"))


# Until the end of this folder only: while Playwright runs, no test of this thread may have a loop of its own.
@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    assert (BUILT / "index.html").exists(), "the panel is not built: make panel"
    with chromium() as started:
        yield started


@pytest.fixture(scope="package")
def demo_url(server_url: str) -> str:
    """A database with the demo in it, to be copied."""
    url = aside(created(server_url, "demo"))
    for words in (["migrate"], ["demo"]):
        ended = comptoir(url, *words)
        assert ended.returncode == 0, ended.stderr
    return url


@pytest.fixture(scope="module")
def desk_database(demo_url: str) -> str:
    """A demo of this module's own."""
    return aside(created(demo_url, "desk", template=demo_url.rpartition("/")[2]))


@pytest.fixture(scope="module")
def desk(desk_database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The service on it; its e-mails are read at /demo/courrier."""
    with serving_desk(desk_database, tmp_path_factory.mktemp("desk")) as started:
        yield started


@contextmanager
def serving_desk(database: str, folder: Path) -> Iterator[Serving]:
    """The service on this database; its e-mails and letters are files in this folder."""
    with serving(
        database,
        folder,
        MAIL_URL=f"file:{folder / 'mail'}",
        LETTERS_DIR=str(folder / "letters"),
        DELIVERY_SECONDS="0.1",
        SIGN_IN_LIMIT="1000/minute",
        SIGN_IN_ADDRESS_LIMIT="1000/minute",
        OPERATOR_SIGN_IN_LIMIT="1000/minute",
        OPERATOR_SIGN_IN_ADDRESS_LIMIT="1000/minute",
    ) as started:
        yield started


@pytest.fixture
def panel(browser: Browser, desk: Serving) -> Iterator[Panel]:
    """A window of a stranger's, in French, as wide as a desk's screen."""
    with opened(browser, desk.url) as shown:
        yield shown


async def created(server_url: str, name: str, template: str = "template0") -> str:
    """The URL of a new database on this server, a copy of the template."""
    unique = f"{name}_{token_hex(6)}"
    server = await asyncpg.connect(f"{server_url.rpartition('/')[0]}/postgres")
    try:
        await server.execute(f"CREATE DATABASE {unique} TEMPLATE {template}")
    finally:
        await server.close()
    return f"{server_url.rpartition('/')[0]}/{unique}"
