"""python -m tests.bench.status: `accountStatus` over HTTP, beside a minimal handler with the same SQL."""

import asyncio
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2

from models.database import connected
from models.migrate import migrate
from models.tables.accounts import AccountRow
from server.demo.load import load_demo
from tests.factories import NOW, POLICY, a_partner
from tests.processes.ports import free_port
from tests.processes.postgresql import cluster
from tests.server.comptoir_process import environment, serving

REQUESTS, WARM, BATCHES = 3_000, 300, 5
TICKS = os.sysconf("SC_CLK_TCK")
QUERY = "query ($i: String!) { accountStatus(identifier: $i) { identifier status profile expiresOn asOf } }"


@dataclass(frozen=True, slots=True)
class Measured:
    p50: float
    p99: float
    cpu: float
    """Milliseconds of one request."""


def ask(pid: int, url: str, content: Any, key: str, wanted: str) -> Measured:
    """Measure a batch of requests, one after the other over one connection; responses contain `wanted`."""
    with httpx2.Client(verify=False, headers={"authorization": f"Bearer {key}"}) as client:
        for _ in range(WARM):
            response = client.post(url, json=content)
            assert response.status_code == 200
            assert wanted in response.text
            assert "errors" not in response.json()
        times, before = [], cpu_ms(pid)
        for _ in range(REQUESTS // BATCHES):
            started = time.perf_counter()
            client.post(url, json=content)
            times.append((time.perf_counter() - started) * 1_000)
        spent = (cpu_ms(pid) - before) / len(times)
    centiles = statistics.quantiles(times, n=100)
    return Measured(centiles[49], centiles[98], spent)


def cpu_ms(pid: int) -> float:
    """Processor time of all threads of the process, in ms."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) * 1_000 / TICKS


@contextmanager
def bare(url: str) -> Iterator[tuple[int, str]]:
    port = free_port()
    words = [
        "-m",
        "uvicorn",
        "tests.bench.bare_handler:app",
        "--port",
        str(port),
        "--no-access-log",
        "--log-level",
        "error",
    ]
    process = subprocess.Popen([sys.executable, *words], env=environment(url))
    address = f"http://127.0.0.1:{port}/status"
    try:
        for _ in range(300):
            try:
                httpx2.get(address, verify=False)
                break
            except httpx2.TransportError:
                time.sleep(0.05)
        yield process.pid, address
    finally:
        process.terminate()
        process.wait()


async def prepared(url: str) -> tuple[str, str]:
    """A partner's key, and the identifier of one of 20,000 accounts."""
    await migrate(url)
    async with connected(url):
        await load_demo(3, 20_000, 2026, NOW, POLICY)
        account = await AccountRow.get(identifier="CDU000630")
        return (await a_partner(account.employer_id)).key, account.identifier


def bench(name: str, url: str) -> None:
    key, identifier = asyncio.run(prepared(url))
    wide: dict[str, Any] = {"COST_PER_MINUTE": "1000000000", "DELIVERY_SECONDS": "0"}
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(url, Path(folder), **wide) as served,
        bare(url) as (bare_pid, address),
    ):
        quoted_identifier = f'"{identifier}"'
        graphql = {"query": QUERY, "variables": {"i": identifier}}
        batches = [
            (
                ask(served.process.pid, f"{served.url}/graphql", graphql, key, quoted_identifier),
                ask(bare_pid, address, {"identifier": identifier}, key, quoted_identifier),
            )
            for _ in range(BATCHES)
        ]
    print(f"\n{name}: accountStatus of one identifier, with its key, beside a bare Starlette + SQL handler")
    for label in ("p50", "p99", "cpu"):
        ours, theirs = (
            statistics.median(getattr(batch[side], label) for batch in batches) for side in (0, 1)
        )
        print(f"  {label:<4} {ours:>7.2f} ms  bare {theirs:>6.2f} ms  {ours / theirs:>5.2f} x", flush=True)


def main() -> None:
    if len(sys.argv) == 1:
        for name in ("sqlite", "postgresql"):  # each in a process of its own: traps.md
            subprocess.run([sys.executable, "-m", "tests.bench.status", name], check=True)
        return
    with ExitStack() as stack:
        if sys.argv[1] == "sqlite":
            url = f"sqlite://{stack.enter_context(tempfile.TemporaryDirectory())}/bench.db"
        else:
            url = stack.enter_context(cluster())
        bench(sys.argv[1], url)


if __name__ == "__main__":
    main()
