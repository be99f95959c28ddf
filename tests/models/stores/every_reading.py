"""Every way in which requests read accounts, rights, history and feed, generated from the vocabulary.

A new order, filter, group or search field is read here, too, and its plan is then looked at.
"""

from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, fields
from datetime import timedelta
from functools import partial
from itertools import product
from typing import Any, TypeAlias

from models.rules.accounts.search import Filter, Order, Search, Selection, SortKey
from models.rules.history_entry import HistoryFilter, HistoryScope
from models.rules.vocabulary import (
    AccessLevel,
    AccountStatus,
    Direction,
    Grouping,
    InvitationState,
    Operation,
    OrderField,
    Profile,
    SearchField,
    TermMatch,
)
from models.stores.accounts import account_list, accounts, people, rights
from models.stores.employers import administered
from models.stores.history import changes_since, count_history, entries_by_id, erased_among, history_page
from models.stores.history_groups import count_history_groups, history_group_page
from models.stores.messages import reminders
from models.stores.partners import feed
from models.stores.sign_in import password_links
from tests.factories import NOW, TODAY

Reading: TypeAlias = Callable[[], Awaitable[Any]]
WEEK = timedelta(days=7)

FILTERS: dict[str, list[Any]] = {
    "profiles": [(profile,) for profile in Profile] + [tuple(Profile)],
    "statuses": [(status,) for status in AccountStatus] + [tuple(AccountStatus)],
    "expires_before": [TODAY],
    "expires_from": [TODAY],
    "service": [("CNRACL-01", AccessLevel.READ)],
    "invitations": [(state,) for state in InvitationState],
    "locked": [True, False],
    "never_signed_in": [True, False],
}
"""Values of each field of a filter."""
HISTORY_FILTERS: dict[str, list[Any]] = {
    "operations": [(Operation.ACCOUNT_RENEWED,), tuple(Operation)],
    "start": [NOW - WEEK],
    "end": [NOW],
    "terms": [("durant",), ("e", "an")],
    "group": [1],
}
SEARCHES = [
    Search(terms, within, match)
    for terms in (("durant",), ("e",), ("durant", "jean"))
    for within in SearchField
    for match in (TermMatch if len(terms) > 1 else [TermMatch.EVERY_TERM])
]


@dataclass(frozen=True, slots=True)
class Known:
    """What is read: of one employer among many, one account of it, and the last id of its history."""

    employer_id: int
    account_id: int
    entry_id: int
    employers: list[int]
    """Some of all employers."""


def selections(employer_id: int) -> Iterator[Selection]:
    """With each value of each field of a filter, and each kind of search."""
    assert FILTERS.keys() == {field.name for field in fields(Filter)}
    yield Selection(employer_id)
    for name, values in FILTERS.items():
        for value in values:
            yield Selection(employer_id, filter=Filter(**{name: value}))
    for search in SEARCHES:
        yield Selection(employer_id, search)


def history_filters() -> Iterator[HistoryFilter]:
    assert HISTORY_FILTERS.keys() == {field.name for field in fields(HistoryFilter)}
    yield HistoryFilter()
    for name, values in HISTORY_FILTERS.items():
        for value in values:
            yield HistoryFilter(**{name: value})


async def _page_after_the_first(selection: Selection, order: Order, *, backward: bool) -> None:
    first = await account_list.page(selection, order, NOW, limit=5, beyond=None, backward=backward)
    beyond: SortKey | None = first.keys[-1] if first.keys else None
    await account_list.page_rows(
        selection,
        order,
        NOW,
        columns=["identifier"],
        limit=5,
        beyond=beyond,
        backward=backward,
        rights=True,
        counted=True,
    )


def readings(known: Known) -> Iterator[tuple[str, Reading]]:
    """Each reading, with what it is called where its plan is bad."""
    yield from _readings_of_lists(known.employer_id)
    yield from _readings_of_history(known)
    yield from _readings_of_the_feed(known)
    yield from _readings_of_accounts(known)


