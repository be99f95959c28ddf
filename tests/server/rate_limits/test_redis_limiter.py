"""Limits on a real Redis: shared by processes; when it fails, each process limits by itself (P3, P7)."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, aclosing
from pathlib import Path

import pytest
from httpx2 import ASGITransport, AsyncClient
from pydantic import SecretStr
from redis.asyncio import Redis

from server.app import create_app
from server.cli.doctor import examine
from server.rate_limits import redis_limiter
from server.rate_limits.limiter import RateLimits
from server.rate_limits.redis_limiter import REDIS_TIMEOUT_SECONDS, RETRY_AFTER_FAILURE_SECONDS, RedisLimiter
from server.rate_limits.redis_url import parse_redis_url
from server.settings import Settings
from tests.client import HTTP, a_service, settings_of
from tests.processes.redis import PASSWORD, RedisServer, redis_server
from tests.processes.smtp import self_made
from tests.server.comptoir_process import DEADLINE, serving

pytestmark = pytest.mark.one_database

WHO, ADDRESS = "XXX222222", "192.0.2.7"
PATIENT = (
    sys.executable,
    "-c",
    "from server.cli.main import main; from server.rate_limits import redis_limiter; "
    f"redis_limiter.REDIS_TIMEOUT_SECONDS = {DEADLINE}; main()",
)
"""`comptoir` that waits for Redis however busy the machine is."""
RESET = 'mutation { requestPasswordReset(input: {identifier: "XXX222222"}) { errors { code } } }'


@pytest.fixture(autouse=True)
def patience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Redis is waited for however busy the machine is, except where a test says otherwise."""
    monkeypatch.setattr(redis_limiter, "REDIS_TIMEOUT_SECONDS", DEADLINE)


@pytest.fixture
def redis() -> Iterator[RedisServer]:
    with redis_server() as server:
        yield server


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


def settings_on(url: str, database_url: str = "sqlite://nowhere.db") -> Settings:
    return settings_of(database_url, redis_url=SecretStr(url), reset_limit="3/hour")


async def tries(limits: RateLimits, count: int = 1) -> list[bool]:
    """For each attempt, whether it may go on."""
    return [await limits.for_address(ADDRESS)("reset", WHO) == 0 for _ in range(count)]


@pytest.fixture
async def stack() -> AsyncIterator[AsyncExitStack]:
    async with AsyncExitStack() as stack:
        yield stack


async def limits_on(stack: AsyncExitStack, url: str, clock: Clock | None = None) -> RateLimits:
    return await stack.enter_async_context(aclosing(RateLimits(settings_on(url), clock or Clock())))


@pytest.mark.parametrize("scheme", ["redis", "valkey"])
async def test_what_one_counts_counts_for_the_other(
    redis: RedisServer, stack: AsyncExitStack, scheme: str
) -> None:
    url = redis.url.replace("redis", scheme, 1)
    one, other = await limits_on(stack, url), await limits_on(stack, url)
    assert await tries(one, 2) == [True, True]
    assert await tries(other, 2) == [True, False]
    assert await tries(one) == [False]
    seconds = await other.for_address(ADDRESS)("reset", WHO)
    assert 3590 <= seconds <= 3600
    assert await other.for_address(ADDRESS)("reset", "XXX333333") == 0


async def test_certificates_are_looked_at_and_an_authority_of_ones_own_is_trusted(
    redis: RedisServer, stack: AsyncExitStack, tmp_path: Path
) -> None:
    made = self_made(tmp_path)
    redis.kill()
    files = ["--tls-cert-file", str(made.certificate), "--tls-key-file", str(made.key)]
    redis.start("--port", "0", "--tls-port", str(redis.port), *files, "--tls-auth-clients", "no")
    url = redis.url.replace("redis", "rediss", 1)
    one = await limits_on(stack, f"{url}?ca={made.certificate}")
    other = await limits_on(stack, f"{url}?ca={made.certificate}")
    assert await tries(one, 3) == [True] * 3
    assert await tries(other) == [False]
    assert await tries(await limits_on(stack, url)) == [True]
    for authority, fault in (
        (url, "TLS failed"),
        (f"{url}?ca=none.pem", "no connection, or lost (FileNotFoundError)"),
    ):
        async with aclosing(RedisLimiter(parse_redis_url(authority))) as limiter:
            assert await limiter.fault() == fault


