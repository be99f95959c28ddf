"""What a process loads before it serves: no more than starting needs."""

import subprocess
import sys

from server.cli.main import COMMANDS, imported
from tests.server.comptoir_process import DEADLINE, HERE

OF_FEATURES = {
    *("aerich", "asyncclick", "cryptography", "dns", "joserfc", "phonenumbers", "redis", "rich", "typst"),
    "zxcvbn",
    *("server.demo.people", "server.letters.render", "server.rate_limits.redis_limiter"),
}
"""What one feature needs, and no process before that."""
OF_THE_SERVICE = {
    "asyncpg",
    "models",
    "pydantic",
    "resolvers",
    "schema",
    "starlette",
    "strawberry",
    "tortoise",
}


def loaded_by(program: str) -> set[str]:
    """The modules that a process has loaded at the end of this program."""
    done = subprocess.run(
        [sys.executable, "-c", f"{program}\nimport sys\nprint(*sys.modules)"],
        cwd=HERE,
        capture_output=True,
        text=True,
        timeout=DEADLINE,
        check=True,
    )
    return set(done.stdout.split())


def test_a_process_starts_without_what_single_features_need() -> None:
    loaded = loaded_by("from server.start import create_app; create_app()")
    assert "strawberry" in loaded
    assert not OF_FEATURES & loaded


def test_a_process_that_serves_loads_what_requests_need_and_little_more() -> None:
    loaded = loaded_by(
        """
import anyio
from server.workers.deferred_imports import deferred_imports
async def serve():
    async with deferred_imports() as loading:
        await loading
anyio.run(serve)
"""
    )
    assert "phonenumbers" in loaded
    assert not {"joserfc", "cryptography", "dns", "zxcvbn", "typst"} & loaded


def test_what_single_features_need_is_loaded_in_a_thread_before_its_first_use() -> None:
    loaded = loaded_by(
        """
import anyio, sys, threading
from server import first_use
threads = set()
def imported(name, module=first_use.import_module):
    threads.add(threading.current_thread())
    return module(name)
first_use.import_module = imported
async def use():
    for name in (first_use.JOSERFC, first_use.DNS, first_use.DNS):
        await first_use.loaded(name)
anyio.run(use)
assert threads and threading.main_thread() not in threads
"""
    )
    assert {"joserfc", "cryptography", "dns"} <= loaded


def test_the_sources_of_tables_are_read_by_none_but_those_who_ask_for_them() -> None:
    loaded_by("import inspect, models.database; inspect.getsource(models.database)")


def test_the_command_line_loads_nothing_of_the_service_before_it_runs_a_command() -> None:
    """Each worker loads it before it can answer the health check of uvicorn."""
    assert not OF_THE_SERVICE & loaded_by("import server.cli.main")


def test_each_command_has_the_help_that_the_list_of_commands_shows() -> None:
    assert {name: imported(name).help for name in COMMANDS} == {
        name: line for name, (_, line) in COMMANDS.items()
    }
