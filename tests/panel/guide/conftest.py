"""One service and one session of Jean Louty's for all pages of the guide."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, StorageState

from tests.panel.conftest import created, serving_desk
from tests.panel.database import aside
from tests.panel.panel import Panel, opened
from tests.panel.post import Administrator, administrator
from tests.server.comptoir_process import Serving


@pytest.fixture(scope="package")
def desk_database(demo_url: str) -> str:
    """A demo of the guide's own."""
    return aside(created(demo_url, "guide", template=demo_url.rpartition("/")[2]))


@pytest.fixture(scope="package")
def desk_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the service writes its e-mails and letters."""
    return tmp_path_factory.mktemp("guide")


@pytest.fixture(scope="package")
def desk(desk_database: str, desk_folder: Path) -> Iterator[Serving]:
    with serving_desk(desk_database, desk_folder) as started:
        yield started


@pytest.fixture(scope="package")
def session_of_jean(browser: Browser, desk: Serving) -> StorageState:
    """The cookie of one session, for all of Jean's windows."""
    with opened(browser, desk.url) as panel:
        panel.start_session()
        return panel.page.context.storage_state()


@pytest.fixture
def jean(browser: Browser, desk: Serving, session_of_jean: StorageState) -> Iterator[Panel]:
    """A window of Jean Louty's, the guide's administrator, who has signed in."""
    with opened(browser, desk.url, storage_state=session_of_jean) as panel:
        yield panel


@pytest.fixture(scope="package")
def colleague(desk: Serving) -> Iterator[Administrator]:
    """Jean at another machine, for what a page takes for granted."""
    with administrator(desk.url) as signed_in:
        yield signed_in
