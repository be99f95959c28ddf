"""What docs/graphql.md says to paste works as it stands, and answers what it says."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.server.commands import write_demo
from tests.server.comptoir_process import DEADLINE, HERE, serving

pytestmark = pytest.mark.one_database

PAGE = (HERE / "docs" / "graphql.md").read_text(encoding="utf-8")


async def test_the_requests_to_paste_answer_what_the_page_says(
    database_url: str,
    tmp_path: Path,
) -> None:
    blocks = re.findall(r"```(?:sh|json)\n(.*?)```", PAGE, re.DOTALL)
    assert len(blocks) == 4
    await write_demo(database_url, 40)
    with serving(database_url, tmp_path) as served:
        for pasted, answered in zip(blocks[::2], blocks[1::2], strict=True):
            got = _pasted(pasted.replace("http://127.0.0.1:8000", served.url), tmp_path)
            assert _but_for_what_is_left(got) == _but_for_what_is_left(answered)
    assert "comptoir" in (tmp_path / "cookies.txt").read_text()


def _but_for_what_is_left(text: bytes | str) -> Any:
    """What is left of a minute depends on when it began."""
    answer = json.loads(text)
    del answer["extensions"]["cost"]["left"]
    return answer


def _pasted(command: str, folder: Path) -> bytes:
    done = subprocess.run(
        ["bash", "-c", command], cwd=folder, capture_output=True, check=True, timeout=DEADLINE
    )
    return done.stdout
