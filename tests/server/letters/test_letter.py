"""A letter as the print house gets it: what it says, where its address stands, that all can read it (C4)."""

import subprocess
import sys
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PageObject, PdfReader
from typst import Fonts

from models.rules.accounts.account import MAX_NAME_CHARACTERS, MAX_POSTAL_LINE_CHARACTERS
from models.rules.messages.facts import LetterFacts, Person
from models.rules.messages.letters import creation_letter, promotion_letter
from models.rules.vocabulary import Civility
from server.letters.address import recipient_lines, sender_lines
from server.letters.check import AWKWARD, HARDEST, LONGEST_ADDRESS, findings
from server.letters.preview import ADDRESS, FACTS, SENDER_ADDRESS, write
from server.letters.render import TEMPLATE, render
from server.letters.typography import french

BLOCK = (
    "CHRU DE NANTES",
    "Madame Anne Le Goff",
    "5 ALLÉE DE L'ÎLE-GLORIETTE",
    "BP 1005",
    "44035 NANTES CEDEX 1",
)

WINDOW = (109.0, 190.0, 55.0, 79.0)
"""Left, right, top, bottom in mm on the sheet: what the window shows wherever the sheet has slid."""
ASCENT, DESCENT, ADVANCE = 0.95, 0.236, 0.602
"""DejaVu Sans Mono, for one point of size; the ascent is that of a capital with its accent."""


@dataclass(frozen=True, slots=True)
class Line:
    """Of text on a page; x and the base line in mm from the upper left corner, the size in mm."""

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
    found: list[Line] = []

    def visit(text: str, matrix: list[float], text_matrix: list[float], font: Any, size: float) -> None:
        if text.strip():
            x = text_matrix[4] * matrix[0] + matrix[4]
            y = float(page.mediabox.height) - (text_matrix[5] * matrix[3] + matrix[5])
            point = 25.4 / 72
            found.append(
                Line(
                    round(x * point, 2),
                    round(y * point, 2),
                    size * point,
                    str(font["/BaseFont"]),
                    text.strip(),
                )
            )

    page.extract_text(visitor_text=visit)
    return found


def words_of(pdf: bytes) -> str:
    """The text with its lines joined, fixed spaces kept."""
    text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    return text.replace(" \n", " ").replace("\n", " ")


def test_the_letter_says_who_did_what_for_whom() -> None:
    words = words_of(pdf_of()).replace("\u00a0", " ")
    assert "Objet : Ouverture d’un compte pour Monsieur Christophe Durant" in words
    assert "Madame la Directrice générale, Le 23/11/2026, Monsieur Jean Louty a ouvert" in words
    assert "un compte administrateur au nom de Monsieur Christophe Durant" in words
    assert "CHRU DE NANTES (contrat VF201)" in words
    assert "À l’attention de Madame Anne Le Goff Directrice générale" in words
    assert "Le 23 novembre 2026" in words
    assert "Nous vous prions d’agréer, Madame la Directrice générale, l’expression de notre" in words
    assert "Page 1 sur 1" in words


def test_a_promotion_says_what_an_administrator_may_do() -> None:
    pdf = render(promotion_letter(FACTS), FACTS, BLOCK).pdf
    assert "Un administrateur crée, modifie, renouvelle et supprime les comptes" in words_of(pdf)


def test_the_first_of_the_month_is_written_1er() -> None:
    words = words_of(pdf_of(replace(FACTS, on=date(2027, 3, 1)))).replace("\u00a0", " ")
    assert "1er mars 2027" in words.replace("1 er", "1er")


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_the_address_stands_in_the_window_and_nothing_else_does(count: int) -> None:
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
def test_the_senders_address_stands_at_the_top_left_above_what_the_letter_is_about(count: int) -> None:
    sender = tuple(f"Ligne {number} de l'expéditeur" for number in range(count))
    found = lines_of(PdfReader(BytesIO(pdf_of(sender_address=sender))).pages[0])
    mine = [line for line in found if "expéditeur" in line.text]
    assert [line.text.replace("\u00a0", " ").replace("’", "'") for line in mine] == list(sender)
    office, about, salutation = (
        next(line for line in found if line.text.startswith(beginning))
        for beginning in ("Gestion", "Établissement", "Madame la")
    )
    ordered = [office.y, *(line.y for line in mine), about.y, salutation.y]
    assert ordered == sorted(set(ordered))
    assert all((line.x, line.x + len(line.text) * 0.5 * line.size < 95) == (25.0, True) for line in mine)


