"""The two addresses of a letter: each six lines of 38 characters at most (NF Z10-011, A3)."""

from textwrap import wrap

from models.rules.accounts.account import MAX_POSTAL_LINE_CHARACTERS, MAX_POSTAL_LINES, check_postal_address
from models.rules.folding import fold
from models.rules.messages.facts import AnyLetterFacts, Person
from models.rules.refusals import Refusal
from models.rules.vocabulary import Civility, Language

_SHORT_TITLES = {Civility.MADAME: "Mme", Civility.MONSIEUR: "M"}
_IN_CAPITALS = 3
"""La Poste's rule: the last three lines in capitals."""


def recipient_lines(facts: AnyLetterFacts, postal_address: tuple[str, ...]) -> tuple[str, ...]:
    """The employer, its legal representative, and the address, in that order.

    If there is room for one name only, it is the representative's; if there is none, the address is alone.
    What does not fit is left out: the letter names both at the left of the window.

    Raises: ValueError for an address that is empty or too large.
    """
    address = check_postal_address(postal_address)
    if isinstance(address, Refusal) or not address:
        raise ValueError(f"{postal_address!r} is no postal address of at most 6 lines of 38 characters")
    employer: tuple[str, ...] = ()
    if fold(address[0]) == fold(facts.employer_name):
        employer, address = address[:1], address[1:]
    room = MAX_POSTAL_LINES - len(employer) - len(address)
    if not employer and room > 1:
        employer = tuple(wrap(facts.employer_name, MAX_POSTAL_LINE_CHARACTERS)[: room - 1])
    person = (_fitting(facts.representative),) if room else ()
    return (*employer, *person, *address[:-_IN_CAPITALS], *map(_capitals, address[-_IN_CAPITALS:]))


def sender_lines(text: str) -> tuple[str, ...]:
    """The lines of the sender's address, which the setting separates by `;`; empty for "" (NF Z10-011).

    Raises: ValueError for more than 6 lines, or a line of more than 38 characters.
    """
    address = check_postal_address(tuple(text.split(";")))
    if isinstance(address, Refusal):
        raise ValueError("give at most 6 lines of 38 characters, with ; between them")
    return address


def _fitting(person: Person) -> str:
    """The fullest form of a name that fits in a line."""
    title = _SHORT_TITLES[person.civility]
    forms = (
        person.full(Language.FRENCH),
        f"{title} {person.first_name} {person.last_name}",
        f"{title} {person.first_name[:1]} {person.last_name}",
    )
    return next(
        (form for form in forms if len(form) <= MAX_POSTAL_LINE_CHARACTERS),
        wrap(forms[-1], MAX_POSTAL_LINE_CHARACTERS)[0],
    )


def _capitals(line: str) -> str:
    capitals = line.upper()
    return capitals if len(capitals) <= MAX_POSTAL_LINE_CHARACTERS else line
