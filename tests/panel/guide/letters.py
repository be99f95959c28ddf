"""The letters that the service has written to the legal representative."""

import time
from pathlib import Path

from tests.panel.patience import DEADLINE_MS
from tests.server.letters.letter_pdfs import words_of


def letter_with(folder: Path, *words: str) -> str:
    """The text of the letter that has all of these words; waits for it to be written."""
    deadline = time.monotonic() + DEADLINE_MS / 1000
    read: dict[Path, str] = {}
    while True:
        for pdf in set(folder.glob("letters/*/*.pdf")) - read.keys():
            read[pdf] = words_of(pdf.read_bytes()).replace("\u00a0", " ").replace("’", "'")
        matches = [text for text in read.values() if all(word in text for word in words)]
        if matches:
            (text,) = matches
            return text
        assert time.monotonic() < deadline, f"no letter has {words}"
        time.sleep(0.05)
