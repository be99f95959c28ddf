"""The PDF of a letter for tests; the text on its pages, and where each line is printed."""

from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PageObject, PdfReader

from models.rules.messages.facts import LetterFacts
from models.rules.messages.letters import creation_letter
from server.letters.preview import FACTS, SENDER_ADDRESS
from server.letters.render import render

BLOCK = (
    "CHRU DE NANTES",
    "Madame Anne Le Goff",
    "5 ALLÉE DE L'ÎLE-GLORIETTE",
    "BP 1005",
    "44035 NANTES CEDEX 1",
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text; x and the base line y in mm from the upper left corner of the page, the size in mm."""

    x: float
    y: float
    size: float
    font: str
    text: str


def pdf_of(
    facts: LetterFacts = FACTS,
    recipient: tuple[str, ...] = BLOCK,
    sender_address: tuple[str, ...] = SENDER_ADDRESS,
) -> bytes:
    return render(creation_letter(facts), facts, recipient, sender_address=sender_address).pdf


def lines_of(page: PageObject) -> list[Line]:
    printed: list[Line] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = text_matrix[4] * matrix[0] + matrix[4]
            y = float(page.mediabox.height) - (text_matrix[5] * matrix[3] + matrix[5])
            point = 25.4 / 72
            printed.append(
                Line(
                    round(x * point, 2),
                    round(y * point, 2),
                    size * point,
                    str(font["/BaseFont"]),
                    text.strip(),
                )
            )

    page.extract_text(visitor_text=visit)
    return printed


def words_of(pdf: bytes) -> str:
    """The text with its lines joined; fixed spaces stay."""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return text.replace(" \n", " ").replace("\n", " ")
