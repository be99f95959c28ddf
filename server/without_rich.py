"""structlog loaded without rich, which it would use to colour a terminal: our logs are JSON.

rich and what it loads took 60 ms and 4 MB of each process. Typer loads it where it shows a help.
"""

import sys
from typing import Any, cast

_modules = cast(dict[str, Any], sys.modules)
_absent = "rich" not in _modules
if _absent:
    _modules["rich"] = None  # an import of it fails, as where it is not installed
try:
    import structlog  # noqa: F401
finally:
    if _absent:
        del _modules["rich"]
