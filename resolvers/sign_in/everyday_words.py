"""The words that people make passwords of: zxcvbn's lists, and French ones (P1)."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from models.rules.folding import fold
from models.rules.sign_in.guessable import Weakness

_MAX_ENGLISH_WORDS = 3_000
"""How many of the commonest English words count as everyday words."""
_MAX_COMMON_PASSWORDS = 10_000
_NAME_RANK = 1_000
"""The names are in alphabetical order: an attacker tries about as many before he reaches one."""


@cache
def ranked_words() -> dict[str, int]:
    """Return every word with its rank: the best in any list. The words of zxcvbn are as it has them."""
    ranks: dict[str, int] = {}
    for words in _zxcvbn_lists().values():
        _rank(ranks, enumerate(words, 1))
    for name in ("everyday", "calendar", "places", "french_words"):
        _rank(ranks, enumerate(_word_list(name), 1))
    _rank(ranks, ((_NAME_RANK, word) for word in _word_list("names")))
    return ranks


@cache
def word_kinds() -> dict[str, Weakness]:
    """Return everyday words, names and common passwords, folded, each with what it is."""
    lists_of_zxcvbn = _zxcvbn_lists()
    english = lists_of_zxcvbn["english_wikipedia"][:_MAX_ENGLISH_WORDS]
    passwords = lists_of_zxcvbn["passwords"][:_MAX_COMMON_PASSWORDS]
    lists = [
        (Weakness.COMMON, [word for word in passwords if word.isalpha()]),
        (Weakness.WORD, english),
        (Weakness.NAME, [*lists_of_zxcvbn["female_names"], *lists_of_zxcvbn["male_names"]]),
        (Weakness.NAME, _word_list("names")),
        (Weakness.WORD, _word_list("french_words")),
        (Weakness.PLACE, _word_list("places")),
        (Weakness.WORD, _word_list("everyday")),
        (Weakness.CALENDAR, _word_list("calendar")),
    ]
    return {fold(word): kind for kind, words in lists for word in words}


@cache
def common_passwords() -> frozenset[str]:
    """Return the commonest passwords, case folded: tens of thousands."""
    return frozenset(password.casefold() for password in _zxcvbn_lists()["passwords"])


def _zxcvbn_lists() -> Mapping[str, Sequence[str]]:
    # Loaded in the thread of the first estimate: no process needs it to start.
    from zxcvbn.frequency_lists import FREQUENCY_LISTS

    return FREQUENCY_LISTS


@cache
def _word_list(name: str) -> list[str]:
    text = files("resolvers.sign_in").joinpath("word_lists", f"{name}.txt").read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def _rank(ranks: dict[str, int], ranked: Iterator[tuple[int, str]]) -> None:
    for rank, word in ranked:
        ranks[word] = min(rank, ranks.get(word, rank))
