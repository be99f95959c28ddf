"""Whether a secret key was drawn at random, as far as it shows."""

MIN_SECRET_CHARACTERS = 32
MIN_DIFFERENT_CHARACTERS = 8
"""Of a key of 32 hexadecimal digits drawn at random, fewer than 1 in 10 million has fewer."""
MIN_PERIOD_CHARACTERS = 16


def is_repetitive(secret: str) -> bool:
    """Return whether it has few different characters, or is one short text again and again."""
    return len(set(secret)) < MIN_DIFFERENT_CHARACTERS or _period(secret) < MIN_PERIOD_CHARACTERS


def _period(text: str) -> int:
    """Return the length of the shortest beginning whose repetition makes the text; its own if it is none."""
    return next(n for n in range(1, len(text) + 1) if text.startswith(text[n:]))
