"""python -m tests.schema.execution.longer --minutes 10: planned and stock execution, for as long as you like.

On SQLite, or with TEST_DATABASE=postgresql on a temporary PostgreSQL. Ends with the first case that differs.
"""

import argparse
import logging
import os
import tempfile
import time
from contextlib import nullcontext
from pathlib import Path as Folder
from random import Random

from argon2 import PasswordHasher

from resolvers.sign_in import passwords
from tests.processes.postgresql import cluster
from tests.schema.execution.cases import paths_of_mutations, paths_of_queries
from tests.schema.execution.checking import a_checker
from tests.schema.execution.ways import Way, resolved

_EXAMPLES = 30
"""Of each field before the next."""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    options = parser.parse_args()
    print(f"seed {options.seed}", flush=True)
    logging.disable(logging.CRITICAL)
    passwords._HASHER = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    paths = [path for of_type in paths_of_queries().values() for path in of_type] + paths_of_mutations()
    random, until, checked = Random(options.seed), time.monotonic() + options.minutes * 60, 0
    server = cluster() if os.environ.get("TEST_DATABASE") == "postgresql" else nullcontext()
    with (
        server as url,
        tempfile.TemporaryDirectory() as folder,
        a_checker(url, Folder(folder)) as checker,
    ):
        while time.monotonic() < until:
            checker.check([random.choice(paths)], random.randrange(2**32), _EXAMPLES)
            checked += 1
    print(f"{checked * _EXAMPLES} cases of {checked} fields are equal")
    print(_statistics())


def _statistics() -> str:
    """How often each field was resolved, and in how many of these by the planner."""
    lines = []
    for field, count in sorted(resolved[Way.STOCK].items()):
        planned = max(count - resolved[Way.PLANNED][field], 0)
        lines.append(f"{'.'.join(field):45} {count:8} {100 * planned // count:4} % planned")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
