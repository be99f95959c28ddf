"""Reading accounts and employers: one, several, a page, counts, groups, and permitted actions (L1–L4, E3)."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime

from models.rules.accounts import access_permissions, account_permissions
from models.rules.accounts.account import Account
from models.rules.accounts.identifier import is_identifier, normalise_identifier
from models.rules.accounts.search import AccountPage, Group, Order, Selection, SortKey
from models.rules.employers.employer import Employer
from models.rules.employers.mandate import covers
from models.rules.employers.mandate_refusals import beyond_mandate
from models.rules.policy import Policy
from models.rules.refusals import Refusal, forbidden
from models.rules.vocabulary import AccountAction, Grouping, MandateScope
from models.stores.accounts import account_list
from models.stores.accounts.account_rows import COLUMN_NAMES, AccountRows
from models.stores.accounts.accounts import account_by_identifier, accounts_by_id
from models.stores.employers.employers import employers_by_id
from models.stores.sign_in.password_links import InvitationStatus
from resolvers.caller import Caller, require_administrator_of

__all__ = ["COLUMN_NAMES", "AccountRows", "InvitationStatus"]


async def find_account(caller: Caller, identifier: str) -> Account | None:
    """Return the account with this identifier, if the caller administers it or if it is their own."""
    own = caller.signed_in()
    normalised = normalise_identifier(identifier)
    if normalised == own.identifier:
        return own
    return await account_by_identifier(normalised, caller.administers) if is_identifier(normalised) else None


async def read_accounts(caller: Caller, ids: Collection[int]) -> Mapping[int, Account]:
    """Return the accounts among `ids` that the caller administers, and their own."""
    own = caller.signed_in()
    accounts = await accounts_by_id(ids, caller.administers)
    return {**accounts, own.id: own} if own.id in ids else accounts


def visible_employers(caller: Caller, ids: Collection[int]) -> list[int]:
    """Return the employers among `ids` that the caller administers or belongs to; of a partner, its own."""
    if caller.partner is not None:
        return [i for i in ids if i in caller.partner.employers]
    own = caller.signed_in()
    return [i for i in ids if i in caller.administers or i == own.employer_id]


async def read_employers(caller: Caller, ids: Collection[int]) -> Mapping[int, Employer]:
    """Return those of these employers that are visible to the caller, by id."""
    return await employers_by_id(visible_employers(caller, ids))


def check_may_list_accounts(caller: Caller, employer_id: int) -> None:
    """Raises: Refused, as `require_administrator_of`."""
    require_administrator_of(caller, employer_id)


async def read_account_page(
    caller: Caller,
    selection: Selection,
    order: Order,
    now: datetime,
    *,
    limit: int,
    beyond: SortKey | None,
    backward: bool,
) -> AccountPage:
    """Return a page of the accounts selected (L2). Raises: Refused, as `require_administrator_of`."""
    check_may_list_accounts(caller, selection.employer_id)
    return await account_list.page(selection, order, now, limit=limit, beyond=beyond, backward=backward)


async def read_account_rows(
    caller: Caller,
    selection: Selection,
    order: Order,
    now: datetime,
    *,
    columns: Sequence[str],
    limit: int,
    beyond: SortKey | None,
    backward: bool,
    rights: bool,
    counted: bool,
) -> AccountRows:
    """Return the same page as rows with these columns only, each with its sort key (L2).

    Raises: Refused, as `require_administrator_of`.
    """
    check_may_list_accounts(caller, selection.employer_id)
    return await account_list.page_rows(
        selection,
        order,
        now,
        columns=columns,
        limit=limit,
        beyond=beyond,
        backward=backward,
        rights=rights,
        counted=counted,
    )


async def count_accounts(caller: Caller, selection: Selection, now: datetime) -> int:
    check_may_list_accounts(caller, selection.employer_id)
    return await account_list.count(selection, now)


async def count_accounts_by_group(
    caller: Caller, selection: Selection, by: Grouping, now: datetime
) -> list[Group]:
    check_may_list_accounts(caller, selection.employer_id)
    return await account_list.groups(selection, by, now)


def account_actions(
    caller: Caller, account: Account, active_administrators: int, now: datetime, today: date, policy: Policy
) -> dict[AccountAction, Refusal | None]:
    """Return for each action why the caller may not do it to this account now, or None if they may."""
    if account.employer_id not in caller.administers:
        return dict.fromkeys(AccountAction, forbidden())
    held = caller.mandates.get(account.employer_id)
    if held is not None and not covers(held, MandateScope.RENEW):
        return dict.fromkeys(AccountAction, beyond_mandate())
    by_mandate = held is not None
    beyond = account_permissions.mandate_refusal(account, by_mandate=by_mandate)
    caller_id = caller.signed_in().id
    refusals = {
        AccountAction.MODIFY: beyond or account_permissions.modification_refusal(account, today),
        AccountAction.PROMOTE: account_permissions.promotion_refusal(
            account, caller_id, today, by_mandate=by_mandate
        ),
        AccountAction.RENEW: account_permissions.renewal_refusal(account, today),
        AccountAction.DELETE: beyond
        or account_permissions.deletion_refusal(account, caller_id, active_administrators, today),
        AccountAction.RESTORE: beyond
        or account_permissions.restoration_refusal(account, now, policy.restore_days),
        AccountAction.RESEND_INVITATION: account_permissions.invitation_refusal(account, today),
        AccountAction.UNLOCK: account_permissions.unlocking_refusal(account, now),
        AccountAction.SEND_PASSWORD_RESET: access_permissions.password_reset_refusal(
            account, caller_id, today
        ),
        AccountAction.END_SESSIONS: beyond
        or access_permissions.sessions_refusal(account, caller_id, now, today),
    }
    if held is not None and not covers(held, MandateScope.MANAGE):
        renewal = refusals[AccountAction.RENEW]
        return {**dict.fromkeys(AccountAction, beyond_mandate()), AccountAction.RENEW: renewal}
    return refusals
