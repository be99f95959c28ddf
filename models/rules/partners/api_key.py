"""The keys of partners: shown once, told from other secrets by their beginning, checked before they are
looked up (T3)."""

import zlib

API_KEY_PREFIX = "cptk_"
"""Secret scanners find leaked keys by this prefix."""
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BYTES = 32
_BODY, _CHECK = 43, 6
"""62 to the power 43 holds 256 bits; to the power 6, the 32 of a CRC."""
_HINT = 6


def generate_api_key(drawn: bytes) -> str:
    """A key from 32 bytes of a CSPRNG. Raises: ValueError for any other number."""
    if len(drawn) != _BYTES:
        raise ValueError(f"{len(drawn)} bytes: a key is made of {_BYTES}")
    body = _written(int.from_bytes(drawn), _BODY)
    return f"{API_KEY_PREFIX}{body}{_checksum(body)}"


def is_api_key(text: str) -> bool:
    """Has the form of a key, with a checksum that holds: a slip of the pen never reaches the database."""
    body, check = text[len(API_KEY_PREFIX) : -_CHECK], text[-_CHECK:]
    return (
        text.startswith(API_KEY_PREFIX)
        and len(body) == _BODY
        and all(digit in _DIGITS for digit in body)
        and _checksum(body) == check
    )


def api_key_hint(key: str) -> str:
    """Return the beginning of a key: it identifies the key among others and gives no access."""
    return key[: len(API_KEY_PREFIX) + _HINT]


def _checksum(body: str) -> str:
    return _written(zlib.crc32(body.encode()), _CHECK)


def _written(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, rest = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[rest])
    return "".join(reversed(digits))
