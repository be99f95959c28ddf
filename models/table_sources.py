"""Tortoise loaded without reading the source text of each table's class.

It looks there for comments to store in the database. Ours has none, and parsing the sources took a tenth of
the time that a process needs to start. Imported before anything of Tortoise: models/database.py.
"""

import inspect
from collections.abc import Callable
from typing import Any

_getsource: Callable[..., str] = inspect.getsource


def _no_source(_class: Any) -> str:
    """Tortoise goes on without comments where there is no source text, as in an interactive session."""
    raise OSError


inspect.getsource = _no_source  # type: ignore[assignment]
try:
    import tortoise.models
finally:
    inspect.getsource = _getsource

if hasattr(tortoise.models, "_get_comments"):
    tortoise.models._get_comments = lambda cls: {}  # noqa: ARG005
