"""The most common passwords, from the list that zxcvbn ships (P1)."""

from functools import cache

from zxcvbn.frequency_lists import FREQUENCY_LISTS


@cache
def common_passwords() -> frozenset[str]:
    """Return the passwords, case folded: tens of thousands."""
    return frozenset(password.casefold() for password in FREQUENCY_LISTS["passwords"])
