"""A letter's PDF: its text, its fonts, its accessibility, the same bytes each time (C4)."""

import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from models.rules.messages.facts import Person
from models.rules.messages.letters import promotion_letter
from models.rules.vocabulary import Civility
from server.letters.check import AWKWARD
from server.letters.preview import FACTS, write
from server.letters.render import render
from server.letters.typography import french
from tests.server.letters.letter_pdfs import BLOCK, pdf_of, words_of


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


def test_awkward_names_are_printed_as_themselves() -> None:
    holder = Person(Civility.MADAME, AWKWARD, "Œdipe Łucja Ğ ẞ Nguyễn Đặng Ζωή Жанна")
    words = words_of(pdf_of(replace(FACTS, holder=holder), (AWKWARD[:38], "44000 NANTES")))
    assert AWKWARD[:38] in words
    assert f"{holder.first_name} {french(AWKWARD)}" in words


def test_a_character_that_no_font_has_is_shown_as_missing_and_the_letter_goes_out() -> None:
    words = words_of(pdf_of(replace(FACTS, holder=Person(Civility.MADAME, "Dupont 漢😀", "Sara"))))
    assert "Madame Sara Dupont □□" in words


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
    """The tags below a node, in reading order."""
    children = node.get("/K", [])
    tags: list[Any] = []
    for child in children if isinstance(children, list) else [children]:
        tag = child.get_object()
        if isinstance(tag, dict) and "/S" in tag:
            tags += [tag, *structure(tag)]
    return tags


def test_the_same_letter_has_the_same_bytes() -> None:
    assert pdf_of() == pdf_of()
    assert pdf_of() != pdf_of(replace(FACTS, on=date(2026, 11, 24)))


def test_the_same_letter_has_the_same_bytes_in_another_process() -> None:
    script = (
        "import sys; from tests.server.letters.letter_pdfs import pdf_of; sys.stdout.buffer.write(pdf_of())"
    )
    root = Path(__file__).parents[3]
    other = subprocess.run([sys.executable, "-c", script], cwd=root, capture_output=True, check=True)
    assert other.stdout == pdf_of()


def test_the_pdf_was_created_on_the_day_of_the_letter() -> None:
    metadata = PdfReader(BytesIO(pdf_of())).metadata
    assert metadata
    assert metadata.creation_date
    assert metadata.creation_date.date() == FACTS.on


def test_people_can_look_at_a_letter_while_they_change_the_template(tmp_path: Path) -> None:
    write(tmp_path / "letter.png")
    write(tmp_path / "letter.pdf")
    assert (tmp_path / "letter.png").read_bytes().startswith(b"\x89PNG")
    assert (tmp_path / "letter.pdf").read_bytes() == pdf_of()
