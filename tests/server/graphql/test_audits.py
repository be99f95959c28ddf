"""The audits of the GraphQL-over-HTTP working group, on a running service."""

import asyncio
import json
from pathlib import Path

import pytest

from tests.processes.node import run_audit
from tests.server.comptoir_process import serving

pytestmark = pytest.mark.one_database

AUDITS = 61


async def test_every_audit_of_graphql_over_http_passes(database_url: str, tmp_path: Path) -> None:
    with serving(database_url, tmp_path) as served:
        done = await asyncio.to_thread(run_audit, "http.mjs", f"{served.url}/graphql")
    assert done.stderr == ""
    results = json.loads(done.stdout)
    assert [one for one in results if one["status"] != "ok"] == []
    assert len(results) == AUDITS
