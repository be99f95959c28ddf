"""French typography: apostrophes, and spaces where no line may break."""

import re

NARROW = "\u202f"
WIDE = "\u00a0"

_RULES = (
    (re.compile("'"), "’"),
    (re.compile(" +([;!?])"), rf"{NARROW}\1"),
    (re.compile(" +([:»])"), rf"{WIDE}\1"),
    (re.compile("« +"), f"«{WIDE}"),
    (re.compile(r"(?<=\w) (?=[A-Z]*\d)|(?<=\d) (?=\w)"), WIDE),
)


def french(text: str) -> str:
    """Non-breaking spaces: narrow before ; ! ?, wide before : and inside « », and around numbers."""
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
