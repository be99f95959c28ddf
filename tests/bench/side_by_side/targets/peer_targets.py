"""The peers as targets: what each is sent, and how it is started."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.bench.side_by_side.questions import Answer, Parameters, Question
from tests.bench.side_by_side.rows.load import Loaded
from tests.bench.side_by_side.targets.node import node_program
from tests.bench.side_by_side.targets.target import (
    PAGE_FIELDS,
    RIGHTS,
    Command,
    Request,
    graphql_request,
    peer_answer,
    peer_variables,
    python_server,
)

_PEERS = "tests.bench.side_by_side.peers"
_IDIOMATIC_LIST = (
    "query ($employer: Int!, $offset: Int!) {{ accounts(employerId: $employer, offset: $offset) "
    "{{ totalCount nodes {{ {fields} }} }} }}"
)
IDIOMATIC: Mapping[Question, str] = {
    Question.LIST: _IDIOMATIC_LIST.format(fields=PAGE_FIELDS),
    Question.RIGHTS: _IDIOMATIC_LIST.format(fields=f"{PAGE_FIELDS} {RIGHTS}"),
    Question.STATUS: "query ($identifier: String!) { account(identifier: $identifier) { status expiresOn } }",
    Question.SEARCH: "query ($employer: Int!, $one: String!, $two: String!) { "
    f"accounts(employerId: $employer, words: [$one, $two]) {{ totalCount nodes {{ {PAGE_FIELDS} }} }} }}",
    Question.RENEWAL: "mutation ($ids: [Int!]!, $until: Date!) "
    "{ renewed: renewAccounts(ids: $ids, until: $until) }",
}

_POSTGRAPHILE_ORDER = "orderBy: [LAST_NAME_ASC, FIRST_NAME_ASC, ROW_ID_ASC], first: 50"
_POSTGRAPHILE_LIST = (
    "query ($employer: Int!, $offset: Int!) {{ accounts: allAccounts(condition: {{ employerId: $employer }}, "
    f"{_POSTGRAPHILE_ORDER}, offset: $offset) {{{{ totalCount nodes {{{{ {{fields}} }}}} }}}} }}}}"
)
_POSTGRAPHILE_RIGHTS = (
    "rights: accountRightsByAccountIdList(orderBy: SERVICE_ID_ASC) "
    "{ level service: serviceByServiceId { label } }"
)
_SEARCHED = ("lastName", "firstName", "identifier", "department")
_WORDS = ", ".join(
    "{ or: [" + ", ".join(f"{{ {field}: {{ includesInsensitive: ${word} }} }}" for field in _SEARCHED) + "] }"
    for word in ("one", "two")
)
POSTGRAPHILE: Mapping[Question, str] = {
    Question.LIST: _POSTGRAPHILE_LIST.format(fields=PAGE_FIELDS),
    Question.RIGHTS: _POSTGRAPHILE_LIST.format(fields=f"{PAGE_FIELDS} {_POSTGRAPHILE_RIGHTS}"),
    Question.STATUS: "query ($identifier: String!) { account: accountByIdentifier(identifier: $identifier) "
    "{ status expiresOn } }",
    Question.SEARCH: "query ($employer: Int!, $one: String!, $two: String!) { accounts: allAccounts(filter: "
    f"{{ employerId: {{ equalTo: $employer }}, and: [{_WORDS}] }}, {_POSTGRAPHILE_ORDER}) "
    f"{{ totalCount nodes {{ {PAGE_FIELDS} }} }} }}",
    Question.RENEWAL: "mutation ($ids: [Int]!, $until: Date!) { renewed: renewAccounts(input: "
    '{ ids: $ids, until: $until, actor: "bench" }) { result } }',
}


class Bare:
    """The limit: what Python, a driver and the database cost, without GraphQL."""

    name = "bare handler"

    def command(self, loaded: Loaded, port: int) -> Command:
        return Command(python_server(f"{_PEERS}.bare:app", port), _environment(loaded), Path.cwd())

    def request(self, question: Question, parameters: Parameters) -> Request:
        return Request(graphql_request(question.value, peer_variables(question, parameters)))

    def answer(self, question: Question, data: Any) -> Answer:
        return peer_answer(question, data)


class Idiomatic:
    name = "Strawberry + Tortoise"

    def command(self, loaded: Loaded, port: int) -> Command:
        return Command(python_server(f"{_PEERS}.idiomatic:app", port), _environment(loaded), Path.cwd())

    def request(self, question: Question, parameters: Parameters) -> Request:
        return Request(graphql_request(IDIOMATIC[question], peer_variables(question, parameters)))

    def answer(self, question: Question, data: Any) -> Answer:
        return peer_answer(question, data)


class PostGraphile:
    name = "PostGraphile 5"

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def command(self, loaded: Loaded, port: int) -> Command:
        url = loaded.peers_url.replace("postgres://", "postgresql://", 1)
        variables = _environment(loaded) | {"BENCH_DATABASE_URL": url, "PORT": str(port)}
        return Command(
            (str(node_program()), "server.mjs"), variables | {"NODE_ENV": "production"}, self._folder
        )

    def request(self, question: Question, parameters: Parameters) -> Request:
        return Request(graphql_request(POSTGRAPHILE[question], peer_variables(question, parameters)))

    def answer(self, question: Question, data: Any) -> Answer:
        if question is Question.RENEWAL:
            return peer_answer(question, {"renewed": data["renewed"]["result"]})
        return peer_answer(question, data)


def _environment(loaded: Loaded) -> dict[str, str]:
    return {**os.environ, "BENCH_DATABASE_URL": loaded.peers_url}
