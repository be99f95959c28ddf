"""The two lists that can be exported: the GraphQL query of each, and the cells of each node."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from models.rules.accounts.account import format_french_phone
from models.rules.operators.operator import ACTOR_PREFIX
from models.rules.vocabulary import Language
from server.exports.cells import day, moment
from server.exports.words import words_in

Node = Mapping[str, Any]
Names = Mapping[str, str]
_ENUMERATIONS = {"civility", "profile", "status", "rights"}
"""Fields of the history whose values are names of an enumeration; a department may be called READ."""


@dataclass(frozen=True, slots=True)
class Listing:
    """`document` has the list's variables, `first` and `after`; its page is at employer.page."""

    name: str
    document: str
    heads: Sequence[str]
    cells: Callable[[Node, Language, Names], list[str]]
    row_cost: int
    """What each node adds to the cost of the document."""

    @property
    def variables(self) -> frozenset[str]:
        """The variables that a request may set: those of the document but its page."""
        return frozenset(re.findall(r"\$(\w+):", self.document)) - {"first", "after"}


def _account(node: Node, language: Language, _services: Names) -> list[str]:
    words = words_in(language)
    return [
        words[node["civility"]],
        node["lastName"],
        node["firstName"],
        node["identifier"],
        node["email"],
        format_french_phone(node["phone"]) if node["phone"] else "",
        node["department"] or "",
        words[node["profile"]],
        words[node["status"]],
        day(node["expiresOn"], language),
        moment(node["lastSignInAt"], language),
    ]


def _operation(node: Node, language: Language, services: Names) -> list[str]:
    words, account = words_in(language), node["account"] or {}
    by = _actor(node["actor"], words)
    on = [words[node["operation"]], account.get("identifier", ""), _name(account), by]
    changes = "\n".join(_change(change, language, services) for change in node["changes"])
    return [moment(node["at"], language), *on, changes, node["hash"]]


def _actor(actor: str, words: Mapping[str, str]) -> str:
    """Return a person's name as it is; the service and its operators have a word in each language."""
    if actor.startswith(ACTOR_PREFIX):
        return f"{words['operator']} ({actor.removeprefix(ACTOR_PREFIX)})"
    return words[actor] if actor in {"system", "operator"} else actor


def _name(account: Node) -> str:
    return f"{account['firstName']} {account['lastName']}" if account else ""


def _change(change: Node, language: Language, services: Names) -> str:
    words = words_in(language)
    kind, _, code = change["field"].partition(".")
    name = services.get(code, code) if code else words.get(kind, kind)
    before, after = (_value(kind, change[side], language) for side in ("before", "after"))
    return f"{name} : {before} → {after}"


def _value(field: str, value: str | None, language: Language) -> str:
    """As the columns of the files show it: days and moments, phone numbers, words of enumerations."""
    if not value:
        return "–"
    if field in _ENUMERATIONS:
        return words_in(language).get(value, value)
    if field == "phone":
        return format_french_phone(value)
    if field.endswith("On"):
        return day(value, language)
    return moment(value, language) if field.endswith(("At", "Until")) else value


ACCOUNTS = Listing(
    "comptes",
    """query ($employerId: ID!, $search: AccountSearch, $filter: AccountFilter, $orderBy: AccountOrder,
        $first: Int!, $after: String) { employer(id: $employerId) { contractNumber
        page: accounts(search: $search, filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
        nodes { civility lastName firstName identifier email phone department profile status expiresOn
        lastSignInAt } pageInfo { hasNextPage endCursor } } } }""",
    (
        *("civility", "lastName", "firstName", "identifier", "email", "phone", "department"),
        *("profile", "status", "expiresOn", "lastSignInAt"),
    ),
    _account,
    3,
)
OPERATIONS = Listing(
    "historique",
    """query ($employerId: ID!, $filter: HistoryFilter, $first: Int!, $after: String) {
        employer(id: $employerId) { contractNumber services { code label }
        page: history(filter: $filter, first: $first, after: $after) {
        nodes { at operation actor hash account { identifier lastName firstName }
        changes { field before after } } pageInfo { hasNextPage endCursor } } } }""",
    ("at", "operation", "identifier", "holder", "by", "changes", "hash"),
    _operation,
    7,
)
