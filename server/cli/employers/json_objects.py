"""The objects of a JSON array, each with the line at which it begins."""

import json
from collections.abc import Iterator

from server.cli.employers.file_faults import FileFault, UnreadableFile


def json_objects(text: str) -> Iterator[tuple[int, object]]:
    """Yield each element of the array with its line, which `json.loads` does not tell."""
    decoder, space = json.JSONDecoder(object_pairs_hook=_without_repetition), " \t\r\n"

    def skip(place: int) -> int:
        while place < len(text) and text[place] in space:
            place += 1
        return place

    place = skip(0)
    if text[place : place + 1] != "[":
        raise UnreadableFile(FileFault(1, "", "a JSON array of employers is expected: [ { … }, … ]"))
    place = skip(place + 1)
    while text[place : place + 1] != "]":
        line = text.count("\n", 0, place) + 1
        try:
            value, end = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise UnreadableFile(FileFault(error.lineno, "", f"no valid JSON: {error.msg}")) from None
        except _RepeatedKey as error:
            raise UnreadableFile(FileFault(line, str(error), "stands twice in one object")) from None
        except (RecursionError, ValueError):
            fault = FileFault(line, "", "nested too deeply, or a number is too long")
            raise UnreadableFile(fault) from None
        yield line, value
        place = skip(end)
        if text[place : place + 1] == "," and text[skip(place + 1) : skip(place + 1) + 1] != "]":
            place = skip(place + 1)
        elif text[place : place + 1] != "]":
            raise UnreadableFile(
                FileFault(text.count("\n", 0, place) + 1, "", "no valid JSON: , or ] expected")
            )
    if (rest := skip(place + 1)) < len(text):
        raise UnreadableFile(FileFault(text.count("\n", 0, rest) + 1, "", "text after the end of the list"))


class _RepeatedKey(Exception):
    """Its text is the key."""


def _without_repetition(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """Raises: _RepeatedKey, because it is not clear which of the two values is meant."""
    values = dict(pairs)
    if len(values) < len(pairs):
        raise _RepeatedKey(next(key for key, _ in pairs if [name for name, _ in pairs].count(key) > 1))
    return values
