"""Requesting a link to replace a forgotten password (P7)."""

from datetime import datetime

from models.rules.accounts.identifier import normalise_identifier
from models.rules.history_entry import SYSTEM
from models.rules.paris_calendar import paris_day
from models.rules.policy import Policy
from models.rules.vocabulary import AccountStatus, Operation
from models.stores.accounts.accounts import account_for_link
from models.stores.sign_in.credentials import account_with_password_hash
from resolvers.employer_transaction import employer_transaction
from resolvers.history.record import history_event, record_history
from resolvers.sign_in.password_emails import queue_password_resets


async def request_password_reset(identifier: str, now: datetime, policy: Policy) -> None:
    """Send an active account a link to a new password; for any other identifier do nothing, silently (P7)."""
    row = await account_with_password_hash(normalise_identifier(identifier))
    if row is None or row[0].status(paris_day(now)) is not AccountStatus.ACTIVE:
        return
    async with employer_transaction(row[0].employer_id, now) as today:
        account = await account_for_link(row[0].id)
        if account.status(today) is not AccountStatus.ACTIVE:
            return
        await queue_password_resets([account], None, now, today, policy)
        event = history_event(Operation.PASSWORD_RESET_REQUESTED, account, [])
        # The actor is the system: anyone can have sent the request.
        await record_history(account.employer_id, SYSTEM, [event], [], now, today)
