"""The setting COMPTOIR_REDIS_URL."""

from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from server.rate_limits.redis_url import RedisServer, parse_redis_url
from server.settings import Settings


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("redis://cache.example", RedisServer("cache.example", 6379, tls=False)),
        ("valkey://cache.example:6380/", RedisServer("cache.example", 6380, tls=False)),
        (
            "redis://:p%3A%2F@cache.example/3",
            RedisServer("cache.example", 6379, tls=False, database=3, password="p:/"),
        ),
        (
            "rediss://moi%40x:secret@[::1]:6390/0?ca=ca.pem",
            RedisServer("::1", 6390, True, 0, "moi@x", "secret", Path("ca.pem")),
        ),
        ("valkeys://cache.example", RedisServer("cache.example", 6379, tls=True)),
    ],
)
def test_each_way_to_share_is_read_from_its_url(url: str, server: RedisServer) -> None:
    assert parse_redis_url(url) == server


@pytest.mark.parametrize(
    "url",
    [
        "",
        "cache.example:6379",
        "memory://",
        "memcached://moi:secret@cache.example:11211",
        "redis+cluster://moi:secret@cache.example:6379",
        "unix:///run/redis.sock",
        "redis://",
        "redis://:6379",
        "redis://moi:secret@cache.example:70000",
        "redis://moi:secret@cache.example/zero",
        "redis://moi:secret@cache.example/²",
        "redis://moi:secret@cache.example/0?socket_timeout=9",
        "redis://moi:secret@cache.example?ca=ca.pem",
        "redis://moi:se/cret@cache.example",
        "redis://moi:secret@[cache.example",
        "redis://moi:secret#@cache.example",
    ],
)
def test_a_url_that_makes_no_sense_is_refused_without_telling_its_password(url: str) -> None:
    with pytest.raises(ValueError, match=r".+") as refused:
        parse_redis_url(url)
    assert "cret" not in str(refused.value)
    with pytest.raises(ValidationError) as faults:
        Settings(redis_url=SecretStr(url))
    assert [fault["loc"] for fault in faults.value.errors()] == [("redis_url",)]
    assert "cret" not in str(faults.value)


def test_another_scheme_is_refused_with_the_known_ones() -> None:
    with pytest.raises(
        ValueError,
        match=r"'amqp' is no way to share limits: use one of redis://, valkey://, rediss://, valkeys://",
    ):
        parse_redis_url("amqp://cache.example")


def test_its_password_is_not_shown_by_accident() -> None:
    settings = Settings(redis_url=SecretStr("redis://moi:secret@cache.example"))
    assert "secret@" not in repr(settings)
    assert "'secret'" not in repr(settings.redis)
    assert str(settings.redis) == "cache.example:6379"
