"""The five questions, their parameters, and the form in which answers are compared."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, NamedTuple

PAGE = 50
BATCH = 100
FIELDS = (
    "civility",
    "lastName",
    "firstName",
    "identifier",
    "department",
    "profile",
    "status",
    "expiresOn",
    "lastSignInAt",
)


class Question(StrEnum):
    LIST = "list"
    RIGHTS = "rights"
    STATUS = "status"
    SEARCH = "search"
    RENEWAL = "renewal"
    PAGE = "page"


BESIDE_PEERS = (Question.LIST, Question.RIGHTS, Question.STATUS, Question.SEARCH, Question.RENEWAL)
"""Questions that every target answers; the page without its total shows how lists grow."""

MEANING: Mapping[Question, str] = {
    Question.LIST: "50 accounts of an employer, 9 fields, with the total",
    Question.RIGHTS: "the same with the 8 rights of each",
    Question.STATUS: "status and expiry by identifier, for a partner",
    Question.SEARCH: "two words searched in an employer, with the total",
    Question.RENEWAL: "100 accounts renewed, each with an entry of the history",
    Question.PAGE: "50 accounts of an employer, 9 fields, without the total",
}


@dataclass(frozen=True, slots=True)
class Parameters:
    """What one request asks for; a question reads what it needs of it."""

    employer_id: int
    page: int = 0
    """From 0."""
    identifier: str = ""
    words: tuple[str, str] = ("", "")
    ids: tuple[int, ...] = ()
    until: str = ""
    """The new last day of the accounts that are renewed, as YYYY-MM-DD."""


class Answer(NamedTuple):
    """An answer in the form that is compared: how many rows there are in all, and the rows of the page."""

    total: int
    rows: tuple[tuple[object, ...], ...]


def answer_from_page(page: Mapping[str, Any]) -> Answer:
    """Return the answer from `{totalCount, nodes}`, whose nodes may have rights."""
    return Answer(int(page["totalCount"]), tuple(_row(node) for node in page["nodes"]))


def answer_from_status(status: Mapping[str, Any]) -> Answer:
    return Answer(1, ((status["status"], status["expiresOn"]),))


def answer_from_count(renewed: int) -> Answer:
    return Answer(renewed, ())


def _row(node: Mapping[str, Any]) -> tuple[object, ...]:
    values = tuple(_moment(node[name]) if name == "lastSignInAt" else node[name] for name in FIELDS)
    rights = [(right["service"]["label"], right["level"]) for right in node.get("rights", ())]
    return (*values, *sorted(rights))


def _moment(text: str | None) -> float | None:
    """Seconds since 1970: peers write moments in several ways."""
    if text is None:
        return None
    moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()


Sets = Mapping[Question, Sequence[Parameters]]
"""The requests of each question, in the order in which they are sent; no account is renewed twice."""
