"""The doctor reports a folder that letters or e-mails cannot be written to, before the first is sent."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pydantic import SecretStr

from server.cli.doctor import examine
from server.cli.writable_folder import unwritable
from server.settings import Settings
from tests.client import settings_of

ROOT, NOBODY = 0, 65_534
DENIED = "(Permission denied)"


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder that only root may write to; not under tmp_path, which other users may not enter."""
    with TemporaryDirectory(prefix="comptoir-closed-") as name:
        folder = Path(name)
        folder.chmod(0o555)
        yield folder


@pytest.fixture
def somebody(closed: Path) -> Iterator[None]:  # noqa: ARG001
    """The process as another user: root may write anywhere."""
    if os.geteuid() != ROOT:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(ROOT)


def test_a_folder_that_can_be_written_to_is_left_as_it_was(tmp_path: Path) -> None:
    assert unwritable(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_will_be_made_is_not_made_yet(tmp_path: Path) -> None:
    assert unwritable(tmp_path / "var" / "letters") is None
    assert list(tmp_path.iterdir()) == []


def test_a_file_is_no_folder(tmp_path: Path) -> None:
    file = tmp_path / "letters"
    file.touch()
    assert unwritable(file) == f"{file} is a file"
    assert unwritable(file / "here") == f"{file / 'here'} cannot be made: {file} is a file"


@pytest.mark.usefixtures("somebody")
def test_a_folder_of_another_user_is_reported_by_name(closed: Path) -> None:
    letters = closed / "letters"
    assert unwritable(closed) == f"{closed} cannot be written to {DENIED}"
    assert unwritable(letters) == f"{letters} cannot be made in {closed} {DENIED}"


def test_a_folder_that_cannot_be_read_is_reported_too(closed: Path, request: pytest.FixtureRequest) -> None:
    letters = closed / "letters"
    closed.chmod(0)
    request.getfixturevalue("somebody")
    assert unwritable(letters) == f"{letters} cannot be written to {DENIED}"


async def folders_of(settings: Settings, above: Path) -> list[tuple[str, bool]]:
    """The doctor's findings about the folders inside this one."""
    return [(finding.what, finding.good) for finding in await examine(settings) if str(above) in finding.what]


async def test_the_doctor_looks_at_the_folders_of_letters_and_of_mail(
    database_url: str, tmp_path: Path
) -> None:
    letters, mail = tmp_path / "letters", tmp_path / "mail"
    settings = settings_of(database_url, letters_dir=letters, mail_url=SecretStr(f"file:{mail}"))
    assert await folders_of(settings, tmp_path) == [
        (f"letters: files in {letters}, which can be written to", True),
        (f"mail: files in {mail}, which can be written to", True),
    ]
    letters.touch()
    mail.touch()
    assert await folders_of(settings, tmp_path) == [
        (f"letters: {letters} is a file", False),
        (f"mail: {mail} is a file", False),
    ]
