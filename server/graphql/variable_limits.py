"""Limits the depth and size of variables: later code walks through them, some of it recursively."""

MAX_VARIABLE_DEPTH = 20
"""Levels; the schema's inputs have 5."""
MAX_VARIABLE_VALUES = 5_000
"""Values in all; the schema's lists have up to 250."""


def variables_excess(variables: object) -> str | None:
    """The limit that the variables exceed, as a message; None if they are within both."""
    level, parts = [variables], 0
    for _ in range(MAX_VARIABLE_DEPTH):
        level = [part for whole in level for part in _within(whole)]
        parts += len(level)
        if parts > MAX_VARIABLE_VALUES:
            return f"'variables' hold over {MAX_VARIABLE_VALUES} values."
        if not level:
            return None
    deeper = any(isinstance(part, dict | list) for part in level)
    return f"'variables' are nested over {MAX_VARIABLE_DEPTH} levels deep." if deeper else None


def _within(whole: object) -> list[object]:
    if isinstance(whole, dict):
        return list(whole.values())
    return whole if isinstance(whole, list) else []
