"""How much a JSON value holds: whoever walks through it afterwards takes as long, and may call themselves."""

DEEPEST = 20
"""Levels of variables; what the schema takes is 5 levels deep."""
LARGEST = 5_000
"""Parts of variables in all; the schema takes lists of 250."""


def excess(variables: object) -> str | None:
    """What there is too much of in variables; None if all is well."""
    level, parts = [variables], 0
    for _ in range(DEEPEST):
        level = [part for whole in level for part in _within(whole)]
        parts += len(level)
        if parts > LARGEST:
            return f"'variables' hold over {LARGEST} values."
        if not level:
            return None
    deeper = any(isinstance(part, dict | list) for part in level)
    return f"'variables' are nested over {DEEPEST} levels deep." if deeper else None


def _within(whole: object) -> list[object]:
    if isinstance(whole, dict):
        return list(whole.values())
    return whole if isinstance(whole, list) else []
