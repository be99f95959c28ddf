"""No "Did you mean …": error messages do not reveal names of the schema (T3).

strawberry's setting covers fields only; types, arguments and values would still be named, and searching for
similar names takes longer than the rest of validation.
"""

from collections.abc import Collection
from importlib import import_module

_SUGGESTING_MODULES = (
    "graphql.type.definition",
    "graphql.utilities.validate_input_value",
    "graphql.validation.rules.fields_on_correct_type",
    "graphql.validation.rules.known_argument_names",
    "graphql.validation.rules.known_type_names",
    "graphql.validation.rules.possible_type_extensions",
)


def suggest_nothing() -> None:
    """Turn suggestions off for the whole process: graphql-core has no setting for it."""
    for name in _SUGGESTING_MODULES:
        module = import_module(name)
        assert hasattr(module, "suggestion_list"), name  # noqa: S101  fails when graphql-core has moved it
        setattr(module, "suggestion_list", _no_suggestions)  # noqa: B010  a plain assignment fails mypy


def _no_suggestions(_input: str, _options: Collection[str]) -> list[str]:
    return []
