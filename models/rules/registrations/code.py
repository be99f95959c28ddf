"""The code in the letter to the legal representative: K7MX-2PQ9 (N1)."""

import hmac

from models.rules.accounts.identifier import ALPHABET

CODE_CHARACTERS = 8
_HALF = CODE_CHARACTERS // 2


def make_code(key: bytes) -> str:
    """Return the code made from 256 bits: 8 characters of the readable alphabet, 38 bits, in two halves.

    It is derived from a nonce of the letter, as links are: the database holds no code that could be read.
    """
    number, characters = int.from_bytes(key), []
    for _ in range(CODE_CHARACTERS):
        number, place = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[place])
    code = "".join(characters)
    return f"{code[:_HALF]}-{code[_HALF:]}"


def is_code(typed: str, code: str) -> bool:
    """Return whether the text is the code: case, spaces and hyphens do not matter. In constant time."""
    return hmac.compare_digest(_bare(typed).encode(), _bare(code).encode())


def _bare(text: str) -> str:
    return "".join(character for character in text if character.isalnum()).upper()