def _readings_of_lists(employer_id: int) -> Iterator[tuple[str, Reading]]:
    for field, direction, backward in product(OrderField, Direction, (False, True)):
        for search in (Search(), Search(("durant",))):
            for statuses in (None, (AccountStatus.DELETED,), tuple(AccountStatus)):
                selection = Selection(employer_id, search, Filter(statuses=statuses))
                order = Order(field, direction)
                yield (
                    f"page {field} {direction} backward={backward} {selection}",
                    partial(_page_after_the_first, selection, order, backward=backward),
                )
    for selection in selections(employer_id):
        yield f"count {selection}", partial(account_list.count, selection, NOW)
        yield f"page {selection}", partial(_page_after_the_first, selection, Order(), backward=False)
        yield f"bulk {selection}", partial(account_list.matching_rows, selection, NOW, 10_000)
        yield f"bulk states {selection}", partial(account_list.matching_states, selection, NOW, 10_000)
        for by in Grouping:
            yield f"groups {by} {selection}", partial(account_list.groups, selection, by, NOW)


def _readings_of_history(known: Known) -> Iterator[tuple[str, Reading]]:
    scopes = HistoryScope(known.employer_id), HistoryScope(known.employer_id, known.account_id)
    for scope, wanted in product(scopes, history_filters()):
        label = f"history {scope} {wanted}"
        yield f"count {label}", partial(count_history, scope, wanted)
        yield f"count groups {label}", partial(count_history_groups, scope, wanted)
        for beyond, backward in product((None, known.entry_id), (False, True)):
            page: dict[str, Any] = {"limit": 25, "beyond": beyond, "backward": backward}
            yield f"{label} {page}", partial(history_page, scope, wanted, **page)
            yield f"groups {label} {page}", partial(history_group_page, scope, wanted, **page)
    yield "entries", partial(entries_by_id, [known.entry_id], [known.employer_id])
    yield "changes since", partial(changes_since, known.account_id, 1)
    yield "erased", partial(erased_among, [known.account_id])


def _readings_of_the_feed(known: Known) -> Iterator[tuple[str, Reading]]:
    for position in (0, known.account_id):
        yield f"feed {position}", partial(feed.feed_page, position, known.employers, 5)
        yield f"feed positions {position}", partial(feed.feed_positions_after, position, known.employers, 5)
    yield "feed end", partial(feed.last_feed_position, known.employers)
    yield "feed end of all", feed.feed_end
    yield "expired", partial(feed.expired_since, known.employer_id, TODAY - WEEK, TODAY)
    yield "no longer expired", partial(feed.no_longer_expired, known.employer_id, TODAY, NOW)


def _readings_of_accounts(known: Known) -> Iterator[tuple[str, Reading]]:
    ids, employers, own = [known.account_id], known.employers, [known.employer_id]
    yield "accounts", partial(accounts.accounts_by_id, ids, employers)
    yield "account", partial(accounts.account_by_identifier, "TST100000", employers)
    yield "statuses", partial(accounts.partner_account_statuses, ["TST100000"], employers, TODAY)
    yield "administrators", partial(accounts.administrators_of, known.employer_id)
    yield "active administrators", partial(accounts.active_administrators, own, TODAY)
    yield "labels", partial(accounts.account_labels, ids)
    yield "rights", partial(rights.rights_of, ids)
    yield "rights of a fund", partial(rights.accounts_with_rights_on, known.employer_id, "CNRACL")
    yield "invitations", partial(password_links.latest_invitations, ids, NOW)
    yield "expiring", partial(reminders.expiring_accounts, known.employer_id, TODAY, TODAY + WEEK)
    yield (
        "lapsing",
        partial(reminders.lapsing_invitations, known.employer_id, TODAY, NOW, NOW + WEEK),
    )
    for terms in (("durant",), ("e",)):
        yield f"people {terms}", partial(people.people_page, employers, Search(terms), limit=25, beyond=None)
    for due_first in (False, True):
        yield (
            f"administered {due_first}",
            partial(
                administered.administered_page,
                employers,
                (),
                TODAY,
                due_first=due_first,
                limit=25,
                beyond=None,
            ),
        )
