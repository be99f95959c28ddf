"""Parses COMPTOIR_REDIS_URL, the Redis or Valkey that shares rate limits."""

from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit


@dataclass(frozen=True, slots=True)
class RedisServer:
    """A Redis or Valkey server, which have the same protocol."""

    host: str
    port: int
    tls: bool
    database: int = 0
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    authority: Path | None = None
    """Of certificates, in PEM, to be trusted beside the system's."""

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


_PORT = 6379
_TLS = {"redis": False, "valkey": False, "rediss": True, "valkeys": True}


def parse_redis_url(url: str) -> RedisServer:
    """redis://user:password@host:6379/0 · rediss://host?ca=authority.pem · valkey://host · valkeys://host

    Raises: ValueError, which names what is wrong and never the password.
    """
    parts = _split(url)
    if parts.scheme not in _TLS:
        known = ", ".join(f"{scheme}://" for scheme in _TLS)
        raise ValueError(f"{parts.scheme!r} is no way to share limits: use one of {known}")
    if not parts.hostname or parts.fragment:
        raise ValueError(f"{parts.scheme}:// wants a host, and signs in user and password escaped with %")
    tls = _TLS[parts.scheme]
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    if unknown := sorted(options.keys() - {"ca"}):
        raise ValueError(f"Redis URL: {unknown[0]!r} is no option: use ca")
    if options and not tls:
        raise ValueError(f"{parts.scheme}:// has no TLS: use {parts.scheme}s:// or leave ca out")
    return RedisServer(
        host=parts.hostname,
        port=_port(parts),
        tls=tls,
        database=_database(parts),
        user=unquote(parts.username) if parts.username else None,
        password=unquote(parts.password) if parts.password else None,
        authority=Path(options["ca"]) if options.get("ca") else None,
    )


def _split(url: str) -> SplitResult:
    try:
        return urlsplit(url)
    except ValueError:  # its text may hold the password
        raise ValueError("Redis URL: it is written redis://user:password@host:6379/0") from None


def _port(parts: SplitResult) -> int:
    try:
        return parts.port or _PORT
    except ValueError:
        raise ValueError("Redis URL: the port is no number from 1 to 65535") from None


def _database(parts: SplitResult) -> int:
    number = parts.path.strip("/")
    if number and not (number.isascii() and number.isdecimal()):
        raise ValueError("Redis URL: after the host comes the number of a database, such as /0")
    return int(number or 0)
