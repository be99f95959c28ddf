"""Where lines are printed on the sheet: the address in the window of the envelope, the sender, the pages."""

from dataclasses import replace
from io import BytesIO
from itertools import pairwise

import pytest
from pypdf import PdfReader

from models.rules.messages.letters import creation_letter
from server.letters.check import HARDEST, LONGEST_ADDRESS
from server.letters.preview import FACTS
from server.letters.render import render
from tests.server.letters.letter_pdfs import BLOCK, lines_of, pdf_of, words_of

WINDOW = (109.0, 190.0, 55.0, 79.0)
"""Left, right, top, bottom in mm on the sheet: what the window shows, however the sheet slides inside."""
ASCENT, DESCENT, ADVANCE = 0.95, 0.236, 0.602
"""DejaVu Sans Mono, for one point of size; the ascent is that of a capital with its accent."""


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_the_address_and_nothing_else_is_in_the_window(count: int) -> None:
    page = PdfReader(BytesIO(pdf_of(HARDEST, LONGEST_ADDRESS[:count], LONGEST_ADDRESS[6 - count :]))).pages[0]
    left, right, top, bottom = WINDOW
    block = [line for line in lines_of(page) if "DejaVuSansMono" in line.font]
    assert tuple(line.text for line in block) == LONGEST_ADDRESS[:count]
    for line in block:
        assert left <= line.x
        assert line.x + len(line.text) * ADVANCE * line.size <= right
        assert top <= line.y - ASCENT * line.size + 0.01
        assert line.y + DESCENT * line.size <= bottom
    gaps = [after.y - before.y for before, after in pairwise(block)]
    assert all(gap >= 3.9 for gap in gaps)
    for line in lines_of(page):
        beside = line.x + len(line.text) * 0.5 * line.size < left - 5
        assert line in block or beside or line.y < top - 15 or line.y - line.size > bottom + 10


@pytest.mark.parametrize("count", range(7))
def test_the_senders_address_is_at_the_top_left_above_the_references(count: int) -> None:
    sender = tuple(f"Ligne {number} de l'expéditeur" for number in range(count))
    printed = lines_of(PdfReader(BytesIO(pdf_of(sender_address=sender))).pages[0])
    address_lines = [line for line in printed if "expéditeur" in line.text]
    assert [line.text.replace("\u00a0", " ").replace("’", "'") for line in address_lines] == list(sender)
    office, about, salutation = (
        next(line for line in printed if line.text.startswith(beginning))
        for beginning in ("Gestion", "Établissement", "Madame la")
    )
    ordered = [office.y, *(line.y for line in address_lines), about.y, salutation.y]
    assert ordered == sorted(set(ordered))
    assert all(
        (line.x, line.x + len(line.text) * 0.5 * line.size < 95) == (25.0, True) for line in address_lines
    )


def test_the_sheet_is_a4() -> None:
    box = PdfReader(BytesIO(pdf_of())).pages[0].mediabox
    assert [round(float(side) * 25.4 / 72) for side in (box.width, box.height)] == [210, 297]


def test_a_word_longer_than_its_line_is_broken_before_the_window() -> None:
    page = PdfReader(BytesIO(pdf_of(HARDEST))).pages[0]
    beside = [line for line in lines_of(page) if line.x < 95 and 50 < line.y < 90 and "W" in line.text]
    assert beside
    assert all(len(line.text) <= 18 for line in beside)


def test_a_letter_that_needs_two_pages_counts_them() -> None:
    text = creation_letter(FACTS)
    long = replace(text, paragraphs=(text.paragraphs[0], *["Un paragraphe."] * 40, text.paragraphs[-1]))
    letter = render(long, FACTS, BLOCK)
    assert letter.pages == 2 == len(PdfReader(BytesIO(letter.pdf)).pages)
    assert "Page\u00a02\u00a0sur\u00a02" in words_of(letter.pdf)
