"""GraphQL over HTTP as its working group audits it, on the service as it is run."""

import asyncio
import json
from pathlib import Path

from tests.processes.node import run_audit
from tests.server.comptoir_process import serving

AUDITS = 61


async def test_every_audit_of_graphql_over_http_passes(database_url: str, tmp_path: Path) -> None:
    with serving(database_url, tmp_path) as served:
        done = await asyncio.to_thread(run_audit, "http.mjs", f"{served.url}/graphql")
    assert done.stderr == ""
    found = json.loads(done.stdout)
    assert [one for one in found if one["status"] != "ok"] == []
    assert len(found) == AUDITS
