"""Files of a folder, sent as the build has compressed them: name.br and name.gz beside name."""

import os
import re
from collections.abc import Mapping
from pathlib import Path

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse, StaticFiles
from starlette.types import Receive, Scope, Send

from server.files.byte_ranges import is_held, is_one_range
from server.graphql.content_negotiation import preferences

IMMUTABLE = "public, max-age=31536000, immutable"
_EXTENSIONS = {"br": ".br", "gzip": ".gz"}
"""By content coding, the smallest first."""
_HASHED = re.compile(r"-[\w-]{8}\.\w+")
"""The end of a name that changes with the content."""


class StaticFolder(StaticFiles):
    """The folder's files; what is named by its content may be kept for a year, the rest is revalidated."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Raises: HTTPException, 404 for the compressed forms themselves."""
        if path.endswith(tuple(_EXTENSIONS.values())):
            raise HTTPException(404)
        return await super().get_response(path, scope)

    def file_response(
        self,
        full_path: str | os.PathLike[str],
        stat_result: os.stat_result,  # noqa: ARG002  of the file as it is, not of the form that is sent
        scope: Scope,
        status_code: int = 200,
    ) -> Response:
        kept = IMMUTABLE if _HASHED.search(Path(full_path).name) else "no-cache"
        return stored_file(Path(full_path), Headers(scope=scope), status_code, {"cache-control": kept})


class StoredFile(FileResponse):
    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the file, its part, or 304 if the client has it.

        A Range header is ignored if it is none, if it is several, or if the method is not GET (RFC 9110).
        """
        sent = Headers(scope=scope)
        if self.status_code == 200 and is_held(sent.get("if-none-match"), self.headers["etag"]):
            await NotModifiedResponse(self.headers)(scope, receive, send)
            return
        if scope["method"] != "GET" or not is_one_range(sent.get("range", "")):
            scope = {**scope, "headers": [header for header in scope["headers"] if header[0] != b"range"]}
        await super().__call__(scope, receive, send)


def stored_file(
    path: Path, request: Headers, status: int = 200, headers: Mapping[str, str] | None = None
) -> StoredFile:
    """Return the file in the smallest form that the client accepts, with the ETag of that form."""
    forms = {coding: Path(f"{path}{end}") for coding, end in _EXTENSIONS.items()}
    coding = content_coding(request.get("accept-encoding"), [c for c, form in forms.items() if form.exists()])
    form = forms[coding] if coding else path
    media_type = FileResponse(path).media_type
    response = StoredFile(form, status, headers, media_type, stat_result=form.stat())
    response.headers["vary"] = "Accept-Encoding"
    if coding:
        response.headers["content-encoding"] = coding
        response.headers["etag"] = f'{response.headers["etag"][:-1]}-{coding}"'
    return response


def content_coding(header: str | None, available: list[str]) -> str | None:
    """Return the coding that the client likes best, the first among equals; None for the file as it is."""
    weights = {value.removeprefix("x-"): weight for value, weight in preferences(header or "")}
    others = weights.get("*", 0.0)
    rated = [(weights.get(coding, others), coding) for coding in available]
    best = max((weight for weight, _ in rated), default=0.0)
    if best <= 0 or best < weights.get("identity", 0.0):
        return None
    return next(coding for weight, coding in rated if weight == best)
