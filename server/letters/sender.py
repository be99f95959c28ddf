"""Sends letters to a folder for each day: the PDFs, and the manifest for the print house (C4)."""

import fcntl
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import anyio.to_thread

from models.rules.messages.facts import AnyLetterFacts
from models.rules.paris_calendar import paris_day
from resolvers.messages.deliver import OutboxMessage
from resolvers.messages.sending import PermanentSendError, TemporarySendError
from server.letters import manifest
from server.letters.address import recipient_lines
from server.letters.manifest import Entry

if TYPE_CHECKING:
    from server.letters.render import Rendered

_FILE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._@-]*")


class LetterSender:
    """Writes DIRECTORY/2026-11-23/<message_id>.pdf and its line in that folder's manifest.csv.

    The day is the message's own, in Paris. A letter that is in the manifest has been sent: sending it again
    changes nothing, also from another process.
    """

    def __init__(
        self, directory: Path, template: Path | None = None, sender_address: tuple[str, ...] = ()
    ) -> None:
        self.directory = directory
        self.template = template
        self.sender_address = sender_address

    async def send(self, message: OutboxMessage) -> None:
        """Write the letter. Raises: TemporarySendError; PermanentSendError if no retry can succeed."""
        try:
            await anyio.to_thread.run_sync(self._send, message)
        except OSError as error:
            raise TemporarySendError(f"letter: {type(error).__name__}") from error

    def _send(self, message: OutboxMessage) -> None:
        if not _FILE_NAME.fullmatch(message.message_id):
            raise PermanentSendError("letter: its message id cannot name a file")
        facts = message.facts
        if not isinstance(facts, AnyLetterFacts):
            raise PermanentSendError(f"letter: {message.kind} is no letter")
        try:
            recipient = recipient_lines(facts, tuple(message.recipient.split("\n")))
        except ValueError as error:
            raise PermanentSendError(
                "letter: no postal address of at most 6 lines of 38 characters"
            ) from error
        folder = self.directory / paris_day(message.created_at).isoformat()
        self.directory.mkdir(mode=0o750, parents=True, exist_ok=True)
        with _locked(self.directory):
            if manifest.listed(folder, message.message_id):
                return
            letter = self._rendered(message, facts, recipient)
            entry = Entry(message.message_id, letter.pdf, letter.pages, recipient, message.created_at)
            folder.mkdir(mode=0o750, exist_ok=True)
            first = not (folder / manifest.NAME).exists()
            _write(folder / entry.file, entry.pdf)
            manifest.append(folder, entry)
            if first:
                _sync(folder)
                _sync(self.directory)

    def _rendered(
        self, message: OutboxMessage, facts: AnyLetterFacts, recipient: tuple[str, ...]
    ) -> "Rendered":
        # Loads typst, in the thread of the first letter: no process needs it to start.
        from typst import TypstError

        from server.letters.render import TEMPLATE, render

        try:
            return render(message.text, facts, recipient, self.template or TEMPLATE, self.sender_address)
        except TypstError as error:
            raise TemporarySendError("letter: the template does not compile, see comptoir doctor") from error


@contextmanager
def _locked(directory: Path) -> Iterator[None]:
    """One writer at a time, over processes and threads; the system releases the lock of a dead process."""
    lock = os.open(directory / ".lock", os.O_CREAT | os.O_RDWR, 0o640)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _write(path: Path, content: bytes) -> None:
    """Write the whole file or nothing, synced: the manifest never has a line without its letter."""
    unfinished = path.with_name(f".{path.name}.part")
    with unfinished.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    unfinished.replace(path)
    _sync(path.parent)


def _sync(folder: Path) -> None:
    """Sync the folder: only then is a new file name on the disk."""
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
