"""What an entry of the history records of a change (H1)."""

import pytest

from models.rules.history_entry import Change, changes_between


@pytest.mark.parametrize(
    ("before", "after", "changes"),
    [
        ({}, {}, ()),
        ({"phone": "1"}, {"phone": "1"}, ()),
        ({"phone": "1"}, {"phone": "2"}, (Change("phone", "1", "2"),)),
        ({"phone": "1"}, {"phone": None}, (Change("phone", "1", None),)),
        ({}, {"phone": "2", "email": None}, (Change("phone", None, "2"),)),
        ({"a": "1", "b": "1"}, {"b": "2", "a": "2"}, (Change("b", "1", "2"), Change("a", "1", "2"))),
    ],
)
def test_the_history_records_each_field_that_changed_before_and_after(
    before: dict[str, str | None], after: dict[str, str | None], changes: tuple[Change, ...]
) -> None:
    assert changes_between(before, after) == changes
