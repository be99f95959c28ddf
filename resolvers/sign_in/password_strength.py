"""How easy a password is to guess: zxcvbn's estimate, and one everyday word in its usual forms (P1)."""

import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from functools import cache

import anyio
import anyio.to_thread

from models.rules.folding import fold
from models.rules.sign_in.guessable import Weakness, everyday_weakness
from models.rules.sign_in.password import normalise_password
from resolvers.sign_in.azerty import AZERTY
from resolvers.sign_in.everyday_words import common_passwords, ranked_words, word_kinds

MIN_GUESSES = 10**8
"""Where zxcvbn's score 3 begins: what eight random characters need, and no less."""
MAX_PIECE_CHARACTERS = 32
"""zxcvbn takes quadratic time: a longer password is estimated in pieces. It is hashed whole."""
MAX_CONCURRENT_ESTIMATES = 2
_MIN_WORD_CHARACTERS = 3
_PATTERNS = {
    "spatial": Weakness.KEYBOARD,
    "repeat": Weakness.REPEAT,
    "sequence": Weakness.SEQUENCE,
    "regex": Weakness.DATE,
    "date": Weakness.DATE,
}


@cache
def _limiter() -> anyio.CapacityLimiter:
    return anyio.CapacityLimiter(MAX_CONCURRENT_ESTIMATES)


def words_of(texts: Iterable[str]) -> set[str]:
    """Return the words of at least three characters in texts that others know of a holder or an employer."""
    return {word for text in texts for word in re.split(r"[\W_]+", text) if len(word) >= _MIN_WORD_CHARACTERS}


async def password_weakness(password: str, personal: Collection[str]) -> Weakness | None:
    """Return why a password is easy to guess, or None; in a thread, since it takes milliseconds (P1).

    `personal` are words that are known of the holder and of the employer.
    """
    return await anyio.to_thread.run_sync(find_weakness, password, personal, limiter=_limiter())


def find_weakness(password: str, personal: Collection[str]) -> Weakness | None:
    """Return why a password is easy to guess, or None. `password_weakness` is the same in a thread."""
    password = normalise_password(password)
    if password.casefold() in common_passwords():
        return Weakness.COMMON
    personal_words = {fold(text).replace(" ", "") for text in personal}
    kinds = {**word_kinds(), **dict.fromkeys(personal_words, Weakness.PERSONAL)}
    if weakness := everyday_weakness(fold(password).replace(" ", ""), kinds):
        return weakness
    plain = _without_accents(password)
    pieces = [plain[n : n + MAX_PIECE_CHARACTERS] for n in range(0, len(plain), MAX_PIECE_CHARACTERS)]
    weakness = None
    for piece in pieces:
        weakness = _estimated_weakness(piece, personal_words, kinds)
        if weakness is None:
            return None
    return weakness


def _estimated_weakness(
    piece: str, personal_words: Collection[str], kinds: Mapping[str, Weakness]
) -> Weakness | None:
    """Return what zxcvbn takes the piece for, if it needs fewer than MIN_GUESSES guesses."""
    # Loaded in the thread of the first estimate, as its lists are: see everyday_words.py.
    from zxcvbn import matching, scoring

    dictionaries = {"words": ranked_words(), "personal": dict.fromkeys(personal_words, 1)}
    matches = matching.omnimatch(piece, dictionaries)
    matches += matching.spatial_match(piece, _graphs={"azerty": AZERTY}, _ranked_dictionaries=dictionaries)
    estimate = scoring.most_guessable_match_sequence(piece, matches)
    if estimate["guesses"] >= MIN_GUESSES:
        return None
    recognised = [match for match in estimate["sequence"] if match["pattern"] in {*_PATTERNS, "dictionary"}]
    if not recognised:
        return Weakness.SHORT
    longest = max(recognised, key=lambda match: len(match["token"]))
    if longest["pattern"] == "dictionary":
        return kinds.get(longest["matched_word"], Weakness.COMMON)
    return _PATTERNS[longest["pattern"]]


def _without_accents(text: str) -> str:
    """Return the text with its capitals and signs, and without its accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
