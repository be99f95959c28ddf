"""API keys of partners: shown once, recognised by a prefix, checked by a checksum before a look-up (T3)."""

import zlib

API_KEY_PREFIX = "cptk_"
"""Secret scanners find leaked keys by this prefix."""
_DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
_BYTES = 32
_BODY, _CHECK = 43, 6
"""Base-62 digits: 43 hold 256 bits, 6 hold the 32 bits of a CRC."""
_HINT = 6


def generate_api_key(random_bytes: bytes) -> str:
    """A key from 32 bytes of a CSPRNG. Raises: ValueError for any other number of bytes."""
    if len(random_bytes) != _BYTES:
        raise ValueError(f"{len(random_bytes)} bytes: a key is made of {_BYTES}")
    body = _base62(int.from_bytes(random_bytes), _BODY)
    return f"{API_KEY_PREFIX}{body}{_checksum(body)}"


def is_api_key(text: str) -> bool:
    """Whether it has the form and the checksum of a key: a mistyped key is refused without a query."""
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
    return _base62(zlib.crc32(body.encode()), _CHECK)


def _base62(number: int, length: int) -> str:
    digits = []
    for _ in range(length):
        number, remainder = divmod(number, len(_DIGITS))
        digits.append(_DIGITS[remainder])
    return "".join(reversed(digits))
