"""The security headers of every response."""

from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

RawHeaders = list[tuple[bytes, bytes]]

_ALWAYS = {
    b"content-security-policy": (
        b"default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
    ),
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
    b"referrer-policy": b"no-referrer",
    b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
    b"cross-origin-opener-policy": b"same-origin",
    b"cross-origin-resource-policy": b"same-origin",
    b"cache-control": b"no-store",
}
_OVER_HTTPS = {b"strict-transport-security": b"max-age=31536000; includeSubDomains"}


def security_headers(https: bool) -> RawHeaders:
    return [*(_ALWAYS | _OVER_HTTPS if https else _ALWAYS).items()]


def with_security_headers(own: Iterable[tuple[bytes, bytes]], security: RawHeaders) -> RawHeaders:
    """Return a response's headers with each security header that it has not set itself."""
    headers = [*own]
    names = {name for name, _ in headers}
    headers += [header for header in security if header[0] not in names]
    return headers


class SecurityHeaders:
    """Adds the security headers to each response."""

    def __init__(self, app: ASGIApp, https: bool) -> None:
        self.app, self.headers = app, security_headers(https)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = with_security_headers(message.get("headers", ()), self.headers)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)
