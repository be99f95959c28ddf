"""The list of a day's letters for the print house: manifest.csv, one line for each letter.

It has semicolons, CRLF and a byte order mark, so that French spreadsheets open it with a double click and
read accents correctly; a program reads it as `utf-8-sig` with `;`.
"""

import hashlib
import os
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from models.rules.accounts.account import MAX_POSTAL_LINES
from models.rules.paris_calendar import PARIS
from server.exports.cells import BYTE_ORDER_MARK, line

NAME = "manifest.csv"
COLUMNS = (
    "reference",
    "file",
    "sha256",
    "pages",
    "format",
    *(f"recipient_{number}" for number in range(1, MAX_POSTAL_LINES + 1)),
    "created_at",
)


@dataclass(frozen=True, slots=True)
class Entry:
    reference: str
    pdf: bytes
    pages: int
    recipient: tuple[str, ...]
    created_at: datetime

    @property
    def file(self) -> str:
        return f"{self.reference}.pdf"

    def cells(self) -> tuple[str, ...]:
        blank = ("",) * (MAX_POSTAL_LINES - len(self.recipient))
        return (
            self.reference,
            self.file,
            hashlib.sha256(self.pdf).hexdigest(),
            str(self.pages),
            "A4",
            *self.recipient,
            *blank,
            self.created_at.astimezone(PARIS).isoformat(timespec="seconds"),
        )


def listed(folder: Path, reference: str) -> bool:
    """Whether the manifest holds the letter's complete line."""
    try:
        written = (folder / NAME).read_bytes()
    except FileNotFoundError:
        return False
    return f"\n{line([reference, ''])[:-2]}".encode() in written[: written.rfind(b"\n") + 1]


def append(folder: Path, entry: Entry) -> None:
    """Append the line in one synced write, after removing half a line left by a crash. The caller locks."""
    with (folder / NAME).open("a+b") as manifest:
        manifest.seek(0)
        written = manifest.read()
        manifest.truncate(written.rfind(b"\n") + 1)
        heading = "" if b"\n" in written else BYTE_ORDER_MARK + line(COLUMNS)
        manifest.write((heading + line(entry.cells())).encode())
        manifest.flush()
        os.fsync(manifest.fileno())
