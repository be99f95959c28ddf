"""The French keyboard as a graph of neighbouring keys, in zxcvbn's form."""

_ROWS = (
    ["²~", "&1", "é2", '"3', "'4", "(5", "-6", "è7", "_8", "ç9", "à0", ")°", "=+"],
    ["", "aA", "zZ", "eE", "rR", "tT", "yY", "uU", "iI", "oO", "pP", "^¨", "$£"],
    ["", "qQ", "sS", "dD", "fF", "gG", "hH", "jJ", "kK", "lL", "mM", "ù%", "*µ"],
    ["<>", "wW", "xX", "cC", "vV", "bB", "nN", ",?", ";.", ":/", "!§", "", ""],
)
_NEIGHBOURS = ((-1, 0), (0, -1), (1, -1), (1, 0), (0, 1), (-1, 1))
"""Left, both above, right, both below: each row is half a key further to the right than the one above it."""


def _key(column: int, row: int) -> str | None:
    if 0 <= row < len(_ROWS) and 0 <= column < len(_ROWS[row]):
        return _ROWS[row][column] or None
    return None


AZERTY: dict[str, list[str | None]] = {
    character: [_key(column + right, row + down) for right, down in _NEIGHBOURS]
    for row, keys in enumerate(_ROWS)
    for column, key in enumerate(keys)
    for character in key
}
