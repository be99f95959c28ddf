"""How deep a JSON value is nested: whoever walks through it afterwards may do so by calling themselves."""


def nested_deeper(value: object, levels: int) -> bool:
    """Whether it has more than so many lists and objects within each other."""
    level = [value]
    for _ in range(levels):
        level = [part for whole in level for part in _parts(whole)]
        if not level:
            return False
    return True


def _parts(whole: object) -> list[object]:
    if isinstance(whole, dict):
        return [part for part in whole.values() if isinstance(part, dict | list)]
    if isinstance(whole, list):
        return [part for part in whole if isinstance(part, dict | list)]
    return []
