"""Limits of variables: their depth, and how many values they hold."""

import json

from server.graphql.variable_limits import MAX_VARIABLE_DEPTH, MAX_VARIABLE_VALUES, variables_excess


def test_nesting_is_counted_in_lists_and_objects() -> None:
    def nested(levels: int) -> object:
        """Variables of this many levels: nested lists in one object."""
        return json.loads('{"a": ' + "[" * (levels - 1) + "1" + "]" * (levels - 1) + "}")

    assert variables_excess({}) is variables_excess(None) is variables_excess({"a": [1, {"b": 2}]}) is None
    assert variables_excess(nested(MAX_VARIABLE_DEPTH)) is None
    for levels in (MAX_VARIABLE_DEPTH + 1, 900):
        assert "levels deep" in str(variables_excess(nested(levels)))


def test_parts_are_counted_wherever_they_stand() -> None:
    assert variables_excess({"ids": ["a"] * (MAX_VARIABLE_VALUES - 1)}) is None
    for variables in (
        {"ids": ["a"] * MAX_VARIABLE_VALUES},
        {str(n): n for n in range(MAX_VARIABLE_VALUES + 1)},
        {"a": [[1] * 99] * 99},
    ):
        assert "values" in str(variables_excess(variables))
