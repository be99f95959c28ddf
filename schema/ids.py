"""Ids as clients see them: opaque, each for one kind of object."""

import binascii
from enum import StrEnum

import strawberry

from models.rules.refusals import Refused, malformed_id

_MAX_KEY = 2**63 - 1
_MAX_ID_CHARACTERS = 60
"""Characters."""


class Kind(StrEnum):
    ACCOUNT = "Account"
    EMPLOYER = "Employer"
    HISTORY_ENTRY = "HistoryEntry"
    MANDATE = "Mandate"
    SESSION = "Session"


_PREFIXES = {kind: f"{kind}:".encode("ascii") for kind in Kind}
_URL_SAFE, _FROM_URL_SAFE = bytes.maketrans(b"+/", b"-_"), bytes.maketrans(b"-_", b"+/")


def encode_id(kind: Kind, key: int) -> strawberry.ID:
    text = binascii.b2a_base64(b"%b%d" % (_PREFIXES[kind], key), newline=False)
    return strawberry.ID(text.translate(_URL_SAFE).rstrip(b"=").decode("ascii"))


def decode_any(value: str) -> tuple[Kind, int] | None:
    """Return the kind and key of an id that this service wrote; None for anything else."""
    if len(value) > _MAX_ID_CHARACTERS:
        return None
    try:
        raw = value.encode("ascii").translate(_FROM_URL_SAFE)
        text = binascii.a2b_base64(raw + b"=" * (-len(raw) % 4)).decode("ascii")
        name, _, digits = text.partition(":")
        kind, key = Kind(name), int(digits)
    except (binascii.Error, ValueError):
        return None
    is_canonical = encode_id(kind, key) == value and 0 < key <= _MAX_KEY
    return (kind, key) if is_canonical else None


def decode_id(kind: Kind, value: str, *field: str) -> int:
    """Return the key of an id of this kind; `field` is the path of the input or argument that holds it.

    Raises: Refused(INVALID) for an id of another kind, or for text that is no id.
    """
    decoded = decode_any(value)
    if decoded is None or decoded[0] is not kind:
        raise Refused(malformed_id().under(*field))
    return decoded[1]
