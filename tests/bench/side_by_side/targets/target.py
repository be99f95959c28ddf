"""What is measured: how each target is started, what is sent to it, and how its answers are read."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from tests.bench.side_by_side.questions import (
    PAGE,
    Answer,
    Parameters,
    Question,
    answer_from_count,
    answer_from_page,
    answer_from_status,
)
from tests.bench.side_by_side.rows.load import Loaded

PAGE_FIELDS = "civility lastName firstName identifier department profile status expiresOn lastSignInAt"
RIGHTS = "rights { level service { label } }"


@dataclass(frozen=True, slots=True)
class Command:
    """A program that serves POST /graphql on 127.0.0.1 and this port, in one process."""

    words: tuple[str, ...]
    environment: Mapping[str, str]
    folder: Path | None = None


@dataclass(frozen=True, slots=True)
class Request:
    body: bytes
    headers: tuple[tuple[str, str], ...] = ()


class Target(Protocol):
    @property
    def name(self) -> str: ...

    def command(self, loaded: Loaded, port: int) -> Command: ...

    def request(self, question: Question, parameters: Parameters) -> Request: ...

    def answer(self, question: Question, data: Any) -> Answer: ...


def graphql_request(document: str, variables: Mapping[str, object]) -> bytes:
    return json.dumps({"query": document, "variables": variables}).encode()


def peer_answer(question: Question, data: Mapping[str, Any]) -> Answer:
    """Read the answer of a peer: their documents name what they ask for in the same way."""
    if question is Question.STATUS:
        return answer_from_status(data["account"])
    if question is Question.RENEWAL:
        return answer_from_count(data["renewed"])
    return answer_from_page(data["accounts"])


def peer_variables(question: Question, parameters: Parameters) -> dict[str, object]:
    """Return the variables of a peer's document."""
    if question is Question.STATUS:
        return {"identifier": parameters.identifier}
    if question is Question.RENEWAL:
        return {"ids": parameters.ids, "until": parameters.until}
    if question is Question.SEARCH:
        return {"employer": parameters.employer_id, "one": parameters.words[0], "two": parameters.words[1]}
    return {"employer": parameters.employer_id, "offset": parameters.page * PAGE}


def python_server(module: str, port: int) -> tuple[str, ...]:
    """Return the words that serve an ASGI application by uvicorn, as the service is served."""
    options = ("--host", "127.0.0.1", "--port", str(port), "--no-access-log", "--log-level", "warning")
    return (sys.executable, "-m", "uvicorn", module, *options, "--loop", "uvloop", "--http", "httptools")