async def test_two_processes_share_their_limits(
    redis: RedisServer,
    database: None,  # noqa: ARG001
    database_url: str,
    tmp_path: Path,
) -> None:
    """Requests alternate between processes, 3 pass in all; the log has neither password nor identifier."""
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
    with (
        serving(database_url, tmp_path / "one", program=PATIENT, REDIS_URL=redis.url) as one,
        serving(database_url, tmp_path / "other", program=PATIENT, REDIS_URL=redis.url) as other,
    ):
        codes = [await reset_codes(served.url) for served in (one, other, one, other, one)]
        assert codes == [[], [], [], ["RATE_LIMITED"], ["RATE_LIMITED"]]
        redis.kill()
        assert await reset_codes(other.url) == []
        assert (one.stop(), other.stop()) == (0, 0)
        log = one.log() + other.log()
    assert "limits not shared: Redis fails" in other.log()
    assert PASSWORD not in log
    assert WHO not in log


async def reset_codes(url: str) -> list[str]:
    """The error codes of a request for a password reset."""
    async with AsyncClient(base_url=url, timeout=DEADLINE) as client:
        content = (await client.post("/graphql", json={"query": RESET})).json()
    return [error["code"] for error in content["data"]["requestPasswordReset"]["errors"]]


async def test_what_redis_stores_names_no_person_and_expires(
    redis: RedisServer, stack: AsyncExitStack
) -> None:
    limits = await limits_on(stack, redis.url)
    await tries(limits)
    async with Redis.from_url(redis.url, decode_responses=True) as client:
        keys = [str(key) for key in await client.keys()]
        assert [0 < await client.ttl(key) <= 3600 for key in keys] == [True, True]
    assert all(key.startswith("comptoir:") for key in keys)
    assert not [key for key in keys if WHO in key.upper() or ADDRESS in key]


async def test_killed_in_the_middle_each_counts_for_itself_until_it_is_back(
    redis: RedisServer, stack: AsyncExitStack
) -> None:
    clock = Clock()
    one, other = await limits_on(stack, redis.url, clock), await limits_on(stack, redis.url, clock)
    assert await tries(one, 3) == [True] * 3
    assert await tries(other) == [False]
    redis.kill()
    for limits in (one, other):
        assert await tries(limits, 4) == [True, True, True, False]
    redis.start()
    clock.seconds += RETRY_AFTER_FAILURE_SECONDS
    assert await tries(one, 2) == [True, True]
    assert await tries(other, 2) == [True, False]


async def test_restarted_between_two_tries_it_is_noticed_at_once(
    redis: RedisServer, stack: AsyncExitStack
) -> None:
    limits = await limits_on(stack, redis.url)
    assert await tries(limits, 3) == [True] * 3
    redis.kill()
    redis.start()
    assert await tries(limits, 4) == [True, True, True, False]
    async with Redis.from_url(redis.url) as client:
        assert len(await client.keys()) == 2


