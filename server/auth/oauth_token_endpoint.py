"""OAuth 2.0 client credentials for partners: POST /oauth/token (RFC 6749 4.4), and the server's metadata."""

import base64
from collections.abc import Awaitable, Callable, Mapping
from datetime import UTC, datetime
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote_plus

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from models.rules.partners.partner import format_scopes, parse_scopes
from models.rules.vocabulary import Scope
from resolvers.partners.recognise import RecognisedPartner, recognise_key
from server.auth.access_tokens import ACCESS_TOKEN_SECONDS, TokenIssuer
from server.auth.client_assertions import ASSERTION_ALGORITHMS, recognise_assertion, unverified_client_id
from server.auth.cors import client_address
from server.first_use import JOSERFC, loaded
from server.rate_limits.cost_budget import client_network
from server.rate_limits.disconnection import disconnection_of
from server.rate_limits.fair_slots import NotBegun
from server.rate_limits.limiter import RateLimits
from server.request_body import BodyRefused, read_body
from server.services import Services

ASSERTION = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
logger = structlog.stdlib.get_logger("comptoir.partners")
_FORM = "application/x-www-form-urlencoded"
_MAX_FORM_BYTES = 16_384
_Grant: TypeAlias = tuple[RecognisedPartner, frozenset[Scope]]


class OAuthError(Exception):
    """The error codes of RFC 6749 5.2; the description is for the client's developer."""

    def __init__(
        self, code: str, description: str, status: int = 400, headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(code)
        self.code, self.description, self.status, self.headers = code, description, status, headers


def oauth_routes(services: Services) -> list[Route]:
    issuer = services.issuer

    async def in_turn(request: Request, lookup: Callable[[], Awaitable[_Grant]]) -> _Grant:
        """Look the client up in a slot of its network address. Raises: OAuthError."""
        address, seconds = client_address(request), services.settings.operation_seconds
        try:
            granted = await services.slots.recognise(address, lookup, seconds, disconnection_of(request))
        except NotBegun:
            retry = {"retry-after": "5"}
            raise OAuthError("temporarily_unavailable", "too many requests wait", 503, retry) from None
        assert granted is not None  # noqa: S101  a client that is not recognised raises
        return granted

    async def grant(request: Request, body: bytes, now: datetime) -> _Grant:
        """Raises: OAuthError."""
        form = _form(body)
        await _within_limits(services.limits, request, form)
        recognised = await _authenticated(request, form, issuer, now)
        return recognised, _scopes(form.get("scope"), recognised.partner.scopes)

    async def token(request: Request) -> Response:
        now = datetime.now(UTC)
        try:
            body = await _body(request)
            await loaded(JOSERFC)
            recognised, scopes = await in_turn(request, lambda: grant(request, body, now))
        except OAuthError as error:
            content = {"error": error.code, "error_description": error.description}
            return JSONResponse(content, error.status, dict(error.headers or {}))
        except ClientDisconnect:
            return Response(status_code=499)
        services.key_usage.count(recognised.key.id, now)
        return JSONResponse(
            {
                "access_token": issuer.issue(recognised.partner, recognised.key, scopes, now),
                "token_type": "Bearer",
                "expires_in": ACCESS_TOKEN_SECONDS,
                "scope": format_scopes(scopes),
            },
            headers={"pragma": "no-cache"},
        )

    async def metadata(_request: Request) -> Response:
        return JSONResponse(
            {
                "issuer": issuer.url,
                "token_endpoint": issuer.token_url,
                "grant_types_supported": ["client_credentials"],
                "response_types_supported": [],
                "scopes_supported": list(Scope),
                "token_endpoint_auth_methods_supported": ["client_secret_basic", "private_key_jwt"],
                "token_endpoint_auth_signing_alg_values_supported": list(ASSERTION_ALGORITHMS),
            }
        )

    return [
        Route("/oauth/token", token, methods=["POST"]),
        Route("/.well-known/oauth-authorization-server", metadata),
    ]


async def _body(request: Request) -> bytes:
    """Receive the body. Raises: OAuthError, invalid_request for one that is no form or too large."""
    if request.headers.get("content-type", "").split(";")[0].strip().lower() != _FORM:
        raise OAuthError("invalid_request", f"send the request as {_FORM}")
    try:
        return await read_body(request, _MAX_FORM_BYTES)
    except BodyRefused as refused:
        raise OAuthError("invalid_request", refused.message, refused.status, refused.headers) from None


def _form(body: bytes) -> dict[str, str]:
    """Parse the form. Raises: OAuthError, invalid_request, also for a repeated parameter."""
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True, max_num_fields=20)
    except ValueError:
        raise OAuthError("invalid_request", "the form cannot be read") from None
    form = dict(pairs)
    if len(form) < len(pairs):
        raise OAuthError("invalid_request", "a parameter is there twice")
    if form.get("grant_type") != "client_credentials":
        code = "unsupported_grant_type" if "grant_type" in form else "invalid_request"
        raise OAuthError(code, "grant_type is client_credentials")
    return form


