"""Limits the depth and size of variables: all later code walks through them, some of it recursively."""

MAX_VARIABLE_DEPTH = 20
"""Levels of variables; what the schema takes is 5 levels deep."""
MAX_VARIABLE_VALUES = 5_000
"""Parts of variables in all; the schema takes lists of 250."""


def variables_excess(variables: object) -> str | None:
    """What there is too much of in variables; None if all is well."""
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