async def test_one_that_hangs_is_waited_for_once_and_not_for_long(
    redis: RedisServer, stack: AsyncExitStack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of four attempts, the first waits on its connection; the others would open connections of their own."""
    clock = Clock()
    limits = await limits_on(stack, redis.url, clock)
    assert await tries(limits, 2) == [True, True]
    async with Redis.from_url(redis.url) as watching:
        before = (await watching.info("stats"))["total_connections_received"]
        with redis.hanging(), monkeypatch.context() as patched:
            patched.setattr(redis_limiter, "REDIS_TIMEOUT_SECONDS", REDIS_TIMEOUT_SECONDS)
            began = time.monotonic()
            assert await tries(limits, 4) == [True, True, True, False]
            assert time.monotonic() - began >= REDIS_TIMEOUT_SECONDS
        assert (await watching.info("stats"))["total_connections_received"] == before
    clock.seconds += RETRY_AFTER_FAILURE_SECONDS
    await limits.for_address(ADDRESS)("sign_in", WHO)
    other = await limits_on(stack, redis.url, clock)
    assert (await tries(other, 3))[-1] is False


async def test_a_crowd_is_counted_to_the_last(redis: RedisServer, stack: AsyncExitStack) -> None:
    one, other = await limits_on(stack, redis.url), await limits_on(stack, redis.url)
    waits = await asyncio.gather(*(tries(limits) for limits in (one, other) for _ in range(40)))
    assert waits.count([True]) == 3


async def test_with_a_wrong_redis_password_people_can_sign_in_and_the_log_does_not_show_it(
    redis: RedisServer,
    database: None,  # noqa: ARG001
    database_url: str,
) -> None:
    wrong = redis.url.replace(PASSWORD, "tres-faux")
    async with a_service(settings_on(wrong, database_url)) as service:
        stranger = await service.stranger()
        errors = [(await stranger.data(RESET))["requestPasswordReset"]["errors"] for _ in range(4)]
    assert errors == [[], [], [], [{"code": "RATE_LIMITED"}]]
    (warning,) = [line for line in service.logged() if line["logger"] == "comptoir.limits"]
    assert (warning["event"], warning["level"]) == ("limits not shared: Redis fails", "warning")
    assert warning["error"] == "AuthenticationError"
    assert "tres-" not in service.log.getvalue()
    assert WHO not in service.log.getvalue()


async def test_connections_end_with_the_service(redis: RedisServer, database_url: str) -> None:
    settings = settings_on(redis.url, database_url).model_copy(update={"delivery_seconds": 0.0})
    app = create_app(settings)
    async with Redis.from_url(redis.url) as watching:
        async with app.router.lifespan_context(app):
            client = AsyncClient(transport=ASGITransport(app=app), base_url=HTTP)
            async with client:
                assert (await client.post("/graphql", json={"query": RESET})).status_code == 200
            assert len(await watching.client_list()) == 2
        assert len(await watching.client_list()) == 1


async def test_the_doctor_says_whether_limits_are_shared(
    redis: RedisServer, database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def limits_finding(url: str) -> tuple[str, bool]:
        findings = await examine(settings_on(url, database_url))
        (limits,) = [finding for finding in findings if finding.what.startswith("limits: ")]
        assert "tres-" not in limits.what
        return limits.what.removeprefix(f"limits: shared through 127.0.0.1:{redis.port}"), limits.good

    assert await limits_finding(redis.url) == ("", True)
    assert await limits_finding(redis.url.replace(PASSWORD, "tres-faux")) == (
        ": signing in is refused",
        False,
    )
    async with Redis.from_url(redis.url) as client:
        await client.acl_setuser(
            "reader", enabled=True, passwords=["+tres-lu"], keys=["*"], commands=["+@read"]
        )
        reader = redis.url.replace(f":{PASSWORD}", "reader:tres-lu")
        assert await limits_finding(reader) == (": this user may not run scripts or write there", False)
        await client.replicaof("127.0.0.1", "1")
        assert await limits_finding(redis.url) == (": it is a replica, which cannot be written to", False)
    with redis.hanging(), monkeypatch.context() as patched:
        patched.setattr(redis_limiter, "REDIS_TIMEOUT_SECONDS", REDIS_TIMEOUT_SECONDS)
        assert await limits_finding(redis.url) == (f": no answer within {REDIS_TIMEOUT_SECONDS} s", False)
    redis.kill()
    assert await limits_finding(redis.url) == (": no connection, or lost (ConnectionRefusedError)", False)
