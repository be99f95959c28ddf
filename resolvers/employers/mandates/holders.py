"""A centre names the holders of a mandate among its administrators, and removes them (E1)."""

from datetime import datetime

from models.rules.accounts.account_permissions import is_active_administrator
from models.rules.employers.mandate import Mandate, naming_refusal
from models.rules.employers.mandate_refusals import (
    holder_is_no_administrator,
    holder_named_already,
    holder_not_named,
)
from models.rules.history_entry import Change
from models.rules.refusals import Refused, not_found
from models.rules.vocabulary import Operation
from models.stores.accounts.accounts import accounts_by_id
from models.stores.employers.mandates import add_holder, holders_by_mandate, remove_holder
from resolvers.caller import Caller
from resolvers.employers.mandates.sides import MandateAct, act_of_side, mandate_changes


async def name_holder(
    caller: Caller, centre_id: int, mandate_id: int, account_id: int, now: datetime
) -> Mandate:
    """Let an administrator of the centre act under the mandate, from the next request on.

    Raises: Refused, as `act_of_side`; CONFLICT unless the mandate is ACTIVE; INVALID for an account that
    is no active administrator of the centre.
    """
    async with act_of_side(caller, centre_id, mandate_id, now) as act:
        _check_centre(act, centre_id)
        account = (await accounts_by_id([account_id], [centre_id])).get(account_id)
        if account is None or not is_active_administrator(account, act.today):
            raise Refused(holder_is_no_administrator())
        if account_id in await _holder_ids(mandate_id):
            raise Refused(holder_named_already())
        await add_holder(mandate_id, account_id, now)
        # The identifier only: a name would outlast the erasure of the account (D1).
        holder = Change("holder", None, account.identifier)
        changes = [*mandate_changes(act.mandate, act.centre), holder]
        await act.record(Operation.MANDATE_HOLDER_NAMED, changes)
        return act.mandate


async def remove_mandate_holder(
    caller: Caller, centre_id: int, mandate_id: int, account_id: int, now: datetime
) -> Mandate:
    """End what a holder may do, at their next request. Raises: Refused, as `name_holder`."""
    async with act_of_side(caller, centre_id, mandate_id, now) as act:
        _check_centre(act, centre_id)
        account = (await accounts_by_id([account_id], [centre_id])).get(account_id)
        if account is None or account_id not in await _holder_ids(mandate_id):
            raise Refused(holder_not_named())
        await remove_holder(mandate_id, account_id, now)
        holder = Change("holder", account.identifier, None)
        changes = [*mandate_changes(act.mandate, act.centre), holder]
        await act.record(Operation.MANDATE_HOLDER_REMOVED, changes)
        return act.mandate


def _check_centre(act: MandateAct, centre_id: int) -> None:
    if act.mandate.centre_id != centre_id:
        raise Refused(not_found().under("mandateId"))
    if refusal := naming_refusal(act.mandate, act.today):
        raise Refused(refusal)


async def _holder_ids(mandate_id: int) -> set[int]:
    return {account.id for account in (await holders_by_mandate([mandate_id]))[mandate_id]}
