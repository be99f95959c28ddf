"""The demo's files of e-mails and letters are removed after some days."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr

from server.demo.retention import remove_old_files
from server.letters import manifest
from server.setting_types import Environment
from server.settings import Settings
from tests.factories import NOW, TODAY


def the_settings(folder: Path, environment: Environment = Environment.DEMO) -> Settings:
    return Settings(
        environment=environment,
        mail_url=SecretStr(f"file:{folder / 'mail'}"),
        letters_dir=folder / "letters",
        demo_file_days=30,
    )


def written(path: Path, days_ago: int) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"personal")
    moment = (NOW - timedelta(days=days_ago)).timestamp()
    os.utime(path, (moment, moment))
    return path


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    old_day, new_day = (TODAY - timedelta(days=days) for days in (31, 29))
    letters = tmp_path / "letters"
    return {
        "old e-mail": written(tmp_path / "mail" / "a.eml", 31),
        "new e-mail": written(tmp_path / "mail" / "b.eml", 29),
        "old letter": written(letters / old_day.isoformat() / "1.pdf", 31),
        "old manifest": written(letters / old_day.isoformat() / manifest.NAME, 31),
        "new letter": written(letters / new_day.isoformat() / "2.pdf", 29),
        "another's file": written(letters / "2020-02-31" / "3.pdf", 31),
    }


def test_old_files_are_removed_and_newer_ones_stay(tmp_path: Path, files: dict[str, Path]) -> None:
    assert remove_old_files(the_settings(tmp_path), NOW) == 3
    left = {name for name, path in files.items() if path.exists()}
    assert left == {"new e-mail", "new letter", "another's file"}
    assert not files["old letter"].parent.exists()
    assert remove_old_files(the_settings(tmp_path), NOW) == 0


def test_production_keeps_its_letters(tmp_path: Path, files: dict[str, Path]) -> None:
    assert remove_old_files(the_settings(tmp_path, Environment.PRODUCTION), NOW) == 0
    assert all(path.exists() for path in files.values())


def test_without_files_there_is_nothing_to_remove(tmp_path: Path) -> None:
    assert remove_old_files(the_settings(tmp_path), NOW) == 0
