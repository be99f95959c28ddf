"""The panel builds the same whatever a person's environment says about Node and npm."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HATCH_BUILD = Path(__file__).parents[1] / "admin_ui" / "hatch_build.py"
PACKAGE = {
    "name": "panel",
    "version": "1.0.0",
    "scripts": {"check": "build-tool"},
    "devDependencies": {"build-tool": "file:build-tool"},
}
LOCK = {
    "name": "panel",
    "version": "1.0.0",
    "lockfileVersion": 3,
    "packages": {
        "": {key: PACKAGE[key] for key in ("name", "version", "devDependencies")},
        "build-tool": {"version": "1.0.0", "dev": True, "bin": {"build-tool": "tool.js"}},
        "node_modules/build-tool": {"resolved": "build-tool", "link": True},
    },
}
BUILD_TOOL = {"name": "build-tool", "version": "1.0.0", "bin": {"build-tool": "tool.js"}}
SERVER = {"NODE_ENV": "production", "npm_config_production": "true", "NPM_CONFIG_OMIT": "dev"}


@pytest.fixture
def panel(tmp_path: Path) -> Path:
    """A small panel whose only package is a build tool beside it: nothing comes from the network."""
    folder = tmp_path / "admin_ui"
    (folder / "build-tool").mkdir(parents=True)
    shutil.copy(HATCH_BUILD, folder)
    (folder / "package.json").write_text(json.dumps(PACKAGE))
    (folder / "package-lock.json").write_text(json.dumps(LOCK))
    (folder / "build-tool" / "package.json").write_text(json.dumps(BUILD_TOOL))
    tool = folder / "build-tool" / "tool.js"
    tool.write_text("#!/usr/bin/env node\nconsole.log('NODE_ENV', process.env.NODE_ENV)\n")
    tool.chmod(0o755)
    return folder


def run(panel: Path, script: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    home = panel.parent / "home"
    home.mkdir()
    (home / ".npmrc").write_text("omit=dev\ndry-run=true\nbin-links=false\n")
    return subprocess.run(
        [sys.executable, "hatch_build.py", script],
        cwd=panel,
        env={**os.environ, "HOME": str(home), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize(
    "environment",
    [
        SERVER,
        {"NODE_OPTIONS": "--require /no/such/file.js"},
        {"NODE_PATH": "/no/such/folder", "npm_config_dry_run": "true"},
        {"npm_config_global": "true", "npm-config-bin-links": "false"},
    ],
    ids=["a server", "options of Node", "a dry run", "a global installation"],
)
def test_the_panel_is_built_with_its_development_packages(panel: Path, environment: dict[str, str]) -> None:
    result = run(panel, "check", environment)
    assert (result.returncode, result.stdout.splitlines()[-1:]) == (0, ["NODE_ENV undefined"]), result.stderr


def test_a_build_that_fails_says_in_one_line_what_to_do(panel: Path) -> None:
    result = run(panel, "no-such-script", {})
    assert result.returncode != 0
    assert "Traceback" not in result.stderr
    assert result.stderr.strip().splitlines()[-1].startswith("The panel: `npm-cli.js run` failed;")
