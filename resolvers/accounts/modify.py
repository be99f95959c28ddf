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
from models.stores.employers.employers import employers_by_id
from models.stores.history import changes_since
from models.stores.sign_in.password_links import revoke_password_links
from resolvers.accounts.details import DetailsInput, check_details
from resolvers.caller import Caller, require_administrator, restrict_to_employer
from resolvers.employer_transaction import caller_transaction
from resolvers.history.record import history_event, record_history
from resolvers.messages.compose import queue_email_changed_notices, queue_invitations, queue_letter


@dataclass(frozen=True, slots=True)
class AccountModification:
    """A request to modify an account; None leaves a value unchanged.

    `version` is the version that the client has read (M1).
    """

    account_id: int
    version: int
    details: DetailsInput
    profile: Profile | None = None
    rights: tuple[tuple[str, AccessLevel], ...] | None = None
    profile_emptied: bool = False
    """The request sets the profile to null, which is refused."""
    employer_id: int | None = None
    """The employer that the client acts for, if it says so: accounts of others are unknown then (E5)."""


class Conflict(Refused):
    """Someone else has changed the account since `version` was read (M1).

    `account` is the account as it is now; `since` the later history entries with their ids, oldest first.
    """

    def __init__(self, account: Account, since: list[tuple[int, Entry]]) -> None:
        super().__init__(conflict().under("version"))
        self.account = account
        self.since = since


Levels = Mapping[str, tuple[AccessLevel, AccessLevel]]


@dataclass(frozen=True, slots=True)
class _Modification:
    """The modification of one account: its values before and after, and the rights that change."""

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
        """C3: the link to the first password went, or would go, to a wrong e-mail address."""
        moved = self.details.email != self.before.email
        return moved and self.before.status(today) is AccountStatus.PENDING

    @property
    def after(self) -> Account:
        named = {name: getattr(self.details, name) for name in Details.__slots__}
        return replace(self.before, profile=self.profile, version=self.before.version + 1, **named)


async def modify(caller: Caller, request: AccountModification, now: datetime, policy: Policy) -> Account:
    """Modify an account; return it as it is after. Nothing is written if nothing changes (M1–M5).

    Raises: Conflict, if the account has another version; Refused, with every refusal at once.
    """
    require_administrator(caller)
    caller = restrict_to_employer(caller, request.employer_id)
    target = (await accounts_by_id([request.account_id], caller.administers)).get(request.account_id)
    if target is None:
        raise Refused(not_found().under("id"))
    employer = (await employers_by_id([target.employer_id]))[target.employer_id]
    available = {service.code: service for service in services(employer.funds)}
    async with caller_transaction(caller, employer.id, now) as today:
        account = (await accounts_by_id([target.id], [employer.id]))[target.id]
        if account.version != request.version:
            raise Conflict(account, await changes_since(account.id, request.version))
        modification = await _checked_modification(caller, account, request, available, today)
        if modification.is_nothing:
            return account
        after = modification.after
        await save_account(account, modification.details, modification.profile)
        await save_rights(account.id, {code: level for code, (_, level) in modification.rights.items()})
        if modification.promotes:
            actor = caller.signed_in()
            await queue_letter(MessageKind.PROMOTION_LETTER, after, employer, actor, now, today, policy)
        if after.email != account.email:
            await queue_email_changed_notices(account, after, employer, now, today, policy)
            await revoke_password_links([account.id], now)  # they went to the old e-mail address
            if modification.invites_again(today):
                await queue_invitations([after], employer, caller.signed_in(), now, today, policy)
        await record_history(
            employer.id, caller.actor, _events(modification, today), [(account, after)], now, today
        )
        return after


async def _checked_modification(
    caller: Caller,
    account: Account,
    request: AccountModification,
    available: Mapping[str, ServiceFacts],
    today: date,
) -> _Modification:
    by_mandate = account.employer_id in caller.mandates
    if refusal := account_permissions.mandate_refusal(account, by_mandate=by_mandate):
        raise Refused(refusal)
    if refusal := account_permissions.modification_refusal(account, today):
        raise Refused(refusal)
    caller_id = caller.signed_in().id
    profile = request.profile or account.profile
    refusals: list[Refusal] = []
    try:
        details = check_details(request.details, profile, account.details)
    except Refused as error:
        refusals.extend(error.refusals)
    if request.profile_emptied:
        refusals.append(required().under("profile"))
    if refusal := account_permissions.profile_refusal(account, profile, caller_id, by_mandate=by_mandate):
        refusals.append(refusal.under("profile"))
    rights_request = request.rights or ()
    refusals.extend(rights_refusals(rights_request, available))
    rights = changed_rights((await rights_of([account.id]))[account.id], dict(rights_request))
    if rights and (refusal := account_permissions.rights_refusal(account, caller_id)):
        refusals.append(refusal.under("rights"))
    if refusals:
        raise Refused(*refusals)
    return _Modification(account, details, profile, rights)


def _events(modification: _Modification, today: date) -> list[Event]:
    after = modification.after
    events: list[Event] = []
    if modification.detail_changes:
        events.append(history_event(Operation.DETAILS_MODIFIED, after, modification.detail_changes))
    if modification.rights:
        changes = right_changes(modification.rights)
        events.append(history_event(Operation.RIGHTS_MODIFIED, after, changes))
    if modification.promotes:
        change = Change("profile", modification.before.profile.value, after.profile.value)
        events.append(history_event(Operation.PROFILE_PROMOTED, after, [change]))
    if modification.invites_again(today):
        events.append(history_event(Operation.INVITATION_SENT, after, []))
    return events
