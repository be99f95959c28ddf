"""Documents generated at random from the schema: each gets a well-formed response, and none a 5xx."""

import asyncio
from pathlib import Path

from tests.fuzz import WIDE, callers_of, run
from tests.schema.field_queries import SCHEMA
from tests.server.commands import write_demo
from tests.server.comptoir_process import serving


async def test_no_document_made_from_the_schema_makes_the_service_fail(
    database_url: str, tmp_path: Path
) -> None:
    await write_demo(database_url, 30)
    callers = await callers_of(database_url)
    with serving(database_url, tmp_path, **WIDE) as served:
        fuzzing = await asyncio.to_thread(run, served.url, callers, examples=4)
    roots = (SCHEMA.query_type, SCHEMA.mutation_type)
    fields = {f"{root.name}.{name}" for root in roots if root for name in root.fields}
    wanted = {name for name in fields if "._" not in name}  # schemathesis leaves federation's own out
    assert fuzzing.fields.keys() == wanted
    assert min(fuzzing.fields.values()) >= len(callers)
    assert set(fuzzing.statuses) <= {200, 304, 400, 401, 405, 429}
