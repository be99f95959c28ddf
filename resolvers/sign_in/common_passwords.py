"""The commonest passwords, from the list that zxcvbn ships (P1)."""

from functools import cache

from zxcvbn.frequency_lists import FREQUENCY_LISTS


@cache
def common_passwords() -> frozenset[str]:
    """Case folded; tens of thousands."""
    return frozenset(password.casefold() for password in FREQUENCY_LISTS["passwords"])
