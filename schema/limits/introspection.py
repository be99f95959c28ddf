"""The setting that says who may read the schema through introspection."""

from enum import StrEnum


class Introspection(StrEnum):
    """Who may send introspection queries; `__typename` is open to everyone."""

    OFF = "off"
    SIGNED_IN = "signed_in"
    EVERYONE = "everyone"
