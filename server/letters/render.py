"""Renders a letter from letter.typ with typst (C4): PDF/UA-1 and PDF/A-2a, the same bytes each time."""

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import cache
from pathlib import Path
from typing import cast

from typst import Compiler, Fonts, TypstError, TypstWarning

from models.rules.messages.emails import MessageText
from models.rules.messages.facts import AnyLetterFacts
from models.rules.vocabulary import Language
from server.letters.typography import french

TEMPLATE = Path(__file__).with_name("letter.typ")
FAMILIES = ("Libertinus Serif", "DejaVu Sans Mono")
"""The fonts of letter.typ. Both are in the typst package: no font of the machine is used."""
SENDER = "Plateforme employeurs publics"
OFFICE = "Gestion des comptes utilisateurs"

_MISSING = "□"


@dataclass(frozen=True, slots=True)
class Rendered:
    pdf: bytes
    pages: int


def render(
    text: MessageText,
    facts: AnyLetterFacts,
    recipient: tuple[str, ...],
    template: Path = TEMPLATE,
    sender_address: tuple[str, ...] = (),
) -> Rendered:
    """Render the letter, dated from its facts; `recipient` is the address in the window (`recipient_lines`).

    A character that no font has is printed as □: PDF/UA forbids it, and the letter has to be sent.

    Raises: TypstError for a template that does not compile.
    """
    letter = fields(text, facts, recipient, sender_address)
    try:
        return compiled(letter, facts.on, template)[0]
    except TypstError:
        mended = "".join(c if c.isascii() or _printable(c) else _MISSING for c in letter)
        if mended == letter:
            raise
        return compiled(mended, facts.on, template)[0]


def picture(
    text: MessageText, facts: AnyLetterFacts, recipient: tuple[str, ...], sender_address: tuple[str, ...] = ()
) -> bytes:
    """The first page as PNG, for a preview."""
    letter = fields(text, facts, recipient, sender_address)
    pages = _compiler(letter, TEMPLATE, fonts()).compile(format="png", ppi=120)
    return cast(bytes, pages[0] if isinstance(pages, list) else pages)


def fields(
    text: MessageText, facts: AnyLetterFacts, recipient: tuple[str, ...], sender_address: tuple[str, ...] = ()
) -> str:
    """The fields that letter.typ prints, as JSON, which docs/letters.md describes."""
    salutation, *paragraphs, signature = map(french, text.paragraphs)
    attention = (facts.representative.full(Language.FRENCH), facts.representative_title)
    return json.dumps(
        {
            "sender": SENDER,
            "office": OFFICE,
            "sender_address": [french(line) for line in sender_address],
            "contract": facts.contract_number,
            "references": [
                ["Établissement", [french(facts.employer_name), french(f"Contrat {facts.contract_number}")]],
                ["À l’attention de", [french(line) for line in attention if line]],
            ],
            "recipient": recipient,
            "date": {"day": facts.on.day, "month": facts.on.month, "year": facts.on.year},
            "subject": french(text.subject),
            "salutation": salutation,
            "paragraphs": paragraphs,
            "code": french(text.code),
            "signature": signature,
        },
        ensure_ascii=False,
    )


def compiled(
    letter: str, day: date, template: Path = TEMPLATE, known: Fonts | None = None
) -> tuple[Rendered, list[TypstWarning]]:
    """Compile the PDF; return it with typst's warnings. `day` is its date of creation.

    Raises: TypstError for a template that does not compile.
    """
    compiler = _compiler(letter, template, known or fonts())
    pdf, warnings = compiler.compile_with_warnings(
        format="pdf",
        timestamp=datetime.combine(day, time(12), tzinfo=UTC),
        pdf_standards=["ua-1", "a-2a"],
    )
    pages = compiler.query("<pages>", field="value", one=True)
    return Rendered(cast(bytes, pdf), int(pages)), warnings


@cache
def fonts() -> Fonts:
    return Fonts(include_system_fonts=False)


def _compiler(letter: str, template: Path, known: Fonts) -> Compiler:
    """A compiler for one letter: threads that share one get 'Already borrowed'. Fonts can be shared."""
    return Compiler(template, font_paths=known, ignore_system_fonts=True, sys_inputs={"letter": letter})


@cache
def _printable(character: str) -> bool:
    probe = Compiler(
        b'#set document(title: "-", date: none)\n#sys.inputs.character',
        font_paths=fonts(),
        ignore_system_fonts=True,
        sys_inputs={"character": character},
    )
    try:
        probe.compile(format="pdf", pdf_standards=["ua-1"])
    except TypstError:
        return False
    return True
