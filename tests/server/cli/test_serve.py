"""`comptoir serve`: it stops without cutting requests off, and serves with several processes as with one."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from tests.fresh_database import MIGRATIONS, fresh_database
from tests.server.commands import run, write_demo
from tests.server.comptoir_process import DEADLINE, PROGRAM, Serving, comptoir, serving

SIGN_IN = """mutation { signIn(input: {identifier: "JLO000439", password: "Comptoir#2026"}) {
    viewer { account { identifier } } errors { code } } }"""
STARTED = re.compile(r"Started server process \[(\d+)\]")
VIEWER = {"query": "{ viewer { account { identifier } } }"}
JEAN = {"account": {"identifier": "JLO000439"}}


@pytest.fixture
async def demo_url(database_url: str) -> str:
    await write_demo(database_url, 10)
    return database_url


def lines(served: Serving) -> list[dict[str, object]]:
    return [json.loads(line) for line in served.log().splitlines() if line.startswith("{")]


def wait_until_started(served: Serving, workers: int) -> list[int]:
    """Wait for the workers, and return the process id of each; those that were replaced come first.

    /readyz needs one worker only; one that is asked to end before it has started logs nothing.
    """
    deadline = time.monotonic() + DEADLINE
    while [line["event"] for line in lines(served)].count("started") < workers:
        assert time.monotonic() < deadline, served.log()
        time.sleep(0.02)
    return [int(found[1]) for line in lines(served) if (found := STARTED.fullmatch(str(line["event"])))]


def answers_alone(served: Serving, others: list[int]) -> bool:
    """Whether the one worker that is left answers while these are stopped."""
    try:
        for pid in others:
            os.kill(pid, signal.SIGSTOP)
        return httpx2.get(f"{served.url}/healthz", timeout=DEADLINE).status_code == 200
    finally:
        for pid in others:
            os.kill(pid, signal.SIGCONT)


@contextmanager
def busy_machine(loops: int) -> Iterator[None]:
    """Programs that do nothing but take the processor."""
    programs = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(loops)]
    try:
        yield
    finally:
        for program in programs:
            program.kill()
            program.wait()


def refuses_connections(port: int) -> bool:
    try:
        socket.create_connection(("127.0.0.1", port), timeout=DEADLINE).close()
    except (ConnectionRefusedError, ConnectionResetError):  # closed, or closed while we connected
        return True
    return False


@pytest.mark.one_database
async def test_a_request_in_flight_gets_its_response_when_the_process_stops(
    demo_url: str, tmp_path: Path
) -> None:
    body = json.dumps({"query": SIGN_IN}).encode()
    head = (
        "POST /graphql HTTP/1.1\r\nHost: comptoir\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\nExpect: 100-continue\r\n\r\n"
    )
    with (
        serving(demo_url, tmp_path, program=(PROGRAM,)) as served,
        socket.create_connection(("127.0.0.1", served.port), timeout=DEADLINE) as connection,
    ):
        connection.sendall(head.encode())
        assert connection.recv(100).startswith(b"HTTP/1.1 100 ")  # the endpoint waits for the body
        served.process.terminate()
        deadline = time.monotonic() + DEADLINE
        while not refuses_connections(served.port):
            assert time.monotonic() < deadline, "it still accepts connections"
        connection.sendall(body)
        response = b"".join(iter(lambda: connection.recv(65_536), b""))
        assert response.startswith(b"HTTP/1.1 200 ")
        content = json.loads(response.split(b"\r\n\r\n", 1)[1])
        assert content["data"] == {"signIn": {"viewer": JEAN, "errors": []}}
        assert served.process.wait(DEADLINE) == 0
        assert lines(served)[-1]["event"] == f"Finished server process [{served.process.pid}]"
        assert "Traceback" not in served.log()


@pytest.mark.one_database
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_streams_are_interrupted_when_the_process_stops(
    demo_url: str, tmp_path: Path, number: int
) -> None:
    """Streams never end by themselves: the service would wait for them."""
    _, key, _ = await run("partner", "create", "Ircantec", "--employer", "VF201", url=demo_url)
    headers = {"authorization": f"Bearer {key.strip()}", "accept": "text/event-stream"}
    subscription = {"query": "subscription { accountStatusChanged { identifier } }"}
    with (
        serving(demo_url, tmp_path, program=(PROGRAM,)) as served,
        httpx2.Client(base_url=served.url, headers=headers, timeout=DEADLINE) as client,
        client.stream("POST", "/graphql", json=subscription) as response,
    ):
        chunks = response.iter_raw()
        assert next(chunks) == b":\n\n"
        served.process.send_signal(number)
        assert list(chunks) == []  # no `complete` event: the subscriber resumes, and receives the rest
        assert served.process.wait(DEADLINE) == 0
        assert "Traceback" not in served.log()


async def test_two_processes_serve_the_same_sessions(demo_url: str, tmp_path: Path) -> None:
    with serving(demo_url, tmp_path, "--workers", "2", program=(PROGRAM,)) as served:
        with httpx2.Client(base_url=served.url, timeout=DEADLINE) as browser:
            signed_in = browser.post("/graphql", json={"query": SIGN_IN}).json()
            assert signed_in["data"]["signIn"]["viewer"] == JEAN
            cookies = dict(browser.cookies)
        for _ in range(20):  # a new connection each time: either process may take it
            response = httpx2.post(f"{served.url}/graphql", json=VIEWER, cookies=cookies, timeout=DEADLINE)
            assert response.json()["data"] == {"viewer": JEAN}
        wait_until_started(served, 2)
        assert served.stop() == 0
        events = [line["event"] for line in lines(served)]
        assert events.count("started") == events.count("stopped") == 2
        assert "Traceback" not in served.log()


@pytest.mark.one_database
async def test_two_processes_start_on_a_busy_machine_and_none_is_replaced(
    demo_url: str, tmp_path: Path
) -> None:
    with (
        busy_machine(loops=4),
        serving(demo_url, tmp_path, "--workers", "2", program=(PROGRAM,)) as served,
    ):
        workers = wait_until_started(served, 2)
        assert len(set(workers)) == 2
        for worker in workers:
            others = [pid for pid in workers if pid != worker]
            assert answers_alone(served, others)
        assert " died" not in served.log()


@pytest.mark.one_database
async def test_a_process_that_is_killed_is_logged_and_replaced(demo_url: str, tmp_path: Path) -> None:
    with serving(demo_url, tmp_path, "--workers", "2", program=(PROGRAM,)) as served:
        killed, other = wait_until_started(served, 2)
        os.kill(killed, signal.SIGKILL)
        *_, replacement = wait_until_started(served, 3)
        assert replacement not in {killed, other}
        assert answers_alone(served, [other])
        (line,) = (line for line in lines(served) if line["event"] == f"Child process [{killed}] died")
        assert line["level"] == "info"
        assert served.stop() == 0
        assert "Traceback" not in served.log()


async def test_what_cannot_be_served_yet_says_why_and_is_served_once_it_can(
    server_url: str | None, tmp_path: Path
) -> None:
    async with fresh_database(server_url, tmp_path) as url:
        with serving(url, tmp_path, until=503, program=(PROGRAM,)) as served:
            reason = httpx2.get(f"{served.url}/readyz", timeout=DEADLINE).json()["reason"]
            assert reason == f"database not migrated: run 'comptoir migrate' ({MIGRATIONS} missing)"
            response = httpx2.post(f"{served.url}/graphql", json={"query": SIGN_IN}, timeout=DEADLINE)
            assert (response.status_code, response.headers["retry-after"]) == (503, "5")
            assert (await run("migrate", url=url))[0] == 0
            assert httpx2.get(f"{served.url}/readyz", timeout=DEADLINE).json() == {"status": "ready"}
            started = next(line for line in lines(served) if line["event"] == "started")
            assert (started["ready"], started["reason"]) == (False, reason)
            assert "Traceback" not in served.log()


@pytest.mark.one_database
async def test_a_port_in_use_is_reported_and_ends_the_process(database_url: str) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        port = listening.getsockname()[1]
        done = comptoir(database_url, "serve", "--port", str(port))
    assert done.returncode == 1
    (line,) = done.stderr.splitlines()
    assert line.startswith(f"cannot listen on 127.0.0.1:{port} (")
    assert line.endswith("): choose another --port")