async def _within_limits(limits: RateLimits, request: Request, form: Mapping[str, str]) -> None:
    """Limit by client and network, so that failures from elsewhere do not lock a client out.

    Raises: OAuthError, with status 429.
    """
    address = client_address(request)
    claimed = unverified_client_id(form.get("client_assertion", ""))
    client_id = _basic(request)[0] or form.get("client_id") or claimed
    seconds = await limits.for_address(address)("token", f"{client_id} {client_network(address)}")
    if seconds:
        raise OAuthError("temporarily_unavailable", "too many requests", 429, {"retry-after": str(seconds)})


async def _authenticated(
    request: Request, form: Mapping[str, str], issuer: TokenIssuer, now: datetime
) -> RecognisedPartner:
    """Authenticate the client by its secret or its assertion.

    Raises: OAuthError, invalid_client for every wrong client alike; invalid_request for two methods at once.
    """
    client_id, secret = _basic(request)
    if "client_assertion" in form:
        if secret:
            raise OAuthError("invalid_request", "authenticate in one way")
        if form.get("client_assertion_type") != ASSERTION:
            raise OAuthError("invalid_request", f"client_assertion_type is {ASSERTION}")
        recognised = await recognise_assertion(form["client_assertion"], issuer, now)
        client_id = form.get("client_id", recognised.partner.client_id if recognised else "")
    else:
        recognised = await recognise_key(secret, now)
    if recognised is None or recognised.partner.client_id != client_id:
        _log_refusal(recognised)
        challenge = {"www-authenticate": 'Basic realm="comptoir", charset="UTF-8"'}
        raise OAuthError("invalid_client", "the client could not be authenticated", 401, challenge)
    return recognised


def _log_refusal(recognised: RecognisedPartner | None) -> None:
    """Log why, for the operator to explain to the partner. What the client sent is not logged."""
    if recognised is None:
        logger.info("client refused", reason="no good key, or assertion")
    else:
        logger.info("client refused", reason="another client's key", key=recognised.key.id)


def _basic(request: Request) -> tuple[str, str]:
    """The client id and secret of the Authorization header, form-decoded (RFC 6749 2.3.1); else ""."""
    scheme, _, value = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "basic":
        return "", ""
    try:
        client_id, _, secret = base64.b64decode(value, validate=True).decode().partition(":")
    except ValueError:
        return "", ""
    return unquote_plus(client_id), unquote_plus(secret)


def _scopes(requested: str | None, allowed: frozenset[Scope]) -> frozenset[Scope]:
    """The requested scopes; without a request, all that the partner has.

    Raises: OAuthError, invalid_scope for more than that.
    """
    try:
        scopes = parse_scopes(requested) if requested else allowed
    except ValueError:
        scopes = None
    if scopes is None or not scopes <= allowed:
        raise OAuthError("invalid_scope", f"this client may have: {format_scopes(allowed)}")
    return scopes