@pytest.mark.parametrize("text", ["", ";", " ; "])
def test_a_sender_without_an_address_has_none(text: str) -> None:
    assert sender_lines(text) == ()


def test_the_sheet_is_a4() -> None:
    box = PdfReader(BytesIO(pdf_of())).pages[0].mediabox
    assert [round(float(side) * 25.4 / 72) for side in (box.width, box.height)] == [210, 297]


def test_awkward_names_are_printed_as_themselves() -> None:
    holder = Person(Civility.MADAME, AWKWARD, "Œdipe Łucja Ğ ẞ Nguyễn Đặng Ζωή Жанна")
    words = words_of(pdf_of(replace(FACTS, holder=holder), (AWKWARD[:38], "44000 NANTES")))
    assert AWKWARD[:38] in words
    assert f"{holder.first_name} {french(AWKWARD)}" in words


def test_a_character_that_no_font_has_is_shown_as_missing_and_the_letter_goes_out() -> None:
    words = words_of(pdf_of(replace(FACTS, holder=Person(Civility.MADAME, "Dupont 漢😀", "Sara"))))
    assert "Madame Sara Dupont □□" in words


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


def test_every_font_is_embedded_and_none_is_the_machines() -> None:
    fonts: set[str] = set()
    for page in PdfReader(BytesIO(pdf_of())).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            descriptor = font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
            assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor)
            fonts.add(descriptor["/FontName"].partition("+")[2])
    assert fonts == {"LibertinusSerif-Regular", "LibertinusSerif-Semibold", "DejaVuSansMono"}


def test_the_letter_is_tagged_for_people_who_do_not_see_it() -> None:
    reader = PdfReader(BytesIO(pdf_of()))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "fr-FR"
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata
    assert reader.metadata.title == "Ouverture d’un compte pour Monsieur Christophe Durant"
    tags = [tag["/S"] for tag in structure(root["/StructTreeRoot"])]
    assert tags.count("/H1") == 1
    assert tags.count("/P") >= 8
    xmp = root["/Metadata"].get_data().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    assert "<pdfaid:part>2</pdfaid:part>" in xmp


def structure(node: Any) -> list[Any]:
    """The tags below a node, in the order they are read."""
    children = node.get("/K", [])
    found: list[Any] = []
    for child in children if isinstance(children, list) else [children]:
        tag = child.get_object()
        if isinstance(tag, dict) and "/S" in tag:
            found += [tag, *structure(tag)]
    return found


def test_the_same_letter_has_the_same_bytes() -> None:
    assert pdf_of() == pdf_of()
    assert pdf_of() != pdf_of(replace(FACTS, on=date(2026, 11, 24)))


def test_the_same_letter_has_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys; from tests.server.letters.test_letter import pdf_of; sys.stdout.buffer.write(pdf_of())"
    )
    root = Path(__file__).parents[3]
    other = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True)
    assert other.stdout == pdf_of()


def test_the_pdf_was_created_on_the_day_of_the_letter() -> None:
    metadata = PdfReader(BytesIO(pdf_of())).metadata
    assert metadata
    assert metadata.creation_date
    assert metadata.creation_date.date() == FACTS.on


@pytest.mark.parametrize(
    ("typed", "set_by_hand"),
    [
        ("l'employeur d'Anne", "l’employeur d’Anne"),
        ("Vraiment ? Oui ! Bien ; bon", "Vraiment\u202f? Oui\u202f! Bien\u202f; bon"),
        ("à l'adresse : ici", "à l’adresse\u00a0: ici"),
        ("le « compte »", "le «\u00a0compte\u00a0»"),
        ("contrat VF201, 15 jours", "contrat\u00a0VF201, 15\u00a0jours"),
        ("10:30, n'est-ce pas?", "10:30, n’est-ce pas?"),
    ],
)
def test_the_text_is_set_the_french_way(typed: str, set_by_hand: str) -> None:
    assert french(typed) == set_by_hand


def test_the_fixed_spaces_reach_the_page() -> None:
    text = replace(creation_letter(FACTS), subject="Un compte ? « Oui » : le voici")
    words = words_of(render(text, FACTS, BLOCK).pdf)
    assert "Objet\u00a0: Un compte\u202f? «\u00a0Oui\u00a0»\u00a0: le voici" in words
    assert "Le\u00a023\u00a0novembre\u00a02026" in words


def test_employer_and_representative_come_before_the_address() -> None:
    assert recipient_lines(FACTS, ADDRESS) == BLOCK


