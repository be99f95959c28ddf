"""What every new password requires: its rules checked, saved, recorded (P1, P4, H1)."""

from datetime import date, datetime

from models.rules.accounts.account import Account
from models.rules.employers.employer import Employer
from models.rules.history_entry import Actor
from models.rules.policy import Policy
from models.rules.refusals import Refused
from models.rules.sign_in.password import broken_rules, password_refusal
from models.rules.sign_in.tokens import lockout_key
from models.rules.vocabulary import Operation
from models.stores.accounts.account_writes import save_password_created_at
from models.stores.employers.employers import employers_by_id
from models.stores.sign_in.credentials import save_password_hash
from models.stores.sign_in.lockouts import clear_lockouts
from models.stores.sign_in.password_links import revoke_password_links
from models.stores.sign_in.sessions import end_all_sessions
from resolvers.history.record import history_event, record_history
from resolvers.sign_in.password_strength import password_weakness, words_of


async def check_password_rules(password: str, account: Account, field: str = "password") -> None:
    """Check a new password against P1. Raises: Refused(PASSWORD_TOO_WEAK), under `field`."""
    employer = (await employers_by_id([account.employer_id]))[account.employer_id]
    names = (account.identifier, account.last_name, account.first_name)
    weakness = None
    if not broken_rules(password, names, employer.name):
        weakness = await password_weakness(password, _personal_words(account, employer))
    if refusal := password_refusal(password, names, employer.name, weakness):
        raise Refused(refusal.under(field))


def _personal_words(account: Account, employer: Employer) -> set[str]:
    """Return the words of at least three characters that others know of the holder and the employer."""
    representative = employer.representative
    texts = (
        *(account.identifier, account.last_name, account.first_name, account.email),
        *(account.phone or "", account.department or "", *account.professional_address),
        *(employer.name, employer.siret, employer.contract_number, *employer.postal_address),
        *(representative.last_name, representative.first_name),
    )
    return words_of(texts)


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
