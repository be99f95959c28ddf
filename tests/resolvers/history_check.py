"""Checks that the history records exactly what a use case changes (H1), and the feed each status (T2)."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime

from models.database import query
from models.rules.accounts.account import Account
from models.rules.accounts.account_changes import details_for_history
from models.rules.history_entry import Change, Entry
from models.rules.paris_calendar import paris_day
from models.rules.vocabulary import AccessLevel, Operation
from models.stores.accounts.accounts import accounts_by_id
from models.stores.accounts.rights import rights_of
from models.stores.history import entries_by_id
from resolvers.caller import Caller
from resolvers.history.verify import verify_history
from tests.factories import NOW


@dataclass(frozen=True)
class Snapshot:
    """The accounts and rights in the database, with the history and the feed that record them."""

    accounts: Mapping[int, Account]
    rights: Mapping[int, Mapping[str, AccessLevel]]
    entries: Mapping[int, Entry]
    feed: tuple[tuple[int, str | None, str], ...]

    def facts(self, account_id: int) -> dict[str, str | None]:
        """Return the recorded fields of an account; empty if there is no such account."""
        account = self.accounts.get(account_id)
        if account is None:
            return {}
        return {
            "identifier": account.identifier,
            **details_for_history(account.details),
            "profile": account.profile.value,
            "expiresOn": account.expires_on.isoformat(),
            **{f"rights.{code}": level.name for code, level in self.rights[account_id].items()},
        }


async def snapshot() -> Snapshot:
    ids = {t: [row["id"] for row in await query(f"SELECT id FROM {t}", [])] for t in ("account", "employer")}
    entries = [row["id"] for row in await query("SELECT id FROM history ORDER BY id", [])]
    entries_of_history = await entries_by_id(entries, ids["employer"])
    feed = await query("SELECT account_id, before, after FROM status_change ORDER BY id", [])
    return Snapshot(
        await accounts_by_id(ids["account"], ids["employer"]),
        await rights_of(ids["account"]),
        {entry_id: entries_of_history[entry_id] for entry_id in entries},
        tuple((row["account_id"], row["before"], row["after"]) for row in feed),
    )


@asynccontextmanager
async def everything_is_recorded(caller: Caller, now: datetime = NOW) -> AsyncIterator[list[Entry]]:
    """Check that what the block changes is recorded once, and nothing else; yield the list of new entries."""
    before = await snapshot()
    new: list[Entry] = []
    yield new
    after = await snapshot()
    new.extend(entry for entry_id, entry in after.entries.items() if entry_id not in before.entries)

    changed = {
        account_id
        for account_id, account in after.accounts.items()
        if account != before.accounts.get(account_id) or after.rights[account_id] != before.rights[account_id]
    }
    assert {entry.account_id for entry in new} == changed
    for account_id in changed:
        _check_entries(account_id, caller, before, after, [e for e in new if e.account_id == account_id], now)
    assert sorted(after.feed[len(before.feed) :], key=str) == sorted(_moves(before, after, now), key=str)
    assert all(fault is None for _, fault in (await verify_history()).values())


def _check_entries(
    account_id: int, caller: Caller, before: Snapshot, after: Snapshot, new: list[Entry], now: datetime
) -> None:
    account, earlier = after.accounts[account_id], before.accounts.get(account_id)
    assert account.version == (earlier.version + 1 if earlier else 1)
    changes: list[Change] = []
    for entry in new:
        assert (entry.actor_id, entry.actor_employer_id) == (caller.actor.id, caller.actor.employer_id)
        assert (entry.employer_id, entry.account_version) == (account.employer_id, account.version)
        assert entry.at == now
        assert entry.changes
        if entry.operation is Operation.INVITATION_SENT:  # names the e-mail address and changes nothing
            assert all(change.before == change.after for change in entry.changes)
        else:
            changes.extend(entry.changes)
    assert sorted(changes, key=_field) == sorted(_expected(account_id, before, after, now), key=_field)


def _expected(account_id: int, before: Snapshot, after: Snapshot, now: datetime) -> list[Change]:
    was, is_ = before.facts(account_id), after.facts(account_id)
    expected: list[Change] = []
    for name in {*was, *is_}:
        without = AccessLevel.NONE.name if name.startswith("rights.") else None
        change = Change(name, was.get(name, without), is_.get(name, without))
        if change.before != change.after:
            expected.append(change)
    earlier, account = before.accounts.get(account_id), after.accounts[account_id]
    if earlier and earlier.deleted_at != account.deleted_at:
        expected.append(Change("status", earlier.status(paris_day(now)), account.status(paris_day(now))))
    return expected


def _moves(before: Snapshot, after: Snapshot, now: datetime) -> list[tuple[int, str | None, str]]:
    today = paris_day(now)
    moves = [
        (i, before.accounts[i].status(today).value if i in before.accounts else None, account.status(today))
        for i, account in after.accounts.items()
    ]
    return [(i, was, is_.value) for i, was, is_ in moves if was != is_]


def _field(change: Change) -> str:
    return change.field
