"""The text of an employer that a search looks at, and by which lists are ordered (L1, E2)."""

from models.rules.accounts.searched_text import squeezed_text
from models.rules.folding import fold

_FIELD_END = "\x01"
"""No searched word holds it, so that none runs from one field into the next."""


def employer_keys(
    *, name: str, siret: str, contract_number: str, postal_address: tuple[str, ...]
) -> dict[str, str]:
    """Return the columns `name_key` and `search_key`: name, SIRET, contract number and town are searched.

    The town is the last line of the postal address, with its postal code.
    """
    searched = (name, siret, contract_number, *postal_address[-1:])
    return {
        "name_key": fold(name),
        "search_key": "".join(squeezed_text(text) + _FIELD_END for text in searched),
    }
