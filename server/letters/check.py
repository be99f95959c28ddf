"""The check of letters in `comptoir doctor`: the template and the fonts, before the first letter (C4)."""

from datetime import date
from pathlib import Path

from typst import Fonts, TypstError

from models.rules.accounts.account import MAX_NAME_CHARACTERS
from models.rules.messages.facts import LetterFacts, Person
from models.rules.messages.letters import creation_letter
from models.rules.vocabulary import Civility, Profile
from server.letters import render
from server.letters.address import recipient_lines

AWKWARD = r"""D'Œuvré-Łoś #1 $x$ @a <b> *c* _d_ `e` \u{41} "f" [g] // ğ"""
LONGEST_ADDRESS = tuple(f"{number} {'W' * 36}" for number in range(1, 7))
HARDEST = LetterFacts(
    representative=Person(Civility.MADAME, "W" * MAX_NAME_CHARACTERS, "Anne-Élisabeth"),
    representative_title="Directrice générale adjointe chargée des ressources humaines",
    holder=Person(Civility.MONSIEUR, AWKWARD, "W" * MAX_NAME_CHARACTERS),
    actor=Person(Civility.MADAME, "Nguyễn", "Ÿvonne"),
    on=date(2026, 12, 1),
    employer_name="Centre hospitalier régional universitaire de Nantes – Hôtel-Dieu",
    contract_number="VF201",
    profile=Profile.ADMINISTRATOR,
)


def findings(template: Path = render.TEMPLATE, known: Fonts | None = None) -> list[str]:
    """The faults that prevent letters, described for the operator; empty when all is well."""
    available = (known or render.fonts()).families()
    faults = [f"the font {family} is missing" for family in render.FAMILIES if family not in available]
    if not template.is_file():
        return [*faults, f"the template {template} is missing"]
    recipient = recipient_lines(HARDEST, LONGEST_ADDRESS)
    letter = render.fields(creation_letter(HARDEST), HARDEST, recipient, LONGEST_ADDRESS)
    try:
        _, warnings = render.compiled(letter, HARDEST.on, template, known)
    except TypstError as error:
        return [*faults, f"the template {template} does not compile: {error.message}"]
    return [*faults, *(f"the template {template}: {warning.message}" for warning in warnings)]
