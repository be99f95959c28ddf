"""The kinds of callers as parameters of a test, with a mark for those of whom coverage is not measured."""

import pytest

from tests.schema.callers import CALLER_KINDS, CallerKind, administrator, mandated_to_read

MEASURED_CALLERS = {administrator, mandated_to_read}
"""Those who reach every line: the others repeat them, and measuring doubles what a test takes."""


def marks_of(caller: CallerKind) -> tuple[pytest.MarkDecorator, ...]:
    return () if caller.open_browser in MEASURED_CALLERS else (pytest.mark.no_cover,)


CALLERS = [
    pytest.param(caller, id=caller.open_browser.__name__, marks=marks_of(caller)) for caller in CALLER_KINDS
]