def test_an_employer_that_the_address_names_already_is_not_named_twice() -> None:
    lines = recipient_lines(FACTS, ("CHRU de Nantes", *ADDRESS))
    assert lines == ("CHRU de Nantes", *BLOCK[1:])


def test_with_room_for_one_name_the_representative_is_named() -> None:
    lines = recipient_lines(FACTS, ("Bâtiment A", "Entrée 2", *ADDRESS))
    assert lines == ("Madame Anne Le Goff", "Bâtiment A", "Entrée 2", *BLOCK[2:])


def test_an_address_of_six_lines_stands_alone() -> None:
    assert recipient_lines(FACTS, LONGEST_ADDRESS) == LONGEST_ADDRESS


@pytest.mark.parametrize(
    ("first_name", "last_name", "line"),
    [
        ("Anne-Élisabeth Marie", "de La Tour", "Madame Anne-Élisabeth Marie de La Tour"),
        ("Anne-Élisabeth Marie", "de La Tour-Roy", "Mme A de La Tour-Roy"),
        ("Anne-Élisabeth Marie", "de La Tour-Ré", "Mme Anne-Élisabeth Marie de La Tour-Ré"),
        ("Anne-Élisabeth Marie", "de La Tour du Pin", "Mme A de La Tour du Pin"),
        ("Anne", "de La Tour du Pin de La Charce Gouvernet", "Mme A de La Tour du Pin de La Charce"),
    ],
)
def test_a_long_name_is_shortened_to_its_line(first_name: str, last_name: str, line: str) -> None:
    facts = replace(FACTS, representative=Person(Civility.MADAME, last_name, first_name))
    assert recipient_lines(facts, ADDRESS)[1] == line


def test_a_long_employer_takes_the_lines_that_are_left() -> None:
    lines = recipient_lines(replace(FACTS, employer_name=HARDEST.employer_name), ADDRESS)
    assert lines[:2] == ("Centre hospitalier régional", "universitaire de Nantes – Hôtel-Dieu")
    assert len(lines) == 6


def test_capitals_that_would_not_fit_are_left_alone() -> None:
    street = "ß" * MAX_POSTAL_LINE_CHARACTERS
    assert recipient_lines(FACTS, (street, "44000 Nantes"))[-2:] == (street, "44000 NANTES")


@pytest.mark.parametrize("address", [(), ("",), ("W" * 39,), ("a",) * 7])
def test_an_address_that_no_envelope_takes_is_refused(address: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="no postal address"):
        recipient_lines(FACTS, address)


names = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"]), min_size=1, max_size=MAX_NAME_CHARACTERS
).filter(lambda text: text.strip() != "")
lines = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=MAX_POSTAL_LINE_CHARACTERS)


@settings(max_examples=200, deadline=None)
@given(names, names, names, st.lists(lines, min_size=1, max_size=6))
def test_no_block_is_larger_than_the_norm(last: str, first: str, employer: str, address: list[str]) -> None:
    facts = replace(FACTS, representative=Person(Civility.MADAME, last, first), employer_name=employer)
    block = recipient_lines(facts, tuple(address))
    assert len(address) <= len(block) <= 6
    assert all(0 < len(line) <= 38 for line in block)


def test_the_doctor_finds_nothing_when_all_is_there() -> None:
    assert findings() == []


def test_the_doctor_finds_a_template_that_is_missing(tmp_path: Path) -> None:
    assert findings(tmp_path / "letter.typ") == [f"the template {tmp_path / 'letter.typ'} is missing"]


def test_the_doctor_finds_a_template_that_does_not_compile(tmp_path: Path) -> None:
    broken = tmp_path / "letter.typ"
    broken.write_text("#nothing", encoding="utf-8")
    assert findings(broken) == [f"the template {broken} does not compile: unknown variable: nothing"]


def test_the_doctor_finds_a_font_that_the_template_names_and_nobody_has(tmp_path: Path) -> None:
    other = tmp_path / "letter.typ"
    text = TEMPLATE.read_text(encoding="utf-8").replace("Libertinus Serif", "Marianne")
    other.write_text(text, encoding="utf-8")
    assert findings(other) == [f"the template {other}: unknown font family: marianne"]


def test_the_doctor_finds_fonts_that_are_missing() -> None:
    found = findings(known=Fonts(include_system_fonts=False, include_embedded_fonts=False))
    assert found[:2] == ["the font Libertinus Serif is missing", "the font DejaVu Sans Mono is missing"]


def test_people_can_look_at_a_letter_while_they_change_the_template(tmp_path: Path) -> None:
    write(tmp_path / "letter.png")
    write(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "letter.pdf").read_bytes() == pdf_of()
