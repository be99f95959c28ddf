"""Searching, filtering, sorting and paging the accounts of an employer (L1–L4)."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeAlias

from models.rules.accounts.account import Account
from models.rules.accounts.searched_text import searched_text, searched_words
from models.rules.vocabulary import (
    AccessLevel,
    AccountStatus,
    Direction,
    InvitationState,
    OrderField,
    Profile,
    SearchField,
    TermMatch,
)

MAX_SEARCH_TERMS = 10
MAX_SEARCH_CHARACTERS = 200


@dataclass(frozen=True, slots=True)
class Search:
    """Terms are what `search_terms` returns; no term at all matches everything."""

    terms: tuple[str, ...] = ()
    within: SearchField = SearchField.ALL
    match: TermMatch = TermMatch.EVERY_TERM


@dataclass(frozen=True, slots=True)
class Filter:
    """None or empty: no limit. Deleted accounts are listed only when `statuses` asks for them (L4)."""

    profiles: tuple[Profile, ...] | None = None
    statuses: tuple[AccountStatus, ...] | None = None
    expires_before: date | None = None
    expires_from: date | None = None
    service: tuple[str, AccessLevel] | None = None
    invitations: tuple[InvitationState, ...] | None = None
    """States of the latest invitation (C5)."""
    locked: bool | None = None
    never_signed_in: bool | None = None


@dataclass(frozen=True, slots=True)
class Order:
    field: OrderField = OrderField.LAST_NAME
    direction: Direction = Direction.ASC


@dataclass(frozen=True, slots=True)
class Selection:
    """All accounts of one employer that match (R2)."""

    employer_id: int
    search: Search = field(default_factory=Search)
    filter: Filter = field(default_factory=Filter)


SortKey: TypeAlias = tuple[Any, ...]
"""The place of an account in an order: the values of its sort columns, its id last."""


@dataclass(frozen=True, slots=True)
class AccountPage:
    """Accounts in the requested order, each with its sort key. `more`: others follow in that direction."""

    accounts: list[Account]
    keys: list[SortKey]
    more: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Accounts of one kind: the name of the kind, and how many they are.

    A department is one group however it is written: `spellings` are its forms, the most frequent first, which
    is also the key. Without a department the key is empty.
    """

    key: str
    count: int
    spellings: tuple[str, ...] = ()


def department_group(folded: str, counts: dict[str | None, int]) -> Group:
    """The group of the departments that are the same when folded; `counts` are accounts by spelling."""
    spellings = sorted((name for name in counts if name), key=lambda name: (-counts[name], name))
    return Group(spellings[0] if folded else "", sum(counts.values()), tuple(spellings))


def search_terms(text: str) -> tuple[str, ...]:
    """Each term is looked for by itself, whatever its case, accents, hyphens and apostrophes (L1)."""
    return tuple(dict.fromkeys(searched_words(text)))


def matches(search: Search, fields: dict[SearchField, str]) -> bool:
    """Whether each (or any) term occurs in the field(s). The SQL of the stores is tested against it."""
    within = fields if search.within is SearchField.ALL else [search.within]
    texts = [searched_text(field, fields[field]) for field in within]
    matched = [any(term in text for text in texts) for term in search.terms]
    return any(matched) if matched and search.match is TermMatch.ANY_TERM else all(matched)
