"""Comptoir as a target: `comptoir serve` with its limits raised, everything else as it is installed."""

import base64
import json
import sys
import urllib.request
from collections.abc import Mapping
from pathlib import Path
from typing import Any

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
from tests.bench.side_by_side.rows.parameters import Prepared
from tests.bench.side_by_side.targets.target import PAGE_FIELDS, RIGHTS, Command, Request, graphql_request
from tests.server.comptoir_process import environment

_LIST = (
    "query ($employer: ID!, $after: String) {{ employer(id: $employer) {{ "
    "accounts(first: 50, after: $after) {{ {total} nodes {{ {fields} }} }} }} }}"
)
DOCUMENTS: Mapping[Question, str] = {
    Question.LIST: _LIST.format(total="totalCount", fields=PAGE_FIELDS),
    Question.RIGHTS: _LIST.format(total="totalCount", fields=f"{PAGE_FIELDS} {RIGHTS}"),
    Question.PAGE: _LIST.format(total="", fields=PAGE_FIELDS),
    Question.STATUS: "query ($identifier: String!) { accountStatus(identifier: $identifier) "
    "{ status expiresOn } }",
    Question.SEARCH: "query ($employer: ID!, $text: String!) { employer(id: $employer) { "
    f"accounts(first: 50, search: {{ text: $text }}) {{ totalCount nodes {{ {PAGE_FIELDS} }} }} }} }}",
    Question.RENEWAL: "mutation ($ids: [ID!]!) { renewAccounts(input: { ids: $ids }) { done refused } }",
}
_WALK = (
    "query ($employer: ID!, $first: Int!, $after: String) { employer(id: $employer) { "
    "accounts(first: $first, after: $after) { pageInfo { endCursor } } } }"
)
_LARGEST_PAGE = 100
SETTINGS = {
    "COST_LIMIT": "1000000000",
    "COST_PER_MINUTE": "1000000000000",
    "SESSION_IDLE_MINUTES": "1440",
    "SESSION_HOURS": "24",
    "OPERATION_SECONDS": "120",
    "DELIVERY_SECONDS": "0",
}


class Service:
    """An administrator's session for each employer, a partner's key for the status; pages by cursor."""

    name = "Comptoir"

    def __init__(self, prepared: Prepared) -> None:
        self._sessions, self._keys = prepared.sessions, prepared.keys
        self._cursors: dict[tuple[int, int], str | None] = {}

    def command(self, loaded: Loaded, port: int) -> Command:
        words = (sys.executable, "-c", "from server.cli.main import main; main()", "serve")
        variables = environment(loaded.url, PUBLIC_URL=f"http://127.0.0.1:{port}", **SETTINGS)
        return Command((*words, "--port", str(port)), variables, Path.cwd())

    def request(self, question: Question, parameters: Parameters) -> Request:
        if question is Question.STATUS:
            secret = ("authorization", f"Bearer {self._keys[parameters.employer_id]}")
        else:
            secret = ("cookie", f"comptoir={self._sessions[parameters.employer_id]}")
        return Request(graphql_request(DOCUMENTS[question], self._variables(question, parameters)), (secret,))

    def answer(self, question: Question, data: Any) -> Answer:
        if question is Question.STATUS:
            return answer_from_status(data["accountStatus"])
        if question is Question.RENEWAL:
            return answer_from_count(data["renewAccounts"]["done"])
        return answer_from_page(data["employer"]["accounts"])

    def walk_to(self, port: int, wanted: list[Parameters]) -> None:
        """Get the cursors of the pages that are not the first, from page to page as a client does."""
        for parameters in wanted:
            key = (parameters.employer_id, parameters.page)
            left, after = parameters.page * PAGE, None
            while left and key not in self._cursors:
                first = min(left, _LARGEST_PAGE)
                variables = {"employer": _id("Employer", key[0]), "first": first, "after": after}
                data = self._post(port, graphql_request(_WALK, variables), key[0])
                after, left = data["employer"]["accounts"]["pageInfo"]["endCursor"], left - first
            self._cursors.setdefault(key, after)

    def _variables(self, question: Question, parameters: Parameters) -> dict[str, object]:
        if question is Question.STATUS:
            return {"identifier": parameters.identifier}
        if question is Question.RENEWAL:
            return {"ids": [_id("Account", number) for number in parameters.ids]}
        employer = {"employer": _id("Employer", parameters.employer_id)}
        if question is Question.SEARCH:
            return {**employer, "text": " ".join(parameters.words)}
        return {**employer, "after": self._cursors.get((parameters.employer_id, parameters.page))}

    def _post(self, port: int, body: bytes, employer_id: int) -> Any:
        request = urllib.request.Request(f"http://127.0.0.1:{port}/graphql", body)
        request.add_header("content-type", "application/json")
        request.add_header("cookie", f"comptoir={self._sessions[employer_id]}")
        with urllib.request.urlopen(request, timeout=120) as response:
            return json.loads(response.read())["data"]


def _id(kind: str, number: int) -> str:
    return base64.urlsafe_b64encode(f"{kind}:{number}".encode()).decode().rstrip("=")
