"""Words of the edge of GraphQL: who may ask what of the schema itself."""

from enum import StrEnum


class Introspection(StrEnum):
    """To whom the schema describes itself. `__typename` is told to everyone."""

    OFF = "off"
    SIGNED_IN = "signed_in"
    EVERYONE = "everyone"
