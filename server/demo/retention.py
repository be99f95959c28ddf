"""The demo's e-mails and letters are files with personal data: removed after some days (D1)."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from models.rules.paris_calendar import paris_day
from server.letters import manifest
from server.mail.mail_url import MailFolder
from server.setting_types import Environment
from server.settings import Settings


def remove_old_files(settings: Settings, now: datetime) -> int:
    """Remove the demo's e-mails and letters older than `demo_file_days`; return the number of files.

    Nothing is removed in production, where letters wait to be printed.
    """
    if settings.environment is not Environment.DEMO:
        return 0
    before = now - timedelta(days=settings.demo_file_days)
    removed = _remove_letters(settings.letters_dir, paris_day(before))
    if isinstance(settings.mail, MailFolder):
        removed += _remove_emails(settings.mail.path, before)
    return removed


def _remove_emails(folder: Path, before: datetime) -> int:
    old = [
        path for path in folder.glob("*.eml") if datetime.fromtimestamp(path.stat().st_mtime, UTC) < before
    ]
    for path in old:
        path.unlink(missing_ok=True)
    return len(old)


def _remove_letters(directory: Path, before: date) -> int:
    """Letters stand in a folder for each day; a file that is not ours keeps its folder."""
    removed = 0
    for folder in directory.glob("????-??-??"):
        if not _is_day_before(folder.name, before):
            continue
        for path in (*folder.glob("*.pdf"), folder / manifest.NAME):
            if path.exists():
                path.unlink()
                removed += 1
        if not any(folder.iterdir()):
            folder.rmdir()
    return removed


def _is_day_before(name: str, before: date) -> bool:
    try:
        return date.fromisoformat(name) < before
    except ValueError:
        return False
