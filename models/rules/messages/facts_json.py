"""Message facts to JSON and back: the form in which the outbox stores them."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from models.rules.messages.facts import MessageFacts
from models.rules.vocabulary import MessageKind

FACTS_BY_KIND: Mapping[MessageKind, type[MessageFacts]] = {
    facts.kind: facts for facts in get_args(MessageFacts)
}


def facts_to_json(facts: MessageFacts) -> dict[str, object]:
    """Return the facts as a JSON object: its keys are the fields, in their order; days are ISO text."""
    return {field.name: to_json(getattr(facts, field.name)) for field in fields(facts)}


def facts_from_json(kind: MessageKind, stored: object) -> MessageFacts:
    """Return the facts of a message of this kind from the JSON object that is stored with it.

    Keys that are no field of this kind are ignored: another version may have written them. A missing key
    has the default of its field: a former version did not know it.
    Raises: ValueError if a key without a default is missing or a value is of another type; the text names the
    key only, as values are personal data.
    """
    facts: MessageFacts = dataclass_from_json(FACTS_BY_KIND[kind], stored, kind)
    return facts


def to_json(value: object) -> object:
    if is_dataclass(value):
        return {field.name: to_json(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value


def dataclass_from_json(cls: Any, value: object, path: str) -> Any:
    if not isinstance(value, dict):
        raise ValueError(f"{path} is not an object")
    types, values = get_type_hints(cls), {}
    for field in fields(cls):
        key = f"{path}.{field.name}"
        if field.name in value:
            values[field.name] = _from_json(types[field.name], value[field.name], key)
        elif field.default is MISSING:
            raise ValueError(f"{key} is missing")
    return cls(**values)


def _from_json(type_: Any, value: object, path: str) -> object:
    """Return the value as this type: a dataclass, a tuple, a date, an enumeration or a type of JSON."""
    if get_origin(type_) is UnionType:
        type_ = NoneType if value is None else get_args(type_)[0]
    if get_origin(type_) is tuple:
        if not isinstance(value, list):
            raise ValueError(f"{path} is not a list")
        return tuple(_from_json(get_args(type_)[0], item, path) for item in value)
    if is_dataclass(type_):
        return dataclass_from_json(type_, value, path)
    try:
        if type_ is date and isinstance(value, str):
            return date.fromisoformat(value)
        if issubclass(type_, StrEnum):
            return type_(value)
    except ValueError:
        raise ValueError(f"{path} is not a {type_.__name__}") from None
    # By identity: True is an int for isinstance.
    if type(value) is not type_:
        raise ValueError(f"{path} is not a {type_.__name__}")
    return value
