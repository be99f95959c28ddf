"""No "Did you mean …": error messages do not reveal names of the schema (T3).

strawberry has a setting for fields alone; types, arguments and values would still be named, and looking for
names that are alike takes longer than all the rest of validation.
"""

from collections.abc import Collection
from importlib import import_module

_SUGGESTING = (
    "graphql.type.definition",
    "graphql.utilities.validate_input_value",
    "graphql.validation.rules.fields_on_correct_type",
    "graphql.validation.rules.known_argument_names",
    "graphql.validation.rules.known_type_names",
    "graphql.validation.rules.possible_type_extensions",
)


def suggest_nothing() -> None:
    """In this process, from now on. graphql-core has no setting for it."""
    for name in _SUGGESTING:
        module = import_module(name)
        assert hasattr(module, "suggestion_list"), name  # noqa: S101  else it has moved
        setattr(module, "suggestion_list", _none)  # noqa: B010  mypy knows no such attribute of a module


def _none(_asked: str, _there_are: Collection[str]) -> list[str]:
    return []
