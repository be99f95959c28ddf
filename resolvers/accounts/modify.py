"""Modifying an account: details, profile and rights together, all or nothing (M1–M5)."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime

from models.catalogue import services
from models.rules.accounts import account_permissions
from models.rules.accounts.account import Account, Details
from models.rules.accounts.account_changes import details_for_history, right_changes
from models.rules.accounts.rights import ServiceFacts, changed_rights, rights_refusals
from models.rules.history_entry import Change, Entry, Event, changes_between
from models.rules.policy import Policy
from models.rules.refusals import Refusal, Refused, conflict, not_found, required
from models.rules.vocabulary import AccessLevel, AccountStatus, MessageKind, Operation, Profile
from models.stores.accounts.account_writes import save_account
from models.stores.accounts.accounts import accounts_by_id
from models.stores.accounts.rights import rights_of, save_rights
from models.stores.employers import employers_by_id
from models.stores.history import changes_since
from models.stores.messages.outbox import revoke_queued_links
from models.stores.sign_in.password_links import revoke_password_links
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.caller import Caller, require_administrator
from resolvers.employer_transaction import caller_transaction
from resolvers.history.record import history_event, record_history
from resolvers.messages.compose import queue_email_changed_notices, queue_invitations, queue_letter


@dataclass(frozen=True, slots=True)
class AccountModification:
    """A modification; None leaves a value as it is. `version` is the one that was read (M1)."""

    account_id: int
    version: int
    details: DetailsInput
    profile: Profile | None = None
    rights: tuple[tuple[str, AccessLevel], ...] | None = None
    profile_emptied: bool = False
    """It was given as nothing, which no profile is."""


class Conflict(Refused):
    """Someone else has changed the account since: as it is now, and what they did, oldest first (M1)."""

    def __init__(self, account: Account, since: list[tuple[int, Entry]]) -> None:
        super().__init__(conflict().under("version"))
        self.account = account
        self.since = since


Levels = Mapping[str, tuple[AccessLevel, AccessLevel]]


@dataclass(frozen=True, slots=True)
class _Step:
    """An account before and after, and the rights that change with it."""

    before: Account
    details: Details
    profile: Profile
    rights: Levels

    @property
    def detail_changes(self) -> tuple[Change, ...]:
        return changes_between(details_for_history(self.before.details), details_for_history(self.details))

    @property
    def promotes(self) -> bool:
        return self.profile is not self.before.profile

    @property
    def is_nothing(self) -> bool:
        return not (self.detail_changes or self.promotes or self.rights)

    def invites_again(self, today: date) -> bool:
        """C3: the link to a first password has gone, or would go, to an address that was wrong."""
        moved = self.details.email != self.before.email
        return moved and self.before.status(today) is AccountStatus.PENDING

    @property
    def after(self) -> Account:
        named = {name: getattr(self.details, name) for name in Details.__slots__}
        return replace(self.before, profile=self.profile, version=self.before.version + 1, **named)


async def modify(caller: Caller, asked: AccountModification, now: datetime, policy: Policy) -> Account:
    """The account as it is after. What changes nothing writes nothing.

    Raises: Conflict; Refused, with everything that is wrong at once. Nothing is written then.
    """
    require_administrator(caller)
    target = (await accounts_by_id([asked.account_id], caller.administers)).get(asked.account_id)
    if target is None:
        raise Refused(not_found().under("id"))
    employer = (await employers_by_id([target.employer_id]))[target.employer_id]
    available = {service.code: service for service in services(employer.funds)}
    async with caller_transaction(caller, employer.id, now) as today:
        account = (await accounts_by_id([target.id], [employer.id]))[target.id]
        if account.version != asked.version:
            raise Conflict(account, await changes_since(account.id, asked.version))
        step = await _step(caller, account, asked, available, today)
        if step.is_nothing:
            return account
        after = step.after
        await save_account(account, step.details, step.profile)
        await save_rights(account.id, {code: level for code, (_, level) in step.rights.items()})
        if step.promotes:
            actor = caller.signed_in()
            await queue_letter(MessageKind.PROMOTION_LETTER, after, employer, actor, now, today, policy)
        if after.email != account.email:
            await queue_email_changed_notices(account, after, employer, now, today, policy)
            await revoke_queued_links([account.id])  # a link to the old address opens nothing any more
            await revoke_password_links([account.id], now)
            if step.invites_again(today):
                await queue_invitations([after], employer, caller.signed_in(), now, today, policy)
        await record_history(employer.id, caller.actor, _events(step, today), [(account, after)], now, today)
        return after


async def _step(
    caller: Caller,
    account: Account,
    asked: AccountModification,
    available: Mapping[str, ServiceFacts],
    today: date,
) -> _Step:
    if refusal := account_permissions.modification_refusal(account, today):
        raise Refused(refusal)
    caller_id = caller.signed_in().id
    profile = asked.profile or account.profile
    refused: list[Refusal] = []
    try:
        details = check_details(asked.details, profile, account.details)
    except Refused as error:
        refused.extend(error.refusals)
    if asked.profile_emptied:
        refused.append(required().under("profile"))
    if refusal := account_permissions.profile_refusal(account, profile, caller_id):
        refused.append(refusal.under("profile"))
    wanted = asked.rights or ()
    refused.extend(rights_refusals(wanted, available))
    rights = changed_rights((await rights_of([account.id]))[account.id], dict(wanted))
    if rights and (refusal := account_permissions.rights_refusal(account, caller_id)):
        refused.append(refusal.under("rights"))
    if refused:
        raise Refused(*refused)
    return _Step(account, details, profile, rights)


def _events(step: _Step, today: date) -> list[Event]:
    after = step.after
    events: list[Event] = []
    if step.detail_changes:
        events.append(history_event(Operation.DETAILS_MODIFIED, after, step.detail_changes))
    if step.rights:
        changes = right_changes(step.rights)
        events.append(history_event(Operation.RIGHTS_MODIFIED, after, changes))
    if step.promotes:
        change = Change("profile", step.before.profile.value, after.profile.value)
        events.append(history_event(Operation.PROFILE_PROMOTED, after, [change]))
    if step.invites_again(today):
        events.append(history_event(Operation.INVITATION_SENT, after, []))
    return events
