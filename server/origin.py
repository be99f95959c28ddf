"""Origins, in the form in which browsers send them."""

import ipaddress
import re
from urllib.parse import urlsplit

import idna

_DEFAULT_PORTS = {"http": 80, "https": 443}
_ASCII_HOST = re.compile(r"[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?")


def browser_origin(url: str) -> str:
    """Return scheme, host and port of the URL as a browser writes them in the header `Origin`.

    Lower case, international names in their ASCII form, without the scheme's own port. One `/` at the end is
    allowed. Raises: ValueError, with what is wrong, for anything else than scheme, host and port.
    """
    text = url.strip()
    if re.search(r"[\s\\]|[\x00-\x1f\x7f]", text):
        raise ValueError(f"{url!r} holds a space or a backslash")
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise ValueError(f"{url!r} is no address: {error}") from error
    if parts.scheme not in _DEFAULT_PORTS or not parts.hostname:
        raise ValueError(f"{url!r} is no address: give such as https://comptes.example.fr")
    for name, part in (
        ("a user", "@" if "@" in parts.netloc else ""),
        ("a path", parts.path.removeprefix("/")),
        ("a query", "?" if "?" in text else ""),
        ("a fragment", "#" if "#" in text else ""),
    ):
        if part:
            raise ValueError(f"{url!r} has {name}: give scheme, host and port only")
    suffix = "" if port in {None, _DEFAULT_PORTS[parts.scheme]} else f":{port}"
    return f"{parts.scheme}://{_browser_host(parts.hostname, url)}{suffix}"


def _browser_host(host: str, url: str) -> str:
    try:
        if ":" in host:
            return f"[{ipaddress.IPv6Address(host).compressed}]"
        if host.isascii() and _ASCII_HOST.fullmatch(host):
            return host
        return idna.encode(host, uts46=True, transitional=False).decode()
    except (ValueError, UnicodeError) as error:
        raise ValueError(f"{url!r} names no host that a browser knows") from error
