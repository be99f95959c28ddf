"""What every new password requires: its rules checked, saved, recorded (P1, P4, H1)."""

from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.history_entry import Actor
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.sign_in.password import password_refusal
from models.rules.sign_in.tokens import lockout_key
from models.rules.vocabulary import Operation
from models.stores.accounts.account_writes import save_password_created_at
from models.stores.sign_in.credentials import save_password_hash
from models.stores.sign_in.lockouts import clear_lockouts
from models.stores.sign_in.password_links import revoke_password_links
from models.stores.sign_in.sessions import end_all_sessions
from resolvers.history.record import history_event, record_history
from resolvers.sign_in.common_passwords import common_passwords


def check_password_rules(password: str, account: Account, field: str = "password") -> None:
    """Check a new password against P1. Raises: Refused(PASSWORD_TOO_WEAK), under `field`."""
    personal = [account.identifier, account.last_name, account.first_name]
    if refusal := password_refusal(password, personal, common_passwords()):
        raise Refused(refusal.under(field))


async def save_new_password(account: Account, password_hash: str, now: datetime, policy: Policy) -> None:
    """Save a new password; end sessions, other links, the count of wrong passwords and the lock (P3, P4)."""
    await save_password_hash(account.id, password_hash, now)
    await save_password_created_at(account.id, now)
    await end_all_sessions([account.id], now)
    await revoke_password_links([account.id], now)
    await clear_lockouts([lockout_key(policy.secret_key, account.identifier)])


async def record_password_created(before: Account, after: Account, now: datetime, today: date) -> None:
    """Record in the history that the holder has created a password (H1)."""
    holder = Actor(after.id, after.employer_id)
    event = history_event(Operation.PASSWORD_CREATED, after, [])
    await record_history(after.employer_id, holder, [event], [(before, after)], now, today)
